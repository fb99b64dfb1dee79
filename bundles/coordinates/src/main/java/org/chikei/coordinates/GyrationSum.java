package org.chikei.coordinates;

import java.util.Arrays;
import java.util.List;
import org.chikei.api.coordinate.DerivativeBlock;
import org.chikei.api.coordinate.Point;
import org.chikei.api.coordinate.PointBlock;

/**
 * The sum of the squares of the distances from the centre, f = c Σ wᵢ |yᵢ|², or of their components
 * along an axis, or its root. With y = x − Σ w x and weights w that sum to 1,
 *
 * <pre>
 *   ∇ᵢf = 2 c wᵢ yᵢ,   vᵀHv = 2 c (Σ wᵢ |vᵢ|² − |Σ wᵢ vᵢ|²),   ℓ = 6 c Σ (1/mᵢ) wᵢ (1 − wᵢ)
 * </pre>
 *
 * <p>and along an axis e with y·e and v·e in place of y and v, and a third of ℓ. The root has no
 * derivatives where it is 0.
 */
final class GyrationSum extends PointVariable {
  private final double[] weights;
  private final double factor;
  private final double[] axis;
  private final boolean root;
  private final boolean nearestImage;

  /**
   * Makes the coordinate.
   *
   * @param weights one weight a point, of any sum
   * @param normalised whether the weights are divided by their sum
   * @param axis the axis of length 1 along which distances are measured, or null for whole
   *     distances
   * @param root whether the root is taken
   */
  GyrationSum(
      List<Point> points,
      String unit,
      double[] weights,
      boolean normalised,
      double[] axis,
      boolean root,
      boolean nearestImage) {
    super(points, unit);
    double sum = Arrays.stream(weights).sum();
    this.weights = Arrays.stream(weights).map(w -> w / sum).toArray();
    this.factor = normalised ? 1 : sum;
    this.axis = axis == null ? null : axis.clone();
    this.root = root;
    this.nearestImage = nearestImage;
  }

  @Override
  public void evaluate(PointBlock in, DerivativeBlock out) {
    Conformation y = new Conformation(in, weights, nearestImage, out);
    int free = Conformation.scratch(in.points());
    Arrays.fill(out.value(), 0, in.size(), 0);
    for (int p = 0; p < weights.length; p++) {
      if (axis == null) {
        whole(y, p, in.size(), out);
      } else {
        along(y, p, in.size(), out);
      }
    }
    if (out.order() == 2) {
      Arrays.fill(out.laplacian(), 0, in.size(), laplacian(in));
      if (in.velocities() != null) {
        curvature(in, out, free);
      }
    }
    if (root) {
      Root.replace(in, out, free, 0);
    }
  }

  private void whole(Conformation y, int p, int size, DerivativeBlock out) {
    double weight = factor * weights[p];
    double[] value = out.value();
    for (int d = 0; d < 3; d++) {
      double[] column = y.column(p, d);
      for (int j = 0; j < size; j++) {
        value[j] += weight * column[j] * column[j];
      }
      if (out.order() >= 1) {
        int to = (3 * p + d) * out.stride();
        for (int j = 0; j < size; j++) {
          out.gradient()[to + j] = 2 * weight * column[j];
        }
      }
    }
  }

  private void along(Conformation y, int p, int size, DerivativeBlock out) {
    double weight = factor * weights[p];
    double[] a = y.column(p, 0);
    double[] b = y.column(p, 1);
    double[] c = y.column(p, 2);
    for (int j = 0; j < size; j++) {
      double height = axis[0] * a[j] + axis[1] * b[j] + axis[2] * c[j];
      out.value()[j] += weight * height * height;
      if (out.order() >= 1) {
        double slope = 2 * weight * height;
        out.setGradient(p, j, slope * axis[0], slope * axis[1], slope * axis[2]);
      }
    }
  }

  private double laplacian(PointBlock in) {
    double sum = 0;
    for (int p = 0; p < weights.length; p++) {
      sum += in.inverseMass(p) * weights[p] * (1 - weights[p]);
    }
    return (axis == null ? 6 : 2) * factor * sum;
  }

  private void curvature(PointBlock in, DerivativeBlock out, int free) {
    int size = in.size();
    double[] mean = out.scratch(free);
    double[] speed = out.scratch(free + 1);
    double[] curvature = out.curvature();
    Arrays.fill(curvature, 0, size, 0);
    for (int d = 0; d < (axis == null ? 3 : 1); d++) {
      Arrays.fill(mean, 0, size, 0);
      for (int p = 0; p < weights.length; p++) {
        component(in, p, d, speed);
        for (int j = 0; j < size; j++) {
          mean[j] += weights[p] * speed[j];
        }
      }
      for (int p = 0; p < weights.length; p++) {
        component(in, p, d, speed);
        double twice = 2 * factor * weights[p];
        for (int j = 0; j < size; j++) {
          double relative = speed[j] - mean[j];
          curvature[j] += twice * relative * relative;
        }
      }
    }
  }

  /** The d-th component of the velocity of a point, or that along the axis. */
  private void component(PointBlock in, int p, int d, double[] speed) {
    double[] v = in.velocities();
    int from = in.offset(p);
    int stride = in.stride();
    for (int j = 0; j < in.size(); j++) {
      speed[j] =
          axis == null
              ? v[from + d * stride + j]
              : axis[0] * v[from + j]
                  + axis[1] * v[from + stride + j]
                  + axis[2] * v[from + 2 * stride + j];
    }
  }
}
