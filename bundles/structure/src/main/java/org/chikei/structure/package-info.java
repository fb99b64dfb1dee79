/**
 * Structures of files, through the Chemistry Development Kit.
 *
 * <p>Each format makes a CDK molecule, and {@link org.chikei.structure.MoleculeConversion} turns
 * that into a structure: masses of the natural composition, names, and bonds, which {@link
 * org.chikei.structure.BondPerception} tells from the distances where a file has none. Molfiles and
 * CML are read by CDK's readers, behind a check that can say which line is at fault. PDB, XYZ, GRO
 * and MOL2 are read here: CDK 2.12 loses atoms of a PDB file without an END record, stops without a
 * word at a serial number above 99,999, needs half a minute for a hundred thousand atoms, and
 * leaves out the residues of MOL2.
 */
package org.chikei.structure;
