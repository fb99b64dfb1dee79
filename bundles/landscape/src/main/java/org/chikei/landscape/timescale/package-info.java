/** The step {@code time-scale}: landscapes of running means. */
package org.chikei.landscape.timescale;
