package org.chikei.landscape;

/**
 * The standard error of a sum of correlated terms, such as the influences that successive blocks of
 * frames have on a result.
 *
 * <p>The sum of the autocorrelations is cut by the automatic window of U. Wolff, Comput. Phys.
 * Commun. 156 (2004) 143, with S = 2, so that the length of independent blocks comes from the data,
 * for each result its own. The error is widened to that of Student's distribution with as many
 * degrees of freedom as there are independent blocks, fewer where rare visits carry the result:
 * ±1.96 errors are a 95 % interval.
 */
final class CorrelatedError {
  /** The window is as long as this many times the decay of the correlation. */
  private static final double STEEPNESS = 2;

  /** Fewer blocks than this say nothing about their own scatter. */
  static final int FEWEST_BLOCKS = 8;

  private double variance;
  private int window;
  private double freedom;
  private double[] centred = new double[0];

  /** Makes an estimator, to be used again and again by one thread. */
  CorrelatedError() {
    variance = Double.NaN;
  }

  /**
   * Estimates.
   *
   * @param terms the terms, in the order of time; they are compared with their mean
   * @param from the first term
   * @param count how many
   * @return the standard error of their sum, NaN where there are too few independent blocks
   */
  double of(double[] terms, int from, int count) {
    analyse(terms, from, count);
    if (count < FEWEST_BLOCKS || Double.isNaN(variance)) {
      return Double.NaN;
    }
    return Math.sqrt(variance) * widening(freedom);
  }

  /** The variance that {@link #of} found, not widened. */
  double variance() {
    return variance;
  }

  /** After how many blocks the correlation was cut; 0 for none. */
  int window() {
    return window;
  }

  /** How many degrees of freedom the variance has. */
  double freedom() {
    return freedom;
  }

  private void analyse(double[] terms, int from, int count) {
    variance = Double.NaN;
    window = 0;
    freedom = 0;
    if (count < 2) {
      return;
    }
    if (centred.length < count) {
      centred = new double[count];
    }
    double mean = 0;
    for (int b = 0; b < count; b++) {
      mean += terms[from + b];
    }
    mean /= count;
    double square = 0;
    for (int b = 0; b < count; b++) {
      centred[b] = terms[from + b] - mean;
      square += centred[b] * centred[b];
    }
    if (!(square > 0)) {
      variance = square;
      freedom = count;
      return;
    }
    double tau = 0.5;
    int largest = Math.max(1, count / 3);
    for (int lag = 1; lag <= largest; lag++) {
      tau += product(centred, lag, count) / square;
      window = lag;
      double decay = tau > 0.5 ? STEEPNESS / Math.log((2 * tau + 1) / (2 * tau - 1)) : 1e-9;
      // terms that alternate are looked at twice, lest a first negative correlation count in full
      boolean alternating = tau < 0.5 && lag == 1 && largest > 1;
      if (!alternating && Math.exp(-lag / decay) < decay / Math.sqrt((double) lag * count)) {
        break;
      }
    }
    variance = 2 * Math.max(tau, 0.1) * square * (1 + (2.0 * window + 1) / count);
    freedom = count / (2.0 * window + 1) / (1 + kurtosis(count, window) / 4);
  }

  /** Σ xⱼ xⱼ₋ₗ of the first terms, in four sums that do not wait for each other. */
  private static double product(double[] x, int lag, int count) {
    double a = 0;
    double b = 0;
    double c = 0;
    double d = 0;
    int j = lag;
    for (; j + 3 < count; j += 4) {
      a += x[j] * x[j - lag];
      b += x[j + 1] * x[j + 1 - lag];
      c += x[j + 2] * x[j + 2 - lag];
      d += x[j + 3] * x[j + 3 - lag];
    }
    for (; j < count; j++) {
      a += x[j] * x[j - lag];
    }
    return a + b + (c + d);
  }

  /** The excess kurtosis of sums over runs as long as the window, 0 where there is none. */
  private double kurtosis(int count, int length) {
    int groups = count / length;
    double second = 0;
    double fourth = 0;
    for (int j = 0; j < groups; j++) {
      double sum = 0;
      for (int k = 0; k < length; k++) {
        sum += centred[j * length + k];
      }
      second += sum * sum;
      fourth += sum * sum * sum * sum;
    }
    return Math.max(0, groups * fourth / (second * second) - 3);
  }

  /** How much wider a 95 % interval of Student's distribution is than one of a normal one. */
  static double widening(double freedom) {
    double n = Math.max(freedom, 3);
    double z = 1.959963984540054;
    double z3 = z * z * z;
    double z5 = z3 * z * z;
    double z7 = z5 * z * z;
    // Cornish–Fisher expansion of Student's quantile (Abramowitz & Stegun 26.7.5); 1 % at n = 3
    double t =
        z
            + (z3 + z) / (4 * n)
            + (5 * z5 + 16 * z3 + 3 * z) / (96 * n * n)
            + (3 * z7 + 19 * z5 + 17 * z3 - 15 * z) / (384 * n * n * n);
    return t / z;
  }
}
