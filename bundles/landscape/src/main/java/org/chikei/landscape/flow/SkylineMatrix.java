package org.chikei.landscape.flow;

/**
 * A symmetric, positive semidefinite matrix, stored row by row from the first entry that is not
 * zero to the diagonal, and its factors L D Lᵀ in the same place. A pivot that is zero but for
 * rounding belongs to a direction that nothing holds: its unknown is set to zero, so that systems
 * whose right side is orthogonal to such directions are solved exactly.
 */
final class SkylineMatrix {
  private static final double ZERO_PIVOT = 1e-12;

  private final int[] first;
  private final double[][] rows;
  private final double[] pivots;

  /**
   * Makes a matrix of zeros.
   *
   * @param first the column of each row's first entry
   */
  SkylineMatrix(int[] first) {
    this.first = first;
    rows = new double[first.length][];
    pivots = new double[first.length];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = new double[i - first[i] + 1];
    }
  }

  /** Adds to an entry at or below the diagonal. */
  void add(int i, int j, double value) {
    rows[i][j - first[i]] += value;
  }

  /** Replaces the matrix by its factors. */
  void factor() {
    double[] diagonal = new double[rows.length];
    for (int i = 0; i < rows.length; i++) {
      double[] row = rows[i];
      diagonal[i] = row[i - first[i]];
      // first the entries of L D, then of L
      for (int j = first[i]; j < i; j++) {
        int from = Math.max(first[i], first[j]);
        row[j - first[i]] -= product(row, from - first[i], rows[j], from - first[j], j - from);
      }
      double pivot = diagonal[i];
      for (int j = first[i]; j < i; j++) {
        double scaled = row[j - first[i]];
        double l = pivots[j] > 0 ? scaled / pivots[j] : 0;
        pivot -= l * scaled;
        row[j - first[i]] = l;
      }
      pivots[i] = pivot > ZERO_PIVOT * diagonal[i] ? pivot : 0;
    }
  }

  private static double product(double[] x, int fromX, double[] y, int fromY, int count) {
    double a = 0;
    double b = 0;
    int k = 0;
    for (; k + 1 < count; k += 2) {
      a += x[fromX + k] * y[fromY + k];
      b += x[fromX + k + 1] * y[fromY + k + 1];
    }
    return k < count ? a + b + x[fromX + k] * y[fromY + k] : a + b;
  }

  /** Solves; the matrix must have been factored. */
  double[] solve(double[] right) {
    double[] x = right.clone();
    for (int i = 0; i < x.length; i++) {
      x[i] -= product(rows[i], 0, x, first[i], i - first[i]);
    }
    for (int i = x.length - 1; i >= 0; i--) {
      // L's rows have not been applied from behind yet: x[i] is complete here
      x[i] = pivots[i] > 0 ? x[i] / pivots[i] : 0;
    }
    for (int i = x.length - 1; i >= 0; i--) {
      if (pivots[i] == 0) {
        x[i] = 0;
      }
      for (int j = first[i]; j < i; j++) {
        x[j] -= rows[i][j - first[i]] * x[i];
      }
    }
    return x;
  }
}
