package org.chikei.api.analysis;

import java.util.List;
import org.chikei.api.parameter.Parameters;

/**
 * What a step is given to prepare an analysis, before any data are read.
 *
 * @param name the step's name: its own or its coordinates' names joined by hyphens
 * @param coordinates the coordinates that {@code of} names, in that order
 * @param parameters the job's values, validated, defaults filled in
 */
public record StepRequest(String name, List<CoordinateInfo> coordinates, Parameters parameters) {

  /** Copies the list. */
  public StepRequest {
    coordinates = List.copyOf(coordinates);
  }
}
