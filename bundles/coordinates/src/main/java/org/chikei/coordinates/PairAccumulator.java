package org.chikei.coordinates;

import java.util.Arrays;
import org.chikei.api.coordinate.DerivativeBlock;
import org.chikei.api.coordinate.PointBlock;
import org.chikei.coordinates.switching.RadialFunction;

/**
 * Adds up functions f(|d|) of the vectors d between pairs of points, one pair after the other, each
 * in all frames of a block. With s = f′/r and b = (f″ − f′/r)/r²,
 *
 * <pre>
 *   ∇ = ∓s d,   vᵀHv = s |ḋ|² + b (d·ḋ)²,   ℓ = W (3 s + b r²)
 * </pre>
 *
 * <p>with W the inverse mass of the vector. Its columns are scratch space of the block that is
 * being filled, the first seven of it.
 */
final class PairAccumulator {
  /** How many scratch columns it uses. */
  static final int SCRATCH = 7;

  /** A squared distance in nm² that counts as none, since one over its square overflows. */
  private static final double TINY = 1e-140;

  private final PointBlock in;
  private final DerivativeBlock out;
  private final boolean nearestImage;
  private final boolean curved;
  private final double[] x;
  private final double[] y;
  private final double[] z;
  private final double[] square;
  private final double[] value;
  private final double[] slope;
  private final double[] bend;

  PairAccumulator(PointBlock in, DerivativeBlock out, boolean nearestImage) {
    this.in = in;
    this.out = out;
    this.nearestImage = nearestImage;
    this.curved = PointVariable.curved(in, out);
    this.x = out.scratch(0);
    this.y = out.scratch(1);
    this.z = out.scratch(2);
    this.square = out.scratch(3);
    this.value = out.scratch(4);
    this.slope = out.order() >= 1 ? out.scratch(5) : null;
    this.bend = out.order() >= 2 ? out.scratch(6) : null;
  }

  /** Begins at zero. */
  void clear() {
    clear(in, out);
  }

  /** Fills what a block is to receive with zeros. */
  static void clear(PointBlock in, DerivativeBlock out) {
    Arrays.fill(out.value(), 0, in.size(), 0);
    clearDerivatives(in, out);
  }

  /** Fills the derivatives that a block is to receive with zeros. */
  static void clearDerivatives(PointBlock in, DerivativeBlock out) {
    int size = in.size();
    if (out.order() >= 1) {
      Arrays.fill(out.gradient(), 0);
    }
    if (out.order() >= 2) {
      Arrays.fill(out.laplacian(), 0, size, 0);
      Arrays.fill(out.curvature(), 0, size, 0);
    }
  }

  /** The squared distances of a pair. */
  double[] squares(int from, int to) {
    if (nearestImage) {
      in.displacements(from, to, x, y, z);
    } else {
      in.differences(from, to, x, y, z);
    }
    for (int j = 0; j < in.size(); j++) {
      double sum = x[j] * x[j] + y[j] * y[j] + z[j] * z[j];
      square[j] = sum < TINY ? 0 : sum;
    }
    return square;
  }

  /** Adds the function of one pair. */
  void add(int from, int to, RadialFunction function) {
    squares(from, to);
    function.evaluate(in.size(), square, value, slope, bend);
    addValue();
    if (slope != null) {
      int stride = out.stride();
      addGradient(3 * from * stride, 3 * to * stride, x);
      addGradient((3 * from + 1) * stride, (3 * to + 1) * stride, y);
      addGradient((3 * from + 2) * stride, (3 * to + 2) * stride, z);
    }
    if (bend != null) {
      addLaplacian(PointVariable.inverseMass(in, from, to, from, to));
    }
    if (curved) {
      addCurvature(in.offset(from), in.offset(to));
    }
  }

  private void addValue() {
    double[] sum = out.value();
    for (int j = 0; j < in.size(); j++) {
      sum[j] += value[j];
    }
  }

  private void addGradient(int from, int to, double[] component) {
    double[] gradient = out.gradient();
    for (int j = 0; j < in.size(); j++) {
      double share = slope[j] * component[j];
      gradient[from + j] -= share;
      gradient[to + j] += share;
    }
  }

  private void addLaplacian(double inverseMass) {
    double[] sum = out.laplacian();
    for (int j = 0; j < in.size(); j++) {
      sum[j] += inverseMass * (3 * slope[j] + bend[j] * square[j]);
    }
  }

  private void addCurvature(int from, int to) {
    double[] sum = out.curvature();
    double[] v = in.velocities();
    int stride = in.stride();
    for (int j = 0; j < in.size(); j++) {
      double vx = v[to + j] - v[from + j];
      double vy = v[to + stride + j] - v[from + stride + j];
      double vz = v[to + 2 * stride + j] - v[from + 2 * stride + j];
      double along = x[j] * vx + y[j] * vy + z[j] * vz;
      sum[j] += slope[j] * (vx * vx + vy * vy + vz * vz) + bend[j] * along * along;
    }
  }
}
