package org.chikei.coordinates;

import java.util.List;
import org.chikei.api.coordinate.CompositeVariable;
import org.chikei.api.coordinate.Coordinate;

/**
 * What projections leave of a displacement: h = √(c R₀ − Σ pₖ²), with R₀ the mean square
 * displacement and pₖ the projections on vectors. Where nothing is left there are no derivatives.
 */
final class Residual implements CompositeVariable {
  /** The part of the square that is only rounding. */
  private static final double NOISE = 1e-13;

  private final List<Coordinate> components;
  private final double factor;

  /**
   * Makes the coordinate.
   *
   * @param components R₀, then the projections
   * @param factor c
   */
  Residual(List<Coordinate> components, double factor) {
    this.components = List.copyOf(components);
    this.factor = factor;
  }

  @Override
  public List<Coordinate> components() {
    return components;
  }

  @Override
  public String unit() {
    return "nm";
  }

  @Override
  public void evaluate(
      int size, double[][] values, double[] value, double[][] first, double[][][] second) {
    for (int j = 0; j < size; j++) {
      double whole = factor * values[0][j];
      double left = whole;
      for (int k = 1; k < values.length; k++) {
        left -= values[k][j] * values[k][j];
      }
      // vectors that are not at right angles may take more than there is
      value[j] = left > -NOISE * whole ? Math.sqrt(Math.max(left, 0)) : Double.NaN;
      double inverse = left > NOISE * whole ? 1 / value[j] : Double.NaN;
      first[0][j] = 0.5 * factor * inverse;
      for (int k = 1; k < values.length; k++) {
        first[k][j] = -values[k][j] * inverse;
      }
    }
    if (second == null) {
      return;
    }
    for (int a = 0; a < values.length; a++) {
      for (int b = 0; b <= a; b++) {
        bend(size, a, b, value, first, second[a][b]);
      }
    }
  }

  /** Fills ∂²h/∂R_a∂R_b = ((h²)_ab/2 − h_a h_b)/h. */
  private static void bend(
      int size, int a, int b, double[] value, double[][] first, double[] second) {
    double half = a == b && a > 0 ? -1 : 0;
    for (int j = 0; j < size; j++) {
      second[j] = (half - first[a][j] * first[b][j]) / value[j];
    }
  }
}
