package org.chikei.memory;

/**
 * B-splines with knots far apart as sums of those with knots closer to each other, in every cell of
 * the latter: b_p(r) = Σ S_pl β_l(r).
 */
final class SplineRefinement {
  /** A cubic B-spline by those with knots half as far apart, in eighths. */
  private static final int[] TWO_SCALE = {1, 4, 6, 4, 1};

  private final int[][] functions;
  private final double[][][] matrices;

  /**
   * Refines.
   *
   * @param fine the close knots
   * @param coarse those far apart
   * @param times how many intervals of the former make one of the latter, a power of two
   */
  SplineRefinement(SplineGrid fine, SplineGrid coarse, int times) {
    int dimensions = fine.dimensions();
    double[][][] along = along(times);
    double[][][] matrixOfPlace = new double[(int) Math.pow(times, dimensions)][][];
    functions = new int[fine.cells()][];
    matrices = new double[fine.cells()][][];
    for (int cell = 0; cell < fine.cells(); cell++) {
      int rest = cell;
      int coarseCell = 0;
      int stride = 1;
      int[] places = new int[dimensions];
      int place = 0;
      for (int a = dimensions - 1; a >= 0; a--) {
        int interval = rest % fine.axes()[a].intervals();
        rest /= fine.axes()[a].intervals();
        coarseCell += stride * (interval / times);
        stride *= coarse.axes()[a].intervals();
        places[a] = interval % times;
        place = place * times + places[a];
      }
      if (matrixOfPlace[place] == null) {
        matrixOfPlace[place] = product(along, places);
      }
      functions[cell] = coarse.functions(coarseCell);
      matrices[cell] = matrixOfPlace[place];
    }
  }

  /** The matrices along one coordinate, for every place of a close interval in a far one. */
  private static double[][][] along(int times) {
    double[][][] matrices = {{{1, 0, 0, 0}, {0, 1, 0, 0}, {0, 0, 1, 0}, {0, 0, 0, 1}}};
    for (int done = 1; done < times; done *= 2) {
      double[][][] halved = new double[2 * done][4][4];
      for (int place = 0; place < 2 * done; place++) {
        for (int p = 0; p < 4; p++) {
          for (int l = 0; l < 4; l++) {
            for (int m = 0; m < 4; m++) {
              int k = l + 3 - 2 * m + place % 2;
              if (k >= 0 && k < TWO_SCALE.length) {
                halved[place][p][l] += matrices[place / 2][p][m] * TWO_SCALE[k] / 8.0;
              }
            }
          }
        }
      }
      matrices = halved;
    }
    return matrices;
  }

  private static double[][] product(double[][][] along, int[] places) {
    int inCell = 1 << 2 * places.length;
    double[][] product = new double[inCell][inCell];
    for (int p = 0; p < inCell; p++) {
      for (int l = 0; l < inCell; l++) {
        product[p][l] = 1;
        for (int a = 0; a < places.length; a++) {
          int shift = 2 * (places.length - 1 - a);
          product[p][l] *= along[places[a]][p >> shift & 3][l >> shift & 3];
        }
      }
    }
    return product;
  }

  /** The coefficients that a mean has in a cell of the close knots. */
  double[] local(int cell, double[] coefficients) {
    double[][] matrix = matrices[cell];
    int[] at = functions[cell];
    double[] local = new double[at.length];
    for (int p = 0; p < at.length; p++) {
      for (int l = 0; l < at.length; l++) {
        local[l] += matrix[p][l] * coefficients[at[p]];
      }
    }
    return local;
  }

  /** Adds what a cell has of sums Σ A β(r) to Σ A b(r). */
  void add(int cell, double[] sums, double[] moments) {
    double[][] matrix = matrices[cell];
    int[] at = functions[cell];
    for (int p = 0; p < at.length; p++) {
      for (int l = 0; l < at.length; l++) {
        moments[at[p]] += matrix[p][l] * sums[l];
      }
    }
  }

  /** Adds what a cell has of Σ β(r)β(r), row by row, to Σ b(r)b(r). */
  void addProducts(int cell, double[] sums, double[][] products) {
    double[][] matrix = matrices[cell];
    int[] at = functions[cell];
    int inCell = at.length;
    double[][] half = new double[inCell][inCell];
    for (int p = 0; p < inCell; p++) {
      for (int l = 0; l < inCell; l++) {
        double factor = matrix[p][l];
        for (int m = 0; m < inCell && factor != 0; m++) {
          int high = Math.max(l, m);
          half[p][m] += factor * sums[high * (high + 1) / 2 + Math.min(l, m)];
        }
      }
    }
    for (int p = 0; p < inCell; p++) {
      for (int q = 0; q < inCell; q++) {
        double sum = 0;
        for (int m = 0; m < inCell; m++) {
          sum += half[p][m] * matrix[q][m];
        }
        products[at[p]][at[q]] += sum;
      }
    }
  }
}
