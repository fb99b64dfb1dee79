package org.chikei.batch.windows;

/**
 * The statistical inefficiency of a series: how many correlated frames are worth one independent
 * one. The autocorrelation of block means is summed up to the automatic window of U. Wolff, Comput.
 * Phys. Commun. 156 (2004) 143.
 */
final class Inefficiency {
  private static final double STEEPNESS = 2;
  private static final int MOST_BLOCKS = 2048;

  private Inefficiency() {}

  /**
   * Estimates.
   *
   * @param x a series of numbers, in the order of time
   * @return at least 1
   */
  static double of(double[] x) {
    int n = x.length;
    int length = (n + MOST_BLOCKS - 1) / MOST_BLOCKS;
    int blocks = length == 0 ? 0 : n / length;
    if (blocks < 4) {
      return 1;
    }
    double mean = 0;
    for (double each : x) {
      mean += each / n;
    }
    double square = 0;
    for (double each : x) {
      square += (each - mean) * (each - mean);
    }
    if (!(square > 0)) {
      return 1;
    }
    double[] sums = new double[blocks];
    for (int b = 0; b < blocks; b++) {
      for (int k = 0; k < length; k++) {
        sums[b] += x[b * length + k] - mean;
      }
    }
    return Math.max(1, variance(sums) / square * n / (blocks * (double) length));
  }

  /** The variance of the sum of correlated terms whose mean is about 0. */
  private static double variance(double[] terms) {
    int n = terms.length;
    double square = product(terms, 0);
    double tau = 0.5;
    for (int lag = 1; lag <= n / 3; lag++) {
      tau += product(terms, lag) / square;
      double decay = tau > 0.5 ? STEEPNESS / Math.log((2 * tau + 1) / (2 * tau - 1)) : 1e-9;
      if (Math.exp(-lag / decay) < decay / Math.sqrt((double) lag * n)) {
        return 2 * tau * square * (1 + (2.0 * lag + 1) / n);
      }
    }
    return 2 * tau * square;
  }

  private static double product(double[] x, int lag) {
    double sum = 0;
    for (int k = lag; k < x.length; k++) {
      sum += x[k] * x[k - lag];
    }
    return sum;
  }
}
