package org.chikei.api.coordinate;

import java.util.List;
import java.util.Optional;
import org.chikei.api.parameter.Parameters;
import org.chikei.api.structure.Structure;

/**
 * What a provider is given to make a coordinate.
 *
 * @param name the name that the job gives it
 * @param parameters the job's values, validated, defaults filled in
 * @param structure the structure, empty for a job without one
 * @param components the coordinates that the job names, in the order of the parameters that name
 *     them
 */
public record CoordinateRequest(
    String name,
    Parameters parameters,
    Optional<Structure> structure,
    List<Coordinate> components) {

  /** Copies the list. */
  public CoordinateRequest {
    components = List.copyOf(components);
  }
}
