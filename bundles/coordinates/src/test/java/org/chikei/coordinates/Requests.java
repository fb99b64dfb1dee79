package org.chikei.coordinates;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.chikei.api.coordinate.CollectiveVariable;
import org.chikei.api.coordinate.CollectiveVariableProvider;
import org.chikei.api.coordinate.Coordinate;
import org.chikei.api.coordinate.CoordinateRequest;
import org.chikei.api.parameter.ParameterDeclaration;
import org.chikei.api.parameter.ParameterException;
import org.chikei.api.parameter.Parameters;
import org.chikei.api.structure.Structure;

/** Makes coordinates as a job does. */
final class Requests {
  private Requests() {}

  /** A coordinate of points, defaults filled in, without a structure. */
  static CollectiveVariable variable(CollectiveVariableProvider provider, Map<String, Object> given)
      throws ParameterException {
    return (CollectiveVariable) coordinate(provider, given, Optional.empty());
  }

  /** A coordinate, defaults filled in. */
  static Coordinate coordinate(
      CollectiveVariableProvider provider, Map<String, Object> given, Optional<Structure> structure)
      throws ParameterException {
    Map<String, Object> values = new LinkedHashMap<>();
    for (ParameterDeclaration parameter : provider.declaration().parameters()) {
      parameter.defaultValue().ifPresent(value -> values.put(parameter.name(), value));
    }
    values.putAll(given);
    try {
      return provider.create(
          new CoordinateRequest("r", new Parameters(values), structure, List.of()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
