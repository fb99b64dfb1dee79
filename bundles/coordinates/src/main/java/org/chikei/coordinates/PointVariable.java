package org.chikei.coordinates;

import java.util.List;
import org.chikei.api.coordinate.CollectiveVariable;
import org.chikei.api.coordinate.DerivativeBlock;
import org.chikei.api.coordinate.Point;
import org.chikei.api.coordinate.PointBlock;

/** A coordinate of points with second-order terms of its own. */
abstract class PointVariable implements CollectiveVariable {
  /** The square of the sine below which three points count as being on one line. */
  static final double STRAIGHT = 1e-20;

  private final List<Point> points;
  private final String unit;

  PointVariable(List<Point> points, String unit) {
    this.points = List.copyOf(points);
    this.unit = unit;
  }

  @Override
  public final List<Point> points() {
    return points;
  }

  @Override
  public final String unit() {
    return unit;
  }

  @Override
  public final int order() {
    return 2;
  }

  /** Whether the curvature is wanted and can be had. */
  static boolean curved(PointBlock in, DerivativeBlock out) {
    return out.order() >= 2 && in.velocities() != null;
  }

  /**
   * The inverse mass W of two vectors, each from one point to another: in the kinetic energy of the
   * points it goes with the rates of change of the two. The Laplacian of a function of such vectors
   * is the sum of W times the traces of its second derivatives.
   */
  static double inverseMass(PointBlock in, int fromA, int toA, int fromB, int toB) {
    return in.inverseMass(toA, toB)
        - in.inverseMass(toA, fromB)
        - in.inverseMass(fromA, toB)
        + in.inverseMass(fromA, fromB);
  }
}
