package org.chikei.landscape.profile;

import java.util.Arrays;
import org.chikei.landscape.error.BlockTerms;
import org.chikei.landscape.grid.GridSums;

/**
 * How much each block of frames moves what is known of each bin by itself: its population and the
 * means over it.
 */
final class BinInfluences {
  private final GridSums sums;
  private final CurveFrame frame;
  private final int bins;
  private final int blocks;
  private final double[] leverage;

  BinInfluences(GridSums sums, CurveFrame frame, double[] independent) {
    this.sums = sums;
    this.frame = frame;
    this.bins = frame.bins();
    this.blocks = sums.blocks();
    this.leverage = new double[bins];
    for (int k = 0; k < bins; k++) {
      leverage[k] = independent[k] > 1 ? Math.sqrt(independent[k] / (independent[k] - 1)) : 1;
    }
  }

  /** What makes up for the bin's own samples in its mean, near 1. */
  double leverage(int bin) {
    return leverage[bin];
  }

  /** The influences on ln ρ: the part of a bin's population that comes from a block. */
  double[][] lnDensity() {
    double[][] own = sums.byBlock(SampleLayout.WEIGHT);
    double[][] parts = new double[bins][];
    for (int k = 0; k < bins; k++) {
      double whole = total(k, SampleLayout.WEIGHT);
      parts[k] = BlockTerms.multiple(whole > 0 ? leverage[k] / whole : Double.NaN, own[k]);
    }
    return parts;
  }

  /**
   * The influences on a weighted mean in each bin.
   *
   * @param sum which quantity is the sum
   * @param weight which one is its weight; negative where there is none
   * @param factor what the mean is multiplied by
   * @return the influences, NaN where a bin has no weight
   */
  double[][] means(int sum, int weight, double factor) {
    double[][] means = new double[bins][blocks];
    double[][] own = weight < 0 ? null : sums.byBlock(sum);
    double[][] ownWeight = weight < 0 ? null : sums.byBlock(weight);
    for (int k = 0; k < bins; k++) {
      double whole = weight < 0 ? 0 : total(k, weight);
      if (whole > 0) {
        double multiple = factor * leverage[k] / whole;
        BlockTerms.add(means[k], multiple, own[k]);
        BlockTerms.add(means[k], -multiple * total(k, sum) / whole, ownWeight[k]);
      } else {
        Arrays.fill(means[k], Double.NaN);
      }
    }
    return means;
  }

  /** A quantity of a cell, whole. */
  double total(int cell, int quantity) {
    return sums.total()[cell * sums.quantities() + quantity];
  }

  /**
   * The influences on ln m*; none where the job sets it.
   *
   * @param d the mean of D over each bin
   * @param dd the influences on it
   */
  double[] lnMass(double[] d, double[][] dd) {
    double[] lnMass = new double[blocks];
    int weight = frame.squareWeight();
    if (frame.massBin() >= 0) {
      int bin = frame.massBin();
      BlockTerms.add(lnMass, -1 / d[bin], dd[bin]);
    } else if (!(frame.fixedMass() > 0) && weight >= 0) {
      BlockTerms.add(lnMass, -1 / total(bins, frame.square()), sums.byBlock(frame.square())[bins]);
      BlockTerms.add(lnMass, 1 / total(bins, weight), sums.byBlock(weight)[bins]);
    }
    return lnMass;
  }
}
