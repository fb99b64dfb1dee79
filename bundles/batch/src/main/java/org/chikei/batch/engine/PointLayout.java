package org.chikei.batch.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.chikei.api.coordinate.Assembly;
import org.chikei.api.coordinate.CollectiveVariable;
import org.chikei.api.coordinate.InverseMasses;
import org.chikei.api.coordinate.Point;

/**
 * The points of all coordinates, each once, and the atoms that have to be decoded for them. Where
 * every point is an atom, points are the decoded columns themselves.
 */
final class PointLayout {
  private final List<Point> points;
  private final Map<Point, Integer> rows = new LinkedHashMap<>();
  private final int[] atoms;
  private final double[] masses;
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
          point.assembly().ifPresent(assembly -> addAtoms(assembly, needed));
        }
      }
    }
    if (needed.isEmpty() && masses.length > 0) {
      needed.add(0);
    }
    this.masses = masses;
    points = unique;
    atoms = needed.stream().mapToInt(Integer::intValue).toArray();
    inverseMasses = Arrays.stream(atoms).mapToDouble(i -> 1 / masses[i]).toArray();
    direct = points.stream().allMatch(Point::isAtom);
    if (direct) {
      rows.replaceAll((point, row) -> atomRow(point.atom(0)));
    }
  }

  private static void addAtoms(Assembly assembly, TreeSet<Integer> into) {
    for (int k = 0; k < assembly.size(); k++) {
      into.add(assembly.atom(k));
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

  /** The inverse masses of some points. */
  InverseMasses inverseMasses(List<Point> of) {
    return InverseMasses.of(of, masses);
  }

  /** The products of two gradients that add up to the metric of two variables of points. */
  List<MetricTerm> metricTerms(List<Point> a, List<Point> b) {
    Map<Point, Integer> union = new LinkedHashMap<>();
    a.forEach(point -> union.putIfAbsent(point, union.size()));
    b.forEach(point -> union.putIfAbsent(point, union.size()));
    InverseMasses all = inverseMasses(List.copyOf(union.keySet()));
    int[] inB = new int[union.size()];
    Arrays.fill(inB, -1);
    for (int q = 0; q < b.size(); q++) {
      inB[union.get(b.get(q))] = q;
    }
    List<MetricTerm> terms = new ArrayList<>();
    for (int p = 0; p < a.size(); p++) {
      int of = union.get(a.get(p));
      if (inB[of] >= 0) {
        terms.add(new MetricTerm(p, inB[of], all.of(of)));
      }
      for (int k = 0; k < all.partners(of); k++) {
        int other = all.partner(of, k);
        if (inB[other] >= 0) {
          terms.add(new MetricTerm(p, inB[other], all.of(of, other)));
        }
      }
    }
    return terms;
  }

  /** A pair of points that share mass: p of the one variable, q of the other. */
  record MetricTerm(int p, int q, double inverseMass) {}
}
