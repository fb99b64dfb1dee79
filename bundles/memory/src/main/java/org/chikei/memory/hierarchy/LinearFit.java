package org.chikei.memory.hierarchy;

/** The best linear function of a few variables from weighted sums, evaluated at one place. */
final class LinearFit {
  private static final double RIDGE = 1e-9;

  private final int dimensions;
  private final double[][] matrix;
  private final double[] right;
  private final double[] offset;

  LinearFit(int dimensions) {
    this.dimensions = dimensions;
    matrix = new double[dimensions][dimensions];
    right = new double[dimensions];
    offset = new double[dimensions];
  }

  /**
   * Fits.
   *
   * @param sums the sums of 1, r_a, r_a r_b (b from a), y, y r_a, places in cells
   * @param index which of the sums
   * @param cell where the function is wanted: the centre of this cell
   * @param cells the grid
   */
  double at(double[][] sums, int index, int cell, Cells cells) {
    double n = sums[0][index];
    int y = sums.length - dimensions - 1;
    double mean = sums[y][index] / n;
    int k = 1 + dimensions;
    double trace = 0;
    for (int a = 0; a < dimensions; a++) {
      double ra = sums[1 + a][index] / n;
      offset[a] = cells.along(cell, a) - ra;
      right[a] = sums[y + 1 + a][index] / n - mean * ra;
      for (int b = a; b < dimensions; b++) {
        double product = sums[k++][index] / n - ra * (sums[1 + b][index] / n);
        matrix[a][b] = product;
        matrix[b][a] = product;
      }
      trace += matrix[a][a];
    }
    for (int a = 0; a < dimensions; a++) {
      matrix[a][a] += RIDGE * trace + 1e-12;
    }
    solve();
    double value = mean;
    for (int a = 0; a < dimensions; a++) {
      value += right[a] * offset[a];
    }
    return value;
  }

  /** Solves for the slopes, which replace the right side; the matrix is positive. */
  private void solve() {
    for (int p = 0; p < dimensions; p++) {
      for (int i = p + 1; i < dimensions; i++) {
        double factor = matrix[i][p] / matrix[p][p];
        for (int j = p; j < dimensions; j++) {
          matrix[i][j] -= factor * matrix[p][j];
        }
        right[i] -= factor * right[p];
      }
    }
    for (int p = dimensions - 1; p >= 0; p--) {
      for (int j = p + 1; j < dimensions; j++) {
        right[p] -= matrix[p][j] * right[j];
      }
      right[p] /= matrix[p][p];
    }
  }
}
