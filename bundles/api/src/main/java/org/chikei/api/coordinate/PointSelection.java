package org.chikei.api.coordinate;

import java.util.List;
import org.chikei.api.structure.SelectionException;
import org.chikei.api.structure.Structure;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Points that can be told once the structure is known, such as the four atoms of a residue's
 * torsion or a centre of mass. Its text is what a person reads for it. Thread-safe.
 */
@ConsumerType
public interface PointSelection {

  /**
   * The points.
   *
   * @param structure the structure to look in
   * @return the points, in order; never empty
   * @throws SelectionException if the structure does not have them; says what is missing
   */
  List<Point> points(Structure structure) throws SelectionException;

  /**
   * What a person would call it.
   *
   * @return a few words, such as {@code @phi-2} or {@code com}
   */
  @Override
  String toString();
}
