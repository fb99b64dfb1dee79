package org.chikei.batch.inspection;

import java.util.ArrayList;
import java.util.List;
import org.chikei.api.structure.Atom;
import org.chikei.api.structure.Bond;
import org.chikei.api.structure.Structure;

/**
 * Carbons that seem to stand for CH, CH₂ or CH₃: bonded to one or two carbons by single bonds and
 * to nothing else, with a carbon's own mass.
 */
public final class UnitedAtoms {
  private static final double CARBON = 12.011;

  /** Shorter C–C bonds are multiple bonds, in nm. */
  private static final double SHORTEST_SINGLE = 0.145;

  private UnitedAtoms() {}

  static List<Atom> find(Structure structure) {
    int[] neighbours = new int[structure.size()];
    boolean[] others = new boolean[structure.size()];
    double[] positions = structure.positions().orElse(null);
    for (Bond bond : structure.bonds()) {
      boolean single = single(structure, bond, positions);
      neighbours[bond.first()]++;
      neighbours[bond.second()]++;
      others[bond.first()] |= !single;
      others[bond.second()] |= !single;
    }
    List<Atom> found = new ArrayList<>();
    for (Atom atom : structure.atoms()) {
      int i = atom.number() - 1;
      boolean bare = neighbours[i] > 0 && neighbours[i] <= 2 && !others[i];
      if (bare && atom.element().equals("C") && Math.abs(atom.mass() - CARBON) < 0.5) {
        found.add(atom);
      }
    }
    return found;
  }

  private static boolean single(Structure structure, Bond bond, double[] positions) {
    boolean carbons =
        structure.atom(bond.first()).element().equals("C")
            && structure.atom(bond.second()).element().equals("C");
    if (!carbons || bond.order() > 1 || positions == null) {
      return carbons && bond.order() <= 1;
    }
    double square = 0;
    for (int d = 0; d < 3; d++) {
      double difference = positions[3 * bond.first() + d] - positions[3 * bond.second() + d];
      square += difference * difference;
    }
    return Math.sqrt(square) > SHORTEST_SINGLE;
  }

  /**
   * What to tell of them.
   *
   * @param structure the structure with the job's masses
   * @return a sentence, or nothing
   */
  public static List<String> warnings(Structure structure) {
    List<Atom> found = find(structure);
    if (found.isEmpty()) {
      return List.of();
    }
    return List.of(
        "united atoms: "
            + found.size()
            + (found.size() == 1 ? " carbon has" : " carbons have")
            + " no hydrogens (such as "
            + found.get(0).label()
            + "); if they stand for CH, CH2 or CH3, set source.masses (13.019, 14.027, 15.035)");
  }
}
