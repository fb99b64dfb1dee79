package org.chikei.memory.hierarchy;

/**
 * The second derivative of a series, by the window that loses least: a short one lets noise
 * through, a long one smooths the motion away. Both parts are told from the series itself.
 *
 * @param stencil the window
 * @param second the second derivative per time², NaN where there is none
 * @param noise what part of its variance is noise of the values
 * @param bias what part of its variance the window takes away
 */
record Differentiation(Stencil stencil, double[] second, double noise, double bias) {
  private static final int[] HALVES = {3, 4, 5, 6, 8, 10, 13, 16, 20, 26, 32, 40, 50, 64};
  private static final int DEGREE = 6;
  private static final int LONGEST_DIFFERENCE = 10;

  /**
   * Chooses and differentiates.
   *
   * @param series the series
   * @param step the time between frames
   * @param period the period of its values; NaN for none
   */
  static Differentiation of(LevelSeries series, double step, double period) {
    double white = white(series, period);
    Differentiation best = null;
    double least = Double.POSITIVE_INFINITY;
    int longest = longest(series);
    for (int half : HALVES) {
      if (8 * half > longest && best != null) {
        break;
      }
      Stencil stencil = Stencil.of(half, DEGREE);
      double[] second = stencil.apply(stencil.second(), series, period);
      double variance = square(second, null);
      // a polynomial of a higher degree on the next longer window shows what this one misses
      Stencil finer = Stencil.of(half + 1, DEGREE + 2);
      double[] other = finer.apply(finer.second(), series, period);
      double difference = square(second, other);
      double apart = white * Math.abs(stencil.gain() - finer.gain());
      double noise = white * stencil.gain();
      double bias = Math.max(0, difference - apart);
      if (noise + bias < least) {
        least = noise + bias;
        best = new Differentiation(stencil, second, noise / variance, bias / variance);
      }
      if (noise < 1e-6 * variance && best != null && best.stencil.half() < half) {
        break;
      }
    }
    double scale = 1 / (step * step);
    for (int j = 0; j < best.second.length; j++) {
      best.second[j] *= scale;
    }
    return best;
  }

  /** The first derivative by the same window, per time. */
  double[] first(LevelSeries series, double step, double period) {
    double[] first = stencil.apply(stencil.first(), series, period);
    for (int j = 0; j < first.length; j++) {
      first[j] /= step;
    }
    return first;
  }

  private static int longest(LevelSeries series) {
    int longest = 0;
    for (int s = 0; s < series.segments(); s++) {
      longest = Math.max(longest, series.starts()[s + 1] - series.starts()[s]);
    }
    return longest;
  }

  /**
   * The variance of noise that is independent from frame to frame, at most: what is left in
   * differences of high order, of which smooth motion leaves little. The least of several orders.
   */
  private static double white(LevelSeries series, double period) {
    double[] d = series.values().clone();
    double least = Double.POSITIVE_INFINITY;
    double gain = 1;
    for (int order = 1; order <= LONGEST_DIFFERENCE; order++) {
      double sum = 0;
      long count = 0;
      for (int s = 0; s < series.segments(); s++) {
        for (int j = series.starts()[s]; j < series.starts()[s + 1]; j++) {
          double next = j + order < series.starts()[s + 1] ? d[j + 1] - d[j] : Double.NaN;
          d[j] = order == 1 && period > 0 ? next - period * Math.rint(next / period) : next;
          if (Double.isFinite(d[j])) {
            sum += d[j] * d[j];
            count++;
          }
        }
      }
      // the squares of the binomial coefficients add up to (2n over n)
      gain *= (4.0 * order - 2) / order;
      if (order >= 4 && count > 0) {
        least = Math.min(least, sum / count / gain);
      }
    }
    return least == Double.POSITIVE_INFINITY ? 0 : least;
  }

  /** The mean square of a column, or of the difference of two where both are defined. */
  private static double square(double[] a, double[] b) {
    double sum = 0;
    long count = 0;
    for (int j = 0; j < a.length; j++) {
      double v = b == null ? a[j] : a[j] - b[j];
      if (Double.isFinite(v)) {
        sum += v * v;
        count++;
      }
    }
    return count == 0 ? Double.NaN : sum / count;
  }
}
