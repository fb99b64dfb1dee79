package org.chikei.batch.engine;

import org.chikei.api.coordinate.Period;

/**
 * Tells whether frames follow each other closely enough for differences to be velocities.
 *
 * <p>For a harmonic motion of frequency ω the mean square of R(t+2h) − R(t) is 2 (1 + cos ωh) times
 * that of R(t+h) − R(t): 4 where the motion is resolved, 2 for diffusion, 1 where frames are
 * independent of each other or the differences are rounding.
 */
final class Smoothness {
  /** The least ratio: ωh = 0.72, nearly nine frames a period. */
  private static final double LEAST = 3.5;

  private Smoothness() {}

  /**
   * Whether consecutive values resolve the motion.
   *
   * @param values consecutive values
   * @param size how many
   * @param period the circle; null for a line
   * @return true if they do; false where there are too few to tell
   */
  static boolean resolved(double[] values, int size, Period period) {
    return ratio(values, size, period) >= LEAST;
  }

  /** The ratio of the mean squares; NaN where there are fewer than eight values. */
  static double ratio(double[] values, int size, Period period) {
    double once = 0;
    double twice = 0;
    int count = 0;
    for (int j = 1; j < size - 1; j++) {
      double behind = values[j] - values[j - 1];
      double ahead = values[j + 1] - values[j];
      if (period != null) {
        behind = period.nearest(behind);
        ahead = period.nearest(ahead);
      }
      if (!Double.isNaN(behind + ahead)) {
        once += 0.5 * (behind * behind + ahead * ahead);
        twice += (behind + ahead) * (behind + ahead);
        count++;
      }
    }
    return count < 6 ? Double.NaN : twice / once;
  }
}
