/** Trajectory formats and tables of series. */
package org.chikei.trajectory;
