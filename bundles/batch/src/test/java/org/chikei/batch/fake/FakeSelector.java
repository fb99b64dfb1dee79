package org.chikei.batch.fake;

import org.chikei.api.structure.AtomSelector;
import org.chikei.api.structure.NamedGroups;
import org.chikei.api.structure.SelectionException;
import org.chikei.api.structure.Structure;

/** Numbers and names. */
public final class FakeSelector implements AtomSelector {

  @Override
  public int[] select(Structure structure, NamedGroups groups, String expression)
      throws SelectionException {
    if (groups.names().contains(expression)) {
      return groups.atoms(expression);
    }
    int[] found =
        structure.atoms().stream()
            .filter(
                a ->
                    String.valueOf(a.number()).equals(expression)
                        || a.name().equals(expression)
                        || (a.residueName() + "." + a.name()).equals(expression))
            .mapToInt(a -> a.number() - 1)
            .toArray();
    if (found.length == 0) {
      throw new SelectionException("'" + expression + "' matches no atom");
    }
    return found;
  }
}
