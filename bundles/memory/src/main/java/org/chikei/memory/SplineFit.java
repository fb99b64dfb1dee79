package org.chikei.memory;

import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.CholeskyDecomposition;
import org.apache.commons.math3.linear.DecompositionSolver;

/**
 * Conditional means ⟨A; r⟩ as cubic splines, by least squares with knots at equal distances.
 *
 * <p>Second differences of the coefficients are held small with the weight of a few samples, so
 * that where there are almost none the spline goes on straight, and nowhere else feels it.
 */
final class SplineFit {
  private static final double STIFFNESS = 3;

  private final SplineGrid grid;
  private final DecompositionSolver solver;

  /**
   * Makes the equations.
   *
   * @param grid the knots
   * @param r the places of the samples, by coordinate
   */
  SplineFit(SplineGrid grid, double[][] r) {
    this.grid = grid;
    this.solver = new CholeskyDecomposition(equations(r), 1e-6, 0).getSolver();
  }

  private Array2DRowRealMatrix equations(double[][] r) {
    int inCell = grid.inCell();
    double[][] products = new double[grid.cells()][];
    SplineGrid.Weights weights = grid.weights();
    double[] w = weights.values();
    for (int j = 0; j < r[0].length; j++) {
      int cell = weights.cell(r, j);
      if (products[cell] == null) {
        products[cell] = new double[inCell * (inCell + 1) / 2];
      }
      double[] sums = products[cell];
      int at = 0;
      for (int p = 0; p < inCell; p++) {
        for (int q = 0; q <= p; q++) {
          sums[at++] += w[p] * w[q];
        }
      }
    }
    double[][] matrix = new double[grid.functions()][grid.functions()];
    for (int cell = 0; cell < products.length; cell++) {
      int[] functions = grid.functions(cell);
      int at = 0;
      for (int p = 0; p < inCell && products[cell] != null; p++) {
        for (int q = 0; q <= p; q++) {
          double sum = products[cell][at++];
          matrix[functions[p]][functions[q]] += sum;
          if (p != q) {
            matrix[functions[q]][functions[p]] += sum;
          }
        }
      }
    }
    stiffen(matrix);
    return new Array2DRowRealMatrix(matrix, false);
  }

  /** Holds the second differences along every coordinate. */
  private void stiffen(double[][] matrix) {
    int stride = matrix.length;
    for (SplineAxis axis : grid.axes()) {
      int size = axis.functions();
      stride /= size;
      for (int f = 0; f < matrix.length; f++) {
        int place = f / stride % size;
        if (!axis.periodic() && place + 2 >= size) {
          continue;
        }
        int base = f - place * stride;
        int[] at = {f, base + (place + 1) % size * stride, base + (place + 2) % size * stride};
        double[] second = {1, -2, 1};
        for (int i = 0; i < 3; i++) {
          for (int l = 0; l < 3; l++) {
            matrix[at[i]][at[l]] += STIFFNESS * second[i] * second[l];
          }
        }
      }
    }
    for (int f = 0; f < matrix.length; f++) {
      matrix[f][f] += 1e-9;
    }
  }

  /** Σ A B(r) over a run of frames, for every B-spline B. */
  double[] moments(double[][] r, int from, int to, double[] quantity) {
    double[] moments = new double[grid.functions()];
    int[][] functions = grid.allFunctions();
    SplineGrid.Weights weights = grid.weights();
    double[] w = weights.values();
    for (int j = from; j < to; j++) {
      int[] at = functions[weights.cell(r, j)];
      for (int p = 0; p < w.length; p++) {
        moments[at[p]] += w[p] * quantity[j];
      }
    }
    return moments;
  }

  /**
   * What a mean leaves of a quantity over a run of frames.
   *
   * @param coefficients those of the mean
   * @param r the places of the samples, by coordinate
   * @param from the first frame
   * @param to the frame after the last
   * @param quantity the quantity
   * @param rest where to put what is left, by frame
   * @param moments to which Σ B(r) of what is left is added, for every B-spline B
   */
  void rest(
      double[] coefficients,
      double[][] r,
      int from,
      int to,
      double[] quantity,
      double[] rest,
      double[] moments) {
    int[][] functions = grid.allFunctions();
    SplineGrid.Weights weights = grid.weights();
    double[] w = weights.values();
    for (int j = from; j < to; j++) {
      int[] at = functions[weights.cell(r, j)];
      double left = quantity[j];
      for (int p = 0; p < w.length; p++) {
        left -= w[p] * coefficients[at[p]];
      }
      rest[j] = left;
      for (int p = 0; p < w.length; p++) {
        moments[at[p]] += w[p] * left;
      }
    }
  }

  /** How many B-splines there are. */
  int functions() {
    return grid.functions();
  }

  /** The coefficients for given moments. */
  double[] solve(double[] moments) {
    return solver.solve(new ArrayRealVector(moments, false)).toArray();
  }

  /** The coefficients of ⟨A; r⟩ from all samples. */
  double[] fit(double[][] r, double[] quantity) {
    return solve(moments(r, 0, quantity.length, quantity));
  }
}
