/** Bins and the sums over the frames in them. */
package org.chikei.landscape.grid;
