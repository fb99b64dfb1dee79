package org.chikei.coordinates.switching;

import java.util.Arrays;

/**
 * A function of a distance that is one up to d₀ and falls to zero over the length r₀, with a
 * cut-off where one is given: beyond it the function is zero, and before it the function is
 * stretched, s → (s − s(d_max))/(s(0) − s(d_max)), so that it ends there without a jump.
 *
 * <p>Conventions are those of PLUMED (Tribello et al., Comput. Phys. Commun. 185, 604 (2014)).
 */
public final class SwitchingFunction implements RadialFunction {
  private final Profile profile;
  private final double r0;
  private final double d0;
  private final double end;
  private final double stretch;
  private final double shift;

  private SwitchingFunction(
      Profile profile, double r0, double d0, double end, double stretch, double shift) {
    this.profile = profile;
    this.r0 = r0;
    this.d0 = d0;
    this.end = end;
    this.stretch = stretch;
    this.shift = shift;
  }

  /**
   * Makes a function of a shape.
   *
   * @param profile the shape
   * @param r0 the length over which it falls in nm
   * @param d0 the distance up to which it is one in nm
   */
  static SwitchingFunction of(Profile profile, double r0, double d0) {
    return new SwitchingFunction(profile, r0, d0, d0 + r0 * profile.end(), 1, 0);
  }

  /** The same function, zero beyond a distance, with a jump there. */
  SwitchingFunction cutOff(double distance) {
    return new SwitchingFunction(profile, r0, d0, Math.min(end, distance), stretch, shift);
  }

  /** The same function, zero beyond a distance and stretched so that there is no jump. */
  SwitchingFunction stretchedTo(double distance) {
    double start = at(0);
    double last = at(distance);
    double factor = 1 / (start - last);
    return new SwitchingFunction(profile, r0, d0, Math.min(end, distance), factor, -last * factor);
  }

  /**
   * The same function less a tolerance, (s − ε)/(1 − ε), and zero where s is below it, as Colvars
   * has it.
   */
  SwitchingFunction above(double tolerance) {
    double near = Math.max(d0, 0);
    double far = near + r0;
    while (at(far) > tolerance) {
      far = 2 * far;
    }
    for (int k = 0; k < 200 && far - near > 1e-16 * far; k++) {
      double middle = 0.5 * (near + far);
      if (at(middle) > tolerance) {
        near = middle;
      } else {
        far = middle;
      }
    }
    double factor = 1 / (1 - tolerance);
    return new SwitchingFunction(profile, r0, d0, Math.min(end, far), factor, -tolerance * factor);
  }

  /** The value at one distance. */
  double at(double distance) {
    double[] value = new double[1];
    evaluate(1, new double[] {distance * distance}, value, null, null);
    return value[0];
  }

  @Override
  public double range() {
    return end;
  }

  @Override
  public void evaluate(int size, double[] square, double[] value, double[] slope, double[] bend) {
    if (d0 == 0 && profile instanceof RationalProfile rational && rational.even()) {
      rational.ofSquares(size, square, 1 / (r0 * r0), value, slope, bend);
    } else {
      reduced(size, square, value, slope, bend);
    }
    if (stretch != 1) {
      stretch(size, value, slope, bend);
    }
    if (end < Double.POSITIVE_INFINITY) {
      cut(size, square, value, slope, bend);
    }
  }

  private void reduced(int size, double[] square, double[] value, double[] slope, double[] bend) {
    double inverse = 1 / r0;
    for (int j = 0; j < size; j++) {
      double x = (Math.sqrt(square[j]) - d0) * inverse;
      value[j] = x < 0 ? 0 : x;
    }
    profile.evaluate(size, value, slope, bend);
    for (int j = 0; j < size; j++) {
      finish(j, Math.sqrt(square[j]), inverse, value, slope, bend);
    }
  }

  /** From derivatives along x to those along r². */
  private void finish(
      int j, double r, double inverse, double[] value, double[] slope, double[] bend) {
    if (r < d0 || r == d0 && r > 0) {
      value[j] = 1;
      if (slope != null) {
        slope[j] = 0;
      }
      if (bend != null) {
        bend[j] = 0;
      }
    } else if (slope != null && r > 0) {
      double first = slope[j] * inverse / r;
      slope[j] = first;
      if (bend != null) {
        bend[j] = (bend[j] * inverse * inverse - first) / (r * r);
      }
    } else if (slope != null) {
      atOrigin(j, inverse, slope, bend);
    }
  }

  /**
   * Where the points coincide: flat or not at all. Without the second derivative at hand s′/r,
   * which is multiplied by the vector d = 0, is as good as zero.
   */
  private static void atOrigin(int j, double inverse, double[] slope, double[] bend) {
    boolean flat = slope[j] == 0;
    slope[j] = !flat ? Double.NaN : bend == null ? 0 : bend[j] * inverse * inverse;
    if (bend != null) {
      bend[j] = flat ? 0 : Double.NaN;
    }
  }

  private void stretch(int size, double[] value, double[] slope, double[] bend) {
    for (int j = 0; j < size; j++) {
      value[j] = stretch * value[j] + shift;
    }
    if (slope != null) {
      scale(size, slope);
    }
    if (bend != null) {
      scale(size, bend);
    }
  }

  private void scale(int size, double[] column) {
    for (int j = 0; j < size; j++) {
      column[j] *= stretch;
    }
  }

  private void cut(int size, double[] square, double[] value, double[] slope, double[] bend) {
    double last = end * end;
    for (int j = 0; j < size; j++) {
      if (square[j] > last) {
        value[j] = 0;
        if (slope != null) {
          slope[j] = 0;
        }
        if (bend != null) {
          bend[j] = 0;
        }
      }
    }
  }

  /** Fills a column that is asked for. */
  static void fill(double[] column, int size, double number) {
    if (column != null) {
      Arrays.fill(column, 0, size, number);
    }
  }
}
