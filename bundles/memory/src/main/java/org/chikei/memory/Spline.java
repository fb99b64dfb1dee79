package org.chikei.memory;

/**
 * A cubic spline of one coordinate.
 *
 * @param axis the knots
 * @param coefficients those of the B-splines, three more than intervals
 */
record Spline(SplineAxis axis, double[] coefficients) {

  /**
   * A spline from the coefficients of a fit.
   *
   * @param axis the knots
   * @param fitted one coefficient a B-spline; those of a circle are written down once
   */
  static Spline of(SplineAxis axis, double[] fitted) {
    double[] whole = new double[axis.intervals() + 3];
    for (int k = 0; k < whole.length; k++) {
      whole[k] = fitted[k % fitted.length];
    }
    return new Spline(axis, whole);
  }

  /** The value; outside the knots that of the last piece. */
  double value(double r) {
    int k = axis.interval(r);
    double t = (r - axis.from()) / axis.width() - k;
    double t2 = t * t;
    double t3 = t2 * t;
    double s = 1 - t;
    double[] c = coefficients;
    return (c[k] * s * s * s
            + c[k + 1] * (4 - 6 * t2 + 3 * t3)
            + c[k + 2] * (1 + 3 * t + 3 * t2 - 3 * t3)
            + c[k + 3] * t3)
        / 6;
  }

  /** The derivative. */
  double slope(double r) {
    int k = axis.interval(r);
    double t = (r - axis.from()) / axis.width() - k;
    double s = 1 - t;
    double[] c = coefficients;
    return (-c[k] * s * s
            + c[k + 1] * (3 * t * t - 4 * t)
            + c[k + 2] * (1 + 2 * t - 3 * t * t)
            + c[k + 3] * t * t)
        / (2 * axis.width());
  }
}
