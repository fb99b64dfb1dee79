package org.chikei.structure;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Tells elements from the atom names of biomolecular files, for files that do not state them.
 *
 * <p>In a PDB file the element's symbol ends in the second of the four columns of a name, so that
 * {@code " CA "} is an alpha carbon and {@code "CA "} is calcium; four-letter names such as {@code
 * HH31} fill the columns and start with the symbol. In residues that hold no metal, and where a
 * name equals its residue's as for ions, the columns need not be trusted.
 */
final class AtomNaming {

  /** Ions whose names are not their elements' symbols. */
  private static final Map<String, String> IONS =
      Map.of(
          "SOD", "Na", "CLA", "Cl", "POT", "K", "CAL", "Ca", "CES", "Cs", "LIT", "Li", "RUB", "Rb",
          "BAR", "Ba", "CAD", "Cd", "IOD", "I");

  private static final Set<String> WATER =
      Set.of(
          "HOH", "WAT", "SOL", "H2O", "DOD", "TIP", "TIP3", "TIP4", "TIP5", "TP3", "TP4", "TP5",
          "T3P", "T4P", "T5P", "SPC", "SPCE", "OPC", "OPC3");

  /** Residues whose atoms are H, C, N, O, P and S and nothing else. */
  private static final Set<String> ORGANIC =
      Set.of(
          "ALA", "ARG", "ASN", "ASP", "ASH", "CYS", "CYX", "CYM", "CYS2", "GLN", "GLU", "GLH",
          "GLY", "HIS", "HID", "HIE", "HIP", "HSD", "HSE", "HSP", "HISA", "HISB", "HISD", "HISE",
          "HISH", "ILE", "LEU", "LYS", "LYN", "LYSH", "MET", "PHE", "PRO", "HYP", "SER", "THR",
          "TRP", "TYR", "VAL", "ACE", "NME", "NMA", "NH2", "NAC", "FOR", "A", "C", "G", "T", "U",
          "DA", "DC", "DG", "DT", "DU", "RA", "RC", "RG", "RU", "ADE", "CYT", "GUA", "THY", "URA");

  private AtomNaming() {}

  /**
   * Tells an element from the columns of a PDB record.
   *
   * @param columns the four columns of the name
   * @param residue the residue's name, trimmed
   * @param aligned whether the file keeps to the columns; some programs write all names from the
   *     first column on
   * @return the species, or empty if it cannot be told
   */
  static Optional<Species> fromColumns(String columns, String residue, boolean aligned) {
    Optional<Species> known = fromResidue(columns.trim(), residue);
    if (known.isPresent()) {
      return known;
    }
    if (!aligned || columns.charAt(0) == ' ' || Character.isDigit(columns.charAt(0))) {
      return fromName(columns.trim());
    }
    boolean full = columns.charAt(3) != ' ';
    String letters = letters(columns);
    return full ? fromName(letters) : firstOf(letters, 2).or(() -> firstOf(letters, 1));
  }

  /**
   * Tells an element from a name whose columns say nothing.
   *
   * @param name the atom's name
   * @param residue the residue's name
   * @return the species, or empty if it cannot be told
   */
  static Optional<Species> fromNames(String name, String residue) {
    return fromResidue(name, residue).or(() -> fromName(name));
  }

  /**
   * Whether a name stands in the first column although its element has one letter: the mark of a
   * program that aligns all names to the left.
   *
   * @param columns the four columns of the name
   * @return true if so
   */
  static boolean leftAligned(String columns) {
    return "CNOH".indexOf(columns.charAt(0)) >= 0
        && columns.charAt(3) == ' '
        && !Character.isLetter(columns.charAt(1));
  }

  private static Optional<Species> fromResidue(String name, String residue) {
    String letters = letters(name);
    String residueLetters = letters(residue);
    if (!letters.isEmpty() && letters.equalsIgnoreCase(residueLetters)) {
      String ion = letters.toUpperCase(Locale.ROOT);
      return Species.ofSymbol(IONS.getOrDefault(ion, letters));
    }
    if (WATER.contains(residue) && !letters.isEmpty() && "MLEV".indexOf(letters.charAt(0)) >= 0) {
      return Optional.of(Species.SITE);
    }
    return ORGANIC.contains(residue) ? firstOf(letters, 1) : Optional.empty();
  }

  /** Without columns: two letters only where case or custom leaves no doubt. */
  private static Optional<Species> fromName(String name) {
    String letters = letters(name);
    boolean mixedCase = letters.length() > 1 && Character.isLowerCase(letters.charAt(1));
    String start = letters.length() > 1 ? letters.substring(0, 2) : letters;
    if (mixedCase || start.equals("CL") || start.equals("BR")) {
      Optional<Species> two = firstOf(letters, 2);
      if (two.isPresent()) {
        return two;
      }
    }
    return firstOf(letters, 1).or(() -> firstOf(letters, 2));
  }

  private static Optional<Species> firstOf(String letters, int count) {
    return letters.length() < count
        ? Optional.empty()
        : Species.ofSymbol(letters.substring(0, count));
  }

  /** The letters that a name starts with, after its leading digits. */
  private static String letters(String name) {
    int from = 0;
    while (from < name.length() && !isLetter(name.charAt(from))) {
      from++;
    }
    int to = from;
    while (to < name.length() && isLetter(name.charAt(to))) {
      to++;
    }
    return name.substring(from, to);
  }

  private static boolean isLetter(char c) {
    return c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z';
  }
}
