package org.chikei.landscape.kernel;

import java.util.Arrays;

/**
 * How what a kernel shifts compares with standard errors. The shift is told by a kernel √2 times as
 * wide, which adds as much again; the difference of the two has a scatter of its own, a known part
 * of the variance of the narrower.
 */
final class SmoothingShift {
  /** More than this part of the samples should not lie where the shift exceeds the error. */
  static final double MUCH = 0.1;

  /** How often a bandwidth from the data is narrowed because of its shift. */
  static final int MOST_ROUNDS = 5;

  private static final double STEP = 0.8;

  private SmoothingShift() {}

  /**
   * The part of the samples that lie where the shift exceeds the error.
   *
   * @param shift the shift at each point
   * @param error the standard errors
   * @param weight how many samples each point stands for
   * @param dimensions the number of coordinates
   */
  static double share(double[] shift, double[] error, double[] weight, int dimensions) {
    // the variance of the difference of two Gaussian kernels over that of the narrower
    double scatter = 1 + Math.pow(2, -dimensions / 2.0) - 2 * Math.pow(2.0 / 3, dimensions / 2.0);
    double known = 0;
    double shifted = 0;
    for (int p = 0; p < shift.length; p++) {
      if (error[p] > 0 && weight[p] > 0) {
        known += weight[p];
        double square = error[p] * error[p] * (1 + scatter);
        shifted += shift[p] * shift[p] > square ? weight[p] : 0;
      }
    }
    return known > 0 ? shifted / known : 0;
  }

  /** The next narrower bandwidths; null where cells do not allow any. */
  static double[] narrower(FineGrid grid, double[] bandwidth) {
    for (int a = 0; a < bandwidth.length; a++) {
      if (STEP * bandwidth[a] < grid.width(a)) {
        return null;
      }
    }
    return Arrays.stream(bandwidth).map(h -> STEP * h).toArray();
  }
}
