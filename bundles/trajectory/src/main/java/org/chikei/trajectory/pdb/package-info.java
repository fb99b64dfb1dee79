/**
 * PDB files of many models, read as a stream: models end with {@code ENDMDL} or {@code END}, or
 * where the next begins.
 *
 * <p>Positions are in Å to three places. Atoms are those of {@code ATOM} and {@code HETATM} records
 * in the order of the file, whatever their serial numbers are; of alternate locations the first is
 * kept, as where the file is read as a structure. Every model must have the atoms of the first. A
 * model's own {@code CRYST1} is its box, or else that of the first model. Times are found where
 * GROMACS writes them, in a {@code TITLE} or a {@code REMARK}.
 */
package org.chikei.trajectory.pdb;
