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

  private final double from;
  private final double width;
  private final int intervals;
  private final boolean periodic;
  private final double[] products;
  private final double[][] moments;

  /**
   * Makes a fit without samples.
   *
   * @param from where the first interval begins
   * @param to where the last one ends
   * @param intervals how many there are
   * @param periodic whether they close to a circle
   * @param quantities how many quantities are averaged
   */
  SplineFit(double from, double to, int intervals, boolean periodic, int quantities) {
    this.from = from;
    this.intervals = intervals;
    this.width = (to - from) / intervals;
    this.periodic = periodic;
    this.products = new double[intervals * 10];
    this.moments = new double[quantities][intervals * 4];
  }

  /** How many intervals do for a number of samples. */
  static int intervals(long samples) {
    return (int) Math.max(8, Math.min(64, Math.round(0.6 * Math.cbrt(samples))));
  }

  /** Adds samples of every quantity. */
  void add(double[] r, int first, int end, double[]... quantities) {
    for (int j = first; j < end; j++) {
      double place = (r[j] - from) / width;
      int k = Math.max(0, Math.min(intervals - 1, (int) place));
      double t = place - k;
      double w3 = t * t * t / 6;
      double w0 = (1 - t) * (1 - t) * (1 - t) / 6;
      double w1 = 2.0 / 3 - t * t * (2 - t) / 2;
      double w2 = 1 - w0 - w1 - w3;
      int p = k * 10;
      products[p] += w0 * w0;
      products[p + 1] += w0 * w1;
      products[p + 2] += w0 * w2;
      products[p + 3] += w0 * w3;
      products[p + 4] += w1 * w1;
      products[p + 5] += w1 * w2;
      products[p + 6] += w1 * w3;
      products[p + 7] += w2 * w2;
      products[p + 8] += w2 * w3;
      products[p + 9] += w3 * w3;
      int m = k * 4;
      for (int q = 0; q < quantities.length; q++) {
        double value = quantities[q][j];
        double[] moment = moments[q];
        moment[m] += w0 * value;
        moment[m + 1] += w1 * value;
        moment[m + 2] += w2 * value;
        moment[m + 3] += w3 * value;
      }
    }
  }

  /** Fits every quantity. */
  Spline[] fit() {
    int size = periodic ? intervals : intervals + 3;
    Array2DRowRealMatrix matrix = new Array2DRowRealMatrix(size, size);
    for (int k = 0; k < intervals; k++) {
      int p = k * 10;
      for (int i = 0; i < 4; i++) {
        for (int l = i; l < 4; l++) {
          add(matrix, (k + i) % size, (k + l) % size, products[p++], i != l);
        }
      }
    }
    for (int k = 0; k + (periodic ? 0 : 2) < size; k++) {
      int[] at = {k, (k + 1) % size, (k + 2) % size};
      double[] second = {1, -2, 1};
      for (int i = 0; i < 3; i++) {
        for (int l = 0; l < 3; l++) {
          matrix.addToEntry(at[i], at[l], STIFFNESS * second[i] * second[l]);
        }
      }
    }
    for (int k = 0; k < size; k++) {
      matrix.addToEntry(k, k, 1e-9);
    }
    DecompositionSolver solver = new CholeskyDecomposition(matrix, 1e-6, 0).getSolver();
    Spline[] splines = new Spline[moments.length];
    for (int q = 0; q < splines.length; q++) {
      double[] right = new double[size];
      for (int k = 0; k < intervals; k++) {
        for (int i = 0; i < 4; i++) {
          right[(k + i) % size] += moments[q][4 * k + i];
        }
      }
      double[] c = solver.solve(new ArrayRealVector(right)).toArray();
      double[] whole = new double[intervals + 3];
      for (int k = 0; k < whole.length; k++) {
        whole[k] = c[k % size];
      }
      splines[q] = new Spline(from, width, whole);
    }
    return splines;
  }

  private static void add(
      Array2DRowRealMatrix matrix, int i, int l, double value, boolean bothSides) {
    matrix.addToEntry(i, l, value);
    if (bothSides) {
      matrix.addToEntry(l, i, value);
    }
  }
}
