package org.chikei.coordinates;

import java.util.Arrays;
import java.util.List;
import org.chikei.api.coordinate.DerivativeBlock;
import org.chikei.api.coordinate.Point;
import org.chikei.api.coordinate.PointBlock;

/**
 * The root of the mean square deviation of distances from those of a reference, f = (1/P) Σ (r −
 * r₀)² over P pairs, or f itself. With r the length of d = x_j − x_i and u = d/r,
 *
 * <pre>
 *   ∇f: (2/P)(r − r₀) u at j and its opposite at i,
 *   vᵀHv = (2/P) Σ [(u·ḋ)² + (r − r₀) |u × ḋ|²/r],   ℓ = (2/P) Σ W (1 + 2 (r − r₀)/r)
 * </pre>
 *
 * <p>with W the inverse mass of d. Where two points of a pair coincide there are no derivatives.
 */
final class DistanceRmsd extends PointVariable {
  /** The part of the distances of the reference up to which a deviation is only rounding. */
  private static final double NOISE = 1e-14;

  private final int[] firsts;
  private final int[] seconds;
  private final double[] distances;
  private final double longest;
  private final boolean squared;
  private final boolean nearestImage;

  /**
   * Makes the coordinate.
   *
   * @param firsts the one point of each pair, from 0
   * @param seconds the other point of each pair
   * @param distances the distance of each pair in the reference
   */
  DistanceRmsd(
      List<Point> points,
      int[] firsts,
      int[] seconds,
      double[] distances,
      boolean squared,
      boolean nearestImage) {
    super(points, squared ? "nm^2" : "nm");
    this.firsts = firsts.clone();
    this.seconds = seconds.clone();
    this.distances = distances.clone();
    this.longest = Arrays.stream(distances).max().orElse(0);
    this.squared = squared;
    this.nearestImage = nearestImage;
  }

  @Override
  public void evaluate(PointBlock in, DerivativeBlock out) {
    int size = in.size();
    boolean curved = curved(in, out);
    Arrays.fill(out.value(), 0, size, 0);
    if (out.order() >= 1) {
      Arrays.fill(out.gradient(), 0);
    }
    if (out.order() == 2) {
      Arrays.fill(out.laplacian(), 0, size, 0);
      Arrays.fill(out.curvature(), 0, size, 0);
    }
    for (int k = 0; k < distances.length; k++) {
      Displacement d = new Displacement(in, firsts[k], seconds[k], nearestImage, out, 0);
      double inverseMass = inverseMass(in, firsts[k], seconds[k], firsts[k], seconds[k]);
      for (int j = 0; j < size; j++) {
        pair(k, d, j, out, curved, inverseMass);
      }
    }
    if (!squared) {
      double noise = NOISE * longest;
      Root.replace(in, out, 0, noise * noise);
    }
  }

  private void pair(
      int k, Displacement d, int j, DerivativeBlock out, boolean curved, double inverseMass) {
    double x = d.x[j];
    double y = d.y[j];
    double z = d.z[j];
    double share = 1.0 / distances.length;
    double length = Math.sqrt(x * x + y * y + z * z);
    double difference = length - distances[k];
    out.value()[j] += share * difference * difference;
    if (out.order() == 0) {
      return;
    }
    double inverse = length > 0 ? 1 / length : Double.NaN;
    double twice = 2 * share;
    double slope = twice * difference * inverse;
    add(out, firsts[k], j, -slope * x, -slope * y, -slope * z);
    add(out, seconds[k], j, slope * x, slope * y, slope * z);
    if (out.order() == 1) {
      return;
    }
    out.laplacian()[j] += inverseMass * (twice + 2 * slope);
    if (curved) {
      double vx = d.vx(j);
      double vy = d.vy(j);
      double vz = d.vz(j);
      double rate = (x * vx + y * vy + z * vz) * inverse;
      double nx = (y * vz - z * vy) * inverse;
      double ny = (z * vx - x * vz) * inverse;
      double nz = (x * vy - y * vx) * inverse;
      out.curvature()[j] += twice * rate * rate + slope * (nx * nx + ny * ny + nz * nz);
    }
  }

  private static void add(DerivativeBlock out, int point, int j, double x, double y, double z) {
    int at = 3 * point * out.stride() + j;
    double[] gradient = out.gradient();
    gradient[at] += x;
    gradient[at + out.stride()] += y;
    gradient[at + 2 * out.stride()] += z;
  }
}
