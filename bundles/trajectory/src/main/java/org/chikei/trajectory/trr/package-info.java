/**
 * GROMACS TRR: positions, velocities, forces and box as floating-point numbers of 4 or 8 bytes,
 * big-endian (XDR), each optional in each frame.
 *
 * <p>A frame is a header (magic number 1993, the string {@code GMX_trn_file}, the lengths of the
 * blocks that follow, the number of atoms, step, time and lambda) and the blocks box, virial,
 * pressure, positions, velocities, forces. The header does not say how long a number is: the
 * lengths of the blocks do.
 */
package org.chikei.trajectory.trr;
