package org.chikei.api.structure;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/** Finds atoms by a pattern of their bonds (SMARTS). Provided by the structure bundle. */
@ProviderType
public interface SubstructureSearch {

  /**
   * The matches of a pattern. Where its atoms carry maps ({@code [N:1][C:2]}) these pick the atoms
   * of a match, in their order, else all of its atoms do. Matches that differ in other atoms only,
   * or in the order in which the same atoms, joined alike, are taken, such as the two directions of
   * a symmetric chain, count as one: that with the lowest numbers first.
   *
   * <p>Bond orders are those of the structure; where it has none they are told from valences and
   * lengths, molecule by molecule.
   *
   * @param structure the structure to look in
   * @param smarts the pattern
   * @return the atoms of each match, indices from 0, matches in ascending order; never empty
   * @throws SelectionException if the pattern cannot be read, matches nothing, or more often than
   *     anyone could mean, or if it asks for bond orders that cannot be told; says what to do
   */
  List<int[]> matches(Structure structure, String smarts) throws SelectionException;
}
