/**
 * LAMMPS text dumps of the styles {@code custom} and {@code atom}: for each frame a few items that
 * begin with {@code ITEM:}, the last of which, {@code ITEM: ATOMS}, names the columns and is
 * followed by a line an atom.
 *
 * <p>Atoms stand in any order; they are sorted by their ids. Positions may be wrapped, unwrapped or
 * fractions of the box, and image numbers are added where they are there. What the units are is
 * told by the job, or by the item {@code UNITS}; without them velocities and forces are left out,
 * as real and metal units differ a thousandfold in one and twentyfold in the other.
 */
package org.chikei.trajectory.lammps;
