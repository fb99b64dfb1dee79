/**
 * XYZ and extended XYZ: for each frame the number of atoms, a comment, and a line an atom with the
 * element and the position.
 *
 * <p>In extended XYZ the comment is a list of {@code key=value}: {@code Properties} names the
 * columns (velocities, momenta and masses, forces), {@code Lattice} is the box, {@code pbc} says
 * which of its directions are periodic. A time is looked for in the comment of both. Neither states
 * its units: what is taken is told in a note.
 */
package org.chikei.trajectory.xyz;
