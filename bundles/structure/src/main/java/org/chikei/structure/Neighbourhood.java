package org.chikei.structure;

import org.chikei.api.structure.Bond;
import org.chikei.api.structure.Structure;

/** Which atoms are bonded to which. */
public final class Neighbourhood {

  private Neighbourhood() {}

  /**
   * The atoms that each atom is bonded to.
   *
   * @param structure the structure
   * @return indices from 0, by the atom, in the order of the bonds
   */
  public static int[][] of(Structure structure) {
    int[] degree = new int[structure.size()];
    for (Bond bond : structure.bonds()) {
      degree[bond.first()]++;
      degree[bond.second()]++;
    }
    int[][] neighbours = new int[degree.length][];
    for (int i = 0; i < neighbours.length; i++) {
      neighbours[i] = new int[degree[i]];
    }
    for (int k = structure.bonds().size() - 1; k >= 0; k--) {
      Bond bond = structure.bonds().get(k);
      neighbours[bond.first()][--degree[bond.first()]] = bond.second();
      neighbours[bond.second()][--degree[bond.second()]] = bond.first();
    }
    return neighbours;
  }
}
