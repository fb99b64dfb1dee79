package org.chikei.coordinates.plumed;

import java.util.ArrayList;
import java.util.List;
import org.chikei.api.coordinate.Point;
import org.chikei.api.coordinate.PointSelection;
import org.chikei.api.structure.SelectionException;
import org.chikei.api.structure.Structure;

/**
 * Atoms and points in the order in which an input lists them.
 *
 * @param pieces each a number from 1 as a {@code Long}, or a {@link PointSelection}
 */
record Atoms(List<Object> pieces) implements PointSelection {
  Atoms {
    pieces = List.copyOf(pieces);
  }

  /** How many points they are; −1 where that takes the structure. */
  int size() {
    int size = 0;
    for (Object piece : pieces) {
      if (piece instanceof Shortcuts) {
        return -1;
      }
      size++;
    }
    return size;
  }

  /** Whether all are plain numbers. */
  boolean isNumbers() {
    return pieces.stream().allMatch(Long.class::isInstance);
  }

  /** A part of them; only where the size is known. */
  Atoms part(int from, int to) {
    return new Atoms(pieces.subList(from, to));
  }

  @Override
  public List<Point> points(Structure structure) throws SelectionException {
    List<Point> points = new ArrayList<>();
    for (Object piece : pieces) {
      if (piece instanceof PointSelection selection) {
        points.addAll(selection.points(structure));
      } else {
        points.add(Point.ofAtom(index(((Long) piece).intValue(), structure)));
      }
    }
    return points;
  }

  /** The index of an atom by its number. */
  static int index(int number, Structure structure) throws SelectionException {
    if (number < 1 || number > structure.size()) {
      throw new SelectionException(
          "there is no atom "
              + number
              + "; "
              + structure.source()
              + " has atoms 1 to "
              + structure.size());
    }
    return number - 1;
  }

  @Override
  public String toString() {
    return String.join(",", pieces.stream().map(Object::toString).toList());
  }
}
