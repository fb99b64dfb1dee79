package org.chikei.batch.engine;

import java.util.Arrays;
import java.util.List;
import org.chikei.api.coordinate.CollectiveVariable;
import org.chikei.api.coordinate.DerivativeBlock;
import org.chikei.api.coordinate.InverseMasses;
import org.chikei.api.coordinate.Point;
import org.chikei.api.coordinate.PointBlock;
import org.chikei.api.coordinate.SecondOrder;

/**
 * Evaluates one variable of points in a block of frames: its value, its gradient, and what follows
 * from the gradient: Ṙ = Σ V·∇R, the force part Σ (f/m)·∇R of R̈, and products of gradients.
 */
final class LeafEvaluator {
  final DerivativeBlock out;
  final double[] rate;
  final double[] force;
  private final PointColumns columns;
  private final List<Point> points;
  private final int[] offsets;
  private final double[] forceFactors;
  private final PointBlock in;
  private final SecondOrder evaluator;
  private final double[] unused;

  LeafEvaluator(CollectiveVariable variable, PointLayout layout, PointColumns columns, int order) {
    this.columns = columns;
    this.points = variable.points();
    int stride = columns.stride();
    int n = points.size();
    this.offsets = new int[n];
    this.forceFactors = new double[n];
    InverseMasses inverseMasses = layout.inverseMasses(points);
    for (int p = 0; p < n; p++) {
      offsets[p] = 3 * layout.row(points.get(p)) * stride;
      forceFactors[p] = layout.direct() ? inverseMasses.of(p) : 1;
    }
    this.in =
        new PointBlock(
            stride,
            columns.positions(),
            columns.velocities(),
            columns.boxes(),
            offsets,
            inverseMasses);
    this.out = new DerivativeBlock(stride, n, order);
    this.evaluator = new SecondOrder(variable, in);
    this.rate = order > 0 && columns.velocities() != null ? new double[stride] : null;
    this.force = order > 0 && columns.forces() != null ? new double[stride] : null;
    this.unused = order > 0 ? new double[stride] : null;
  }

  void evaluate() {
    in.setSize(columns.size());
    evaluator.evaluate(out);
  }

  /** Whether the metric is a sum over points, since no two share an atom. */
  boolean diagonal() {
    return !in.overlapping();
  }

  /**
   * Ṙ and the force part of R̈ from the gradient, and where points share no atom the metric with
   * what each point adds to it.
   *
   * @param metric receives g from a row on; null where it is not wanted or not {@link #diagonal}
   * @param shares receives what each point adds to g from a row on; null where it is not wanted
   * @param shareOfPoint the index of each point's share
   */
  void contract(double[] metric, double[][] shares, int[] shareOfPoint, int row) {
    int size = in.size();
    if (rate != null) {
      Arrays.fill(rate, 0, size, 0);
    }
    if (force != null) {
      Arrays.fill(force, 0, size, 0);
    }
    if (metric != null) {
      Arrays.fill(metric, row, row + size, 0);
    }
    double[] sum = metric == null ? unused : metric;
    int sumRow = metric == null ? 0 : row;
    for (int p = 0; p < offsets.length; p++) {
      double[] share = shares == null ? unused : shares[shareOfPoint[p]];
      int shareRow = shares == null ? 0 : row;
      square(3 * p * out.stride(), in.inverseMass(p), sum, sumRow, share, shareRow);
      if (rate != null) {
        project(3 * p * out.stride(), columns.velocities(), offsets[p], 1, rate);
      }
      if (force != null) {
        project(3 * p * out.stride(), columns.forces(), offsets[p], forceFactors[p], force);
      }
    }
  }

  /** Puts w |∂R/∂x|² of a point into a column and adds it to another. */
  private void square(int at, double w, double[] sum, int sumRow, double[] share, int shareRow) {
    double[] gradient = out.gradient();
    int y = at + out.stride();
    int z = y + out.stride();
    for (int j = 0; j < in.size(); j++) {
      double square =
          w
              * (gradient[at + j] * gradient[at + j]
                  + gradient[y + j] * gradient[y + j]
                  + gradient[z + j] * gradient[z + j]);
      share[shareRow + j] = square;
      sum[sumRow + j] += square;
    }
  }

  /** Adds w u·∂R/∂x of a point to a column, u a vector a frame. */
  private void project(int at, double[] vectors, int from, double w, double[] sum) {
    double[] gradient = out.gradient();
    int stride = out.stride();
    int y = at + stride;
    int z = y + stride;
    int fromY = from + stride;
    int fromZ = fromY + stride;
    for (int j = 0; j < in.size(); j++) {
      sum[j] +=
          w
              * (gradient[at + j] * vectors[from + j]
                  + gradient[y + j] * vectors[fromY + j]
                  + gradient[z + j] * vectors[fromZ + j]);
    }
  }

  /** Σ W_pq ∂R_a/∂x_p · ∂R_b/∂x_q, put into a column from a row on. */
  static void metric(
      LeafEvaluator a,
      LeafEvaluator b,
      List<PointLayout.MetricTerm> terms,
      double[] column,
      int row) {
    double[] ga = a.out.gradient();
    double[] gb = b.out.gradient();
    int stride = a.out.stride();
    int size = a.in.size();
    Arrays.fill(column, row, row + size, 0);
    for (int t = 0; t < terms.size(); t++) {
      PointLayout.MetricTerm term = terms.get(t);
      int p = 3 * term.p() * stride;
      int q = 3 * term.q() * stride;
      double w = term.inverseMass();
      for (int j = 0; j < size; j++) {
        column[row + j] +=
            w
                * (ga[p + j] * gb[q + j]
                    + ga[p + stride + j] * gb[q + stride + j]
                    + ga[p + 2 * stride + j] * gb[q + 2 * stride + j]);
      }
    }
  }

  List<Point> points() {
    return points;
  }
}
