package org.chikei.landscape.grid;

import java.util.Arrays;

/**
 * Symmetric matrices of one to three rows, each kept as its entries at and above the diagonal, row
 * by row: aa; aa, ab, bb; or aa, ab, ac, bb, bc, cc.
 */
public final class SymmetricMatrix {
  private static final double SINGULAR = 1e-12;

  private SymmetricMatrix() {}

  /** How many entries there are. */
  public static int size(int rows) {
    return rows * (rows + 1) / 2;
  }

  /** Where an entry is. */
  public static int place(int rows, int a, int b) {
    int low = Math.min(a, b);
    return low * rows - low * (low + 1) / 2 + Math.max(a, b);
  }

  public static double[] identity(int rows) {
    double[] one = new double[size(rows)];
    for (int a = 0; a < rows; a++) {
      one[place(rows, a, a)] = 1;
    }
    return one;
  }

  /** The inverse, by cofactors. */
  public static double[] inverse(double[] m) {
    if (m.length == 1) {
      return new double[] {1 / m[0]};
    }
    if (m.length == 3) {
      double determinant = m[0] * m[2] - m[1] * m[1];
      return new double[] {m[2] / determinant, -m[1] / determinant, m[0] / determinant};
    }
    double[] inverse = cofactors(m);
    double determinant = m[0] * inverse[0] + m[1] * inverse[1] + m[2] * inverse[2];
    for (int c = 0; c < inverse.length; c++) {
      inverse[c] /= determinant;
    }
    return inverse;
  }

  private static double[] cofactors(double[] m) {
    return new double[] {
      m[3] * m[5] - m[4] * m[4],
      m[2] * m[4] - m[1] * m[5],
      m[1] * m[4] - m[2] * m[3],
      m[0] * m[5] - m[2] * m[2],
      m[1] * m[2] - m[0] * m[4],
      m[0] * m[3] - m[1] * m[1]
    };
  }

  /** Whether all minors from the upper left are above zero by more than rounding. */
  public static boolean isPositiveDefinite(double[] m) {
    if (m.length == 3) {
      return m[0] > 0 && m[0] * m[2] > m[1] * m[1] * (1 + SINGULAR);
    }
    double[] c = cofactors(m);
    double determinant = m[0] * c[0] + m[1] * c[1] + m[2] * c[2];
    return isPositiveDefinite(new double[] {m[0], m[1], m[3]})
        && determinant > SINGULAR * m[0] * m[3] * m[5];
  }

  /**
   * In how many of its principal directions a matrix of no zero eigenvalue is negative: as many as
   * pivots are (J. J. Sylvester's law of inertia).
   */
  public static int negativeDirections(double[] m) {
    double first = pivot(m[0]);
    if (m.length == 1) {
      return first < 0 ? 1 : 0;
    }
    int next = m.length == 3 ? 2 : 3;
    double second = pivot(m[next] - m[1] * m[1] / first);
    int negative = (first < 0 ? 1 : 0) + (second < 0 ? 1 : 0);
    if (m.length == 3) {
      return negative;
    }
    double rest = m[4] - m[1] * m[2] / first;
    double third = m[5] - m[2] * m[2] / first - rest * rest / second;
    return negative + (third < 0 ? 1 : 0);
  }

  /** A pivot that is zero by chance becomes one that is nearly so. */
  private static double pivot(double value) {
    return value == 0 ? 1e-150 : value;
  }

  /** Σ M_ab x_b for one a. */
  public static double row(double[] m, int a, double[] x) {
    double sum = 0;
    for (int b = 0; b < x.length; b++) {
      sum += m[place(x.length, a, b)] * x[b];
    }
    return sum;
  }

  /** Σ M_ab N_ab over all a and b: with N = xxᵀ the square of x. */
  public static double product(double[] m, double[] n) {
    int rows = m.length == 3 ? 2 : 3;
    double sum = 0;
    for (int a = 0; a < rows; a++) {
      for (int b = a; b < rows; b++) {
        int at = place(rows, a, b);
        sum += (a == b ? 1 : 2) * m[at] * n[at];
      }
    }
    return sum;
  }

  /** xᵀMx. */
  public static double square(double[] m, double[] x) {
    double sum = 0;
    for (int a = 0; a < x.length; a++) {
      sum += x[a] * row(m, a, x);
    }
    return sum;
  }

  /** One entry of each of several matrices that are kept as columns, one column an entry. */
  public static double[] at(double[][] columns, int k) {
    return Arrays.stream(columns).mapToDouble(column -> column[k]).toArray();
  }
}
