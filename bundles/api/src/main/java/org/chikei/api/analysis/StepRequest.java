package org.chikei.api.analysis;

import java.util.List;
import org.chikei.api.parameter.Parameters;

/**
 * What a step is given to prepare an analysis, before any data are read.
 *
 * @param name the step's name: its own or its coordinates' names joined by hyphens
 * @param coordinates the coordinates that {@code of} names, in that order; in blocks of samples
 *     they have the numbers from 0
 * @param observed the coordinates that the step's parameters name, in that order; in blocks of
 *     samples they follow those of {@code of}
 * @param parameters the job's values, validated, defaults filled in
 */
public record StepRequest(
    String name,
    List<CoordinateInfo> coordinates,
    List<CoordinateInfo> observed,
    Parameters parameters) {

  /** Copies the lists. */
  public StepRequest {
    coordinates = List.copyOf(coordinates);
    observed = List.copyOf(observed);
  }

  /**
   * A step whose parameters name no coordinate.
   *
   * @param name the step's name
   * @param coordinates the coordinates of {@code of}
   * @param parameters the job's values, validated, defaults filled in
   */
  public StepRequest(String name, List<CoordinateInfo> coordinates, Parameters parameters) {
    this(name, coordinates, List.of(), parameters);
  }
}
