package org.chikei.landscape.profile;

import java.util.ArrayList;
import java.util.List;
import org.chikei.landscape.error.ContrastTest;

/**
 * The test of condition (21), c(r) = m* D(r)/kT: whether c is the same everywhere, or 1 everywhere
 * where the job sets m*.
 *
 * @param pValue the probability of a deviation as large by chance; 1 where D is constant to
 *     rounding
 * @param maximumDeviation the largest |c − 1| in any bin of a piece
 * @param exact whether D is constant to rounding
 */
public record ConditionTest(double pValue, double maximumDeviation, boolean exact) {
  private static final double ROUNDING = 1e-9;

  static ConditionTest of(Estimate estimate) {
    double[] c = estimate.curve(Curves.C);
    List<Integer> bins = new ArrayList<>();
    double largest = 0;
    double low = Double.POSITIVE_INFINITY;
    double high = 0;
    for (int bin : estimate.pieceBins()) {
      if (Double.isFinite(c[bin])) {
        bins.add(bin);
        largest = Math.max(largest, Math.abs(c[bin] - 1));
        low = Math.min(low, c[bin]);
        high = Math.max(high, c[bin]);
      }
    }
    if (bins.isEmpty()) {
      return new ConditionTest(Double.NaN, Double.NaN, false);
    }
    boolean fixed = estimate.settings().fixedMass() > 0;
    if (high - low <= ROUNDING * high && (!fixed || largest <= ROUNDING)) {
      return new ConditionTest(1, largest, true);
    }
    int n = estimate.frame().bins();
    double[] deviation = new double[n];
    double[][] influence = new double[n][];
    for (int bin : bins) {
      deviation[bin] = c[bin] - 1;
      influence[bin] = estimate.influences().of(fixed ? Curves.C : Curves.D, bin);
      if (!fixed) {
        deviation[bin] = estimate.curve(Curves.D)[bin];
      }
    }
    ContrastTest test =
        ContrastTest.of(
            deviation,
            influence,
            estimate.sums().quantity(SampleLayout.WEIGHT),
            estimate.sums().centres(0),
            estimate.turn(),
            bins,
            fixed,
            estimate.influences().blocks());
    return new ConditionTest(test.pValue(), largest, false);
  }
}
