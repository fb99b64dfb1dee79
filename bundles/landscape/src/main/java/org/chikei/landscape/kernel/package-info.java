/** Kernel density, conditional means and local fits, with their bandwidths. */
package org.chikei.landscape.kernel;
