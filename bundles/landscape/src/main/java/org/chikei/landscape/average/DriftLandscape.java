package org.chikei.landscape.average;

import java.util.Arrays;
import org.chikei.api.analysis.StepRequest;
import org.chikei.landscape.error.CorrelatedError;
import org.chikei.landscape.grid.CellAccumulator;
import org.chikei.landscape.grid.GridSums;
import org.chikei.landscape.kernel.ConditionalMeans;

/**
 * −∫⟨F; r⟩ dr along one coordinate, F the drift of r in a system of first order: where it is low
 * the drift leads. It is no free energy and no potential of mean force, which need a velocity.
 *
 * @param values in the longest run of bins that know their error, the least at 0; NaN elsewhere
 * @param errors the standard errors of the values less their mean over the samples
 */
record DriftLandscape(double[] values, double[] errors) {

  /** The unit of an observed coordinate times that along which it is averaged. */
  static String unit(StepRequest request, int observed) {
    String own = request.observed().get(observed).unit();
    return (own + " " + request.coordinates().get(0).unit()).strip();
  }

  /**
   * Integrates by the trapezoidal rule.
   *
   * @param sums the sums by block along one coordinate
   * @param observed the number of the observed coordinate
   * @param means its conditional means
   */
  static DriftLandscape of(GridSums sums, int observed, ConditionalMeans means) {
    int bins = sums.cells();
    double[] values = new double[bins];
    double[] errors = new double[bins];
    Arrays.fill(values, Double.NaN);
    Arrays.fill(errors, Double.NaN);
    int[] run = longestRun(means.error());
    double[] weight = sums.quantity(CellAccumulator.WEIGHT);
    int first = CellAccumulator.observed(observed);
    double[][] weights = sums.byBlock(first + CellAccumulator.OBSERVED_WEIGHT);
    double[][] products = sums.byBlock(first + CellAccumulator.OBSERVED_SUM);
    double[] whole = sums.quantity(first + CellAccumulator.OBSERVED_WEIGHT);
    double[][] influences = new double[bins][];
    double[] mean = new double[sums.blocks()];
    double total = 0;
    for (int k = run[0]; k < run[1]; k++) {
      influences[k] = new double[mean.length];
      for (int b = 0; b < mean.length; b++) {
        influences[k][b] = (products[k][b] - means.mean()[k] * weights[k][b]) / whole[k];
      }
      values[k] = 0;
      if (k > run[0]) {
        values[k] = values[k - 1] - 0.5 * sums.width(0) * (means.mean()[k - 1] + means.mean()[k]);
      }
      total += weight[k];
    }
    double[][] integral = new double[bins][];
    for (int k = run[0]; k < run[1]; k++) {
      integral[k] = new double[mean.length];
      for (int b = 0; b < mean.length; b++) {
        integral[k][b] =
            k == run[0]
                ? 0
                : integral[k - 1][b]
                    - 0.5 * sums.width(0) * (influences[k - 1][b] + influences[k][b]);
        mean[b] += weight[k] / total * integral[k][b];
      }
    }
    CorrelatedError error = new CorrelatedError();
    double lowest = Arrays.stream(values).filter(Double::isFinite).min().orElse(0);
    for (int k = run[0]; k < run[1]; k++) {
      for (int b = 0; b < mean.length; b++) {
        integral[k][b] -= mean[b];
      }
      errors[k] = error.of(integral[k], 0, mean.length);
      values[k] -= lowest;
    }
    return new DriftLandscape(values, errors);
  }

  private static int[] longestRun(double[] errors) {
    int[] longest = {0, 0};
    int from = 0;
    for (int k = 0; k <= errors.length; k++) {
      if (k == errors.length || Double.isNaN(errors[k])) {
        if (k - from > longest[1] - longest[0]) {
          longest = new int[] {from, k};
        }
        from = k + 1;
      }
    }
    return longest;
  }
}
