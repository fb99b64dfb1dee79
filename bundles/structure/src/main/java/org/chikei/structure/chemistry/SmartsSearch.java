package org.chikei.structure.chemistry;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.chikei.api.ServiceProperties;
import org.chikei.api.structure.SelectionException;
import org.chikei.api.structure.Structure;
import org.chikei.api.structure.SubstructureSearch;
import org.osgi.service.component.annotations.Component;

/** Finds SMARTS patterns through CDK, with aromaticity after Daylight's rules. */
@Component(
    property = {
      ServiceProperties.TYPE + "=smarts",
      ServiceProperties.SUMMARY + "=atoms by SMARTS patterns with atom maps"
    })
public final class SmartsSearch implements SubstructureSearch {

  /** Makes the search; it keeps nothing between calls. */
  public SmartsSearch() {}

  @Override
  public List<int[]> matches(Structure structure, String smarts) throws SelectionException {
    Pattern pattern = Pattern.of(smarts.strip());
    List<int[]> found = new ArrayList<>();
    Map<String, List<int[]>> known = new HashMap<>();
    Molecule untold = null;
    for (Molecule molecule : Molecule.of(structure)) {
      String likeness = molecule.likeness();
      List<int[]> places = known.get(likeness);
      if (places == null) {
        boolean usable = !pattern.needsOrders() || molecule.ordersKnown();
        untold = usable || untold != null ? untold : molecule;
        places = usable ? pattern.matches(molecule.container()) : List.of();
        if (molecule.hasHydrogens() || molecule.size() == 1) {
          known.put(likeness, places);
        }
      }
      for (int[] match : places) {
        found.add(Arrays.stream(match).map(molecule::atom).toArray());
      }
    }
    if (found.isEmpty()) {
      throw untold == null ? nothing(structure, smarts) : ordersUnknown(untold, smarts);
    }
    found.sort(Arrays::compare);
    return found;
  }

  private static SelectionException nothing(Structure structure, String smarts) {
    return new SelectionException(
        "'"
            + smarts
            + "' matches nothing in "
            + structure.source()
            + ", whose molecules are "
            + Formulas.of(structure));
  }

  private static SelectionException ordersUnknown(Molecule molecule, String smarts) {
    return new SelectionException(
        "'"
            + smarts
            + "' asks for bond orders, and those of "
            + molecule.formula()
            + " (from atom "
            + molecule.structure().atom(molecule.atom(0)).label()
            + " on) cannot be told: "
            + (molecule.hasCarbonWithHydrogen()
                ? "a carbon is left without four bonds"
                : "it has neither hydrogens at its carbons nor positions")
            + "; name them in source.bonds, as {smiles: …} or {file: …}, or write the pattern"
            + " without them ([#6] for carbon, ~ for any bond)");
  }
}
