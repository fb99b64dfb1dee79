package org.chikei.memory;

import org.chikei.api.result.Quantity;

/**
 * Mean first-passage times between the bottoms of two wells: the time spent since one was reached
 * until the other is, by the number of times that it was. Runs that end on the way count with the
 * time they spent.
 *
 * @param there from the first to the second
 * @param back from the second to the first
 * @param countThere how often it was seen
 * @param countBack how often it was seen
 */
record Passages(Quantity there, Quantity back, int countThere, int countBack) {
  /** With fewer passages the scatter of blocks says nothing. */
  private static final int FEW = 10;

  /**
   * Counts.
   *
   * @param motion the motion
   * @param blocks parts that are left out one after the other for the error
   * @param first the bottom of the first well
   * @param second the bottom of the second well
   * @param unit the unit of time
   */
  static Passages of(Motion motion, Blocks blocks, double first, double second, String unit) {
    double[] bottoms = {first, second};
    double[][] time = new double[2][blocks.count()];
    int[][] count = new int[2][blocks.count()];
    int before = -1;
    int end = -1;
    for (Blocks.Part part : blocks.parts()) {
      if (part.end() != end) {
        before = -1;
        end = part.end();
      }
      int block = part.block();
      for (int j = part.from(); j < part.to(); j++) {
        int reached = j + 1 < part.end() ? reached(motion, j, bottoms) : -1;
        if (before >= 0) {
          time[before][block] += motion.step();
        }
        if (reached >= 0 && before >= 0 && reached != before) {
          count[before][block]++;
        }
        before = reached >= 0 ? reached : before;
      }
    }
    return new Passages(
        ratio(time[0], count[0], unit),
        ratio(time[1], count[1], unit),
        sum(count[0]),
        sum(count[1]));
  }

  /** Which of the bottoms lies between a frame and the next; −1 for none. */
  private static int reached(Motion motion, int frame, double[] bottoms) {
    double r = motion.position()[frame];
    double step = motion.position()[frame + 1] - r;
    if (motion.period().isPresent()) {
      step = motion.period().get().nearest(step);
    }
    for (int w = 0; w < bottoms.length; w++) {
      double off = bottoms[w] - r;
      if (motion.period().isPresent()) {
        off = motion.period().get().nearest(off);
      }
      if (off * step >= 0 && Math.abs(off) <= Math.abs(step)) {
        return w;
      }
    }
    return -1;
  }

  private static Quantity ratio(double[] time, int[] count, String unit) {
    int n = sum(count);
    double all = 0;
    for (double each : time) {
      all += each;
    }
    if (n == 0) {
      return new Quantity(Double.NaN, Double.NaN, unit);
    }
    double value = all / n;
    double error = value / Math.sqrt(n);
    if (n >= FEW) {
      double[] without = new double[time.length];
      for (int b = 0; b < time.length; b++) {
        without[b] = (all - time[b]) / Math.max(1, n - count[b]);
      }
      double scatter = Jackknife.error(without);
      error = Double.isNaN(scatter) ? error : scatter;
    }
    return new Quantity(value, error, unit);
  }

  private static int sum(int[] counts) {
    int sum = 0;
    for (int count : counts) {
      sum += count;
    }
    return sum;
  }
}
