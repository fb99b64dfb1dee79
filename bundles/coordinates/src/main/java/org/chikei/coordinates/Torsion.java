package org.chikei.coordinates;

import java.util.List;
import java.util.Optional;
import org.chikei.api.coordinate.DerivativeBlock;
import org.chikei.api.coordinate.Period;
import org.chikei.api.coordinate.Point;
import org.chikei.api.coordinate.PointBlock;

/**
 * The torsion about the bond from the second of four points to the third: 0 where the first and the
 * fourth are on the same side (cis), positive where, looking along the bond, the fourth is reached
 * from the first clockwise (IUPAC).
 *
 * <p>With the vectors b₁, b₂, b₃ from point to point, it is the {@linkplain Turn turn} of b₁ about
 * b₂ less that of b₃, and so are its derivatives; the Laplacian ℓ is zero, whatever the masses.
 * Nothing is singular at ±π. Where three consecutive points are on one line it does not exist.
 */
final class Torsion extends PointVariable {
  private final boolean nearestImage;

  Torsion(List<Point> points, boolean nearestImage) {
    super(points, "rad");
    this.nearestImage = nearestImage;
  }

  @Override
  public Optional<Period> period() {
    return Optional.of(Period.TURN);
  }

  @Override
  public void evaluate(PointBlock in, DerivativeBlock out) {
    Displacement first = new Displacement(in, 0, 1, nearestImage, out, 0);
    Displacement axis = new Displacement(in, 1, 2, nearestImage, out, 1);
    Displacement third = new Displacement(in, 2, 3, nearestImage, out, 2);
    Turn turn1 = new Turn();
    Turn turn3 = new Turn();
    boolean curved = curved(in, out);
    for (int j = 0; j < in.size(); j++) {
      frame(first, axis, third, j, turn1, turn3, out, curved);
    }
  }

  private static void frame(
      Displacement first,
      Displacement axis,
      Displacement third,
      int j,
      Turn turn1,
      Turn turn3,
      DerivativeBlock out,
      boolean curved) {
    double ex = axis.x[j];
    double ey = axis.y[j];
    double ez = axis.z[j];
    double square = ex * ex + ey * ey + ez * ez;
    double inverse = square > 0 ? 1 / Math.sqrt(square) : Double.NaN;
    ex *= inverse;
    ey *= inverse;
    ez *= inverse;
    turn1.set(first.x[j], first.y[j], first.z[j], ex, ey, ez, inverse);
    turn3.set(third.x[j], third.y[j], third.z[j], ex, ey, ez, inverse);
    out.value()[j] = turn1.angleTo(turn3);
    if (out.order() == 0) {
      return;
    }
    double sx = turn3.k * turn3.tx - turn1.k * turn1.tx;
    double sy = turn3.k * turn3.ty - turn1.k * turn1.ty;
    double sz = turn3.k * turn3.tz - turn1.k * turn1.tz;
    out.setGradient(0, j, -turn1.tx, -turn1.ty, -turn1.tz);
    out.setGradient(1, j, turn1.tx - sx, turn1.ty - sy, turn1.tz - sz);
    out.setGradient(2, j, turn3.tx + sx, turn3.ty + sy, turn3.tz + sz);
    out.setGradient(3, j, -turn3.tx, -turn3.ty, -turn3.tz);
    if (out.order() == 1) {
      return;
    }
    out.laplacian()[j] = Double.isNaN(turn1.tx + turn3.tx) ? Double.NaN : 0;
    if (curved) {
      double ux = axis.vx(j);
      double uy = axis.vy(j);
      double uz = axis.vz(j);
      out.curvature()[j] =
          turn1.acceleration(first.vx(j), first.vy(j), first.vz(j), ux, uy, uz)
              - turn3.acceleration(third.vx(j), third.vy(j), third.vz(j), ux, uy, uz);
    }
  }
}
