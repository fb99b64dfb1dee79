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

  private final SplineSums sums;
  private final SplineGrid grid;
  private final SplineRefinement refinement;
  private final DecompositionSolver solver;
  private final double[][] coefficients;

  /**
   * Fits.
   *
   * @param sums the sums of all samples
   * @param coarser how many of their knots' intervals make one of those of the means, 1, 2 or 4
   */
  SplineFit(SplineSums sums, int coarser) {
    this.sums = sums;
    this.grid = sums.grid().coarser(coarser);
    this.refinement = new SplineRefinement(sums.grid(), grid, coarser);
    double[][] matrix = new double[grid.functions()][grid.functions()];
    double[][] moments = new double[sums.quantities()][grid.functions()];
    double[] none = new double[grid.inCell()];
    for (int cell = 0; cell < sums.grid().cells(); cell++) {
      double[] sum = sums.total(cell);
      if (sum != null) {
        refinement.addProducts(cell, sum, matrix);
        for (int a = 0; a < moments.length; a++) {
          refinement.add(cell, sums.rest(sum, a, none), moments[a]);
        }
      }
    }
    stiffen(matrix);
    solver =
        new CholeskyDecomposition(new Array2DRowRealMatrix(matrix, false), 1e-6, 0).getSolver();
    coefficients = new double[moments.length][];
    for (int a = 0; a < moments.length; a++) {
      coefficients[a] = solve(moments[a]);
    }
  }

  /** The coefficients of ⟨A; r⟩ from samples of equal standing. */
  static double[] of(SplineGrid grid, double[][] r, double[] quantity) {
    Blocks all = Blocks.of(new int[] {0, quantity.length}, quantity.length, 0);
    return new SplineFit(new SplineSums(grid, r, new double[][] {quantity}, all), 1)
        .coefficients()[0];
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

  private double[] solve(double[] moments) {
    return solver.solve(new ArrayRealVector(moments, false)).toArray();
  }

  /** The knots of the means. */
  SplineGrid grid() {
    return grid;
  }

  /** The coefficients of the means, by quantity. */
  double[][] coefficients() {
    return coefficients;
  }

  /**
   * What leaving out each block changes of the coefficients, by block and quantity, from what the
   * means leave of the quantities in it.
   */
  double[][][] changes() {
    int count = sums.blocks();
    double[][][] changes = new double[count][coefficients.length][grid.functions()];
    for (int b = 0; b < count && count > 1; b++) {
      for (int a = 0; a < coefficients.length; a++) {
        double[] moments = new double[grid.functions()];
        for (int cell = 0; cell < sums.grid().cells(); cell++) {
          double[] sum = sums.of(b, cell);
          if (sum != null) {
            double[] local = refinement.local(cell, coefficients[a]);
            refinement.add(cell, sums.rest(sum, a, local), moments);
          }
        }
        changes[b][a] = solve(moments);
        for (int f = 0; f < moments.length; f++) {
          changes[b][a][f] *= -count / (count - 1.0);
        }
      }
    }
    return changes;
  }

  /** The part of ⟨A²⟩ that means leave which have not seen the block, over all quantities. */
  double unexplained(double[][][] changes) {
    double unexplained = 0;
    for (int a = 0; a < coefficients.length; a++) {
      double squares = sums.squares(a);
      for (int b = 0; b < sums.blocks(); b++) {
        double[] mean = coefficients[a].clone();
        for (int f = 0; f < mean.length; f++) {
          mean[f] += changes[b][a][f];
        }
        squares -= explained(b, a, mean);
      }
      unexplained += squares / sums.squares(a);
    }
    return unexplained;
  }

  /** Σ (2A − m)m for a mean m over the frames of a block. */
  private double explained(int block, int quantity, double[] mean) {
    double explained = 0;
    double[] none = new double[grid.inCell()];
    for (int cell = 0; cell < sums.grid().cells(); cell++) {
      double[] sum = sums.of(block, cell);
      if (sum != null) {
        double[] local = refinement.local(cell, mean);
        double[] all = sums.rest(sum, quantity, none);
        double[] rest = sums.rest(sum, quantity, local);
        for (int p = 0; p < local.length; p++) {
          explained += local[p] * (all[p] + rest[p]);
        }
      }
    }
    return explained;
  }
}
