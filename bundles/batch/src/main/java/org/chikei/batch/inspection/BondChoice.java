package org.chikei.batch.inspection;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.chikei.api.structure.Bond;
import org.chikei.api.structure.Structure;
import org.chikei.batch.engine.JobCoordinate;

/** Chooses bonds to look at: those of the coordinates' own atoms first, then some everywhere. */
final class BondChoice {
  private static final int MOST = 64;

  private BondChoice() {}

  static List<Bond> of(Structure structure, List<JobCoordinate> coordinates) {
    Set<Integer> own = new LinkedHashSet<>();
    coordinates.forEach(c -> own.addAll(c.info().atoms()));
    List<Bond> near = new ArrayList<>();
    List<Bond> others = new ArrayList<>();
    for (Bond bond : structure.bonds()) {
      boolean touches = own.contains(bond.first()) || own.contains(bond.second());
      (touches ? near : others).add(bond);
    }
    List<Bond> chosen = spread(near, others.isEmpty() ? MOST : MOST / 2);
    chosen.addAll(spread(others, MOST - chosen.size()));
    return chosen;
  }

  private static List<Bond> spread(List<Bond> bonds, int most) {
    List<Bond> chosen = new ArrayList<>();
    int size = Math.min(most, bonds.size());
    for (int k = 0; k < size; k++) {
      chosen.add(bonds.get((int) ((long) k * bonds.size() / size)));
    }
    return chosen;
  }
}
