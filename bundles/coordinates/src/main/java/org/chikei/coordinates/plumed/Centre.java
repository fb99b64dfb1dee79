package org.chikei.coordinates.plumed;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.chikei.api.coordinate.Assembly;
import org.chikei.api.coordinate.Point;
import org.chikei.api.coordinate.PointSelection;
import org.chikei.api.structure.SelectionException;
import org.chikei.api.structure.Structure;

/**
 * The centre of some atoms as a point.
 *
 * @param label what the input calls it
 * @param atoms the atoms
 * @param weights one weight an atom; null for masses
 * @param whole whether the atoms are put together first, each next to the one before
 */
record Centre(String label, Atoms atoms, double[] weights, boolean whole)
    implements PointSelection {

  @Override
  public List<Point> points(Structure structure) throws SelectionException {
    List<Integer> members = new ArrayList<>();
    for (Point point : atoms.points(structure)) {
      if (!point.isAtom()) {
        throw new SelectionException(
            "'" + label + "' is the centre of a centre, which is not read; list the atoms");
      }
      members.add(point.atom(0));
    }
    if (weights != null && weights.length != 1 && weights.length != members.size()) {
      throw new SelectionException(
          "'" + label + "' has " + weights.length + " weights for " + members.size() + " atoms");
    }
    Map<Integer, Double> sums = new TreeMap<>();
    for (int k = 0; k < members.size(); k++) {
      int atom = members.get(k);
      double weight =
          weights == null ? structure.mass(atom) : weights[Math.min(k, weights.length - 1)];
      sums.merge(atom, weight, Double::sum);
    }
    int[] ascending = sums.keySet().stream().mapToInt(Integer::intValue).toArray();
    double[] ofEach = sums.values().stream().mapToDouble(Double::doubleValue).toArray();
    try {
      if (!whole) {
        return List.of(Point.ofMean(ascending, ofEach, label));
      }
      int[] order = members.stream().distinct().mapToInt(Integer::intValue).toArray();
      return List.of(Point.ofMean(ascending, ofEach, Assembly.inOrder(order), label));
    } catch (IllegalArgumentException e) {
      throw new SelectionException("'" + label + "' has no centre: " + e.getMessage());
    }
  }

  @Override
  public String toString() {
    return label;
  }
}
