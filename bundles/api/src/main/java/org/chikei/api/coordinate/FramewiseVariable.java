package org.chikei.api.coordinate;

import java.util.Arrays;
import java.util.List;

/**
 * A collective variable that is written frame by frame: a value and a gradient for one set of
 * points. Twenty lines make a coordinate that has G and Vm, since the second-order terms are made
 * from the gradient.
 *
 * <p>A value or a derivative that comes out infinite counts as one that does not exist and is
 * passed on as NaN.
 */
public abstract class FramewiseVariable implements CollectiveVariable {
  private final List<Point> points;
  private final String unit;

  /**
   * Makes a variable of some points.
   *
   * @param unit the unit of its values
   * @param points the points that the value depends on
   */
  protected FramewiseVariable(String unit, List<Point> points) {
    this.unit = unit;
    this.points = List.copyOf(points);
  }

  /**
   * Evaluates the coordinate in one frame.
   *
   * @param frame the points of one frame
   * @param gradient receives ∂R/∂x, ∂R/∂y, ∂R/∂z of the first point, then of the second, and so on;
   *     comes filled with zeros
   * @return the value
   */
  protected abstract double evaluate(PointFrame frame, double[] gradient);

  @Override
  public final String unit() {
    return unit;
  }

  @Override
  public final List<Point> points() {
    return points;
  }

  @Override
  public final void evaluate(PointBlock in, DerivativeBlock out) {
    PointFrame frame = new PointFrame(in);
    double[] gradient = new double[3 * points.size()];
    double[] value = out.value();
    double[] columns = out.order() >= 1 ? out.gradient() : null;
    int stride = out.stride();
    for (int j = 0; j < in.size(); j++) {
      Arrays.fill(gradient, 0);
      frame.moveTo(j);
      value[j] = finite(evaluate(frame, gradient));
      if (columns != null) {
        for (int k = 0; k < gradient.length; k++) {
          columns[k * stride + j] = finite(gradient[k]);
        }
      }
    }
  }

  private static double finite(double number) {
    return Double.isInfinite(number) ? Double.NaN : number;
  }
}
