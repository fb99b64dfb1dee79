package org.chikei.landscape.timescale;

import java.util.Arrays;

/**
 * What is seen of one segment of a coordinate with a resolution in time: values, and their rates of
 * change. Entry {@code k} belongs to frame {@link #first} + k of the segment.
 *
 * @param first the frame of the first entry
 * @param values what is seen
 * @param velocities its rate of change
 * @param accelerations the rate of change of that
 */
record Observation(int first, double[] values, double[] velocities, double[] accelerations) {

  /**
   * The coordinate as it is.
   *
   * @param r its values, unwrapped
   * @param v its velocities
   * @param a its accelerations
   */
  static Observation plain(double[] r, double[] v, double[] a) {
    return new Observation(0, r, v, a);
  }

  /**
   * The running mean over 2n steps, by the trapezoidal rule; its rate of change is exact for what
   * lies between the frames, and the rate of change of that is the difference of the velocities at
   * both ends.
   *
   * @param r the values, unwrapped
   * @param v the velocities
   * @param half n
   * @param spacing the time of a step
   * @return the means of all windows that fit
   */
  static Observation runningMean(double[] r, double[] v, int half, double spacing) {
    int size = Math.max(0, r.length - 2 * half);
    double[] values = new double[size];
    double[] velocities = new double[size];
    double[] accelerations = new double[size];
    double tau = 2 * half * spacing;
    double offset = r.length > 0 ? r[0] : 0;
    double[] sums = new double[r.length + 1];
    for (int k = 0; k < r.length; k++) {
      sums[k + 1] = sums[k] + (r[k] - offset);
    }
    for (int k = 0; k < size; k++) {
      int last = k + 2 * half;
      double ends = (r[k] + r[last]) / 2 - offset;
      values[k] = offset + (sums[last] - sums[k + 1] + ends) / (2 * half);
      velocities[k] = (r[last] - r[k]) / tau;
      accelerations[k] = (v[last] - v[k]) / tau;
    }
    return new Observation(half, values, velocities, accelerations);
  }

  /**
   * The coordinate as one sees it who looks every n steps: all the n ways of doing so together.
   *
   * @param r the values, unwrapped
   * @param steps n
   * @param spacing the time of a step
   * @return what is seen at each frame that has one before and one after it
   */
  static Observation every(double[] r, int steps, double spacing) {
    int size = Math.max(0, r.length - 2 * steps);
    double[] values =
        Arrays.copyOfRange(r, Math.min(steps, r.length), Math.min(steps, r.length) + size);
    double[] velocities = new double[size];
    double[] accelerations = new double[size];
    double tau = steps * spacing;
    for (int k = 0; k < size; k++) {
      double before = r[k];
      double now = r[k + steps];
      double after = r[k + 2 * steps];
      velocities[k] = (after - before) / (2 * tau);
      accelerations[k] = (after - 2 * now + before) / (tau * tau);
    }
    return new Observation(steps, values, velocities, accelerations);
  }
}
