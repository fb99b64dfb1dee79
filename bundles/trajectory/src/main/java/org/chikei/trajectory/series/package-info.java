/**
 * Tables of numbers over time as text, of any size and gzip-compressed or not: PLUMED's COLVAR,
 * GROMACS XVG, and values between commas, semicolons, tabs or blanks. What they share is one walk
 * over lines, {@link org.chikei.trajectory.series.TableSeries}; a {@link
 * org.chikei.trajectory.series.Dialect} says what a format's lines mean.
 */
package org.chikei.trajectory.series;
