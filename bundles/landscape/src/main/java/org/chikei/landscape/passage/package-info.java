/** Basins of a curve and the passages between them. */
package org.chikei.landscape.passage;
