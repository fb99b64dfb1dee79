package org.chikei.memory;

/**
 * Knots at equal distances along one coordinate.
 *
 * @param from the first knot
 * @param width the distance of the knots
 * @param intervals how many intervals there are
 * @param periodic whether they close to a circle
 */
record SplineAxis(double from, double width, int intervals, boolean periodic) {

  /**
   * Knots from one place to another.
   *
   * @param from where the first interval begins
   * @param to where the last one ends
   * @param intervals how many there are
   * @param periodic whether they close to a circle
   */
  static SplineAxis between(double from, double to, int intervals, boolean periodic) {
    return new SplineAxis(from, (to - from) / intervals, intervals, periodic);
  }

  /**
   * Knots over all that a motion has seen, or over its circle.
   *
   * @param motion the motion
   * @param intervals how many intervals there are
   */
  static SplineAxis of(Motion motion, int intervals) {
    double[] range = motion.range();
    boolean periodic = motion.period().isPresent();
    return between(
        periodic ? motion.period().get().minimum() : range[0],
        periodic ? motion.period().get().maximum() : range[1],
        intervals,
        periodic);
  }

  /** How many intervals do for a smooth mean of a number of samples. */
  static int intervals(long samples, int coordinates) {
    int most = coordinates == 1 ? 64 : coordinates == 2 ? 16 : 6;
    double needed = 0.6 * Math.pow(samples, 1.0 / (2 + coordinates));
    return (int) Math.max(Math.max(4, 8 / coordinates), Math.min(most, Math.round(needed)));
  }

  /** Knots with intervals so many times as wide. */
  SplineAxis coarser(int times) {
    return new SplineAxis(from, times * width, intervals / times, periodic);
  }

  /** How many B-splines there are. */
  int functions() {
    return periodic ? intervals : intervals + 3;
  }

  /** The interval of a place; the first or the last one outside the knots. */
  int interval(double r) {
    return Math.max(0, Math.min(intervals - 1, (int) ((r - from) / width)));
  }

  /** The last knot. */
  double to() {
    return from + width * intervals;
  }

  /** The middle of an interval. */
  double middle(int interval) {
    return from + width * (interval + 0.5);
  }

  /**
   * The values of the four B-splines of the interval of a place, which may lie outside.
   *
   * @return the interval, as {@link #interval(double)} has it
   */
  int weights(double r, double[] into) {
    double place = (r - from) / width;
    int interval = Math.max(0, Math.min(intervals - 1, (int) place));
    double t = place - interval;
    into[3] = t * t * t / 6;
    into[0] = (1 - t) * (1 - t) * (1 - t) / 6;
    into[1] = 2.0 / 3 - t * t * (2 - t) / 2;
    into[2] = 1 - into[0] - into[1] - into[3];
    return interval;
  }
}
