package org.chikei.landscape.error;

/**
 * The standard error of a sum of correlated terms, such as the influences that successive blocks of
 * frames have on a result.
 *
 * <p>The sum of the autocorrelations is cut by the automatic window of U. Wolff, Comput. Phys.
 * Commun. 156 (2004) 143, with S = 2, so that the length of independent blocks comes from the data,
 * for each result its own. The error is widened, so that ±1.96 errors are a 95 % interval: to that
 * of Student's distribution, since the variance is an estimate itself, with the degrees of freedom
 * of its own scatter (fewer where a few visits carry the result), and for skewed terms, where the
 * sum and its estimated error go astray together (P. Hall, The Bootstrap and Edgeworth Expansion,
 * Springer 1992, section 2.6).
 */
public final class CorrelatedError {
  /** The window is as long as this many times the decay of the correlation. */
  private static final double STEEPNESS = 2;

  /** Fewer blocks than this say nothing about their own scatter. */
  static final int FEWEST_BLOCKS = 8;

  /** The normal quantile that bounds 95 %. */
  private static final double Z = 1.959963984540054;

  /** By how much of itself γ²/n widens a two-sided interval at that quantile. */
  private static final double SKEWED = (Z * Z * Z * Z + 2 * Z * Z - 3) / 18;

  private double variance;
  private int window;
  private double freedom;
  private double skew;
  private double[] centred = new double[0];

  /** Makes an estimator, to be used again and again by one thread. */
  public CorrelatedError() {
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
  public double of(double[] terms, int from, int count) {
    analyse(terms, from, count);
    if (count < FEWEST_BLOCKS || Double.isNaN(variance)) {
      return Double.NaN;
    }
    return Math.sqrt(variance) * widening(freedom) * (1 + SKEWED * skew);
  }

  /** The variance that {@link #of} found, not widened. */
  public double variance() {
    return variance;
  }

  /** After how many blocks the correlation was cut; 0 for none. */
  int window() {
    return window;
  }

  /** How many degrees of freedom the variance has. */
  public double freedom() {
    return freedom;
  }

  private void analyse(double[] terms, int from, int count) {
    variance = Double.NaN;
    window = 0;
    freedom = 0;
    skew = 0;
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
    shape(count);
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

  /**
   * The degrees of freedom 2σ⁴/var(σ̂²) of the variance and the skewness of the sum, from sums X
   * over runs as long as the window. There the variance is a sum of X (X + 2X′), X′ the run before,
   * which scatter about their mean by 6 (mean X²)² where they are normal and as many everywhere,
   * and by more where few of them make the sum.
   */
  private void shape(int count) {
    int groups = count / window;
    double second = 0;
    double third = 0;
    double scatter = 0;
    double before = 0;
    for (int j = 0; j < groups; j++) {
      double sum = 0;
      for (int k = 0; k < window; k++) {
        sum += centred[j * window + k];
      }
      second += sum * sum;
      third += sum * sum * sum;
      double term = sum * (sum + 2 * before);
      scatter += term * term;
      before = sum;
    }
    double excess = (groups * scatter / (second * second) - 1) / 6;
    freedom = count / (2.0 * window + 1) / Math.max(1, excess);
    // γ²/n of n runs
    skew = third * third / (second * second * second);
  }

  /** How much wider a 95 % interval of Student's distribution is than one of a normal one. */
  static double widening(double freedom) {
    double n = Math.max(freedom, 3);
    double z3 = Z * Z * Z;
    double z5 = z3 * Z * Z;
    double z7 = z5 * Z * Z;
    // Cornish–Fisher expansion of Student's quantile (Abramowitz & Stegun 26.7.5); 1 % at n = 3
    double t =
        Z
            + (z3 + Z) / (4 * n)
            + (5 * z5 + 16 * z3 + 3 * Z) / (96 * n * n)
            + (3 * z7 + 19 * z5 + 17 * z3 - 15 * Z) / (384 * n * n * n);
    return t / Z;
  }
}
