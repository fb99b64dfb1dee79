package org.chikei.memory;

/**
 * A cubic spline with knots at equal distances.
 *
 * @param from the first knot
 * @param width the distance of the knots
 * @param coefficients those of the B-splines, three more than intervals
 */
record Spline(double from, double width, double[] coefficients) {

  /** The value; outside the knots that of the last piece. */
  double value(double r) {
    double place = (r - from) / width;
    int k = interval(place);
    double t = place - k;
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
    double place = (r - from) / width;
    int k = interval(place);
    double t = place - k;
    double s = 1 - t;
    double[] c = coefficients;
    return (-c[k] * s * s
            + c[k + 1] * (3 * t * t - 4 * t)
            + c[k + 2] * (1 + 2 * t - 3 * t * t)
            + c[k + 3] * t * t)
        / (2 * width);
  }

  private int interval(double place) {
    return Math.max(0, Math.min(coefficients.length - 4, (int) place));
  }

  /** The last knot. */
  double to() {
    return from + width * (coefficients.length - 3);
  }
}
