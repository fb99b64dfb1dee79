package org.chikei.memory;

/**
 * Solutions of the Volterra equations that a memory kernel obeys, from columns at equal steps.
 *
 * <p>With u = r̈ − f_m the equation of motion times ṙ(0) gives the equation of the first kind ∫Γ(s)
 * C(t − s) ds = −⟨u(t) ṙ(0)⟩, C = ⟨ṙ(t) ṙ(0)⟩. Its derivative is one of the second kind, C(0) Γ(t)
 * + ∫Γ(s) C′(t − s) ds = ⟨u(t) r̈(0)⟩; and the same left side for G(t) = ∫₀ᵗΓ has the right side of
 * the first: the integral method.
 */
final class Volterra {
  private Volterra() {}

  /**
   * Solves c x(t) + ∫₀ᵗ x(s) K(t − s) ds = g(t) by Gregory's rule, whose error is of fourth order.
   *
   * @param c the factor of x(t)
   * @param kernel K at 0, h, 2h …; K is odd, K(−t) = −K(t), as the derivative of an autocorrelation
   * @param right g at the same times
   * @param step h
   * @return x at the same times
   */
  static double[] secondKind(double c, double[] kernel, double[] right, double step) {
    int n = right.length;
    double[] x = new double[n];
    x[0] = right[0] / c;
    if (n > 3) {
      begin(c, kernel, right, step, x);
    }
    for (int i = n > 3 ? 3 : 1; i < n; i++) {
      double sum = 0;
      for (int j = 0; j < i; j++) {
        sum += x[j] * kernel[i - j];
      }
      sum += i > 2 ? ends(x, kernel, i) : -0.5 * x[0] * kernel[i];
      double own = i > 2 ? 3.0 / 8 : 0.5;
      x[i] = (right[i] - step * sum) / (c + step * own * kernel[0]);
    }
    return x;
  }

  /** What the weights at both ends differ from one, but for that of x_i itself. */
  private static double ends(double[] x, double[] kernel, int i) {
    return -5.0 / 8 * x[0] * kernel[i]
        + 1.0 / 6 * (x[1] * kernel[i - 1] + x[i - 1] * kernel[1])
        - 1.0 / 24 * (x[2] * kernel[i - 2] + x[i - 2] * kernel[2]);
  }

  /** The first two steps together, by the parabola through three points. */
  private static void begin(double c, double[] kernel, double[] right, double h, double[] x) {
    // ∫₀ʰ = h (5 y0 + 8 y1 − y2)/12, ∫₀²ʰ = h (y0 + 4 y1 + y2)/3, y_j = x_j K(t − t_j)
    double a11 = c + h * 8 / 12 * kernel[0];
    double a12 = h / 12 * kernel[1];
    double b1 = right[1] - h * 5 / 12 * x[0] * kernel[1];
    double a21 = h * 4 / 3 * kernel[1];
    double a22 = c + h / 3 * kernel[0];
    double b2 = right[2] - h / 3 * x[0] * kernel[2];
    double determinant = a11 * a22 - a12 * a21;
    x[1] = (b1 * a22 - a12 * b2) / determinant;
    x[2] = (a11 * b2 - a21 * b1) / determinant;
  }

  /**
   * Solves ∫₀ᵗ x(s) C(t − s) ds = g(t) by the trapezoid rule.
   *
   * @param correlation C at 0, h, 2h …
   * @param right g at the same times
   * @param first x(0), which the equation does not give
   * @param step h
   * @return x at the same times
   */
  static double[] firstKind(double[] correlation, double[] right, double first, double step) {
    int n = right.length;
    double[] x = new double[n];
    x[0] = first;
    for (int i = 1; i < n; i++) {
      double sum = 0.5 * correlation[i] * first;
      for (int j = 1; j < i; j++) {
        sum += correlation[i - j] * x[j];
      }
      x[i] = (right[i] / step - sum) / (0.5 * correlation[0]);
    }
    return x;
  }

  /**
   * Takes out what alternates from step to step, to which the first kind is prone, and keeps cubics
   * as they are.
   */
  static double[] smooth(double[] x) {
    int n = x.length;
    double[] smooth = x.clone();
    for (int i = 1; i < n - 1; i++) {
      smooth[i] =
          i > 1 && i < n - 2
              ? (10 * x[i] + 4 * (x[i - 1] + x[i + 1]) - x[i - 2] - x[i + 2]) / 16
              : (2 * x[i] + x[i - 1] + x[i + 1]) / 4;
    }
    return smooth;
  }

  /** The derivative, by parabolas at the ends and to fourth order between. */
  static double[] derivative(double[] x, double step) {
    int n = x.length;
    double[] slope = new double[n];
    for (int i = 0; i < n; i++) {
      if (i > 1 && i < n - 2) {
        slope[i] = (8 * (x[i + 1] - x[i - 1]) - x[i + 2] + x[i - 2]) / (12 * step);
      } else if (i > 0 && i < n - 1) {
        slope[i] = (x[i + 1] - x[i - 1]) / (2 * step);
      } else if (n > 2) {
        int to = i == 0 ? 1 : -1;
        slope[i] = to * (4 * x[i + to] - 3 * x[i] - x[i + 2 * to]) / (2 * step);
      }
    }
    return slope;
  }

  /** ∫₀ᵗ by the cubic through four neighbours. */
  static double[] integral(double[] x, double step) {
    int n = x.length;
    double[] sum = new double[n];
    for (int i = 1; i < n; i++) {
      double part;
      if (n < 4) {
        part = (x[i - 1] + x[i]) / 2;
      } else if (i == 1) {
        part = (9 * x[0] + 19 * x[1] - 5 * x[2] + x[3]) / 24;
      } else if (i == n - 1) {
        part = (9 * x[i] + 19 * x[i - 1] - 5 * x[i - 2] + x[i - 3]) / 24;
      } else {
        part = (13 * (x[i - 1] + x[i]) - x[i - 2] - x[i + 1]) / 24;
      }
      sum[i] = sum[i - 1] + step * part;
    }
    return sum;
  }
}
