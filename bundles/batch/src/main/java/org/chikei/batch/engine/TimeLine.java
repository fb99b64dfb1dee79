package org.chikei.batch.engine;

import java.math.BigDecimal;
import java.math.MathContext;

/**
 * Tells whether frames follow each other without a break. A break is a time that does not increase,
 * or a spacing that differs from that of the segment so far by more than the rounding of single
 * precision and two per cent.
 */
final class TimeLine {
  private static final double TOLERANCE = 0.02;

  /** Twice the relative rounding of a time kept in single precision. */
  private static final double ROUNDING = 2.4e-7;

  private double first;
  private double last;
  private long count;

  /** Begins a segment with a frame. */
  void begin(double time) {
    first = time;
    last = time;
    count = 1;
  }

  /** Whether a frame at this time continues the segment; if so, it is part of it. */
  boolean continues(double time) {
    boolean follows;
    if (Double.isNaN(time) || Double.isNaN(last)) {
      follows = Double.isNaN(time) && Double.isNaN(last);
    } else if (count == 1) {
      follows = time > last;
    } else {
      double spacing = (last - first) / (count - 1);
      double rounding = ROUNDING * Math.max(Math.abs(time), Math.abs(first));
      follows = Math.abs(time - last - spacing) <= TOLERANCE * spacing + rounding;
    }
    if (follows) {
      last = time;
      count++;
    }
    return follows;
  }

  /** How many frames the segment has so far. */
  long count() {
    return count;
  }

  /** The time of the segment's first frame. */
  double first() {
    return first;
  }

  /**
   * The spacing of times, cleaned of the rounding of single precision: the shortest decimal of up
   * to six digits that reproduces them, if there is one.
   *
   * @param times some times
   * @param from the first one to look at
   * @param to one past the last one
   * @return the spacing; NaN where there are fewer than two times
   */
  static double spacing(double[] times, int from, int to) {
    int steps = to - from - 1;
    if (steps < 1) {
      return Double.NaN;
    }
    double spacing = (times[to - 1] - times[from]) / steps;
    double rounding = ROUNDING * Math.max(Math.abs(times[to - 1]), Math.abs(times[from])) / steps;
    for (int digits = 1; digits <= 6 && spacing > 0; digits++) {
      double rounded = BigDecimal.valueOf(spacing).round(new MathContext(digits)).doubleValue();
      if (Math.abs(rounded - spacing) <= rounding) {
        return rounded;
      }
    }
    return spacing;
  }
}
