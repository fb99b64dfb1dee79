package org.chikei.structure.chemistry;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.chikei.api.coordinate.Proposal;
import org.chikei.api.structure.Atom;
import org.chikei.api.structure.Structure;

/**
 * The torsions of peptides after IUPAC-IUB (1970), told from the names of atoms and their bonds: φ
 * C–N–CA–C, ψ N–CA–C–N, ω CA–C–N–CA (of caps with their methyl carbon), χ along the side chains.
 */
final class PeptideTorsions {
  private static final Map<String, List<String>> NEXT =
      Map.of(
          "CB", List.of("CG", "CG1", "OG", "OG1", "SG"),
          "CG", List.of("CD", "CD1", "OD1", "ND1", "SD"),
          "CG1", List.of("CD1", "CD"),
          "CD", List.of("NE", "CE", "OE1"),
          "SD", List.of("CE"),
          "CE", List.of("NZ"),
          "NE", List.of("CZ"),
          "CZ", List.of("NH1"));

  /** Rings and flat groups: the torsion about the bond that leads into them is the last one. */
  private static final Set<String> FLAT_FROM_GAMMA =
      Set.of("PHE", "TYR", "TRP", "HIS", "HID", "HIE", "HIP", "HSD", "HSE", "HSP", "PRO", "HYP");

  private final Structure structure;
  private final int[][] neighbours;
  private final NameList names;
  private final List<Proposal> backbone = new ArrayList<>();
  private final List<Proposal> bonds = new ArrayList<>();
  private final List<Proposal> sideChains = new ArrayList<>();
  private final Set<Integer> covered = new LinkedHashSet<>();

  PeptideTorsions(Structure structure, int[][] neighbours, NameList names) {
    this.structure = structure;
    this.neighbours = neighbours;
    this.names = names;
  }

  /** Finds the torsions, φ and ψ first. */
  List<Proposal> propose() {
    Map<String, Integer> chains = new HashMap<>();
    for (Atom atom : structure.atoms()) {
      chains.putIfAbsent(atom.chain(), chains.size());
    }
    boolean several = chains.size() > 1;
    for (int ca = 0; ca < structure.size(); ca++) {
      int n = bonded(ca, "N");
      int c = bonded(ca, "C");
      if (is(ca, "CA") && n >= 0 && c >= 0 && sameResidue(n, ca) && sameResidue(c, ca)) {
        residue(n, ca, c, several);
      }
    }
    for (int c = 0; c < structure.size(); c++) {
      if (is(c, "C")) {
        peptideBond(c, several);
      }
    }
    List<Proposal> all = new ArrayList<>(backbone);
    all.addAll(sideChains);
    all.addAll(bonds);
    return all;
  }

  /** The atoms of residues whose torsions are known by name. */
  Set<Integer> covered() {
    return covered;
  }

  private void residue(int n, int ca, int c, boolean several) {
    String residue = residue(ca);
    int before = amideCarbon(n, ca);
    int after = otherResidue(c, "N", ca);
    covered.addAll(List.of(n, ca, c));
    if (before >= 0) {
      covered.add(before);
      add(
          backbone,
          "backbone",
          "phi",
          ca,
          several,
          "phi of " + residue + ", rotation about N-CA; with psi it tells the fold",
          before,
          n,
          ca,
          c);
    }
    if (after >= 0) {
      covered.add(after);
      add(
          backbone,
          "backbone",
          "psi",
          ca,
          several,
          "psi of " + residue + ", rotation about CA-C",
          n,
          ca,
          c,
          after);
    }
    sideChain(n, ca, several);
  }

  private void sideChain(int n, int ca, boolean several) {
    int[] last = {n, ca, bonded(ca, "CB"), -1};
    for (int k = 1; last[2] >= 0; k++) {
      covered.add(last[2]);
      last[3] = next(last[2], ca);
      if (last[3] < 0) {
        return;
      }
      covered.add(last[3]);
      if (!structure.atom(ca).residueName().endsWith("PRO")) {
        add(
            sideChains,
            "side chains",
            "chi" + k,
            ca,
            several,
            "chi"
                + k
                + " of "
                + residue(ca)
                + ", rotation about "
                + name(last[1])
                + "-"
                + name(last[2]),
            last[0],
            last[1],
            last[2],
            last[3]);
      }
      boolean flat = FLAT_FROM_GAMMA.contains(structure.atom(ca).residueName());
      if (flat && k == 2) {
        return;
      }
      last = new int[] {last[1], last[2], last[3], -1};
    }
  }

  private int next(int atom, int ca) {
    for (String name : NEXT.getOrDefault(name(atom), List.of())) {
      int found = bonded(atom, name);
      if (found >= 0 && sameResidue(found, ca)) {
        return found;
      }
    }
    return -1;
  }

  private void peptideBond(int c, boolean several) {
    int n = otherResidue(c, "N", c);
    int first = bonded(c, "CA") >= 0 ? bonded(c, "CA") : bonded(c, "CH3");
    if (n < 0 || first < 0 || !sameResidue(first, c)) {
      return;
    }
    int last = -1;
    for (String name : List.of("CA", "CH3", "C")) {
      last = last < 0 ? bonded(n, name) : last;
      last = last == c ? -1 : last;
    }
    if (last >= 0 && sameResidue(last, n)) {
      covered.addAll(List.of(first, c, n, last));
      add(
          bonds,
          "peptide bonds",
          "omega",
          c,
          several,
          "omega between " + residue(c) + " and " + residue(n) + ", trans near pi, cis near 0",
          first,
          c,
          n,
          last);
    }
  }

  private void add(
      List<Proposal> into,
      String kind,
      String letter,
      int of,
      boolean several,
      String reason,
      int... atoms) {
    Atom atom = structure.atom(of);
    String chain = several && !atom.chain().isEmpty() ? "_" + atom.chain() : "";
    String name = names.take(letter + chain + "_" + String.valueOf(atom.residueNumber()));
    into.add(new Proposal(kind, name, "torsion", boxed(atoms), Map.of(), reason));
  }

  private static List<Integer> boxed(int[] atoms) {
    List<Integer> list = new ArrayList<>();
    for (int atom : atoms) {
      list.add(atom);
    }
    return list;
  }

  private int amideCarbon(int n, int ca) {
    return otherResidue(n, "C", ca);
  }

  /** A neighbour of a name that belongs to another residue than an atom. */
  private int otherResidue(int from, String name, int than) {
    for (int neighbour : neighbours[from]) {
      if (is(neighbour, name) && !sameResidue(neighbour, than)) {
        return neighbour;
      }
    }
    return -1;
  }

  private int bonded(int from, String name) {
    for (int neighbour : neighbours[from]) {
      if (is(neighbour, name)) {
        return neighbour;
      }
    }
    return -1;
  }

  private boolean is(int atom, String name) {
    return name(atom).equals(name) && !structure.atom(atom).residueName().isEmpty();
  }

  private String name(int atom) {
    return structure.atom(atom).name();
  }

  private boolean sameResidue(int one, int other) {
    Atom a = structure.atom(one);
    Atom b = structure.atom(other);
    return a.residueNumber() == b.residueNumber()
        && a.residueName().equals(b.residueName())
        && a.chain().equals(b.chain());
  }

  private String residue(int atom) {
    Atom of = structure.atom(atom);
    String chain = of.chain().isEmpty() ? "" : of.chain() + " ";
    return of.residueName() + " " + chain + of.residueNumber();
  }
}
