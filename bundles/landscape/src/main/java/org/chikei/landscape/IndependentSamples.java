package org.chikei.landscape;

import java.util.Arrays;

/**
 * How many independent samples a cell has: one over the variance of the logarithm of its
 * population.
 */
final class IndependentSamples {
  private IndependentSamples() {}

  /**
   * Counts.
   *
   * @param sums the sums by block
   * @param count which quantity is the number of samples
   * @param weight which quantity is their weight
   * @return one number a cell, at most its number of samples; 0 for an empty cell
   */
  static double[] byCell(GridSums sums, int count, int weight) {
    int cells = sums.cells();
    int blocks = sums.blocks();
    int quantities = sums.quantities();
    double[] total = sums.total();
    double[][] influence = new double[cells][blocks];
    double[] own = new double[total.length];
    int everything = cells * quantities;
    for (int b = 0; b < blocks; b++) {
      Arrays.fill(own, 0);
      sums.add(b, 1, own);
      double part = own[everything + weight] / total[everything + weight];
      for (int k = 0; k < cells; k++) {
        int at = k * quantities + weight;
        influence[k][b] = total[at] > 0 ? own[at] / total[at] - part : 0;
      }
    }
    CorrelatedError error = new CorrelatedError();
    double[] independent = new double[cells];
    for (int k = 0; k < cells; k++) {
      double samples = total[k * quantities + count];
      if (samples > 0) {
        error.of(influence[k], 0, blocks);
        double variance = blocks < 2 ? 1 : error.variance();
        independent[k] = 1 / Math.max(variance, 1 / samples);
      }
    }
    return independent;
  }
}
