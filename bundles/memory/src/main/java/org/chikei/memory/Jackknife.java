package org.chikei.memory;

import java.util.function.ToDoubleFunction;
import org.apache.commons.math3.distribution.TDistribution;

/** Standard errors from results that each leave out one block of the data. */
final class Jackknife {
  /** Fewer blocks than this say nothing about their own scatter. */
  private static final int FEWEST = 8;

  /** By column, row and block left out. */
  private final double[][][] without;

  /**
   * Makes room for results of several columns.
   *
   * @param columns how many columns
   * @param last the number of the last row
   * @param blocks how many blocks
   */
  Jackknife(int columns, int last, int blocks) {
    without = new double[columns][last + 1][blocks];
  }

  /** Sets the result without a block. */
  void set(int block, double[][] columns) {
    for (int c = 0; c < without.length; c++) {
      for (int k = 0; k < without[c].length; k++) {
        without[c][k][block] = columns[c][k];
      }
    }
  }

  /** The standard errors of all columns. */
  double[][] errors() {
    double[][] errors = new double[without.length][without[0].length];
    double wider = wider(without[0][0].length);
    for (int c = 0; c < errors.length; c++) {
      for (int k = 0; k < errors[c].length; k++) {
        errors[c][k] = wider * scatter(without[c][k]);
      }
    }
    return errors;
  }

  /** The standard error of what is made of the rows of one column. */
  double errorOf(int column, ToDoubleFunction<double[]> value) {
    double[][] rows = without[column];
    double[] values = new double[rows[0].length];
    double[] own = new double[rows.length];
    for (int b = 0; b < values.length; b++) {
      for (int k = 0; k < rows.length; k++) {
        own[k] = rows[k][b];
      }
      values[b] = value.applyAsDouble(own);
    }
    return error(values);
  }

  /**
   * The standard error, widened to Student's distribution, so that ±1.96 of them are a 95 %
   * interval.
   *
   * @param without a result for each block left out
   * @return the error; NaN for too few blocks
   */
  static double error(double[] without) {
    return wider(without.length) * scatter(without);
  }

  /** What makes the scatter of so many blocks an error; NaN for too few. */
  private static double wider(int n) {
    return n < FEWEST
        ? Double.NaN
        : new TDistribution(null, n - 1.0).inverseCumulativeProbability(0.975) / 1.959964;
  }

  private static double scatter(double[] without) {
    int n = without.length;
    double mean = 0;
    for (double each : without) {
      mean += each / n;
    }
    double squares = 0;
    for (double each : without) {
      squares += (each - mean) * (each - mean);
    }
    return Math.sqrt(squares * (n - 1) / n);
  }
}
