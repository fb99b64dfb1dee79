package org.chikei.api.coordinate;

import java.util.List;
import java.util.Optional;
import org.chikei.api.parameter.Parameters;
import org.chikei.api.series.SeriesColumn;
import org.chikei.api.structure.Structure;

/**
 * What a provider is given to make a coordinate.
 *
 * @param name the name that the job gives it
 * @param parameters the job's values, validated, defaults filled in
 * @param structure the structure, empty for a job whose source is no trajectory
 * @param components the coordinates that the job names, in the order of the parameters that name
 *     them
 * @param columns the columns of a source that is a series or a model; empty where it has none
 */
public record CoordinateRequest(
    String name,
    Parameters parameters,
    Optional<Structure> structure,
    List<Coordinate> components,
    List<SeriesColumn> columns) {

  /** Copies the lists. */
  public CoordinateRequest {
    components = List.copyOf(components);
    columns = List.copyOf(columns);
  }

  /**
   * A request to a source without columns.
   *
   * @param name the name that the job gives it
   * @param parameters the job's values
   * @param structure the structure
   * @param components the coordinates that the job names
   */
  public CoordinateRequest(
      String name,
      Parameters parameters,
      Optional<Structure> structure,
      List<Coordinate> components) {
    this(name, parameters, structure, components, List.of());
  }
}
