package org.chikei.landscape.profile;

import org.chikei.api.analysis.Kinetics;

/**
 * What the estimation needs to know beside the sums; the same for the data and every resampling.
 *
 * @param stretch |du/dr| of the relabelled coordinate u by bin; null without one
 * @param fits D and mean force fitted locally; null where they come from means over bins
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
    double[] stretch,
    LocalFits fits) {

  /** Where the sum of weights stands that belongs to D; −1 where there is no D. */
  int squareWeight() {
    return layout.squareWeight(kinetics);
  }

  /** Where the sum stands that D is made of. */
  int square() {
    return layout.square(kinetics);
  }

  /** What the mean of that sum is multiplied by. */
  double squareFactor() {
    return layout.squareFactor(kinetics, kT);
  }
}
