package org.chikei.landscape;

import org.chikei.api.result.Quantity;

/**
 * Passages of one kind, and the time in which they could have happened, by block of frames.
 *
 * <p>The rate is the number of passages over that time, the mean waiting time its inverse: the
 * estimate of greatest likelihood for exponential waiting times of which some are cut off by the
 * end of a segment, and the mean of any other ones in a long run. Its error comes from blocks of
 * frames, so that passages that come in bursts count as few.
 *
 * @param events how many passages each block saw
 * @param steps how many steps from frame to frame each block was at risk
 */
record Passages(double[] events, double[] steps) {
  /** Fewer passages than this make no rate. */
  static final long FEWEST = 10;

  private static double sum(double[] terms) {
    double sum = 0;
    for (double term : terms) {
      sum += term;
    }
    return sum;
  }

  /** How many passages there were. */
  long count() {
    return Math.round(sum(events));
  }

  /** How many steps from frame to frame passed in which one could have happened. */
  double atRisk() {
    return sum(steps);
  }

  /** Whether there are enough passages for a rate. */
  boolean enough() {
    return count() >= FEWEST;
  }

  /** How much each block moves the logarithm of the rate. */
  double[] terms() {
    double[] terms = BlockTerms.multiple(1 / sum(events), events);
    BlockTerms.add(terms, -1 / sum(steps), steps);
    return terms;
  }

  /** The standard error of the logarithm of the rate. */
  double relativeError() {
    return new CorrelatedError().of(terms(), 0, events.length);
  }

  /** As many passages that know nothing of each other have the same error. */
  double independent() {
    double error = relativeError();
    return Math.min(count(), 1 / (error * error));
  }

  /**
   * The rate.
   *
   * @param spacing the time from frame to frame
   * @param unit its unit
   * @return the rate, NaN where there are too few passages
   */
  Quantity rate(double spacing, String unit) {
    double rate = enough() ? count() / (atRisk() * spacing) : Double.NaN;
    return new Quantity(rate, enough() ? rate * relativeError() : Double.NaN, unit);
  }

  /**
   * The mean time until a passage.
   *
   * @param spacing the time from frame to frame
   * @param unit its unit
   * @return the time, NaN where there are too few passages
   */
  Quantity meanTime(double spacing, String unit) {
    double time = enough() ? atRisk() * spacing / count() : Double.NaN;
    return new Quantity(time, enough() ? time * relativeError() : Double.NaN, unit);
  }
}
