package org.chikei.batch.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.chikei.api.coordinate.CollectiveVariable;
import org.chikei.api.coordinate.Point;

/**
 * The points of all coordinates, each once, and the atoms that have to be decoded for them. Where
 * every point is an atom, points are the decoded columns themselves.
 */
final class PointLayout {
  private final List<Point> points;
  private final Map<Point, Integer> rows = new LinkedHashMap<>();
  private final int[] atoms;
  private final double[] inverseMasses;
  private final boolean direct;

  PointLayout(List<CollectiveVariable> variables, double[] masses) {
    TreeSet<Integer> needed = new TreeSet<>();
    List<Point> unique = new ArrayList<>();
    for (CollectiveVariable variable : variables) {
      for (Point point : variable.points()) {
        if (rows.putIfAbsent(point, unique.size()) == null) {
          unique.add(point);
          for (int k = 0; k < point.size(); k++) {
            needed.add(point.atom(k));
          }
        }
      }
    }
    if (needed.isEmpty()) {
      needed.add(0);
    }
    points = unique;
    atoms = needed.stream().mapToInt(Integer::intValue).toArray();
    inverseMasses = Arrays.stream(atoms).mapToDouble(i -> 1 / masses[i]).toArray();
    direct = points.stream().allMatch(Point::isAtom);
    if (direct) {
      rows.replaceAll((point, row) -> atomRow(point.atom(0)));
    }
  }

  /** The atoms to decode, indices from 0, ascending. */
  int[] atoms() {
    return atoms;
  }

  /** One over the mass of each of {@link #atoms}. */
  double[] inverseMasses() {
    return inverseMasses;
  }

  /** Whether points are the decoded atoms themselves. */
  boolean direct() {
    return direct;
  }

  /** The points, in the order of their rows; of use where they are not {@link #direct}. */
  List<Point> points() {
    return points;
  }

  int atomRow(int atom) {
    return Arrays.binarySearch(atoms, atom);
  }

  int row(Point point) {
    return rows.get(point);
  }

  double inverseMass(int atom) {
    return inverseMasses[atomRow(atom)];
  }

  /** W_pq = Σᵢ w_pi w_qi / mᵢ of two points. */
  double inverseMass(Point p, Point q) {
    double sum = 0;
    int b = 0;
    for (int a = 0; a < p.size(); a++) {
      while (b < q.size() && q.atom(b) < p.atom(a)) {
        b++;
      }
      if (b < q.size() && q.atom(b) == p.atom(a)) {
        sum += p.weight(a) * q.weight(b) * inverseMass(p.atom(a));
      }
    }
    return sum;
  }
}
