package org.chikei.batch.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.chikei.api.coordinate.CollectiveVariable;
import org.chikei.api.coordinate.DerivativeBlock;
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
  private final PointBlock in;
  private final SecondOrder evaluator;

  LeafEvaluator(CollectiveVariable variable, PointLayout layout, PointColumns columns, int order) {
    this.columns = columns;
    this.points = variable.points();
    int stride = columns.stride();
    int n = points.size();
    this.offsets = points.stream().mapToInt(p -> 3 * layout.row(p) * stride).toArray();
    double[] inverseMasses = new double[n * n];
    for (int p = 0; p < n; p++) {
      for (int q = 0; q < n; q++) {
        inverseMasses[p * n + q] = layout.inverseMass(points.get(p), points.get(q));
      }
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
    this.force = order > 0 && columns.accelerations() != null ? new double[stride] : null;
  }

  void evaluate() {
    in.setSize(columns.size());
    evaluator.evaluate(out);
    if (rate != null) {
      project(columns.velocities(), rate);
    }
    if (force != null) {
      project(columns.accelerations(), force);
    }
  }

  /** Σ_p u_p·∂R/∂x_p of a vector u a point. */
  private void project(double[] vectors, double[] sum) {
    double[] gradient = out.gradient();
    int stride = out.stride();
    int size = in.size();
    Arrays.fill(sum, 0, size, 0);
    for (int p = 0; p < offsets.length; p++) {
      int g = 3 * p * stride;
      int v = offsets[p];
      for (int j = 0; j < size; j++) {
        sum[j] +=
            gradient[g + j] * vectors[v + j]
                + gradient[g + stride + j] * vectors[v + stride + j]
                + gradient[g + 2 * stride + j] * vectors[v + 2 * stride + j];
      }
    }
  }

  /** The products of two gradients that add up to the metric of two variables. */
  static List<MetricTerm> metricTerms(LeafEvaluator a, LeafEvaluator b, PointLayout layout) {
    List<MetricTerm> terms = new ArrayList<>();
    for (int p = 0; p < a.points.size(); p++) {
      for (int q = 0; q < b.points.size(); q++) {
        double w = layout.inverseMass(a.points.get(p), b.points.get(q));
        if (w != 0) {
          terms.add(new MetricTerm(p, q, w));
        }
      }
    }
    return terms;
  }

  /** Σ W_pq ∂R_a/∂x_p · ∂R_b/∂x_q, put into a column from a row on. */
  static void metric(
      LeafEvaluator a, LeafEvaluator b, List<MetricTerm> terms, double[] column, int row) {
    double[] ga = a.out.gradient();
    double[] gb = b.out.gradient();
    int stride = a.out.stride();
    int size = a.in.size();
    Arrays.fill(column, row, row + size, 0);
    for (int t = 0; t < terms.size(); t++) {
      MetricTerm term = terms.get(t);
      int p = 3 * term.p * stride;
      int q = 3 * term.q * stride;
      double w = term.inverseMass;
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

  /** A pair of points that share mass. */
  record MetricTerm(int p, int q, double inverseMass) {}
}
