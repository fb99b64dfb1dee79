/** The step {@code comparison}: G and Vm side by side, with all that tells them apart. */
package org.chikei.landscape.comparison;
