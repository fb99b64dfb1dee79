package org.chikei.memory.hierarchy;

import java.util.Locale;
import org.apache.commons.math3.distribution.GammaDistribution;

/**
 * How long the system stays in a basin, and how fast it moves within it.
 *
 * @param population the part of the samples that lie in it
 * @param time how long the system was there in all
 * @param exits how often it was seen to leave it for another one; −1 where there is no other
 * @param relaxation the time in which the slowest coordinate forgets where in the basin it was
 * @param forgets whether it was seen to forget; if not, it takes longer than that
 */
record Stay(double population, double time, long exits, double relaxation, boolean forgets) {
  /** A peak that the system leaves again as fast as it moves within it is a fold, no state. */
  private static final double LASTING = 8;

  /** The chance with which a bound of the mean stay fails. */
  private static final double CHANCE = 0.05;

  /** What the stays say of a peak. */
  enum Verdict {
    /** There is no other peak. */
    ONLY,
    /** The system stays. */
    STATE,
    /** The system runs through. */
    FOLD,
    /** It was seen to leave too few times. */
    UNDECIDED;

    String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** The mean stay; infinite where it was never seen to end. */
  double mean() {
    return exits > 0 ? time / exits : Double.POSITIVE_INFINITY;
  }

  /** Its standard error, from the number of exits. */
  double error() {
    return exits > 0 ? mean() / Math.sqrt(exits) : Double.NaN;
  }

  /** What is so whatever the mean stay is within its bounds, which hold if exits come by chance. */
  Verdict verdict() {
    if (exits < 0) {
      return Verdict.ONLY;
    }
    double lasting = LASTING * relaxation;
    double most =
        new GammaDistribution(null, exits + 1.0, 1).inverseCumulativeProbability(1 - CHANCE);
    if (forgets && time / most > lasting) {
      return Verdict.STATE;
    }
    double fewest =
        exits == 0 ? 0 : new GammaDistribution(null, exits, 1).inverseCumulativeProbability(CHANCE);
    return time < lasting * fewest ? Verdict.FOLD : Verdict.UNDECIDED;
  }
}
