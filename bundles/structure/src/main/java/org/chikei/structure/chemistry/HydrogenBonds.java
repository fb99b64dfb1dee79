package org.chikei.structure.chemistry;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.chikei.api.coordinate.Proposal;
import org.chikei.api.structure.Atom;
import org.chikei.api.structure.Structure;

/**
 * Hydrogen bonds in the positions of a structure: a hydrogen on nitrogen, oxygen or sulfur within
 * 0.27 nm of an acceptor at an angle above 110°, which four bonds or more part from the donor. In a
 * small molecule those that are not formed but near enough to form count, too. Water does not.
 */
final class HydrogenBonds {
  private static final double REACH = 0.27;
  private static final double COSINE = Math.cos(Math.toRadians(110));
  private static final double MAY_FORM = 0.6;
  private static final int SMALL = 60;
  private static final int LEAST_BONDS = 4;

  private final Structure structure;
  private final int[][] neighbours;
  private final NameList names;
  private final double[] positions;
  private final Map<Long, List<Integer>> cells = new HashMap<>();

  HydrogenBonds(Structure structure, int[][] neighbours, NameList names) {
    this.structure = structure;
    this.neighbours = neighbours;
    this.names = names;
    this.positions = structure.positions().orElse(null);
  }

  List<Proposal> propose() {
    List<Proposal> found = new ArrayList<>();
    if (positions == null) {
      return found;
    }
    int solutes = 0;
    for (int i = 0; i < structure.size(); i++) {
      if (!isWater(i)) {
        solutes++;
        if (isAcceptor(i)) {
          cells.computeIfAbsent(cell(i, 0, 0, 0), k -> new ArrayList<>()).add(i);
        }
      }
    }
    boolean small = solutes <= SMALL;
    List<Bond> bonds = new ArrayList<>();
    for (int h = 0; h < structure.size(); h++) {
      int donor = isHydrogen(h) && neighbours[h].length == 1 ? neighbours[h][0] : -1;
      if (donor >= 0 && "N O S".contains(element(donor)) && !isWater(donor)) {
        collect(donor, h, small, bonds);
      }
    }
    bonds.sort(Comparator.comparing((Bond bond) -> !bond.formed).thenComparing(Bond::distance));
    Set<Long> seen = new HashSet<>();
    for (Bond bond : bonds) {
      if (seen.add((long) bond.donor << Integer.SIZE | bond.acceptor)) {
        found.add(proposal(bond));
      }
    }
    return found;
  }

  private Proposal proposal(Bond bond) {
    return new Proposal(
        "hydrogen bonds",
        names.take("hbond_" + (bond.donor + 1) + "_" + (bond.acceptor + 1)),
        "distance",
        List.of(bond.donor, bond.acceptor),
        Map.of(),
        (bond.formed ? "hydrogen bond " : "hydrogen bond that may form, ")
            + structure.atom(bond.donor).label()
            + " - H … "
            + structure.atom(bond.acceptor).label());
  }

  private void collect(int donor, int hydrogen, boolean small, List<Bond> into) {
    Set<Integer> near = nearByBonds(donor);
    for (int step = 0; step < 27; step++) {
      long key = cell(donor, step % 3 - 1, step / 3 % 3 - 1, step / 9 - 1);
      for (int acceptor : cells.getOrDefault(key, List.of())) {
        if (acceptor != donor && !near.contains(acceptor)) {
          double distance = distance(donor, acceptor);
          boolean formed =
              distance(hydrogen, acceptor) < REACH && cosine(donor, hydrogen, acceptor) < COSINE;
          if (formed || small && distance < MAY_FORM) {
            into.add(new Bond(donor, acceptor, distance, formed));
          }
        }
      }
    }
  }

  /** A bond, as found with one of the donor's hydrogens. */
  private record Bond(int donor, int acceptor, double distance, boolean formed) {}

  private Set<Integer> nearByBonds(int atom) {
    Set<Integer> reached = new HashSet<>(Set.of(atom));
    Set<Integer> shell = Set.of(atom);
    for (int k = 1; k < LEAST_BONDS; k++) {
      Set<Integer> next = new HashSet<>();
      for (int i : shell) {
        for (int neighbour : neighbours[i]) {
          if (reached.add(neighbour)) {
            next.add(neighbour);
          }
        }
      }
      shell = next;
    }
    return reached;
  }

  private String element(int atom) {
    return structure.atom(atom).element();
  }

  private boolean isHydrogen(int atom) {
    return element(atom).equals("H") || element(atom).equals("D");
  }

  /** Oxygen, and nitrogen with a free pair: two neighbours, or three that are not an amide's. */
  private boolean isAcceptor(int atom) {
    return element(atom).equals("O")
        || element(atom).equals("F")
        || element(atom).equals("N") && neighbours[atom].length < 3;
  }

  private boolean isWater(int atom) {
    int oxygen = isHydrogen(atom) && neighbours[atom].length == 1 ? neighbours[atom][0] : atom;
    Atom of = structure.atom(oxygen);
    int hydrogens = 0;
    for (int neighbour : neighbours[oxygen]) {
      hydrogens += isHydrogen(neighbour) ? 1 : 0;
    }
    return of.element().equals("O") && hydrogens == 2 && neighbours[oxygen].length == 2;
  }

  private long cell(int atom, int x, int y, int z) {
    long key = 0;
    int[] step = {x, y, z};
    for (int d = 0; d < 3; d++) {
      key = key << 21 | (long) Math.floor(positions[3 * atom + d] / MAY_FORM) + step[d] & 0x1FFFFF;
    }
    return key;
  }

  private double distance(int one, int other) {
    double square = 0;
    for (int d = 0; d < 3; d++) {
      double difference = positions[3 * one + d] - positions[3 * other + d];
      square += difference * difference;
    }
    return Math.sqrt(square);
  }

  private double cosine(int donor, int hydrogen, int acceptor) {
    double product = 0;
    for (int d = 0; d < 3; d++) {
      product +=
          (positions[3 * donor + d] - positions[3 * hydrogen + d])
              * (positions[3 * acceptor + d] - positions[3 * hydrogen + d]);
    }
    return product / distance(donor, hydrogen) / distance(hydrogen, acceptor);
  }
}
