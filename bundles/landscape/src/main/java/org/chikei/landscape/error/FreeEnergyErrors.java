package org.chikei.landscape.error;

import org.chikei.landscape.grid.GridSums;

/** The standard errors of a free energy by cell, of G − ⟨G⟩. */
public final class FreeEnergyErrors {
  private FreeEnergyErrors() {}

  /**
   * Estimates.
   *
   * @param sums the sums by block
   * @param count which quantity is the number of samples
   * @param weight which quantity is their weight
   * @param kT the thermal energy
   * @return one error a cell; NaN where the cell has fewer than two independent samples
   */
  public static double[] of(GridSums sums, int count, int weight, double kT) {
    int cells = sums.cells();
    int blocks = sums.blocks();
    int quantities = sums.quantities();
    double[] total = sums.total();
    double[] errors = new double[cells];
    double[] mean = new double[blocks];
    double inRange = 0;
    for (int k = 0; k < cells; k++) {
      inRange += total[k * quantities + weight];
    }
    // ⟨ln ρ⟩ moves with a block by its part of all samples in range
    for (int b = 0; b < blocks; b++) {
      mean[b] = sums.inRange(b, weight) / inRange;
    }
    double[] alone = sums.hasWindows() ? IndependentSamples.byCell(sums, count, weight) : null;
    CorrelatedError error = new CorrelatedError();
    int chunk = sums.chunk();
    for (int from = 0; from < cells; from += chunk) {
      int to = Math.min(cells, from + chunk);
      double[][] influence = new double[to - from][blocks];
      for (int b = 0; b < blocks; b++) {
        for (int k = from; k < to; k++) {
          influence[k - from][b] = -mean[b];
        }
        sums.addParts(b, weight, from, to, influence);
      }
      for (int k = from; k < to; k++) {
        if (!(total[k * quantities + count] > 0)) {
          errors[k] = Double.NaN;
          continue;
        }
        double sigma = error.of(influence[k - from], 0, blocks);
        double independent =
            alone != null
                ? alone[k]
                : 1 / Math.max(error.variance(), 1 / total[k * quantities + count]);
        boolean known = independent >= 2;
        errors[k] = known ? kT * sigma * Math.sqrt(independent / (independent - 1)) : Double.NaN;
      }
    }
    return errors;
  }
}
