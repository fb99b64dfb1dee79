package org.chikei.batch.windows;

/** Cholesky's factorisation of a symmetric matrix without its first rows and columns. */
final class SymmetricMatrix {
  /** A pivot this small against its diagonal entry is none. */
  private static final double SINGULAR = 1e-12;

  private SymmetricMatrix() {}

  /**
   * Factors.
   *
   * @param matrix the matrix
   * @param first the first row and column that count
   * @return the lower triangle; null where the matrix is singular
   */
  static double[][] factor(double[][] matrix, int first) {
    int n = matrix.length;
    double[][] lower = new double[n][n];
    for (int i = first; i < n; i++) {
      for (int j = first; j <= i; j++) {
        double rest = matrix[i][j];
        for (int k = first; k < j; k++) {
          rest -= lower[i][k] * lower[j][k];
        }
        if (j < i) {
          lower[i][j] = rest / lower[j][j];
        } else if (rest > SINGULAR * matrix[i][i]) {
          lower[i][i] = Math.sqrt(rest);
        } else {
          return null;
        }
      }
    }
    return lower;
  }

  /**
   * Solves.
   *
   * @param lower the factor
   * @param right the right-hand side
   * @param first the first row that counts
   * @return the solution, 0 in the rows before
   */
  static double[] solve(double[][] lower, double[] right, int first) {
    int n = lower.length;
    double[] x = right.clone();
    for (int i = 0; i < first; i++) {
      x[i] = 0;
    }
    for (int i = first; i < n; i++) {
      for (int k = first; k < i; k++) {
        x[i] -= lower[i][k] * x[k];
      }
      x[i] /= lower[i][i];
    }
    for (int i = n - 1; i >= first; i--) {
      for (int k = i + 1; k < n; k++) {
        x[i] -= lower[k][i] * x[k];
      }
      x[i] /= lower[i][i];
    }
    return x;
  }
}
