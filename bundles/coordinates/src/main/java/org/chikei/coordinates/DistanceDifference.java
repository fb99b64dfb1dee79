package org.chikei.coordinates;

import java.util.List;
import org.chikei.api.coordinate.DerivativeBlock;
import org.chikei.api.coordinate.Point;
import org.chikei.api.coordinate.PointBlock;
import org.chikei.coordinates.switching.RadialFunction;

/**
 * The difference of two distances, d(1,2) − d(3,4) of four points or d(1,2) − d(2,3) of three.
 * Where one of them is zero there are no derivatives.
 */
final class DistanceDifference extends PointVariable {
  private static final RadialFunction PLUS = new Length(1);
  private static final RadialFunction MINUS = new Length(-1);

  private final boolean nearestImage;

  DistanceDifference(List<Point> points, boolean nearestImage) {
    super(points, "nm");
    this.nearestImage = nearestImage;
  }

  @Override
  public boolean countsSharedAtoms() {
    return true;
  }

  @Override
  public void evaluate(PointBlock in, DerivativeBlock out) {
    PairAccumulator accumulator = new PairAccumulator(in, out, nearestImage);
    accumulator.clear();
    accumulator.add(0, 1, PLUS);
    accumulator.add(in.points() - 2, in.points() - 1, MINUS);
  }

  /** A distance times a factor. */
  private record Length(double factor) implements RadialFunction {
    @Override
    public double range() {
      return Double.POSITIVE_INFINITY;
    }

    @Override
    public void evaluate(int size, double[] square, double[] value, double[] slope, double[] bend) {
      for (int j = 0; j < size; j++) {
        double r = Math.sqrt(square[j]);
        value[j] = factor * r;
        double first = square[j] > 0 ? factor / r : Double.NaN;
        if (slope != null) {
          slope[j] = first;
        }
        if (bend != null) {
          bend[j] = -first / square[j];
        }
      }
    }
  }
}
