package org.chikei.batch.job;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.chikei.batch.text.Place;

/**
 * A group of atoms as a person wrote it, not yet looked up: atoms or a pattern, and whether their
 * centre is meant.
 *
 * @param atoms what names the atoms; empty where a pattern does
 * @param smarts the pattern; empty where there is none
 * @param match which of the pattern's matches is meant, from 1; 0 where the job does not say
 * @param centre {@code mass} or {@code geometry}; empty where the atoms themselves are meant
 * @param weights one weight an atom, instead of equal ones; empty where there are none
 * @param whole how a group that the box has broken is made whole: {@code bonds}, {@code order} or
 *     {@code none}
 * @param path the key that holds it
 * @param place where it stands
 */
public record GroupText(
    List<PointText> atoms,
    String smarts,
    int match,
    Optional<String> centre,
    List<Double> weights,
    String whole,
    String path,
    Place place)
    implements PointEntry {

  /** Copies the lists. */
  public GroupText {
    atoms = List.copyOf(atoms);
    weights = List.copyOf(weights);
  }

  @Override
  public String toString() {
    String of =
        smarts.isEmpty()
            ? atoms.stream().map(PointText::toString).collect(Collectors.joining(", "))
            : smarts + (match > 0 ? ", match " + match : "");
    return centre.map(kind -> "centre of " + kind + " of " + of).orElse(of);
  }
}
