/** Basins, saddles, paths and stream lines of landscapes of several coordinates. */
package org.chikei.landscape.landmark;
