package org.chikei.batch.engine;

/**
 * Which frames of a trajectory are used, and when they are.
 *
 * @param begin the first time in ps; NaN for no bound
 * @param end the last time in ps; NaN for no bound
 * @param stride every how manieth frame of a segment is used
 * @param timeStep the time between stored frames in ps, instead of what the files say; NaN to
 *     believe the files
 */
public record Selection(double begin, double end, int stride, double timeStep) {

  /** Every frame at its own time. */
  public static final Selection ALL = new Selection(Double.NaN, Double.NaN, 1, Double.NaN);

  /**
   * Whether times matter to the selection.
   *
   * @return true if there is a bound
   */
  public boolean bounded() {
    return !Double.isNaN(begin) || !Double.isNaN(end);
  }

  /**
   * Whether a time lies within the bounds, up to the rounding of single precision.
   *
   * @param time the time in ps
   * @return true if it does; false for NaN where there is a bound
   */
  public boolean includes(double time) {
    if (!bounded()) {
      return true;
    }
    double slack = 2e-7 * Math.abs(time);
    return !Double.isNaN(time) && !(time < begin - slack) && !(time > end + slack);
  }
}
