package org.chikei.memory;

/**
 * Detailed balance: run backwards, a system in equilibrium looks the same but for the sign of its
 * velocities. Correlations then have a second estimate, that of the reversed run, and the mean of
 * both has less noise. A driven system has none; whether the two estimates part by more than their
 * errors is seen before they are joined.
 */
final class TimeReversal {
  /**
   * Squared differences are this many times their expected ones where the estimates part; chance
   * left 0.5 to 1.6 of them in 24 runs in equilibrium.
   */
  private static final double FAR = 3;

  private TimeReversal() {}

  /**
   * Whether nothing speaks against it.
   *
   * @param means the correlations of the whole run, by kind, pair and lag
   * @param without the same without each block
   * @return whether the estimates of no pair part; false where there are too few blocks to tell
   */
  static boolean holds(double[][][] means, double[][][][] without) {
    int lags = means[Kernels.VV][0].length - 1;
    double[][] off = differences(means);
    Jackknife jackknife = new Jackknife(off.length, lags, without.length);
    for (int b = 0; b < without.length; b++) {
      jackknife.set(b, differences(without[b]));
    }
    double[][] errors = jackknife.errors();
    boolean holds = true;
    for (int p = 0; p < off.length; p++) {
      double squares = 0;
      double expected = 0;
      for (int k = 0; k <= lags; k++) {
        squares += off[p][k] * off[p][k];
        expected += errors[p][k] * errors[p][k];
      }
      holds &= squares <= FAR * expected;
    }
    return holds;
  }

  /** What is not even under reversal, of ⟨u r̈⟩ and, between coordinates, of ⟨ṙ ṙ⟩. */
  private static double[][] differences(double[][][] c) {
    int pairs = c[Kernels.VV].length;
    int size = (int) Math.round(Math.sqrt(pairs));
    double[][] off = new double[pairs + pairs][];
    for (int p = 0; p < pairs; p++) {
      int mirror = p % size * size + p / size;
      off[p] = half(c[Kernels.UA][p], c[Kernels.AU][p], -1);
      off[pairs + p] = half(c[Kernels.VV][p], c[Kernels.VV][mirror], -1);
    }
    return off;
  }

  /** The means of both directions of time. */
  static double[][][] even(double[][][] c) {
    int pairs = c[Kernels.VV].length;
    int size = (int) Math.round(Math.sqrt(pairs));
    double[][][] even = new double[4][pairs][];
    for (int p = 0; p < pairs; p++) {
      int mirror = p % size * size + p / size;
      even[Kernels.VV][p] = half(c[Kernels.VV][p], c[Kernels.VV][mirror], 1);
      even[Kernels.AV][p] = half(c[Kernels.AV][p], c[Kernels.AV][mirror], 1);
      even[Kernels.UV][p] = half(c[Kernels.UV][p], c[Kernels.VU][p], -1);
      even[Kernels.UA][p] = half(c[Kernels.UA][p], c[Kernels.AU][p], 1);
    }
    return even;
  }

  private static double[] half(double[] x, double[] y, int sign) {
    double[] half = new double[x.length];
    for (int k = 0; k < half.length; k++) {
      half[k] = (x[k] + sign * y[k]) / 2;
    }
    return half;
  }
}
