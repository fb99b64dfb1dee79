package org.chikei.api.analysis;

import java.util.Map;
import org.chikei.api.result.StepResult;

/**
 * What a step is given when it finishes.
 *
 * @param frames the number of frames seen
 * @param segments the number of unbroken runs in time
 * @param spacing the time between frames; NaN where it is uneven or not known
 * @param halfStepVelocities what the bonds of the structure say of the velocities: true if they
 *     belong to another time than the positions
 * @param results the results of the steps that this one {@linkplain Analysis#needs needs}, by name
 * @param windows the windows that were joined; null where the job has none
 */
public record FinishContext(
    long frames,
    int segments,
    double spacing,
    boolean halfStepVelocities,
    Map<String, StepResult> results,
    JoinedWindows windows) {

  /** Copies the map. */
  public FinishContext {
    results = Map.copyOf(results);
  }

  /**
   * The same with results of other steps.
   *
   * @param needed the results of the steps that the step needs, by name
   * @return a copy
   */
  public FinishContext with(Map<String, StepResult> needed) {
    return new FinishContext(frames, segments, spacing, halfStepVelocities, needed, windows);
  }

  /**
   * What a step of a job without windows is given.
   *
   * @param frames the number of frames seen
   * @param segments the number of unbroken runs in time
   * @param spacing the time between frames; NaN where it is uneven or not known
   * @param halfStepVelocities whether velocities belong to another time than positions
   * @param results the results of the steps that this one needs, by name
   */
  public FinishContext(
      long frames,
      int segments,
      double spacing,
      boolean halfStepVelocities,
      Map<String, StepResult> results) {
    this(frames, segments, spacing, halfStepVelocities, results, null);
  }
}
