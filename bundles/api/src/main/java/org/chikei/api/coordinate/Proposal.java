package org.chikei.api.coordinate;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A coordinate that suggests itself for a structure.
 *
 * @param kind what it belongs to, for headings: {@code backbone}, {@code side chains}, …
 * @param name a name for it that a job accepts and no other proposal has
 * @param type its type, such as {@code torsion}
 * @param atoms its atoms, indices from 0
 * @param parameters its other parameters: text and numbers by their keys
 * @param reason why one would look at it, in one line
 */
public record Proposal(
    String kind,
    String name,
    String type,
    List<Integer> atoms,
    Map<String, Object> parameters,
    String reason) {

  /** Copies list and map. */
  public Proposal {
    atoms = List.copyOf(atoms);
    parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
  }
}
