package org.chikei.coordinates;

import java.util.Arrays;
import org.chikei.api.coordinate.DerivativeBlock;
import org.chikei.api.coordinate.PointBlock;

/**
 * Turns a coordinate f ≥ 0 into its square root h, with all derivatives:
 *
 * <pre>
 *   ∇h = ∇f/2h,   vᵀHv = (f̈/2 − ḣ²)/h,   ℓ = (ℓ_f/2 − Σ (1/m) |∇h|²)/h
 * </pre>
 *
 * <p>where f̈ is the vᵀHv of f, and ḣ = v·∇h. Of points that share atoms the Laplacian is made
 * elsewhere.
 */
final class Root {
  /** How many scratch columns it takes. */
  static final int SCRATCH = 2;

  private Root() {}

  /**
   * Replaces f by its root in every frame.
   *
   * @param in the points of the coordinate
   * @param out holds f and receives its root
   * @param scratch the first of the scratch columns to use
   * @param floor the f up to which there is a value and no derivatives
   */
  static void replace(PointBlock in, DerivativeBlock out, int scratch, double floor) {
    int size = in.size();
    double[] value = out.value();
    double[] half = out.scratch(scratch);
    double least = Math.max(floor, Double.MIN_NORMAL);
    for (int j = 0; j < size; j++) {
      double root = Math.sqrt(Math.max(value[j], 0));
      half[j] = value[j] > least ? 0.5 / root : Double.NaN;
      value[j] = root;
    }
    if (out.order() == 0) {
      return;
    }
    double[] gradient = out.gradient();
    for (int k = 0; k < 3 * in.points(); k++) {
      int from = k * out.stride();
      for (int j = 0; j < size; j++) {
        gradient[from + j] *= half[j];
      }
    }
    if (out.order() == 2) {
      laplacian(in, out, half);
      if (in.velocities() != null) {
        curvature(in, out, half, out.scratch(scratch + 1));
      }
    }
  }

  private static void laplacian(PointBlock in, DerivativeBlock out, double[] half) {
    int size = in.size();
    double[] gradient = out.gradient();
    double[] laplacian = out.laplacian();
    for (int k = 0; k < 3 * in.points(); k++) {
      int from = k * out.stride();
      double twice = 2 * in.inverseMass(k / 3);
      for (int j = 0; j < size; j++) {
        laplacian[j] -= twice * gradient[from + j] * gradient[from + j];
      }
    }
    for (int j = 0; j < size; j++) {
      laplacian[j] *= half[j];
    }
  }

  private static void curvature(PointBlock in, DerivativeBlock out, double[] half, double[] rate) {
    int size = in.size();
    double[] gradient = out.gradient();
    double[] velocities = in.velocities();
    double[] curvature = out.curvature();
    Arrays.fill(rate, 0, size, 0);
    for (int k = 0; k < 3 * in.points(); k++) {
      int from = k * out.stride();
      int velocity = in.offset(k / 3) + k % 3 * in.stride();
      for (int j = 0; j < size; j++) {
        rate[j] += gradient[from + j] * velocities[velocity + j];
      }
    }
    for (int j = 0; j < size; j++) {
      curvature[j] = (curvature[j] - 2 * rate[j] * rate[j]) * half[j];
    }
  }
}
