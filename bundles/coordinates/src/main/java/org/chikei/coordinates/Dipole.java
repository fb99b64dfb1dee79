package org.chikei.coordinates;

import java.util.Arrays;
import java.util.List;
import org.chikei.api.coordinate.DerivativeBlock;
import org.chikei.api.coordinate.Point;
import org.chikei.api.coordinate.PointBlock;

/**
 * The dipole moment D = Σ q_i x_i of charged points, or one component of it. Each point is taken at
 * its nearest image to the point before it. The charges are those relative to a centre: where they
 * sum to zero the origin does not matter.
 *
 * <p>D is linear, and its length has, with u = D/|D| and W = Σ_pq W_pq q_p q_q,
 *
 * <pre>
 *   ∇_p|D| = q_p u,   vᵀHv = |u × Ḋ|²/|D|,   ℓ = 2 W/|D| .
 * </pre>
 */
final class Dipole extends PointVariable {
  /** The component that stands for the length. */
  static final int LENGTH = -1;

  private final double[] charges;
  private final int component;
  private final boolean nearestImage;

  Dipole(List<Point> points, double[] charges, int component, boolean nearestImage) {
    super(points, "e nm");
    this.charges = charges.clone();
    this.component = component;
    this.nearestImage = nearestImage;
  }

  @Override
  public boolean countsSharedAtoms() {
    return true;
  }

  @Override
  public void evaluate(PointBlock in, DerivativeBlock out) {
    int size = in.size();
    double[][] dipole = {out.scratch(0), out.scratch(1), out.scratch(2)};
    gather(in, out, dipole);
    if (component != LENGTH) {
      System.arraycopy(dipole[component], 0, out.value(), 0, size);
      linear(in, out);
      return;
    }
    double mass = inverseMass(in);
    if (curved(in, out)) {
      rates(in, out);
    }
    for (int j = 0; j < size; j++) {
      length(j, in, out, dipole, mass);
    }
  }

  /** Adds up the charges times where they are. */
  private void gather(PointBlock in, DerivativeBlock out, double[][] dipole) {
    int size = in.size();
    double[][] step = {out.scratch(3), out.scratch(4), out.scratch(5)};
    double[][] place = {out.scratch(6), out.scratch(7), out.scratch(8)};
    for (int d = 0; d < 3; d++) {
      System.arraycopy(in.positions(), in.offset(0) + d * in.stride(), place[d], 0, size);
      Arrays.fill(dipole[d], 0, size, 0);
    }
    double net = Arrays.stream(charges).sum();
    double largest = Arrays.stream(charges).map(Math::abs).max().orElse(0);
    if (Math.abs(net) < 1e-12 * largest) {
      // neutral: the first point as the origin loses no digits
      for (int d = 0; d < 3; d++) {
        Arrays.fill(place[d], 0, size, 0);
      }
    }
    for (int p = 0; p < charges.length; p++) {
      if (p > 0 && nearestImage) {
        in.displacements(p - 1, p, step[0], step[1], step[2]);
      } else if (p > 0) {
        in.differences(p - 1, p, step[0], step[1], step[2]);
      }
      for (int d = 0; d < 3; d++) {
        advance(size, p > 0 ? step[d] : null, charges[p], place[d], dipole[d]);
      }
    }
  }

  private static void advance(
      int size, double[] step, double charge, double[] place, double[] dipole) {
    for (int j = 0; j < size; j++) {
      place[j] += step == null ? 0 : step[j];
      dipole[j] += charge * place[j];
    }
  }

  private void linear(PointBlock in, DerivativeBlock out) {
    PairAccumulator.clearDerivatives(in, out);
    for (int p = 0; out.order() >= 1 && p < charges.length; p++) {
      int from = (3 * p + component) * out.stride();
      Arrays.fill(out.gradient(), from, from + in.size(), charges[p]);
    }
  }

  private double inverseMass(PointBlock in) {
    double sum = 0;
    for (int p = 0; p < charges.length; p++) {
      sum += charges[p] * charges[p] * in.inverseMass(p);
      for (int k = 0; k < in.inverseMasses().partners(p); k++) {
        int q = in.inverseMasses().partner(p, k);
        sum += charges[p] * charges[q] * in.inverseMass(p, q);
      }
    }
    return sum;
  }

  /** Ḋ, in scratch columns 3 to 5. */
  private void rates(PointBlock in, DerivativeBlock out) {
    for (int d = 0; d < 3; d++) {
      double[] rate = out.scratch(3 + d);
      Arrays.fill(rate, 0, in.size(), 0);
      for (int p = 0; p < charges.length; p++) {
        int from = in.offset(p) + d * in.stride();
        for (int j = 0; j < in.size(); j++) {
          rate[j] += charges[p] * in.velocities()[from + j];
        }
      }
    }
  }

  private void length(int j, PointBlock in, DerivativeBlock out, double[][] dipole, double mass) {
    double x = dipole[0][j];
    double y = dipole[1][j];
    double z = dipole[2][j];
    double length = Math.sqrt(x * x + y * y + z * z);
    out.value()[j] = length;
    if (out.order() == 0) {
      return;
    }
    double inverse = length > 0 ? 1 / length : Double.NaN;
    x *= inverse;
    y *= inverse;
    z *= inverse;
    for (int p = 0; p < charges.length; p++) {
      out.setGradient(p, j, charges[p] * x, charges[p] * y, charges[p] * z);
    }
    if (out.order() == 1) {
      return;
    }
    out.laplacian()[j] = 2 * mass * inverse;
    if (curved(in, out)) {
      double vx = out.scratch(3)[j];
      double vy = out.scratch(4)[j];
      double vz = out.scratch(5)[j];
      double nx = y * vz - z * vy;
      double ny = z * vx - x * vz;
      double nz = x * vy - y * vx;
      out.curvature()[j] = (nx * nx + ny * ny + nz * nz) * inverse;
    }
  }
}
