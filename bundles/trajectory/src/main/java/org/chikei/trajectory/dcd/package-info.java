/**
 * DCD, the binary trajectories of CHARMM, NAMD, X-PLOR, OpenMM, LAMMPS and others: Fortran records
 * of 4-byte floats, first a header, then for each frame the cell, all x, all y and all z.
 *
 * <p>Positions are in Å by convention and the time follows from the header: first step, steps from
 * frame to frame and the length of a step in the unit of time that goes with Å, amu and kcal/mol.
 * Both orders of bytes, record markers of 4 and 8 bytes, fixed atoms (kept in the first frame
 * alone) and a fourth dimension (passed over) are read. The number of frames that the header states
 * is often wrong and is never believed.
 */
package org.chikei.trajectory.dcd;
