package org.chikei.coordinates.plumed;

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
    List<Point> members = atoms.points(structure);
    if (weights != null && weights.length != 1 && weights.length != members.size()) {
      throw new SelectionException(
          "'" + label + "' has " + weights.length + " weights for " + members.size() + " atoms");
    }
    Map<Integer, Double> sums = new TreeMap<>();
    for (int k = 0; k < members.size(); k++) {
      Point member = members.get(k);
      if (!member.isAtom() && (whole || member.assembly().isPresent())) {
        throw new SelectionException(
            "'"
                + label
                + "' is a centre of the centre '"
                + member.label()
                + "', which is read with NOPBC in both alone; list the atoms");
      }
      double weight =
          weights == null ? mass(member, structure) : weights[Math.min(k, weights.length - 1)];
      for (int a = 0; a < member.size(); a++) {
        sums.merge(member.atom(a), weight * member.weight(a), Double::sum);
      }
    }
    int[] ascending = sums.keySet().stream().mapToInt(Integer::intValue).toArray();
    double[] ofEach = sums.values().stream().mapToDouble(Double::doubleValue).toArray();
    try {
      if (!whole) {
        return List.of(Point.ofMean(ascending, ofEach, label));
      }
      int[] order = members.stream().mapToInt(m -> m.atom(0)).distinct().toArray();
      return List.of(Point.ofMean(ascending, ofEach, Assembly.inOrder(order), label));
    } catch (IllegalArgumentException e) {
      throw new SelectionException("'" + label + "' has no centre: " + e.getMessage());
    }
  }

  private static double mass(Point point, Structure structure) {
    double sum = 0;
    for (int a = 0; a < point.size(); a++) {
      sum += structure.mass(point.atom(a));
    }
    return sum;
  }

  @Override
  public String toString() {
    return label;
  }
}
