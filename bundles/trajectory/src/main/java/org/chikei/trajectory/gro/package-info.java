/**
 * GRO files of one frame after the other, as GROMACS writes them: a title with the time, the number
 * of atoms, a line an atom in columns, and the box.
 *
 * <p>Positions and velocities are in nm and nm/ps with any number of places, which the distance of
 * the decimal points tells. Numbers of atoms and residues are not read, as they start again from 0
 * after 99999: the order of the lines counts.
 */
package org.chikei.trajectory.gro;
