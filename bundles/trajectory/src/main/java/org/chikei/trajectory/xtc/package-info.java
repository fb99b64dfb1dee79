/**
 * GROMACS XTC: positions rounded to a grid and packed bit by bit, and the box.
 *
 * <p>A frame is a header of big-endian words (magic number 1995, atoms, step, time, box, atoms once
 * more) and the positions: plain floats for nine atoms or fewer, otherwise the precision, the
 * smallest and largest grid coordinates, a width for small steps, the number of bytes, and the
 * bytes. Magic number 2023 marks frames whose number of bytes is written in 64 bits.
 *
 * <p>In the bytes, an atom's grid coordinates stand either in full, as one number in a mixed base
 * of the three ranges, or as a step from the atom before, as one number in the cube of a base that
 * is chosen from a fixed list. After each full atom, one bit says whether five more follow that
 * tell how many steps follow (from zero to ten, as before if the five are not there) and whether
 * the base becomes smaller or larger. The first step and the full atom before it change places, so
 * that the oxygen of a water stands between its hydrogens.
 */
package org.chikei.trajectory.xtc;
