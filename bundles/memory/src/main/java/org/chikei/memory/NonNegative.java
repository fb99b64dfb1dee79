package org.chikei.memory;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.SingularValueDecomposition;

/**
 * Linear least squares with amplitudes that are not negative, by the active sets of C. L. Lawson
 * and R. J. Hanson, Solving Least Squares Problems, 1974, chapter 23.
 */
final class NonNegative {
  private static final double SMALL = 1e-12;

  private NonNegative() {}

  /**
   * Solves.
   *
   * @param products the products of the columns with each other
   * @param right those with what is fitted
   * @return one amplitude a column, each 0 or more
   */
  static double[] solve(double[][] products, double[] right) {
    int n = right.length;
    double[] x = new double[n];
    boolean[] free = new boolean[n];
    for (int round = 0; round < 3 * n; round++) {
      int best = -1;
      double steepest = SMALL * Arrays.stream(right).map(Math::abs).max().orElse(0);
      for (int i = 0; i < n; i++) {
        double slope = right[i];
        for (int j = 0; j < n; j++) {
          slope -= products[i][j] * x[j];
        }
        if (!free[i] && slope > steepest) {
          steepest = slope;
          best = i;
        }
      }
      if (best < 0) {
        return x;
      }
      free[best] = true;
      x = within(products, right, free, x);
    }
    return x;
  }

  /** The best amplitudes of the free columns; a column that would turn negative is let go. */
  private static double[] within(
      double[][] products, double[] right, boolean[] free, double[] before) {
    double[] x = before;
    while (true) {
      double[] wanted = unbounded(products, right, free);
      double reach = 1;
      for (int i = 0; i < x.length; i++) {
        if (free[i] && wanted[i] <= 0) {
          reach = Math.min(reach, x[i] / (x[i] - wanted[i] + Double.MIN_NORMAL));
        }
      }
      if (reach == 1) {
        return wanted;
      }
      double[] next = new double[x.length];
      for (int i = 0; i < x.length; i++) {
        next[i] = free[i] ? x[i] + reach * (wanted[i] - x[i]) : 0;
        if (free[i] && wanted[i] <= 0 && next[i] <= SMALL * Math.abs(wanted[i])) {
          next[i] = 0;
          free[i] = false;
        }
      }
      x = next;
    }
  }

  private static double[] unbounded(double[][] products, double[] right, boolean[] free) {
    int[] at = IntStream.range(0, free.length).filter(i -> free[i]).toArray();
    double[] x = new double[free.length];
    if (at.length == 0) {
      return x;
    }
    double[][] some = new double[at.length][at.length];
    double[] rest = new double[at.length];
    for (int i = 0; i < at.length; i++) {
      rest[i] = right[at[i]];
      for (int j = 0; j < at.length; j++) {
        some[i][j] = products[at[i]][at[j]];
      }
    }
    double[] found =
        new SingularValueDecomposition(new Array2DRowRealMatrix(some, false))
            .getSolver()
            .solve(new ArrayRealVector(rest, false))
            .toArray();
    for (int i = 0; i < at.length; i++) {
      x[at[i]] = found[i];
    }
    return x;
  }
}
