package org.chikei.structure.selection;

import java.util.Set;

/** Names of residues that are part of a protein or are water, in the force fields in use. */
final class Names {

  /** Amino acids in all their states of protonation, and the caps of chains. */
  static final Set<String> PROTEIN =
      Set.of(
          "ALA", "ARG", "ASN", "ASP", "CYS", "GLN", "GLU", "GLY", "HIS", "ILE", "LEU", "LYS", "MET",
          "PHE", "PRO", "SER", "THR", "TRP", "TYR", "VAL", "ASH", "ASPH", "ASPP", "CYM", "CYX",
          "CYS2", "CYSH", "CYN", "GLH", "GLUH", "GLUP", "HID", "HIE", "HIP", "HISA", "HISB", "HISD",
          "HISE", "HISH", "HSD", "HSE", "HSP", "HYP", "LYN", "LYP", "LYSH", "LSN", "MSE", "SEC",
          "PYL", "SEP", "TPO", "PTR", "ACE", "NME", "NMA", "NAC", "NH2", "NHE", "FOR", "CT2", "CT3",
          "DAL", "DLE", "DVA", "AIB", "ORN");

  /** Names of the atoms along the chain of a protein. */
  static final Set<String> BACKBONE = Set.of("N", "CA", "C", "O");

  /** Water of all models. */
  static final Set<String> WATER =
      Set.of(
          "HOH", "WAT", "SOL", "H2O", "DOD", "D2O", "TIP", "TIP2", "TIP3", "TIP3P", "TIP4", "TIP4P",
          "TP4E", "TIP5", "TIP5P", "T3P", "T4P", "T4E", "T5P", "TP3", "TP4", "TP5", "TP3M", "SPC",
          "SPCE", "OPC", "OPC3", "SWM4", "SPC/", "HHO");

  private Names() {}
}
