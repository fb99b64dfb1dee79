package org.chikei.batch.plan;

import java.util.ArrayList;
import java.util.List;
import org.chikei.api.structure.Atom;
import org.chikei.api.structure.Structure;
import org.chikei.batch.job.JobDescription.MassText;
import org.chikei.batch.text.Problems;
import org.chikei.batch.text.Suggestion;

/**
 * Sets masses as the job says: that of an atom's number before that of its name before that of its
 * element.
 */
final class Masses {
  private static final int ELEMENT = 1;
  private static final int NAME = 2;
  private static final int NUMBER = 3;

  private Masses() {}

  /**
   * The structure with the job's masses.
   *
   * @param structure the structure as it was read
   * @param overrides what the job says
   * @param problems receives overrides that match no atom
   * @return the structure, the same one where nothing is overridden
   */
  static Structure apply(Structure structure, List<MassText> overrides, Problems problems) {
    if (overrides.isEmpty()) {
      return structure;
    }
    double[] masses = new double[structure.size()];
    int[] ranks = new int[structure.size()];
    for (MassText override : overrides) {
      boolean matches = false;
      for (int i = 0; i < masses.length; i++) {
        int rank = rank(structure.atom(i), override);
        matches |= rank > 0;
        if (rank > ranks[i]) {
          ranks[i] = rank;
          masses[i] = override.mass();
        }
      }
      if (!matches) {
        problems.add(
            override.place(), "source.masses." + override.key(), unmatched(structure, override));
      }
    }
    for (int i = 0; i < masses.length; i++) {
      if (ranks[i] == 0) {
        masses[i] = structure.mass(i);
      }
    }
    return structure.withMasses(masses);
  }

  private static int rank(Atom atom, MassText override) {
    if (override.number()) {
      return String.valueOf(atom.number()).equals(override.key()) ? NUMBER : 0;
    }
    if (atom.name().equals(override.key())
        || (atom.residueName() + "." + atom.name()).equals(override.key())) {
      return NAME;
    }
    return atom.element().equals(override.key()) ? ELEMENT : 0;
  }

  private static String unmatched(Structure structure, MassText override) {
    if (override.number()) {
      return "there is no atom "
          + override.key()
          + "; "
          + structure.source()
          + " has atoms 1 to "
          + structure.size();
    }
    List<String> known = new ArrayList<>();
    structure.atoms().forEach(a -> known.add(a.name()));
    structure.atoms().forEach(a -> known.add(a.element()));
    return "no atom of "
        + structure.source()
        + " has this name or element"
        + Suggestion.question(override.key(), known);
  }

  /**
   * The atoms that a set of overrides names, by index.
   *
   * @param structure the structure
   * @param overrides what the job says
   * @return whether each atom's mass is the job's
   */
  static boolean[] overridden(Structure structure, List<MassText> overrides) {
    boolean[] found = new boolean[structure.size()];
    for (int i = 0; i < found.length; i++) {
      for (MassText override : overrides) {
        found[i] |= rank(structure.atom(i), override) > 0;
      }
    }
    return found;
  }
}
