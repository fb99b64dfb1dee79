package org.chikei.api.coordinate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The inverse masses of points, W_pq = Σᵢ w_pi w_qi / mᵢ over atoms i: 1/m of an atom on the
 * diagonal, Σᵢ wᵢ²/mᵢ of a mean, and off it an entry for each pair of points that share atoms. Only
 * these are kept, so that thousands of points need no matrix. Immutable.
 */
public final class InverseMasses {
  private final double[] diagonal;
  private final int[] starts;
  private final int[] partners;
  private final double[] shared;
  private final List<Column> factor;

  private InverseMasses(
      double[] diagonal, int[] starts, int[] partners, double[] shared, List<Column> factor) {
    this.diagonal = diagonal;
    this.starts = starts;
    this.partners = partners;
    this.shared = shared;
    this.factor = factor;
  }

  /**
   * The inverse masses of single atoms, none twice.
   *
   * @param masses the mass of each in amu
   * @return W, diagonal
   */
  public static InverseMasses ofAtoms(double... masses) {
    double[] inverse = new double[masses.length];
    for (int p = 0; p < masses.length; p++) {
      inverse[p] = 1 / masses[p];
    }
    return new InverseMasses(inverse, new int[masses.length + 1], new int[0], new double[0], null);
  }

  /**
   * The inverse masses of atoms and means of atoms.
   *
   * @param points the points
   * @param masses the mass of each atom of the structure in amu, by its index
   * @return W
   */
  public static InverseMasses of(List<Point> points, double[] masses) {
    Map<Integer, List<Share>> byAtom = new LinkedHashMap<>();
    for (int p = 0; p < points.size(); p++) {
      Point point = points.get(p);
      for (int k = 0; k < point.size(); k++) {
        byAtom
            .computeIfAbsent(point.atom(k), atom -> new ArrayList<>(1))
            .add(new Share(p, point.weight(k)));
      }
    }
    double[] diagonal = new double[points.size()];
    List<TreeMap<Integer, Double>> rows = new ArrayList<>();
    points.forEach(p -> rows.add(null));
    Map<List<Integer>, Shell> shells = new LinkedHashMap<>();
    for (Map.Entry<Integer, List<Share>> atom : byAtom.entrySet()) {
      double inverse = 1 / masses[atom.getKey()];
      List<Share> shares = atom.getValue();
      for (Share a : shares) {
        diagonal[a.point] += a.weight * a.weight * inverse;
        for (Share b : shares) {
          if (a != b) {
            if (rows.get(a.point) == null) {
              rows.set(a.point, new TreeMap<>());
            }
            rows.get(a.point).merge(b.point, a.weight * b.weight * inverse, Double::sum);
          }
        }
      }
      shells
          .computeIfAbsent(
              shares.stream().map(Share::point).toList(), of -> new Shell(of, shares.size()))
          .add(shares, inverse);
    }
    if (rows.stream().allMatch(r -> r == null)) {
      return new InverseMasses(
          diagonal, new int[diagonal.length + 1], new int[0], new double[0], null);
    }
    List<Column> factor = new ArrayList<>();
    shells.values().forEach(s -> s.factorise(factor));
    return ofRows(diagonal, rows, List.copyOf(factor));
  }

  private static InverseMasses ofRows(
      double[] diagonal, List<TreeMap<Integer, Double>> rows, List<Column> factor) {
    int[] starts = new int[diagonal.length + 1];
    for (int p = 0; p < diagonal.length; p++) {
      starts[p + 1] = starts[p] + (rows.get(p) == null ? 0 : rows.get(p).size());
    }
    int[] partners = new int[starts[diagonal.length]];
    double[] shared = new double[partners.length];
    for (int p = 0; p < diagonal.length; p++) {
      int at = starts[p];
      if (rows.get(p) != null) {
        for (Map.Entry<Integer, Double> entry : rows.get(p).entrySet()) {
          partners[at] = entry.getKey();
          shared[at++] = entry.getValue();
        }
      }
    }
    return new InverseMasses(diagonal, starts, partners, shared, factor);
  }

  /**
   * The number of points.
   *
   * @return the number
   */
  public int size() {
    return diagonal.length;
  }

  /**
   * The inverse mass of a point.
   *
   * @param point from 0
   * @return W on the diagonal in 1/amu
   */
  public double of(int point) {
    return diagonal[point];
  }

  /**
   * An entry of W.
   *
   * @param p the one point, from 0
   * @param q the other point
   * @return W_pq in 1/amu; off the diagonal zero unless the two share an atom
   */
  public double of(int p, int q) {
    if (p == q) {
      return diagonal[p];
    }
    int at = Arrays.binarySearch(partners, starts[p], starts[p + 1], q);
    return at < 0 ? 0 : shared[at];
  }

  /**
   * Whether points share atoms, so that W has entries off its diagonal.
   *
   * @return true if so
   */
  public boolean overlapping() {
    return partners.length > 0;
  }

  /**
   * With how many other points a point shares atoms.
   *
   * @param point from 0
   * @return the number
   */
  public int partners(int point) {
    return starts[point + 1] - starts[point];
  }

  /**
   * A point that shares atoms with another.
   *
   * @param point from 0
   * @param k which of its partners, from 0
   * @return the partner; they ascend
   */
  public int partner(int point, int k) {
    return partners[starts[point] + k];
  }

  /**
   * The inverse masses as a sum W = Σ_k c_k c_kᵀ of products of columns, most of whose entries are
   * zero.
   */
  List<Column> factor() {
    if (factor != null) {
      return factor;
    }
    List<Column> columns = new ArrayList<>(diagonal.length);
    for (int p = 0; p < diagonal.length; p++) {
      columns.add(new Column(new int[] {p}, new double[] {Math.sqrt(diagonal[p])}));
    }
    return columns;
  }

  /**
   * A column of a factor of W: the points where it is not zero, ascending, and what it is there.
   */
  record Column(int[] points, double[] entries) {}

  /** The weight of an atom in a point. */
  private record Share(int point, double weight) {}

  /** The atoms that belong to the same points, and what they add to W. */
  private static final class Shell {
    private final List<Integer> points;
    private final double[] sum;
    private int atoms;

    Shell(List<Integer> points, int size) {
      this.points = points;
      this.sum = new double[size * size];
    }

    void add(List<Share> shares, double inverseMass) {
      int n = points.size();
      for (int a = 0; a < n; a++) {
        for (int b = 0; b < n; b++) {
          sum[a * n + b] += shares.get(a).weight * shares.get(b).weight * inverseMass;
        }
      }
      atoms++;
    }

    /** Cholesky's factor, at most as many columns as there are atoms or points. */
    void factorise(List<Column> columns) {
      int n = points.size();
      double[] left = sum.clone();
      for (int k = 0, made = 0; k < n && made < atoms; k++) {
        double pivot = left[k * n + k];
        if (!(pivot > 1e-14 * sum[k * n + k])) {
          continue;
        }
        double[] entries = new double[n - k];
        int[] at = new int[n - k];
        double root = Math.sqrt(pivot);
        for (int i = k; i < n; i++) {
          at[i - k] = points.get(i);
          entries[i - k] = left[i * n + k] / root;
        }
        for (int i = k; i < n; i++) {
          for (int j = k; j < n; j++) {
            left[i * n + j] -= entries[i - k] * entries[j - k];
          }
        }
        columns.add(new Column(at, entries));
        made++;
      }
    }
  }
}
