package org.chikei.coordinates.switching;

/**
 * The rational function (1 − xⁿ)/(1 − xᵐ), m above n.
 *
 * <p>With g the greatest common divisor of n and m, a = n/g, b = m/g and y = x^g it is (1 + y + … +
 * y^(a−1))/(1 + y + … + y^(b−1)), which nothing makes singular, x = 1 included. Beyond y = 1 it is
 * taken as a function of z = 1/y, z^(b−a) times the same ratio, so that no power overflows.
 */
final class RationalProfile implements Profile {
  /** The y from which on the function, below 1e-150, and its derivatives count as zero. */
  private static final double FAR = 1e150;

  private final int divisor;
  private final int upper;
  private final int lower;

  RationalProfile(int n, int m) {
    divisor = commonDivisor(n, m);
    upper = n / divisor;
    lower = m / divisor;
  }

  private static int commonDivisor(int a, int b) {
    return b == 0 ? a : commonDivisor(b, a % b);
  }

  /** Whether it is a function of x², which needs no root. */
  boolean even() {
    return divisor % 2 == 0;
  }

  @Override
  public void evaluate(int size, double[] x, double[] first, double[] second) {
    for (int j = 0; j < size; j++) {
      frame(j, x[j], divisor, x, first, second);
    }
  }

  /** The function of squared distances, as {@link RadialFunction#evaluate} has it. */
  void ofSquares(
      int size, double[] square, double scale, double[] value, double[] slope, double[] bend) {
    int power = divisor / 2;
    if (upper == 1 && lower == 2) {
      simple(size, square, scale, power, value, slope, bend);
    } else {
      for (int j = 0; j < size; j++) {
        frame(j, square[j] * scale, power, value, slope, bend);
      }
    }
    if (slope != null) {
      multiply(size, 2 * scale, slope);
    }
    if (bend != null) {
      multiply(size, 4 * scale * scale, bend);
    }
  }

  private static void multiply(int size, double factor, double[] column) {
    for (int j = 0; j < size; j++) {
      column[j] *= factor;
    }
  }

  /** s = 1/(1 + t^h) with its first and second derivative along t. */
  private static void simple(
      int size,
      double[] square,
      double scale,
      int h,
      double[] value,
      double[] first,
      double[] second) {
    for (int j = 0; j < size; j++) {
      double t = Math.min(square[j] * scale, 1e60);
      // t^(h−1), of which t^h may not overflow
      double below = Math.min(power(t, h - 1), FAR);
      double s = 1 / (1 + below * t);
      value[j] = s;
      if (first != null) {
        double rate = h * below * s;
        first[j] = -rate * s;
        if (second != null) {
          double curve = h > 1 ? (h - 1) * h * Math.min(power(t, h - 2), FAR) : 0;
          second[j] = s * (2 * rate * rate - curve * s);
        }
      }
    }
  }

  /** The function of y = t^h with its derivatives along t. */
  private void frame(int j, double t, int h, double[] value, double[] first, double[] second) {
    double y = power(t, h);
    if (y > FAR) {
      value[j] = 0;
      if (first != null) {
        first[j] = 0;
      }
      if (second != null) {
        second[j] = 0;
      }
      return;
    }
    boolean near = y <= 1;
    double z = near ? y : 1 / y;
    // Horner: N and D with their first and second derivatives
    double n = 1;
    double n1 = 0;
    double n2 = 0;
    for (int k = 1; k < upper; k++) {
      n2 = n2 * z + 2 * n1;
      n1 = n1 * z + n;
      n = n * z + 1;
    }
    double d = 1;
    double d1 = 0;
    double d2 = 0;
    for (int k = 1; k < lower; k++) {
      d2 = d2 * z + 2 * d1;
      d1 = d1 * z + d;
      d = d * z + 1;
    }
    double s = n / d;
    double s1 = (n1 - s * d1) / d;
    double s2 = (n2 - 2 * s1 * d1 - s * d2) / d;
    if (!near) {
      int k = lower - upper;
      double low = power(z, k - 1);
      double p = low * z;
      double p1 = k * low;
      double p2 = k > 1 ? k * (k - 1) * power(z, k - 2) : 0;
      s2 = p2 * s + 2 * p1 * s1 + p * s2;
      s1 = p1 * s + p * s1;
      s = p * s;
      // from z to y = 1/z
      s2 = z * z * z * (z * s2 + 2 * s1);
      s1 = -z * z * s1;
    }
    value[j] = s;
    if (first != null) {
      double y1 = h * power(t, h - 1);
      first[j] = s1 * y1;
      if (second != null) {
        double y2 = h > 1 ? h * (h - 1) * power(t, h - 2) : 0;
        second[j] = s2 * y1 * y1 + s1 * y2;
      }
    }
  }

  /** x^k for k from 0. */
  static double power(double x, int k) {
    double result = 1;
    double square = x;
    for (int rest = k; rest > 0; rest >>= 1) {
      if ((rest & 1) != 0) {
        result *= square;
      }
      square *= square;
    }
    return result;
  }
}
