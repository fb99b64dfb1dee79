package org.chikei.memory;

/**
 * Sums over the frames of each block, cell by cell: of the products of B-splines, and of B-splines
 * with quantities. All means with these knots or with some of them left out follow from them.
 */
final class SplineSums {
  private final SplineGrid grid;

  /** By block and cell the products, row by row, then those with each quantity; null where none. */
  private final double[][][] sums;

  /** Σ A² by quantity. */
  private final double[] squares;

  /**
   * Sums up.
   *
   * @param grid the knots
   * @param r the places of the samples, by coordinate
   * @param quantities the quantities, one value a sample
   * @param blocks the blocks
   */
  SplineSums(SplineGrid grid, double[][] r, double[][] quantities, Blocks blocks) {
    this.grid = grid;
    sums = new double[blocks.count()][grid.cells()][];
    squares = new double[quantities.length];
    int inCell = grid.inCell();
    int length = inCell * (inCell + 1) / 2 + quantities.length * inCell;
    SplineGrid.Weights weights = grid.weights();
    double[] w = weights.values();
    for (Blocks.Part part : blocks.parts()) {
      double[][] own = sums[part.block()];
      for (int j = part.from(); j < part.to(); j++) {
        int cell = weights.cell(r, j);
        if (own[cell] == null) {
          own[cell] = new double[length];
        }
        double[] sum = own[cell];
        int at = 0;
        for (int p = 0; p < inCell; p++) {
          for (int q = 0; q <= p; q++) {
            sum[at++] += w[p] * w[q];
          }
        }
        for (double[] quantity : quantities) {
          for (int p = 0; p < inCell; p++) {
            sum[at++] += w[p] * quantity[j];
          }
        }
      }
    }
    for (int a = 0; a < squares.length; a++) {
      for (double each : quantities[a]) {
        squares[a] += each * each;
      }
    }
  }

  SplineGrid grid() {
    return grid;
  }

  int blocks() {
    return sums.length;
  }

  int quantities() {
    return squares.length;
  }

  double squares(int quantity) {
    return squares[quantity];
  }

  /** The sums of a block in a cell; null where it has no frame there. */
  double[] of(int block, int cell) {
    return sums[block][cell];
  }

  /** The sums of all blocks in a cell; null where there is no frame. */
  double[] total(int cell) {
    double[] total = null;
    for (double[][] own : sums) {
      if (own[cell] == null) {
        continue;
      }
      if (total == null) {
        total = new double[own[cell].length];
      }
      for (int at = 0; at < total.length; at++) {
        total[at] += own[cell][at];
      }
    }
    return total;
  }

  /** The sums with a quantity less those of the products times coefficients, in one cell. */
  double[] rest(double[] sum, int quantity, double[] coefficients) {
    int inCell = coefficients.length;
    double[] rest = new double[inCell];
    int at = inCell * (inCell + 1) / 2 + quantity * inCell;
    System.arraycopy(sum, at, rest, 0, inCell);
    at = 0;
    for (int p = 0; p < inCell; p++) {
      for (int q = 0; q < p; q++) {
        rest[p] -= sum[at] * coefficients[q];
        rest[q] -= sum[at] * coefficients[p];
        at++;
      }
      rest[p] -= sum[at] * coefficients[p];
      at++;
    }
    return rest;
  }
}
