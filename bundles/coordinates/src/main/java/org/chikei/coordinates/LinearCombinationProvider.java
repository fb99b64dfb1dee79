package org.chikei.coordinates;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.chikei.api.Declaration;
import org.chikei.api.ServiceProperties;
import org.chikei.api.coordinate.CollectiveVariableProvider;
import org.chikei.api.coordinate.Coordinate;
import org.chikei.api.coordinate.CoordinateRequest;
import org.chikei.api.coordinate.Period;
import org.chikei.api.parameter.ParameterDeclaration;
import org.chikei.api.parameter.ParameterException;
import org.chikei.api.parameter.ParameterType;
import org.chikei.api.parameter.Parameters;
import org.osgi.service.component.annotations.Component;

/** Provides the coordinate type {@code linear-combination}. */
@Component(
    property = {
      ServiceProperties.TYPE + "=" + LinearCombinationProvider.TYPE,
      ServiceProperties.SUMMARY + "=" + LinearCombinationProvider.SUMMARY
    })
public final class LinearCombinationProvider implements CollectiveVariableProvider {
  static final String TYPE = "linear-combination";
  static final String SUMMARY = "weighted sum of other coordinates";

  private static final String OF = "of";
  private static final String COEFFICIENTS = "coefficients";
  private static final String CONSTANT = "constant";
  private static final String UNIT = "unit";

  @Override
  public Declaration declaration() {
    return new Declaration(
        TYPE,
        SUMMARY,
        "A sum of other coordinates of the job with constant factors. It is periodic where they"
            + " are: its period is the greatest common divisor of the factors times the periods,"
            + " 2π for φ + ψ and π for (φ + ψ)/2, and it is wrapped into it. Factors of periodic"
            + " coordinates are whole numbers, or whole multiples of the smallest of them; others"
            + " would make the sum jump where one of the coordinates turns round, and are refused.",
        "R = Σ c_a R_a + constant",
        "",
        "- {name: sum, type: linear-combination, of: [phi, psi], coefficients: [1, 1]}",
        List.of(
            ParameterDeclaration.required(
                OF,
                new ParameterType.Coordinates(1, Integer.MAX_VALUE),
                "",
                "The coordinates, by name."),
            ParameterDeclaration.required(
                COEFFICIENTS,
                new ParameterType.ListOf(ParameterType.Real.ANY, 1, Integer.MAX_VALUE),
                "",
                "One factor for each of them."),
            ParameterDeclaration.optional(
                CONSTANT, ParameterType.Real.ANY, 0.0, "CV", "What is added to the sum."),
            ParameterDeclaration.optional(
                UNIT,
                ParameterType.Text.ANY,
                "",
                "The unit of the sum; needed where the coordinates differ in theirs.")));
  }

  @Override
  public Coordinate create(CoordinateRequest request) throws ParameterException {
    List<Coordinate> components = request.components();
    Parameters parameters = request.parameters();
    double[] coefficients = parameters.reals(COEFFICIENTS);
    checkCoefficients(coefficients, components.size());
    checkDistinct(components, request);
    double constant = parameters.real(CONSTANT);
    return new LinearCombination(
        components,
        coefficients,
        constant,
        unit(components, request),
        period(components, coefficients, constant, request));
  }

  private static void checkCoefficients(double[] coefficients, int number)
      throws ParameterException {
    if (coefficients.length != number) {
      throw new ParameterException(
          COEFFICIENTS,
          coefficients.length + " for " + number + " coordinates; give one for each of 'of'");
    }
    if (Arrays.stream(coefficients).allMatch(c -> c == 0)) {
      throw new ParameterException(COEFFICIENTS, "all are zero; give one that is not");
    }
  }

  private static void checkDistinct(List<Coordinate> components, CoordinateRequest request)
      throws ParameterException {
    for (int a = 0; a < components.size(); a++) {
      for (int b = 0; b < a; b++) {
        if (components.get(a) == components.get(b)) {
          throw new ParameterException(
              OF, "'" + name(request, a) + "' is named twice; add up its coefficients instead");
        }
      }
    }
  }

  private static String unit(List<Coordinate> components, CoordinateRequest request)
      throws ParameterException {
    if (request.parameters().has(UNIT)) {
      return request.parameters().text(UNIT);
    }
    String unit = components.get(0).unit();
    for (int a = 1; a < components.size(); a++) {
      if (!components.get(a).unit().equals(unit)) {
        throw new ParameterException(
            OF,
            described(request, 0)
                + " and "
                + described(request, a)
                + " differ in unit; say the unit of the sum with 'unit'");
      }
    }
    return unit;
  }

  private static Optional<Period> period(
      List<Coordinate> components,
      double[] coefficients,
      double constant,
      CoordinateRequest request)
      throws ParameterException {
    try {
      return SumPeriod.of(components, coefficients, constant);
    } catch (ArithmeticException e) {
      throw new ParameterException(
          COEFFICIENTS,
          Arrays.toString(coefficients)
              + " of periodic coordinates make a sum that jumps where one of them turns round; give"
              + " them whole numbers, or whole multiples of the smallest");
    }
  }

  private static String described(CoordinateRequest request, int component) {
    String unit = request.components().get(component).unit();
    return name(request, component) + " (" + (unit.isEmpty() ? "no unit" : unit) + ")";
  }

  /** The name of a component in the job. */
  private static String name(CoordinateRequest request, int component) {
    Object of = request.parameters().value(OF).orElseThrow();
    return of instanceof List<?> names ? names.get(component).toString() : of.toString();
  }
}
