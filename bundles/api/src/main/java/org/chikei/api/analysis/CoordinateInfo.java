package org.chikei.api.analysis;

import java.util.List;
import java.util.Optional;
import org.chikei.api.coordinate.Period;

/**
 * What a step is told of one of its coordinates.
 *
 * @param name the name in the job
 * @param type the type, such as {@code torsion}
 * @param unit the unit of the values; empty for a pure number
 * @param period the circle on which it lives, empty where it is not periodic
 * @param atoms the atoms that the value depends on, indices from 0, ascending; empty where there
 *     are none or where there are too many for shares to mean anything
 * @param points how the job names the points, for labels, in the job's order
 */
public record CoordinateInfo(
    String name,
    String type,
    String unit,
    Optional<Period> period,
    List<Integer> atoms,
    List<String> points) {

  /** Copies the lists. */
  public CoordinateInfo {
    atoms = List.copyOf(atoms);
    points = List.copyOf(points);
  }
}
