package org.chikei.landscape.landmark;

import java.util.List;
import java.util.Optional;
import org.chikei.api.analysis.StepRequest;
import org.chikei.api.parameter.ParameterDeclaration;
import org.chikei.api.parameter.ParameterException;
import org.chikei.api.parameter.ParameterType;
import org.chikei.landscape.grid.BinParameters;

/**
 * The parameter {@code path}: between which basins of several coordinates the path of least G
 * leads.
 */
public final class PathParameter {
  static final String NAME = "path";

  private PathParameter() {}

  public static ParameterDeclaration declaration() {
    ParameterType place = new ParameterType.ListOf(ParameterType.Real.ANY, 2, 3);
    return ParameterDeclaration.optional(
        NAME,
        new ParameterType.ListOf(place, 2, 2),
        "CV",
        "two places: the path of least free energy leads from the basin around the first to the basin"
            + " around the second; default: from the deepest basin to the next");
  }

  /**
   * Reads it.
   *
   * @param request what the job says
   * @return the two places; null for the deepest basins
   * @throws ParameterException if there is but one coordinate, or a place has not one number each
   */
  public static double[][] of(StepRequest request) throws ParameterException {
    Optional<Object> given = request.parameters().value(NAME);
    if (given.isEmpty()) {
      return null;
    }
    int dimensions = request.coordinates().size();
    if (dimensions < 2) {
      throw new ParameterException(
          NAME,
          "a path is drawn over two or three coordinates, and this step has one; leave it out");
    }
    double[][] ends = new double[2][dimensions];
    for (int end = 0; end < 2; end++) {
      List<?> place = (List<?>) ((List<?>) given.get()).get(end);
      BinParameters.checkOneEach(NAME, "number", place.size(), dimensions);
      for (int a = 0; a < dimensions; a++) {
        ends[end][a] = ((Number) place.get(a)).doubleValue();
      }
    }
    return ends;
  }
}
