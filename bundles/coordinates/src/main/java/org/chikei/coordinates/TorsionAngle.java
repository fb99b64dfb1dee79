package org.chikei.coordinates;

import org.chikei.api.coordinate.DerivativeBlock;
import org.chikei.api.coordinate.PointBlock;

/**
 * The torsion of four points in one frame after the other, with its derivatives: the {@linkplain
 * Turn turn} of the first vector about the second less that of the third. One object serves all
 * frames of a block.
 */
final class TorsionAngle {
  /** How many scratch columns it takes. */
  static final int SCRATCH = 9;

  private final Displacement first;
  private final Displacement axis;
  private final Displacement third;
  private final Turn turn1 = new Turn();
  private final Turn turn3 = new Turn();

  /**
   * Gathers the vectors between the points.
   *
   * @param in where the points are
   * @param points the four points
   * @param nearestImage whether vectors go to the nearest image
   * @param out whose scratch space to use
   * @param number which of several torsions this is, from 0, each with scratch space of its own
   */
  TorsionAngle(PointBlock in, int[] points, boolean nearestImage, DerivativeBlock out, int number) {
    first = new Displacement(in, points[0], points[1], nearestImage, out, 3 * number);
    axis = new Displacement(in, points[1], points[2], nearestImage, out, 3 * number + 1);
    third = new Displacement(in, points[2], points[3], nearestImage, out, 3 * number + 2);
  }

  /** Goes to frame j and gives the torsion there; NaN where three points are on one line. */
  double set(int j) {
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
    return turn1.angleTo(turn3);
  }

  /** Writes the gradient with respect to the four points, x, y, z of each. */
  void gradient(double[] gradient) {
    double sx = turn3.k * turn3.tx - turn1.k * turn1.tx;
    double sy = turn3.k * turn3.ty - turn1.k * turn1.ty;
    double sz = turn3.k * turn3.tz - turn1.k * turn1.tz;
    gradient[0] = -turn1.tx;
    gradient[1] = -turn1.ty;
    gradient[2] = -turn1.tz;
    gradient[3] = turn1.tx - sx;
    gradient[4] = turn1.ty - sy;
    gradient[5] = turn1.tz - sz;
    gradient[6] = turn3.tx + sx;
    gradient[7] = turn3.ty + sy;
    gradient[8] = turn3.tz + sz;
    gradient[9] = -turn3.tx;
    gradient[10] = -turn3.ty;
    gradient[11] = -turn3.tz;
  }

  /** Puts the gradient into frame j of a block of four points. */
  void putGradient(DerivativeBlock out, int j) {
    double sx = turn3.k * turn3.tx - turn1.k * turn1.tx;
    double sy = turn3.k * turn3.ty - turn1.k * turn1.ty;
    double sz = turn3.k * turn3.tz - turn1.k * turn1.tz;
    out.setGradient(0, j, -turn1.tx, -turn1.ty, -turn1.tz);
    out.setGradient(1, j, turn1.tx - sx, turn1.ty - sy, turn1.tz - sz);
    out.setGradient(2, j, turn3.tx + sx, turn3.ty + sy, turn3.tz + sz);
    out.setGradient(3, j, -turn3.tx, -turn3.ty, -turn3.tz);
  }

  /** Whether the torsion exists where the object stands. */
  boolean exists() {
    return !Double.isNaN(turn1.tx + turn3.tx);
  }

  /** The second-order term vᵀHv in frame j, where there are velocities. */
  double acceleration(int j) {
    double ux = axis.vx(j);
    double uy = axis.vy(j);
    double uz = axis.vz(j);
    return turn1.acceleration(first.vx(j), first.vy(j), first.vz(j), ux, uy, uz)
        - turn3.acceleration(third.vx(j), third.vy(j), third.vz(j), ux, uy, uz);
  }
}
