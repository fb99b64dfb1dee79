package org.chikei.coordinates;

import java.util.List;
import org.chikei.api.coordinate.DerivativeBlock;
import org.chikei.api.coordinate.Point;
import org.chikei.api.coordinate.PointBlock;

/**
 * The length of the vector d from the first point to the second.
 *
 * <pre>
 *   R = |d|,   ∇R = ∓u with u = d/R,   vᵀHv = |u × ḋ|²/R,   ℓ = 2 W/R
 * </pre>
 *
 * <p>with W = 1/m₁ + 1/m₂. Where the points coincide the value is 0 and there are no derivatives.
 */
final class Distance extends PointVariable {
  private final boolean nearestImage;

  Distance(List<Point> points, boolean nearestImage) {
    super(points, "nm");
    this.nearestImage = nearestImage;
  }

  @Override
  public void evaluate(PointBlock in, DerivativeBlock out) {
    Displacement vector = new Displacement(in, 0, 1, nearestImage, out, 0);
    boolean curved = curved(in, out);
    double inverseMass = inverseMass(in, 0, 1, 0, 1);
    for (int j = 0; j < in.size(); j++) {
      frame(vector, j, out, curved, inverseMass);
    }
  }

  private static void frame(
      Displacement d, int j, DerivativeBlock out, boolean curved, double inverseMass) {
    double x = d.x[j];
    double y = d.y[j];
    double z = d.z[j];
    double length = Math.sqrt(x * x + y * y + z * z);
    out.value()[j] = length;
    if (out.order() == 0) {
      return;
    }
    double inverse = length > 0 ? 1 / length : Double.NaN;
    x *= inverse;
    y *= inverse;
    z *= inverse;
    out.setGradient(0, j, -x, -y, -z);
    out.setGradient(1, j, x, y, z);
    if (out.order() == 1) {
      return;
    }
    out.laplacian()[j] = 2 * inverseMass * inverse;
    if (curved) {
      double vx = d.vx(j);
      double vy = d.vy(j);
      double vz = d.vz(j);
      double nx = y * vz - z * vy;
      double ny = z * vx - x * vz;
      double nz = x * vy - y * vx;
      out.curvature()[j] = (nx * nx + ny * ny + nz * nz) * inverse;
    }
  }
}
