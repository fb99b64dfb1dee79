package org.chikei.memory;

import java.util.Arrays;
import java.util.Optional;
import org.chikei.api.coordinate.Period;

/**
 * r, ṙ and r̈ along all segments, one after the other.
 *
 * @param step the time between frames
 * @param period the circle on which r lives, empty where it is not periodic
 * @param starts where each unbroken run begins, and at last the number of frames
 * @param position r
 * @param velocity ṙ
 * @param acceleration r̈
 */
record Motion(
    double step,
    Optional<Period> period,
    int[] starts,
    double[] position,
    double[] velocity,
    double[] acceleration) {

  /** How many frames at either end of a run have no differences. */
  private static final int STENCIL = 2;

  /** How many frames there are. */
  int frames() {
    return starts[starts.length - 1];
  }

  /** How many unbroken runs there are. */
  int runs() {
    return starts.length - 1;
  }

  /** How many frames the longest run has. */
  int longest() {
    int longest = 0;
    for (int s = 0; s < runs(); s++) {
      longest = Math.max(longest, starts[s + 1] - starts[s]);
    }
    return longest;
  }

  /**
   * From values alone: ṙ and r̈ by differences over five frames, whose error is of fourth order.
   *
   * @param step the time between frames
   * @param period the circle on which r lives, empty where it is not periodic
   * @param starts where each run begins, and at last the number of values
   * @param values r
   */
  static Motion ofSeries(double step, Optional<Period> period, int[] starts, double[] values) {
    int runs = starts.length - 1;
    int[] begins = new int[runs + 1];
    int kept = 0;
    for (int s = 0; s < runs; s++) {
      int length = starts[s + 1] - starts[s] - 2 * STENCIL;
      if (length > 0) {
        kept++;
        begins[kept] = begins[kept - 1] + length;
      }
    }
    begins = Arrays.copyOf(begins, kept + 1);
    double[] r = new double[begins[kept]];
    double[] v = new double[r.length];
    double[] a = new double[r.length];
    double perStep = 1 / (12 * step);
    double perSquare = 1 / (12 * step * step);
    int at = 0;
    for (int s = 0; s < runs; s++) {
      for (int j = starts[s] + STENCIL; j < starts[s + 1] - STENCIL; j++) {
        double x = values[j];
        double before = values[j - 1] - x;
        double after = values[j + 1] - x;
        double earlier = values[j - 2] - values[j - 1];
        double later = values[j + 2] - values[j + 1];
        if (period.isPresent()) {
          before = period.get().nearest(before);
          after = period.get().nearest(after);
          earlier = period.get().nearest(earlier);
          later = period.get().nearest(later);
        }
        earlier += before;
        later += after;
        r[at] = x;
        v[at] = (8 * (after - before) - (later - earlier)) * perStep;
        a[at] = (16 * (after + before) - (later + earlier)) * perSquare;
        at++;
      }
    }
    return new Motion(step, period, begins, r, v, a);
  }

  /** Mean square of the velocity. */
  double squaredVelocity() {
    return meanSquare(velocity);
  }

  /** Mean square of the acceleration. */
  double squaredAcceleration() {
    return meanSquare(acceleration);
  }

  private static double meanSquare(double[] x) {
    double sum = 0;
    for (double each : x) {
      sum += each * each;
    }
    return sum / x.length;
  }

  /**
   * What the accelerations leave unexplained of the change of velocity from frame to frame, as a
   * part of the mean squared velocity: (ωh)⁶/144 for a vibration ω that is followed, of the order
   * of one where it is not.
   */
  double unexplained() {
    double sum = 0;
    double squares = 0;
    long count = 0;
    for (int s = 0; s < runs(); s++) {
      for (int j = starts[s] + 1; j < starts[s + 1]; j++) {
        double change = velocity[j] - velocity[j - 1];
        double off = change - step / 2 * (acceleration[j] + acceleration[j - 1]);
        sum += off * off;
        squares += velocity[j] * velocity[j];
        count++;
      }
    }
    return count == 0 ? Double.NaN : sum / squares;
  }

  /** The part of the mean squared velocity that differences of values alone lose, (ωh)²/4. */
  static double lost(Optional<Period> period, int[] starts, double[] values) {
    double first = 0;
    double second = 0;
    for (int s = 0; s + 1 < starts.length; s++) {
      for (int j = starts[s] + 1; j < starts[s + 1] - 1; j++) {
        double before = values[j] - values[j - 1];
        double after = values[j + 1] - values[j];
        if (period.isPresent()) {
          before = period.get().nearest(before);
          after = period.get().nearest(after);
        }
        first += (before + after) * (before + after);
        second += (after - before) * (after - before);
      }
    }
    return second / (first + second);
  }

  /** The least and the greatest value. */
  double[] range() {
    double least = Double.POSITIVE_INFINITY;
    double greatest = Double.NEGATIVE_INFINITY;
    for (double r : position) {
      least = Math.min(least, r);
      greatest = Math.max(greatest, r);
    }
    return new double[] {least, greatest};
  }
}
