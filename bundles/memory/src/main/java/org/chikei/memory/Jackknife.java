package org.chikei.memory;

import org.apache.commons.math3.distribution.TDistribution;

/** Standard errors from results that each leave out one block of the data. */
final class Jackknife {
  /** Fewer blocks than this say nothing about their own scatter. */
  private static final int FEWEST = 8;

  private Jackknife() {}

  /**
   * The standard error, widened to Student's distribution, so that ±1.96 of them are a 95 %
   * interval.
   *
   * @param without a result for each block left out
   * @return the error; NaN for too few blocks
   */
  static double error(double[] without) {
    int n = without.length;
    if (n < FEWEST) {
      return Double.NaN;
    }
    double mean = 0;
    for (double each : without) {
      mean += each / n;
    }
    double squares = 0;
    for (double each : without) {
      squares += (each - mean) * (each - mean);
    }
    double wider = new TDistribution(null, n - 1.0).inverseCumulativeProbability(0.975) / 1.959964;
    return wider * Math.sqrt(squares * (n - 1) / n);
  }

  /** The errors of a column. */
  static double[] errors(double[][] without) {
    double[] errors = new double[without.length == 0 ? 0 : without[0].length];
    double[] each = new double[without.length];
    for (int k = 0; k < errors.length; k++) {
      for (int b = 0; b < each.length; b++) {
        each[b] = without[b][k];
      }
      errors[k] = error(each);
    }
    return errors;
  }
}
