package org.chikei.landscape.profile;

import java.util.List;
import org.chikei.landscape.error.ContrastTest;
import org.chikei.landscape.grid.BinAxis;

/**
 * The test of ⟨Ṙ; r⟩ = 0: at equilibrium, with velocities of the same time as the positions, it
 * holds in every bin.
 *
 * @param pValue the probability of a deviation as large by chance; NaN without velocities
 * @param strength the root of ⟨⟨Ṙ; r⟩²⟩/⟨Ṙ²⟩, noise included
 */
public record EquilibriumTest(double pValue, double strength) {
  /** Many coordinates are tested in one job, and a false alarm costs trust. */
  private static final double SIGNIFICANT = 1e-5;

  private static final double SMALLEST = 0.02;

  static EquilibriumTest of(Comparison comparison) {
    double[] mean = comparison.curve(Curves.MEAN_VELOCITY);
    double[] d = comparison.curve(Curves.D);
    double[] weights = comparison.sums().quantity(SampleLayout.WEIGHT);
    List<Integer> bins =
        comparison.pieceBins().stream().filter(bin -> Double.isFinite(mean[bin])).toList();
    if (bins.isEmpty()) {
      return new EquilibriumTest(Double.NaN, Double.NaN);
    }
    double[][] influence = new double[comparison.bins()][];
    double square = 0;
    double whole = 0;
    for (int bin : bins) {
      influence[bin] = comparison.influences().of(Curves.MEAN_VELOCITY, bin);
      square += weights[bin] * mean[bin] * mean[bin];
      whole += weights[bin] * d[bin];
    }
    ContrastTest test =
        ContrastTest.of(
            mean,
            influence,
            weights,
            comparison.centres(),
            comparison.axis().kind() == BinAxis.Kind.CIRCLE ? comparison.axis().period() : 0,
            bins,
            true,
            comparison.influences().blocks());
    return new EquilibriumTest(test.pValue(), Math.sqrt(square / whole));
  }

  /** Whether the mean velocity is not zero. */
  public boolean fails() {
    return pValue < SIGNIFICANT && strength > SMALLEST;
  }
}
