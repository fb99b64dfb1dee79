package org.chikei.coordinates.plumed;

import java.util.ArrayList;
import java.util.List;
import org.chikei.api.coordinate.Point;
import org.chikei.api.coordinate.PointSelection;
import org.chikei.api.structure.SelectionException;
import org.chikei.api.structure.Structure;

/**
 * A shortcut that the job's own structure answers.
 *
 * @param symbol what follows the @
 */
record Shortcuts(String symbol) implements PointSelection {
  /** All atoms of the structure. */
  static final Shortcuts ALL = new Shortcuts("mdatoms");

  @Override
  public List<Point> points(Structure structure) throws SelectionException {
    List<Point> points = new ArrayList<>();
    if (equals(ALL)) {
      for (int k = 0; k < structure.size(); k++) {
        points.add(Point.ofAtom(k));
      }
      return points;
    }
    try {
      for (int number : new Shortcut(Residues.of(structure)).atoms(symbol)) {
        points.add(Point.ofAtom(number - 1));
      }
    } catch (UnreadException e) {
      throw new SelectionException(e.getMessage());
    }
    return points;
  }

  @Override
  public String toString() {
    return "@" + symbol;
  }
}
