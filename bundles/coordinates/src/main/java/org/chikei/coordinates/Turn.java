package org.chikei.coordinates;

/**
 * How a vector b turns about an axis a: half of a torsion. With e = a/|a|, c = b·e and the part r =
 * b − c e of b at right angles to the axis, the gradients of the turning angle are
 *
 * <pre>
 *   ∂/∂b = t = b × e / r²,   ∂/∂a = −k t with k = c/|a|
 * </pre>
 *
 * <p>and when b and a change at the constant rates w and u, its acceleration is, with z = w − k u,
 *
 * <pre>
 *   −2 (t·z) (r·z)/r² − (t·u) (2 e·z + (r·u)/|a|)/|a| .
 * </pre>
 *
 * <p>The sense is the one in which t points: from r towards r × e. Every term is a product of rates
 * along two directions at right angles, so the Laplacian vanishes whatever the masses.
 *
 * <p>One object serves all frames of a block.
 */
final class Turn {
  private double bx;
  private double by;
  private double bz;
  private double ex;
  private double ey;
  private double ez;
  private double inverseAxis;
  private double along;
  private double inverseSquare;

  /** The gradient t with respect to b, x component; NaN where b is parallel to the axis. */
  double tx;

  /** The gradient t with respect to b, y component. */
  double ty;

  /** The gradient t with respect to b, z component. */
  double tz;

  /** The factor k: the gradient with respect to the axis is −k t. */
  double k;

  /** Takes a vector b, a unit vector e along the axis and one over the axis's length. */
  void set(double x, double y, double z, double e1, double e2, double e3, double perLength) {
    bx = x;
    by = y;
    bz = z;
    ex = e1;
    ey = e2;
    ez = e3;
    inverseAxis = perLength;
    along = x * e1 + y * e2 + z * e3;
    k = along * perLength;
    tx = y * e3 - z * e2;
    ty = z * e1 - x * e3;
    tz = x * e2 - y * e1;
    double square = tx * tx + ty * ty + tz * tz;
    double length = x * x + y * y + z * z;
    inverseSquare = square > PointVariable.STRAIGHT * length ? 1 / square : Double.NaN;
    tx *= inverseSquare;
    ty *= inverseSquare;
    tz *= inverseSquare;
  }

  /**
   * The angle from −b to the b of another turn about the same axis, right-handed about e: the
   * torsion of which this is the first half and the other is the second.
   */
  double angleTo(Turn other) {
    double sine = -(bx * other.tx + by * other.ty + bz * other.tz) * inverseSquare;
    double cosine = -(tx * other.tx + ty * other.ty + tz * other.tz);
    return Math.atan2(sine, cosine);
  }

  /** The acceleration of the angle when b changes at the rate w and the axis at the rate u. */
  double acceleration(double wx, double wy, double wz, double ux, double uy, double uz) {
    double zx = wx - k * ux;
    double zy = wy - k * uy;
    double zz = wz - k * uz;
    double zAlong = zx * ex + zy * ey + zz * ez;
    double zOut = zx * bx + zy * by + zz * bz - along * zAlong;
    double zTurn = zx * tx + zy * ty + zz * tz;
    double uAlong = ux * ex + uy * ey + uz * ez;
    double uOut = ux * bx + uy * by + uz * bz - along * uAlong;
    double uTurn = ux * tx + uy * ty + uz * tz;
    return -2 * zTurn * zOut * inverseSquare
        - uTurn * inverseAxis * (2 * zAlong + uOut * inverseAxis);
  }
}
