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
 */
public record FinishContext(
    long frames,
    int segments,
    double spacing,
    boolean halfStepVelocities,
    Map<String, StepResult> results) {

  /** Copies the map. */
  public FinishContext {
    results = Map.copyOf(results);
  }
}
