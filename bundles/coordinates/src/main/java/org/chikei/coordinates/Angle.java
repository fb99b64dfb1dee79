package org.chikei.coordinates;

import java.util.List;
import org.chikei.api.coordinate.DerivativeBlock;
import org.chikei.api.coordinate.Point;
import org.chikei.api.coordinate.PointBlock;

/**
 * The angle θ at the second of three points, between the vectors a to the first and b to the third;
 * of four points, between a from the second to the first and b from the third to the fourth. With n
 * = a × b, and n̂ its unit vector,
 *
 * <pre>
 *   θ = atan2(|n|, a·b),   ∂θ/∂a = a × n̂ / a²,   ∂θ/∂b = n̂ × b / b² .
 * </pre>
 *
 * <p>The second-order terms are those of the length of an arc on the unit sphere whose ends move
 * along great circles, each slowed as its vector grows: with p = ∂θ/∂a · ȧ and q = ∂θ/∂b · ḃ the
 * turns in the plane and α = n̂·ȧ/|a|, β = n̂·ḃ/|b| those out of it,
 *
 * <pre>
 *   vᵀHv = −2 p (a·ȧ)/a² − 2 q (b·ḃ)/b² + (α² + β²) cot θ − 2 α β / sin θ
 *   ℓ = cot θ (W_aa/a² + W_bb/b²) − 2 W_ab/|n|
 * </pre>
 *
 * <p>with W_aa = 1/m₁ + 1/m₂, W_bb = 1/m₃ + 1/m₂, W_ab = 1/m₂ of three points, and W_bb = 1/m₃ +
 * 1/m₄, W_ab = 0 of four. Where the vectors are parallel the value is 0 or π and there are no
 * derivatives.
 */
final class Angle extends PointVariable {
  private final boolean nearestImage;

  Angle(List<Point> points, boolean nearestImage) {
    super(points, "rad");
    this.nearestImage = nearestImage;
  }

  @Override
  public void evaluate(PointBlock in, DerivativeBlock out) {
    Displacement a = new Displacement(in, 1, 0, nearestImage, out, 0);
    int from = in.points() - 2;
    int to = in.points() - 1;
    Displacement b = new Displacement(in, from, to, nearestImage, out, 1);
    boolean curved = curved(in, out);
    double massA = inverseMass(in, 1, 0, 1, 0);
    double massB = inverseMass(in, from, to, from, to);
    double massAB = inverseMass(in, 1, 0, from, to);
    for (int j = 0; j < in.size(); j++) {
      frame(a, b, j, out, curved, massA, massB, massAB);
    }
  }

  private static void frame(
      Displacement a,
      Displacement b,
      int j,
      DerivativeBlock out,
      boolean curved,
      double massA,
      double massB,
      double massAB) {
    double ax = a.x[j];
    double ay = a.y[j];
    double az = a.z[j];
    double bx = b.x[j];
    double by = b.y[j];
    double bz = b.z[j];
    double aa = ax * ax + ay * ay + az * az;
    double bb = bx * bx + by * by + bz * bz;
    double ab = ax * bx + ay * by + az * bz;
    double nx = ay * bz - az * by;
    double ny = az * bx - ax * bz;
    double nz = ax * by - ay * bx;
    double nn = nx * nx + ny * ny + nz * nz;
    double n = Math.sqrt(nn);
    out.value()[j] = aa > 0 && bb > 0 ? Math.atan2(n, ab) : Double.NaN;
    if (out.order() == 0) {
      return;
    }
    double inverse = nn > STRAIGHT * aa * bb ? 1 / n : Double.NaN;
    nx *= inverse;
    ny *= inverse;
    nz *= inverse;
    double ia = 1 / aa;
    double ib = 1 / bb;
    double pax = (ay * nz - az * ny) * ia;
    double pay = (az * nx - ax * nz) * ia;
    double paz = (ax * ny - ay * nx) * ia;
    double pbx = (ny * bz - nz * by) * ib;
    double pby = (nz * bx - nx * bz) * ib;
    double pbz = (nx * by - ny * bx) * ib;
    out.setGradient(0, j, pax, pay, paz);
    if (out.points() == 3) {
      out.setGradient(1, j, -(pax + pbx), -(pay + pby), -(paz + pbz));
      out.setGradient(2, j, pbx, pby, pbz);
    } else {
      out.setGradient(1, j, -pax, -pay, -paz);
      out.setGradient(2, j, -pbx, -pby, -pbz);
      out.setGradient(3, j, pbx, pby, pbz);
    }
    if (out.order() == 1) {
      return;
    }
    out.laplacian()[j] = (ab * (massA * ia + massB * ib) - 2 * massAB) * inverse;
    if (!curved) {
      return;
    }
    double vax = a.vx(j);
    double vay = a.vy(j);
    double vaz = a.vz(j);
    double vbx = b.vx(j);
    double vby = b.vy(j);
    double vbz = b.vz(j);
    double p = pax * vax + pay * vay + paz * vaz;
    double q = pbx * vbx + pby * vby + pbz * vbz;
    double growthA = (ax * vax + ay * vay + az * vaz) * ia;
    double growthB = (bx * vbx + by * vby + bz * vbz) * ib;
    double outA = nx * vax + ny * vay + nz * vaz;
    double outB = nx * vbx + ny * vby + nz * vbz;
    // cot θ = a·b/|n| and sin θ = |n|/(|a| |b|)
    out.curvature()[j] =
        -2 * (p * growthA + q * growthB)
            + (ab * (outA * outA * ia + outB * outB * ib) - 2 * outA * outB) * inverse;
  }
}
