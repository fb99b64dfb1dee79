package org.chikei.landscape.passage;

import org.chikei.api.result.Quantity;
import org.chikei.landscape.error.BlockTerms;
import org.chikei.landscape.error.CorrelatedError;

/**
 * Passages of one kind out of a basin, by block of frames.
 *
 * <p>Their rate is their flux over the part of the time in which the system belongs to the basin
 * (T. L. Hill, Free Energy Transduction in Biology, 1977), and the mean waiting time is its
 * inverse. The flux counts each passage over the time in which it could have begun so as to end
 * within its segment, so that segments that end before a passage does, however short, make no
 * difference to what is expected; in one long segment the rate is the number of passages over the
 * time in the basin, the estimate of greatest likelihood. The error comes from blocks of frames, so
 * that passages that come in bursts count as few.
 *
 * @param count how many there were
 * @param flux how much each block adds to the passages per step from frame to frame
 * @param inside how many steps of each block began with the system in the basin
 * @param known how many steps began with the system in this basin or in one of the others
 * @param steps how many steps there were
 */
public record Passages(long count, double[] flux, double[] inside, double[] known, double[] steps) {
  /** Fewer passages than this make no rate. */
  public static final long FEWEST = 10;

  /** A mean stay of fewer steps hides transitions between frames. */
  private static final double FEWEST_STEPS = 10;

  private static double sum(double[] terms) {
    double sum = 0;
    for (double term : terms) {
      sum += term;
    }
    return sum;
  }

  /** How many steps from frame to frame the system was in the basin. */
  public double atRisk() {
    return sum(inside);
  }

  /** Whether there are enough passages for a rate. */
  public boolean enough() {
    return count >= FEWEST;
  }

  /** How many steps there are for each passage. */
  public double stepsEach() {
    return atRisk() / count;
  }

  /** Whether frames are close enough that few passages hide between them. */
  public boolean resolved() {
    return stepsEach() >= FEWEST_STEPS;
  }

  /** The flux per step. */
  public double fluxPerStep() {
    return sum(flux);
  }

  /** How much each block moves the logarithm of the flux. */
  public double[] fluxTerms() {
    double[] terms = BlockTerms.multiple(1 / sum(flux), flux);
    BlockTerms.add(terms, -1 / sum(steps), steps);
    return terms;
  }

  /** The rate per step. */
  double perStep() {
    return sum(flux) * sum(known) / sum(inside);
  }

  /** How much each block moves the logarithm of the rate. */
  double[] terms() {
    double[] terms = fluxTerms();
    BlockTerms.add(terms, 1 / sum(known), known);
    BlockTerms.add(terms, -1 / sum(inside), inside);
    return terms;
  }

  /** The standard error of the logarithm of the rate. */
  double relativeError() {
    return new CorrelatedError().of(terms(), 0, flux.length);
  }

  /** As many passages that know nothing of each other have the same error. */
  public double independent() {
    double error = relativeError();
    return Math.min(count, 1 / (error * error));
  }

  /**
   * The rate.
   *
   * @param spacing the time from frame to frame
   * @param unit its unit
   * @return the rate, NaN where there are too few passages
   */
  public Quantity rate(double spacing, String unit) {
    double rate = enough() ? perStep() / spacing : Double.NaN;
    return new Quantity(rate, enough() ? rate * relativeError() : Double.NaN, unit);
  }

  /**
   * The mean time until a passage.
   *
   * @param spacing the time from frame to frame
   * @param unit its unit
   * @return the time, NaN where there are too few passages
   */
  public Quantity meanTime(double spacing, String unit) {
    double time = enough() ? spacing / perStep() : Double.NaN;
    return new Quantity(time, enough() ? time * relativeError() : Double.NaN, unit);
  }
}
