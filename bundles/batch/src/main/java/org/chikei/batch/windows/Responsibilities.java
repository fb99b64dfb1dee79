package org.chikei.batch.windows;

import java.util.Arrays;

/**
 * For each frame the responsibilities of the windows, pₖ = Nₖ exp(fₖ − uₖ)/Σ Nⱼ exp(fⱼ − uⱼ): the
 * probability that a frame there came from window k. Used by one thread.
 */
final class Responsibilities {
  /** exp(−45) is below the rounding of 1. */
  private static final double NEGLIGIBLE = 45;

  private final Restraints restraints;
  private final double beta;
  private final double[] lnWeights;

  /** pₖ of the frame that was looked at last. */
  final double[] p;

  /** The windows whose pₖ is not negligible, the first {@link #count} of them. */
  final int[] windows;

  int count;

  Responsibilities(Restraints restraints, double kT, double[] lnWeights) {
    this.restraints = restraints;
    this.beta = 1 / kT;
    this.lnWeights = lnWeights;
    this.p = new double[lnWeights.length];
    this.windows = new int[lnWeights.length];
  }

  /**
   * Looks at a frame.
   *
   * @param values columns of the restrained coordinates
   * @param row which row of them
   * @return ln Σ Nₖ exp(fₖ − uₖ), NaN where a coordinate does not exist
   */
  double look(double[][] values, int row) {
    double highest = Double.NEGATIVE_INFINITY;
    for (int k = 0; k < p.length; k++) {
      p[k] = lnWeights[k] - beta * restraints.energy(k, values, row);
      highest = p[k] > highest ? p[k] : highest;
    }
    count = 0;
    if (!(highest > Double.NEGATIVE_INFINITY)) {
      Arrays.fill(p, 0);
      return Double.NaN;
    }
    double sum = 0;
    for (int k = 0; k < p.length; k++) {
      double below = highest - p[k];
      if (below < NEGLIGIBLE) {
        p[k] = Math.exp(-below);
        sum += p[k];
        windows[count++] = k;
      } else {
        p[k] = 0;
      }
    }
    for (int i = 0; i < count; i++) {
      p[windows[i]] /= sum;
    }
    return highest + Math.log(sum);
  }
}
