package org.chikei.landscape;

import org.chikei.api.analysis.Kinetics;

/**
 * What the estimation needs to know beside the sums; the same for the data and every resampling.
 *
 * @param stretch |du/dr| of the relabelled coordinate u by bin; null without one
 */
record CurveFrame(
    int bins,
    double width,
    double kT,
    SampleLayout layout,
    Kinetics kinetics,
    double fixedMass,
    int massBin,
    Pieces pieces,
    double[] alignment,
    double[] offCentre,
    double[] stretch) {

  /** Whether D is kT times the metric, as it is where no kinetics is usable too. */
  boolean byMetric() {
    return kinetics == null || kinetics == Kinetics.MOMENTUM_AVERAGED;
  }

  /** Where the sum of weights stands that belongs to D; −1 where there is no D. */
  int squareWeight() {
    return byMetric() ? layout.metric() : layout.kinetics(kinetics);
  }

  /** Where the sum stands that D is made of. */
  int square() {
    return byMetric()
        ? layout.metric() + SampleLayout.METRIC
        : layout.kinetics(kinetics) + SampleLayout.SQUARE;
  }

  /** What the mean of that sum is multiplied by. */
  double squareFactor() {
    return byMetric() ? kT : 1;
  }
}
