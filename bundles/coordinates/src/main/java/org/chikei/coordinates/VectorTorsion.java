package org.chikei.coordinates;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.chikei.api.coordinate.DerivativeBlock;
import org.chikei.api.coordinate.Period;
import org.chikei.api.coordinate.Point;
import org.chikei.api.coordinate.PointBlock;

/**
 * The torsion of three vectors that need not meet: from the first about the second to the third, as
 * if they followed each other. It is the {@linkplain Turn turn} of the first about the axis less
 * that of the third; the Laplacian is zero, whatever the masses, as for a {@link Torsion}. The
 * vectors may share points.
 */
final class VectorTorsion extends PointVariable {
  /** Where the beginnings and ends of the three vectors are among the points. */
  private final int[] ends;

  private final boolean nearestImage;

  /** Makes a torsion of six points: each vector leads from one to the next. */
  VectorTorsion(List<Point> points, boolean nearestImage) {
    super(points.stream().distinct().toList(), "rad");
    this.nearestImage = nearestImage;
    this.ends = points.stream().mapToInt(points()::indexOf).toArray();
  }

  @Override
  public Optional<Period> period() {
    return Optional.of(Period.TURN);
  }

  @Override
  public void evaluate(PointBlock in, DerivativeBlock out) {
    Displacement first = new Displacement(in, ends[0], ends[1], nearestImage, out, 0);
    Displacement axis = new Displacement(in, ends[2], ends[3], nearestImage, out, 1);
    Displacement third = new Displacement(in, ends[4], ends[5], nearestImage, out, 2);
    if (out.order() >= 1) {
      Arrays.fill(out.gradient(), 0);
    }
    Turn turn1 = new Turn();
    Turn turn3 = new Turn();
    boolean curved = curved(in, out);
    for (int j = 0; j < in.size(); j++) {
      frame(first, axis, third, j, turn1, turn3, out, curved);
    }
  }

  private void frame(
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
    add(out, 0, j, turn1.tx, turn1.ty, turn1.tz);
    add(
        out,
        1,
        j,
        turn3.k * turn3.tx - turn1.k * turn1.tx,
        turn3.k * turn3.ty - turn1.k * turn1.ty,
        turn3.k * turn3.tz - turn1.k * turn1.tz);
    add(out, 2, j, -turn3.tx, -turn3.ty, -turn3.tz);
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

  /** Adds the gradient with respect to a vector to its end, and takes it from its beginning. */
  private void add(DerivativeBlock out, int vector, int j, double x, double y, double z) {
    double[] gradient = out.gradient();
    int stride = out.stride();
    int from = 3 * ends[2 * vector] * stride + j;
    int to = 3 * ends[2 * vector + 1] * stride + j;
    gradient[from] -= x;
    gradient[from + stride] -= y;
    gradient[from + 2 * stride] -= z;
    gradient[to] += x;
    gradient[to + stride] += y;
    gradient[to + 2 * stride] += z;
  }
}
