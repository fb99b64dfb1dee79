package org.chikei.landscape.error;

import org.chikei.landscape.grid.GridSums;

/**
 * How many independent samples a cell has: one over the variance of the logarithm of its
 * population.
 */
public final class IndependentSamples {
  private IndependentSamples() {}

  /**
   * Counts.
   *
   * @param sums the sums by block
   * @param count which quantity is the number of samples
   * @param weight which quantity is their weight
   * @return one number a cell, at most its number of samples; 0 for an empty cell
   */
  public static double[] byCell(GridSums sums, int count, int weight) {
    int cells = sums.cells();
    int blocks = sums.blocks();
    int quantities = sums.quantities();
    double[] total = sums.total();
    int everything = cells * quantities;
    // how a cell stands against all others is not its own affair where windows are joined
    double[] part =
        sums.hasWindows()
            ? new double[blocks]
            : BlockTerms.multiple(
                1 / total[everything + weight], sums.byBlockAlone(weight, cells, cells + 1)[0]);
    CorrelatedError error = new CorrelatedError();
    double[] independent = new double[cells];
    for (int from = 0; from < cells; from += sums.chunk()) {
      int to = Math.min(cells, from + sums.chunk());
      double[][] own = sums.byBlockAlone(weight, from, to);
      for (int k = from; k < to; k++) {
        int at = k * quantities;
        if (total[at + count] > 0) {
          double[] influence = new double[blocks];
          if (total[at + weight] > 0) {
            BlockTerms.add(influence, 1 / total[at + weight], own[k - from]);
            BlockTerms.add(influence, -1, part);
          }
          error.of(influence, 0, blocks);
          double variance = blocks < 2 ? 1 : error.variance();
          independent[k] = 1 / Math.max(variance, 1 / total[at + count]);
        }
      }
    }
    return independent;
  }
}
