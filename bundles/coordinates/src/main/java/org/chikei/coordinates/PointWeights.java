package org.chikei.coordinates;

import java.util.List;
import org.chikei.api.coordinate.CoordinateRequest;
import org.chikei.api.coordinate.Point;
import org.chikei.api.parameter.ParameterDeclaration;
import org.chikei.api.parameter.ParameterException;
import org.chikei.api.parameter.ParameterType;
import org.chikei.api.structure.Structure;

/** Weights of points that a job gives as a word or as numbers. */
final class PointWeights {
  /** Each point counts alike. */
  static final String EQUAL = "equal";

  /** Each point counts by its mass, which is that of all its atoms. */
  static final String MASS = "mass";

  /** What a list of weights can hold. */
  static final ParameterType.ListOf NUMBERS =
      new ParameterType.ListOf(
          new ParameterType.Real(0, Double.POSITIVE_INFINITY, false), 1, Integer.MAX_VALUE);

  private PointWeights() {}

  /** Declares weights that are equal where the job does not say. */
  static ParameterDeclaration declaration(String name, String summary) {
    return ParameterDeclaration.optional(
        name,
        ParameterType.OneOf.of(ParameterType.Choice.of(EQUAL, MASS), NUMBERS),
        EQUAL,
        "",
        summary);
  }

  /** Whether a request wants the masses as weights. */
  static boolean areMasses(CoordinateRequest request, String name) {
    return request.parameters().value(name).filter(MASS::equals).isPresent();
  }

  /**
   * The weights that a request gives, of any sum.
   *
   * @throws ParameterException if there is not one a point, none above zero, or no mass where
   *     masses are wanted
   */
  static double[] of(CoordinateRequest request, String name, List<Point> points)
      throws ParameterException {
    double[] weights = new double[points.size()];
    if (request.parameters().value(name).orElseThrow() instanceof String word) {
      for (int p = 0; p < weights.length; p++) {
        weights[p] = word.equals(MASS) ? mass(request, name, points.get(p)) : 1;
      }
      return weights;
    }
    double[] numbers = request.parameters().reals(name);
    if (numbers.length != weights.length) {
      throw new ParameterException(
          name, numbers.length + " for " + weights.length + " points; give one for each");
    }
    checkSum(numbers, name);
    return numbers;
  }

  /**
   * Refuses weights that have no sum to divide by.
   *
   * @throws ParameterException if all are zero, or their sum is too large
   */
  static void checkSum(double[] weights, String name) throws ParameterException {
    double sum = 0;
    for (double weight : weights) {
      sum += weight;
    }
    if (!(sum > 0 && sum < Double.POSITIVE_INFINITY)) {
      throw new ParameterException(
          name, "the weights add up to " + sum + "; give numbers with a sum above zero");
    }
  }

  private static double mass(CoordinateRequest request, String name, Point point)
      throws ParameterException {
    Structure structure =
        request
            .structure()
            .orElseThrow(
                () ->
                    new ParameterException(
                        name, "there are no masses without a structure; write 'equal' or numbers"));
    double mass = 0;
    for (int k = 0; k < point.size(); k++) {
      mass += structure.mass(point.atom(k));
    }
    if (!(mass > 0)) {
      throw new ParameterException(
          name, "point " + point.label() + " has no mass; write 'equal' or numbers");
    }
    return mass;
  }
}
