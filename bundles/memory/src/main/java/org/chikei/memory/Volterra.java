package org.chikei.memory;

import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.LUDecomposition;

/**
 * Solutions of the Volterra equations that a memory kernel obeys, from columns at equal steps.
 * Kernel and correlations are matrices, one row and column for each coordinate; the column of a
 * pair holds one of their elements at all times, pairs in the order of rows.
 *
 * <p>With u = r̈ − f_m the equation of motion times ṙ(0) gives the equation of the first kind ∫Γ(s)
 * C(t − s) ds = −⟨u(t) ṙ(0)⟩, C = ⟨ṙ(t) ṙ(0)⟩. Its derivative is one of the second kind, C(0) Γ(t)
 * + ∫Γ(s) C′(t − s) ds = ⟨u(t) r̈(0)⟩; and the same left side for G(t) = ∫₀ᵗΓ has the right side of
 * the first: the integral method.
 */
final class Volterra {
  private Volterra() {}

  /**
   * Solves x(t) C + ∫₀ᵗ x(s) K(t − s) ds = g(t) by Gregory's rule, whose error is of fourth order.
   *
   * @param c the matrix C
   * @param kernel K at 0, h, 2h … for every pair; K(−t) = −K(t)ᵀ, as for the derivative of an
   *     autocorrelation
   * @param right g at the same times for every pair
   * @param step h
   * @return x at the same times for every pair
   */
  static double[][] secondKind(double[][] c, double[][] kernel, double[][] right, double step) {
    int k = c.length;
    int n = right[0].length;
    double[][] x = new double[k * k][n];
    put(x, 0, times(at(right, 0), inverse(c)));
    if (n > 3) {
      begin(c, kernel, right, step, x);
    }
    double[][] plain = inverse(plus(c, 0.5 * step, at(kernel, 0)));
    double[][] gregory = inverse(plus(c, 3.0 / 8 * step, at(kernel, 0)));
    double[][] rest = new double[k][k];
    for (int i = n > 3 ? 3 : 1; i < n; i++) {
      for (int row = 0; row < k; row++) {
        for (int column = 0; column < k; column++) {
          double sum = 0;
          for (int m = 0; m < k; m++) {
            double[] xs = x[row * k + m];
            double[] ks = kernel[m * k + column];
            for (int j = 0; j < i; j++) {
              sum += xs[j] * ks[i - j];
            }
            sum += i > 2 ? ends(xs, ks, i) : -0.5 * xs[0] * ks[i];
          }
          rest[row][column] = right[row * k + column][i] - step * sum;
        }
      }
      put(x, i, times(rest, i > 2 ? gregory : plain));
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
  private static void begin(
      double[][] c, double[][] kernel, double[][] right, double h, double[][] x) {
    // ∫₀ʰ = h (5 y0 + 8 y1 − y2)/12, ∫₀²ʰ = h (y0 + 4 y1 + y2)/3, y_j = x_j K(t − t_j)
    int k = c.length;
    double[][] k0 = at(kernel, 0);
    double[][] k1 = at(kernel, 1);
    double[][] k2 = at(kernel, 2);
    double[][] x0 = at(x, 0);
    double[][] first = plus(at(right, 1), -h * 5 / 12, times(x0, k1));
    double[][] second = plus(at(right, 2), -h / 3, times(x0, k2));
    double[][] both = new double[2 * k][2 * k];
    double[][] rest = new double[k][2 * k];
    for (int i = 0; i < k; i++) {
      for (int j = 0; j < k; j++) {
        both[i][j] = c[i][j] + h * 8 / 12 * k0[i][j];
        both[k + i][j] = h / 12 * k1[j][i];
        both[i][k + j] = h * 4 / 3 * k1[i][j];
        both[k + i][k + j] = c[i][j] + h / 3 * k0[i][j];
        rest[i][j] = first[i][j];
        rest[i][k + j] = second[i][j];
      }
    }
    double[][] found = times(rest, inverse(both));
    for (int i = 0; i < k; i++) {
      for (int j = 0; j < k; j++) {
        x[i * k + j][1] = found[i][j];
        x[i * k + j][2] = found[i][k + j];
      }
    }
  }

  /**
   * Solves ∫₀ᵗ x(s) C(t − s) ds = g(t) by the trapezoid rule.
   *
   * @param correlation C at 0, h, 2h … for every pair
   * @param right g at the same times for every pair
   * @param first x(0) for every pair, which the equation does not give
   * @param step h
   * @return x at the same times for every pair
   */
  static double[][] firstKind(
      double[][] correlation, double[][] right, double[] first, double step) {
    int k = (int) Math.round(Math.sqrt(right.length));
    int n = right[0].length;
    double[][] x = new double[k * k][n];
    for (int p = 0; p < x.length; p++) {
      x[p][0] = first[p];
    }
    double[][] half = inverse(plus(new double[k][k], 0.5, at(correlation, 0)));
    double[][] rest = new double[k][k];
    for (int i = 1; i < n; i++) {
      for (int row = 0; row < k; row++) {
        for (int column = 0; column < k; column++) {
          double sum = 0;
          for (int m = 0; m < k; m++) {
            double[] xs = x[row * k + m];
            double[] cs = correlation[m * k + column];
            sum += 0.5 * cs[i] * xs[0];
            for (int j = 1; j < i; j++) {
              sum += cs[i - j] * xs[j];
            }
          }
          rest[row][column] = right[row * k + column][i] / step - sum;
        }
      }
      put(x, i, times(rest, half));
    }
    return x;
  }

  /** The matrix at one time. */
  static double[][] at(double[][] columns, int time) {
    int k = (int) Math.round(Math.sqrt(columns.length));
    double[][] matrix = new double[k][k];
    for (int p = 0; p < columns.length; p++) {
      matrix[p / k][p % k] = columns[p][time];
    }
    return matrix;
  }

  private static void put(double[][] columns, int time, double[][] matrix) {
    for (int p = 0; p < columns.length; p++) {
      columns[p][time] = matrix[p / matrix.length][p % matrix.length];
    }
  }

  private static double[][] times(double[][] a, double[][] b) {
    double[][] product = new double[a.length][b[0].length];
    for (int i = 0; i < a.length; i++) {
      for (int j = 0; j < b[0].length; j++) {
        for (int m = 0; m < b.length; m++) {
          product[i][j] += a[i][m] * b[m][j];
        }
      }
    }
    return product;
  }

  private static double[][] plus(double[][] a, double factor, double[][] b) {
    double[][] sum = new double[a.length][a.length];
    for (int i = 0; i < a.length; i++) {
      for (int j = 0; j < a.length; j++) {
        sum[i][j] = a[i][j] + factor * b[i][j];
      }
    }
    return sum;
  }

  private static double[][] inverse(double[][] matrix) {
    return new LUDecomposition(new Array2DRowRealMatrix(matrix, false), 0)
        .getSolver()
        .getInverse()
        .getData();
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
