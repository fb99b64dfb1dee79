package org.chikei.coordinates;

import java.util.Arrays;
import org.chikei.api.coordinate.DerivativeBlock;
import org.chikei.api.coordinate.PointBlock;

/**
 * The puckering of a ring of N = 5 or 6 points by their heights above its mean plane (Cremer and
 * Pople). With the angles α_j = 2π j/N, j from 0, the normal of the plane is along
 *
 * <pre>
 *   n = P × Q,   P = Σ x_j sin α_j,   Q = Σ x_j cos α_j,
 * </pre>
 *
 * <p>and each component of the vector is U·n/|n| with
 *
 * <pre>
 *   U_c = √(2/N) Σ x_j cos 2α_j,   U_s = −√(2/N) Σ x_j sin 2α_j,   U_z = N^−½ Σ (−1)^j x_j ,
 * </pre>
 *
 * <p>the last of rings of six alone. The sums of all these weights are zero, so the centre does not
 * matter. All of P, Q and U are linear in the positions, so that derivatives along any direction
 * are those of a scalar product over a length. Points on one line have no plane.
 */
final class MeanPlaneRing implements RingModel {
  /** The amplitude as a part of the ring's radius below which it is rounding. */
  private static final double FLOOR = 1e-14;

  private final PointBlock in;
  private final Conformation ring;
  private final int points;
  private final int order;
  private final boolean curved;

  /** The weights of U_c, U_s and U_z. */
  private final double[][] weights;

  private final double[] sines;
  private final double[] cosines;

  private final double[] p = new double[3];
  private final double[] q = new double[3];
  private final double[] n = new double[3];
  private final double[][] u = new double[3][3];
  private final double[] lever = new double[3];
  private final double[] turned = new double[3];
  private final double[][] uTurned = new double[3][3];
  private final double[] pRate = new double[3];
  private final double[] qRate = new double[3];
  private final double[] uRate = new double[3];
  private final double[] nRate = new double[3];
  private final double[] work = new double[3];

  MeanPlaneRing(PointBlock in, boolean nearestImage, DerivativeBlock out) {
    this.in = in;
    this.points = in.points();
    double[] equal = new double[points];
    Arrays.fill(equal, 1.0 / points);
    this.ring = new Conformation(in, equal, nearestImage, out);
    this.order = out.order();
    this.curved = PointVariable.curved(in, out);
    this.weights = new double[3][points];
    this.sines = new double[points];
    this.cosines = new double[points];
    for (int j = 0; j < points; j++) {
      double angle = 2 * Math.PI * j / points;
      sines[j] = Math.sin(angle);
      cosines[j] = Math.cos(angle);
      double scale = Math.sqrt(2.0 / points);
      weights[0][j] = scale * Math.cos(2 * angle);
      weights[1][j] = -scale * Math.sin(2 * angle);
      weights[2][j] = points == 6 ? (j % 2 == 0 ? 1 : -1) / Math.sqrt(6) : 0;
    }
  }

  @Override
  public void set(int j, PuckeringVector out) {
    sum(j, sines, p);
    sum(j, cosines, q);
    for (int a = 0; a < 3; a++) {
      sum(j, weights[a], u[a]);
    }
    cross(p, q, n);
    double square = dot(n, n);
    boolean exists = square > PointVariable.STRAIGHT * dot(p, p) * dot(q, q);
    double inverse = exists ? 1 / Math.sqrt(square) : Double.NaN;
    for (int d = 0; d < 3; d++) {
      n[d] *= inverse;
    }
    for (int a = 0; a < 3; a++) {
      out.value[a] = dot(u[a], n);
    }
    out.floor = FLOOR * Math.sqrt(Math.sqrt(square));
    Arrays.fill(out.laplacian, 0);
    if (order >= 1) {
      for (int i = 0; i < points; i++) {
        point(i, inverse, out);
      }
    }
    if (curved) {
      accelerate(j, inverse, out);
    }
  }

  /** The derivatives with respect to one point, along each axis of which n changes at e × T. */
  private void point(int i, double inverse, PuckeringVector out) {
    for (int d = 0; d < 3; d++) {
      lever[d] = (sines[i] * q[d] - cosines[i] * p[d]) * inverse;
    }
    cross(lever, n, turned);
    double leverSquare = dot(lever, lever);
    for (int a = 0; a < 3; a++) {
      cross(lever, u[a], uTurned[a]);
      double second = 0;
      for (int d = 0; d < 3; d++) {
        double stretch = turned[d];
        double slope = weights[a][i] * n[d] + uTurned[a][d] - out.value[a] * stretch;
        out.gradient[a][3 * i + d] = slope;
        double stretching = leverSquare - lever[d] * lever[d] - stretch * stretch;
        second -= 2 * slope * stretch + out.value[a] * stretching;
      }
      out.laplacian[a] += in.inverseMass(i) * second;
    }
  }

  /** The second-order terms along the velocities, with everything divided by the length of n. */
  private void accelerate(int j, double inverse, PuckeringVector out) {
    sumOfVelocities(j, sines, pRate);
    sumOfVelocities(j, cosines, qRate);
    cross(pRate, q, nRate);
    cross(p, qRate, work);
    for (int d = 0; d < 3; d++) {
      nRate[d] = (nRate[d] + work[d]) * inverse;
    }
    cross(pRate, qRate, work);
    for (int d = 0; d < 3; d++) {
      work[d] *= 2 * inverse;
    }
    double stretch = dot(n, nRate);
    double stretching = dot(nRate, nRate) + dot(n, work) - stretch * stretch;
    for (int a = 0; a < 3; a++) {
      sumOfVelocities(j, weights[a], uRate);
      double slope = dot(uRate, n) + dot(u[a], nRate) - out.value[a] * stretch;
      out.acceleration[a] =
          2 * dot(uRate, nRate) + dot(u[a], work) - 2 * slope * stretch - out.value[a] * stretching;
    }
  }

  private void sum(int j, double[] factors, double[] sum) {
    for (int d = 0; d < 3; d++) {
      sum[d] = 0;
      for (int i = 0; i < points; i++) {
        sum[d] += factors[i] * ring.column(i, d)[j];
      }
    }
  }

  private void sumOfVelocities(int j, double[] factors, double[] sum) {
    for (int d = 0; d < 3; d++) {
      sum[d] = 0;
      for (int i = 0; i < points; i++) {
        sum[d] += factors[i] * in.velocities()[in.offset(i) + d * in.stride() + j];
      }
    }
  }

  private static double dot(double[] a, double[] b) {
    return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
  }

  private static void cross(double[] a, double[] b, double[] product) {
    product[0] = a[1] * b[2] - a[2] * b[1];
    product[1] = a[2] * b[0] - a[0] * b[2];
    product[2] = a[0] * b[1] - a[1] * b[0];
  }
}
