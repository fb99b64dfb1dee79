package org.chikei.coordinates;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import org.chikei.api.coordinate.DerivativeBlock;
import org.chikei.api.coordinate.Point;
import org.chikei.api.coordinate.PointBlock;

/**
 * A sum Σ c ½ (1 + cos Δ), where each Δ is a torsion less a constant, or the difference of two
 * torsions. With g = Σ (1/m) |∇Δ|² and since the Laplacian of a torsion vanishes,
 *
 * <pre>
 *   vᵀHv = −½ Σ c (sin Δ (vᵀH_Δ v) + cos Δ Δ̇²),   ℓ = −½ Σ c cos Δ g .
 * </pre>
 *
 * <p>Where three consecutive points of a torsion are on one line it does not exist.
 */
final class CosineSum extends PointVariable {
  /**
   * One Δ.
   *
   * @param torsions the four points of a torsion, or of two whose difference is taken
   * @param reference the constant that is subtracted, in rad
   * @param coefficient the factor c
   */
  record Term(List<List<Point>> torsions, double reference, double coefficient) {}

  private final List<Term> terms;
  private final boolean nearestImage;

  /** For each term and torsion the places of its points among all. */
  private final int[][][] places;

  /** For each term all its points, none twice. */
  private final int[][] members;

  /** For each term, torsion and point of that which of the term's points it is. */
  private final int[][][] local;

  CosineSum(List<Term> terms, boolean nearestImage) {
    super(points(terms), "");
    this.terms = List.copyOf(terms);
    this.nearestImage = nearestImage;
    places = new int[terms.size()][][];
    members = new int[terms.size()][];
    local = new int[terms.size()][][];
    for (int t = 0; t < places.length; t++) {
      List<Point> own = points(List.of(terms.get(t)));
      members[t] = own.stream().mapToInt(points()::indexOf).toArray();
      places[t] = find(terms.get(t), points());
      local[t] = find(terms.get(t), own);
    }
  }

  private static List<Point> points(List<Term> terms) {
    LinkedHashSet<Point> points = new LinkedHashSet<>();
    terms.forEach(term -> term.torsions().forEach(points::addAll));
    return new ArrayList<>(points);
  }

  private static int[][] find(Term term, List<Point> among) {
    return term.torsions().stream()
        .map(four -> four.stream().mapToInt(among::indexOf).toArray())
        .toArray(int[][]::new);
  }

  @Override
  public void evaluate(PointBlock in, DerivativeBlock out) {
    int size = in.size();
    Arrays.fill(out.value(), 0, size, 0);
    if (out.order() >= 1) {
      for (int k = 0; k < 3 * in.points(); k++) {
        Arrays.fill(out.gradient(), k * out.stride(), k * out.stride() + size, 0);
      }
    }
    if (out.order() == 2) {
      Arrays.fill(out.laplacian(), 0, size, 0);
      Arrays.fill(out.curvature(), 0, size, 0);
    }
    for (int t = 0; t < places.length; t++) {
      add(t, in, out);
    }
  }

  private void add(int t, PointBlock in, DerivativeBlock out) {
    TorsionAngle[] angles = new TorsionAngle[places[t].length];
    for (int k = 0; k < angles.length; k++) {
      angles[k] = new TorsionAngle(in, places[t][k], nearestImage, out, k);
    }
    double half = 0.5 * terms.get(t).coefficient();
    double[] four = new double[12];
    double[] gradient = new double[3 * members[t].length];
    boolean curved = curved(in, out);
    for (int j = 0; j < in.size(); j++) {
      double delta = -terms.get(t).reference();
      for (int k = 0; k < angles.length; k++) {
        delta += (k == 0 ? 1 : -1) * angles[k].set(j);
      }
      double sine = half * Math.sin(delta);
      double cosine = half * Math.cos(delta);
      out.value()[j] += half + cosine;
      if (out.order() == 0) {
        continue;
      }
      Arrays.fill(gradient, 0);
      for (int k = 0; k < angles.length; k++) {
        angles[k].gradient(four);
        collect(local[t][k], k == 0 ? 1 : -1, four, gradient);
      }
      put(members[t], gradient, -sine, j, out);
      if (out.order() == 2) {
        out.laplacian()[j] -= cosine * metric(members[t], gradient, in);
      }
      if (curved) {
        double rate = rate(members[t], gradient, j, in);
        double acceleration = 0;
        for (int k = 0; k < angles.length; k++) {
          acceleration += (k == 0 ? 1 : -1) * angles[k].acceleration(j);
        }
        out.curvature()[j] -= sine * acceleration + cosine * rate * rate;
      }
    }
  }

  private static void collect(int[] points, int sign, double[] four, double[] gradient) {
    for (int k = 0; k < 12; k++) {
      gradient[3 * points[k / 3] + k % 3] += sign * four[k];
    }
  }

  private static void put(
      int[] points, double[] gradient, double factor, int j, DerivativeBlock out) {
    for (int k = 0; k < gradient.length; k++) {
      out.gradient()[(3 * points[k / 3] + k % 3) * out.stride() + j] += factor * gradient[k];
    }
  }

  private static double metric(int[] points, double[] gradient, PointBlock in) {
    double metric = 0;
    for (int k = 0; k < gradient.length; k++) {
      metric += in.inverseMass(points[k / 3]) * gradient[k] * gradient[k];
    }
    return metric;
  }

  private static double rate(int[] points, double[] gradient, int j, PointBlock in) {
    double rate = 0;
    for (int k = 0; k < gradient.length; k++) {
      int at = in.offset(points[k / 3]) + k % 3 * in.stride() + j;
      rate += gradient[k] * in.velocities()[at];
    }
    return rate;
  }
}
