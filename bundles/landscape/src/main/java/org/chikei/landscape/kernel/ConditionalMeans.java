package org.chikei.landscape.kernel;

import org.chikei.landscape.error.CorrelatedError;
import org.chikei.landscape.grid.CellAccumulator;
import org.chikei.landscape.grid.GridSums;

/**
 * ⟨F; r⟩ by cell with its standard error (7). On a circle the mean is the direction of the mean
 * vector.
 *
 * @param mean the mean in each cell; NaN where there is no sample
 * @param error its standard error; NaN where there are too few independent samples to tell
 */
public record ConditionalMeans(double[] mean, double[] error) {
  /** A cell that fewer blocks than this have visited does not know its own scatter. */
  private static final int FEWEST_VISITS = 4;

  /** Nor is it a visit to have less than this of what a block has in the mean. */
  private static final double NO_VISIT = 1e-3;

  /**
   * Takes the means of one observed coordinate.
   *
   * @param sums the sums by block
   * @param observed the number of the observed coordinate
   * @param period its period, 0 where it has none
   * @param low where the period begins
   */
  public static ConditionalMeans of(GridSums sums, int observed, double period, double low) {
    int weight = CellAccumulator.observed(observed) + CellAccumulator.OBSERVED_WEIGHT;
    int sum = CellAccumulator.observed(observed) + CellAccumulator.OBSERVED_SUM;
    int sine = CellAccumulator.observed(observed) + CellAccumulator.OBSERVED_SINE;
    double[] total = sums.total();
    int quantities = sums.quantities();
    double[] mean = new double[sums.cells()];
    double[] error = new double[sums.cells()];
    CorrelatedError correlated = new CorrelatedError();
    double[] influence = new double[sums.blocks()];
    for (int from = 0; from < mean.length; from += sums.chunk()) {
      int to = Math.min(mean.length, from + sums.chunk());
      double[][] weights = sums.byBlock(weight, from, to);
      double[][] first = sums.byBlock(sum, from, to);
      double[][] second = period > 0 ? sums.byBlock(sine, from, to) : null;
      for (int k = from; k < to; k++) {
        double w = total[k * quantities + weight];
        double x = total[k * quantities + sum];
        double y = total[k * quantities + sine];
        double length = Math.hypot(x, y);
        boolean known = w > 0 && (period == 0 || length > 0);
        mean[k] = !known ? Double.NaN : period > 0 ? turn(x, y, period, low) : x / w;
        int visits = 0;
        for (int b = 0; known && b < influence.length; b++) {
          double own = weights[k - from][b];
          visits += Math.abs(own) > NO_VISIT * w / influence.length ? 1 : 0;
          influence[b] =
              period > 0
                  ? period
                      / (2 * Math.PI)
                      * (x * second[k - from][b] - y * first[k - from][b])
                      / (length * length)
                  : (first[k - from][b] - mean[k] * own) / w;
        }
        error[k] =
            visits >= FEWEST_VISITS ? correlated.of(influence, 0, influence.length) : Double.NaN;
      }
    }
    return new ConditionalMeans(mean, error);
  }

  /** The direction of a vector on a circle, as a value of a coordinate. */
  public static double turn(double x, double y, double period, double low) {
    double value = period * Math.atan2(y, x) / (2 * Math.PI);
    return value - period * Math.floor((value - low) / period);
  }
}
