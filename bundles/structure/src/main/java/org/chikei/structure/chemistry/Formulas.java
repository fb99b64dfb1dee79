package org.chikei.structure.chemistry;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.chikei.api.structure.Structure;
import org.chikei.structure.Suggestion;

/** The molecules of a structure in words. */
final class Formulas {
  private Formulas() {}

  /** Such as {@code C6H12N2O2, 880 H2O}. */
  static String of(Structure structure) {
    Map<String, Integer> counts = new LinkedHashMap<>();
    for (Molecule molecule : Molecule.of(structure)) {
      counts.merge(molecule.formula(), 1, Integer::sum);
    }
    List<String> listed = new ArrayList<>();
    counts.forEach((formula, count) -> listed.add(count == 1 ? formula : count + " " + formula));
    return Suggestion.list(listed);
  }
}
