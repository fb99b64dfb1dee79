package org.chikei.coordinates.plumed;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The shortcuts for atoms that MOLINFO brings: {@code @phi-2} and its like for residue 2 of the
 * first chain that has one, {@code @phi-A2} and {@code @phi-A_2} for that of chain A, {@code @CB-3}
 * for any atom by its name, and {@code @protein}, {@code @nucleic}, {@code @water}, {@code @ions},
 * {@code @hydrogens}, {@code @nonhydrogens} for many.
 */
final class Shortcut {
  private static final Pattern FORM = Pattern.compile("([^-]+)-(?:(.*)_|([^0-9_]*))([0-9]{1,9})");

  private static final Set<String> PROTEIN =
      Set.of(
          "ALA", "ARG", "ASN", "ASP", "CYS", "GLN", "GLU", "GLY", "HIS", "ILE", "LEU", "LYS", "MET",
          "PHE", "PRO", "SER", "THR", "TRP", "TYR", "VAL", "ACE", "NME", "NH2", "GLH", "ASH", "HID",
          "HSD", "HIE", "HSE", "HIP", "HSP", "NLE", "SFO");
  private static final Set<String> CAPS = Set.of("ACE", "NME", "NH2");
  private static final Pattern NUCLEIC = Pattern.compile("[DR]?[AGTUC][53N]?");
  private static final Set<String> WATER = Set.of("SOL", "WAT", "HOH", "TIP3", "TIP", "TP3");
  private static final Set<String> IONS =
      Set.of("IB+", "CA", "CL", "NA", "MG", "K", "RB", "CS", "LI", "ZN");
  private static final Set<String> BACKBONE =
      Set.of(
          "N", "CA", "C", "O", "HA", "H", "HN", "H1", "H2", "H3", "OXT", "OT1", "OT2", "OC1",
          "OC2");

  /** Atoms of sugars and backbones; a sign after a name counts residues on or back. */
  private static final Map<String, String> SUGAR =
      Map.ofEntries(
          Map.entry("alpha", "O3'- P O5' C5'"),
          Map.entry("beta", "P O5' C5' C4'"),
          Map.entry("gamma", "O5' C5' C4' C3'"),
          Map.entry("delta", "C5' C4' C3' O3'"),
          Map.entry("epsilon", "C4' C3' O3' P+"),
          Map.entry("zeta", "C3' O3' P+ O5'+"),
          Map.entry("v0", "C4' O4' C1' C2'"),
          Map.entry("v1", "O4' C1' C2' C3'"),
          Map.entry("v2", "C1' C2' C3' C4'"),
          Map.entry("v3", "C2' C3' C4' O4'"),
          Map.entry("v4", "C3' C4' O4' C1'"),
          Map.entry("back", "P O5' C5' C4' C3' O3'"),
          Map.entry("sugar", "C4' O4' C1' C2' C3'"));

  private static final Map<String, String> BASE =
      Map.of(
          "C", "N1 C2 O2 N3 C4 N4 C5 C6",
          "U", "N1 C2 O2 N3 C4 O4 C5 C6",
          "T", "N1 C2 O2 N3 C4 O4 C5 C7 C6",
          "G", "N9 C4 N3 C2 N2 N1 C6 O6 C5 N7 C8",
          "A", "N9 C4 N1 C2 N3 C6 N6 C5 N7 C8");

  private static final Map<String, String> PEPTIDE =
      Map.of("phi", "C- N CA C", "psi", "N CA C N+", "omega", "CA- C- N CA");

  /** Side chains from N to where the torsions end, by residue. */
  private static final Map<String, String> SIDE_CHAINS =
      Map.ofEntries(
          Map.entry("ILE", "N CA CB CG1 CD"),
          Map.entry("VAL", "N CA CB CG1"),
          Map.entry("CYS", "N CA CB SG"),
          Map.entry("THR", "N CA CB OG1"),
          Map.entry("SER", "N CA CB OG"),
          Map.entry("ASN", "N CA CB CG OD1"),
          Map.entry("ASP", "N CA CB CG OD1"),
          Map.entry("HIS", "N CA CB CG ND1"),
          Map.entry("LEU", "N CA CB CG CD1"),
          Map.entry("PHE", "N CA CB CG CD1"),
          Map.entry("TRP", "N CA CB CG CD1"),
          Map.entry("TYR", "N CA CB CG CD1"),
          Map.entry("MET", "N CA CB CG SD CE"),
          Map.entry("GLN", "N CA CB CG CD OE1"),
          Map.entry("GLU", "N CA CB CG CD OE1"),
          Map.entry("LYS", "N CA CB CG CD CE NZ"),
          Map.entry("ARG", "N CA CB CG CD NE CZ NH1"));

  /** Residues without a side chain that turns. */
  private static final Set<String> WITHOUT = Set.of("GLY", "ALA", "SFO", "ACE", "NME", "NH2");

  private final Residues residues;

  Shortcut(Residues residues) {
    this.residues = residues;
  }

  /**
   * The atoms of a shortcut.
   *
   * @param symbol what follows the @
   * @return their numbers
   * @throws UnreadException if there are none or it is no shortcut
   */
  List<Integer> atoms(String symbol) throws UnreadException {
    List<Integer> many = many(symbol);
    if (many != null) {
      if (many.isEmpty()) {
        throw new UnreadException("@" + symbol + " is nothing in " + residues.source());
      }
      return many;
    }
    Matcher form = FORM.matcher(symbol);
    if (!form.matches()) {
      throw new UnreadException(
          "@"
              + symbol
              + " is no shortcut that is read (accepted: @phi-2, @psi-A2, @chi1-3, @CB-4, @mdatoms"
              + " and others of MOLINFO by residue)");
    }
    String chain = form.group(2) != null ? form.group(2) : form.group(3);
    chain = chain.isEmpty() && form.group(2) == null ? "*" : chain;
    int residue = Integer.parseInt(form.group(4));
    String name = residues.residue(residue, chain);
    if (name.isEmpty()) {
      throw new UnreadException(
          "@"
              + symbol
              + ": there is no residue "
              + residue
              + (chain.equals("*") ? "" : " in chain " + chain)
              + " in "
              + residues.source());
    }
    return ofResidue(symbol, form.group(1), residue, chain, name);
  }

  private List<Integer> many(String symbol) {
    return switch (symbol) {
      case "protein" -> residues.all((r, n) -> PROTEIN.contains(r));
      case "nucleic" -> residues.all((r, n) -> NUCLEIC.matcher(r).matches());
      case "water" -> residues.all((r, n) -> WATER.contains(r));
      case "ions" -> residues.all((r, n) -> IONS.contains(r.toUpperCase(Locale.ROOT)));
      case "hydrogens" -> residues.all((r, n) -> isHydrogen(n));
      case "nonhydrogens" -> residues.all((r, n) -> !isHydrogen(n));
      default -> null;
    };
  }

  private static boolean isHydrogen(String name) {
    return name.replaceFirst("^[0-9]+", "").startsWith("H");
  }

  private List<Integer> ofResidue(
      String symbol, String what, int residue, String chain, String name) throws UnreadException {
    boolean protein = PROTEIN.contains(name) && !CAPS.contains(name);
    if (protein && PEPTIDE.containsKey(what)) {
      return named(symbol, PEPTIDE.get(what), residue, chain);
    }
    if (protein && what.matches("chi[1-5]")) {
      return named(symbol, sideChain(symbol, what.charAt(3) - '0', name), residue, chain);
    }
    if (protein && what.equals("sidechain")) {
      return residues.ofResidue(residue, chain, n -> !BACKBONE.contains(n));
    }
    if (protein && what.equals("back")) {
      return residues.ofResidue(residue, chain, n -> BACKBONE.contains(n) || n.matches("HA[123]"));
    }
    if (!PROTEIN.contains(name) && NUCLEIC.matcher(name).matches()) {
      String base = name.replaceAll("^[DR]|[53N]$", "");
      boolean small = base.matches("[TUC]");
      String atoms =
          switch (what) {
            case "chi" -> small ? "O4' C1' N1 C2" : "O4' C1' N9 C4";
            case "lcs" -> small ? "C2 C4 C6" : "C2 C6 C4";
            case "base" -> BASE.get(base);
            default -> SUGAR.getOrDefault(what, what);
          };
      return named(symbol, atoms, residue, chain);
    }
    return named(symbol, what, residue, chain);
  }

  private static String sideChain(String symbol, int torsion, String residue)
      throws UnreadException {
    String chain =
        WITHOUT.contains(residue)
            ? ""
            : SIDE_CHAINS.getOrDefault(residue, torsion < 3 ? "N CA CB CG CD" : "");
    String[] atoms = chain.split(" ");
    if (atoms.length < torsion + 3) {
      throw new UnreadException("@" + symbol + ": " + residue + " has no such torsion");
    }
    return String.join(" ", List.of(atoms).subList(torsion - 1, torsion + 3));
  }

  private List<Integer> named(String symbol, String names, int residue, String chain)
      throws UnreadException {
    List<Integer> found = new ArrayList<>();
    for (String name : names.split(" ")) {
      int shift = name.endsWith("-") ? -1 : name.endsWith("+") ? 1 : 0;
      String bare = shift == 0 ? name : name.substring(0, name.length() - 1);
      int atom = residues.atom(bare, residue + shift, chain);
      if (atom == 0) {
        throw new UnreadException(
            "@"
                + symbol
                + ": there is no atom "
                + bare
                + " in residue "
                + (residue + shift)
                + " of "
                + residues.source());
      }
      found.add(atom);
    }
    return found;
  }
}
