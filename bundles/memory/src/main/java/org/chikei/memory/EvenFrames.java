package org.chikei.memory;

import org.chikei.api.analysis.DataOverview;
import org.chikei.api.analysis.FinishContext;
import org.chikei.api.analysis.StepFailure;
import org.chikei.api.analysis.StepRequest;
import org.chikei.api.text.Words;

/**
 * What a step that follows a motion asks of the frames: evenly spaced, of an unbiased run, and
 * close.
 *
 * @param coordinate the name of the coordinate that is followed
 * @param purpose what the frames are for, in words: {@code a memory kernel}
 * @param time the unit of times; empty in reduced units
 */
public record EvenFrames(String coordinate, String purpose, String time) {
  /** Frames are close enough if the fastest motion turns by this many radians between two. */
  private static final double GOOD_ANGLE = 0.3;

  /**
   * What a job asks of the frames of its first coordinate.
   *
   * @param request what the job asks for
   * @param overview what is known of the data
   * @param purpose what the frames are for, in words
   * @return it
   */
  public static EvenFrames of(StepRequest request, DataOverview overview, String purpose) {
    return new EvenFrames(
        request.coordinates().get(0).name(), purpose, overview.reducedUnits() ? "" : " ps");
  }

  /**
   * Refuses what is known to be uneven or biased before it is read.
   *
   * @param overview what is known of the data
   * @throws StepFailure if frames are not evenly spaced or carry weights
   */
  public void require(DataOverview overview) throws StepFailure {
    if (Double.isNaN(overview.spacing())) {
      throw new StepFailure(uneven());
    }
    if (overview.pilot().weights() != null) {
      throw new StepFailure(
          "frames that carry weights come from a biased run, whose motion is not that of the system; "
              + purpose
              + " needs an unbiased run");
    }
  }

  /**
   * Refuses what turned out to be uneven when it was read.
   *
   * @param context what became known
   * @throws StepFailure if frames are not evenly spaced
   */
  public void require(FinishContext context) throws StepFailure {
    if (!(context.spacing() > 0)) {
      throw new StepFailure(uneven());
    }
  }

  /**
   * A sentence for frames that are not evenly spaced.
   *
   * @return what they are needed for, and what to do
   */
  public String uneven() {
    return "the frames of '"
        + coordinate
        + "' are not evenly spaced in time, which "
        + purpose
        + " needs; save them evenly, or state the time with source.time-step";
  }

  /**
   * A time in words.
   *
   * @param value the time
   * @param digits how many significant digits
   * @return the time with its unit
   */
  public String time(double value, int digits) {
    return Words.number(value, digits) + time;
  }

  /**
   * How frames should be saved that are too far apart.
   *
   * @param step the time between them
   * @param omega the fastest motion, in radians per time
   * @return what to do
   */
  public String closer(double step, double omega) {
    return closer(Math.min(GOOD_ANGLE / omega, step / 2));
  }

  /**
   * How frames should be saved.
   *
   * @param step the greatest time between them that would do
   * @return what to do
   */
  public String closer(double step) {
    return "save frames every " + time(step, 1) + " or closer";
  }
}
