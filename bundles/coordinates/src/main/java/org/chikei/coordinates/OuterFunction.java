package org.chikei.coordinates;

import java.util.Arrays;
import org.chikei.api.coordinate.DerivativeBlock;
import org.chikei.api.coordinate.PointBlock;

/**
 * Turns a coordinate f into a function h of it, with all derivatives, by the chain rule:
 *
 * <pre>
 *   ∇h = h′ ∇f,   vᵀHv = h′ f̈ + h″ ḟ²,   ℓ = h′ ℓ_f + h″ Σ_pq W_pq ∇_pf·∇_qf
 * </pre>
 *
 * <p>where f̈ is the vᵀHv of f. Points may share atoms.
 */
final class OuterFunction {
  private OuterFunction() {}

  /**
   * Replaces the derivatives of f by those of h in every frame.
   *
   * @param in the points of the coordinate
   * @param out holds the derivatives of f and receives those of h
   * @param first h′ of each frame
   * @param second h″ of each frame
   * @param scratch a column to use
   */
  static void apply(
      PointBlock in, DerivativeBlock out, double[] first, double[] second, double[] scratch) {
    int size = in.size();
    if (out.order() == 2) {
      Arrays.fill(scratch, 0, size, 0);
      metric(in, out, scratch);
      combine(size, first, second, scratch, out.laplacian());
      if (in.velocities() != null) {
        Arrays.fill(scratch, 0, size, 0);
        rate(in, out, scratch);
        for (int j = 0; j < size; j++) {
          scratch[j] *= scratch[j];
        }
        combine(size, first, second, scratch, out.curvature());
      }
    }
    if (out.order() >= 1) {
      double[] gradient = out.gradient();
      for (int k = 0; k < 3 * in.points(); k++) {
        int from = k * out.stride();
        for (int j = 0; j < size; j++) {
          gradient[from + j] *= first[j];
        }
      }
    }
  }

  private static void combine(
      int size, double[] first, double[] second, double[] square, double[] column) {
    for (int j = 0; j < size; j++) {
      column[j] = first[j] * column[j] + second[j] * square[j];
    }
  }

  private static void metric(PointBlock in, DerivativeBlock out, double[] sum) {
    for (int p = 0; p < in.points(); p++) {
      add(in, out, p, p, in.inverseMass(p), sum);
      for (int k = 0; k < in.inverseMasses().partners(p); k++) {
        int q = in.inverseMasses().partner(p, k);
        add(in, out, p, q, in.inverseMass(p, q), sum);
      }
    }
  }

  private static void add(
      PointBlock in, DerivativeBlock out, int p, int q, double w, double[] sum) {
    double[] gradient = out.gradient();
    for (int d = 0; d < 3; d++) {
      int a = (3 * p + d) * out.stride();
      int b = (3 * q + d) * out.stride();
      for (int j = 0; j < in.size(); j++) {
        sum[j] += w * gradient[a + j] * gradient[b + j];
      }
    }
  }

  private static void rate(PointBlock in, DerivativeBlock out, double[] sum) {
    double[] gradient = out.gradient();
    double[] velocities = in.velocities();
    for (int k = 0; k < 3 * in.points(); k++) {
      int from = k * out.stride();
      int velocity = in.offset(k / 3) + k % 3 * in.stride();
      for (int j = 0; j < in.size(); j++) {
        sum[j] += gradient[from + j] * velocities[velocity + j];
      }
    }
  }
}
