package org.chikei.coordinates;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.chikei.api.Declaration;
import org.chikei.api.ServiceProperties;
import org.chikei.api.coordinate.CollectiveVariableProvider;
import org.chikei.api.coordinate.Coordinate;
import org.chikei.api.coordinate.CoordinateRequest;
import org.chikei.api.coordinate.Period;
import org.chikei.api.parameter.ParameterDeclaration;
import org.chikei.api.parameter.ParameterException;
import org.chikei.api.parameter.ParameterType;
import org.chikei.coordinates.expression.Expression;
import org.chikei.coordinates.expression.ExpressionException;
import org.osgi.service.component.annotations.Component;

/** Provides the coordinate type {@code custom}. */
@Component(
    property = {
      ServiceProperties.TYPE + "=" + CustomProvider.TYPE,
      ServiceProperties.SUMMARY + "=" + CustomProvider.SUMMARY
    })
public final class CustomProvider implements CollectiveVariableProvider {
  static final String TYPE = "custom";
  static final String SUMMARY = "an expression of other coordinates";

  private static final String OF = "of";
  private static final String VARIABLES = "variables";
  private static final String FUNCTION = "function";
  private static final String UNIT = "unit";
  private static final String PERIODIC = "periodic";

  @Override
  public Declaration declaration() {
    return new Declaration(
        TYPE,
        SUMMARY,
        "A function of other coordinates that the job writes down, with exact first and second"
            + " derivatives. The values of the coordinates are in nm, rad, … Operators are + - * /"
            + " ^, where -x^2 is -(x^2) and x^y^z is x^(y^z). Functions: sqrt, exp, log, sin, cos,"
            + " tan, sec, csc, cot, sinh, cosh, tanh, sech, csch, coth, their inverses with an a"
            + " in front, atan2(y, x), erf, erfc, abs, min(x, y), max(x, y), step(x) (1 where x >="
            + " 0, else 0), delta, nandelta, floor, ceil, square, cube, recip, and select(c, x, y)"
            + " (x where c is not 0, else y). Constants: pi, pi_2, pi_4, e, ln2, ln10, log2e,"
            + " log10e, sqrt2, sqrt1_2. Names may be defined after the expression, each after a"
            + " semicolon: 'a*a + a; a = x - 1'. Where a value or a derivative does not exist, such"
            + " as sqrt(x) at 0 and below, the frame counts as missing. A function that jumps where"
            + " a periodic coordinate turns round, or with step or floor, has no mean force there.",
        "R = f(x, y, …)",
        "The grammar is that of lepton (P. Eastman), as in PLUMED's CUSTOM",
        "- {name: gate, type: custom, of: [d1, d2], variables: [x, y],"
            + " function: \"x*exp(-y^2)\", unit: nm}",
        List.of(
            ParameterDeclaration.required(
                OF, new ParameterType.Coordinates(1, 100), "", "The coordinates, by name."),
            ParameterDeclaration.optional(
                VARIABLES,
                new ParameterType.ListOf(ParameterType.Text.ANY, 1, 100),
                "",
                "What the function calls each of them; their own names if absent."),
            ParameterDeclaration.required(FUNCTION, ParameterType.Text.ANY, "", "The expression."),
            ParameterDeclaration.optional(
                UNIT, ParameterType.Text.ANY, "", "", "The unit of the result; none if absent."),
            ParameterDeclaration.optional(
                PERIODIC,
                new ParameterType.ListOf(
                    ParameterType.OneOf.of(ParameterType.Real.ANY, ParameterType.Text.ANY), 2, 2),
                "CV",
                "The two ends of the circle on which the result lives, as numbers or constant"
                    + " expressions such as -pi; values are wrapped into it.")));
  }

  @Override
  public Coordinate create(CoordinateRequest request) throws ParameterException {
    List<String> variables = variables(request);
    Expression expression;
    try {
      expression = Expression.parse(request.parameters().text(FUNCTION), variables);
    } catch (ExpressionException e) {
      throw new ParameterException(FUNCTION, e.getMessage());
    }
    if (expression.isConstant() && !Double.isFinite(expression.number())) {
      throw new ParameterException(FUNCTION, "has no value, whatever the coordinates are");
    }
    return new Custom(
        request.components(), expression, request.parameters().text(UNIT), period(request));
  }

  private static List<String> variables(CoordinateRequest request) throws ParameterException {
    int number = request.components().size();
    Set<Coordinate> coordinates = new HashSet<>(request.components());
    List<String> own = words(request, OF);
    if (coordinates.size() < number) {
      throw new ParameterException(OF, "names a coordinate twice; each has one variable");
    }
    if (!request.parameters().has(VARIABLES)) {
      return own;
    }
    List<String> variables = words(request, VARIABLES);
    if (variables.size() != number) {
      throw new ParameterException(
          VARIABLES,
          variables.size() + " for " + number + " coordinates; give one for each of 'of'");
    }
    Set<String> seen = new HashSet<>();
    for (String variable : variables) {
      if (!Expression.isName(variable)) {
        throw new ParameterException(
            VARIABLES,
            "'" + variable + "' is no name for a variable; use letters and digits, a letter first");
      }
      if (!seen.add(variable)) {
        throw new ParameterException(VARIABLES, "'" + variable + "' stands here twice");
      }
    }
    return variables;
  }

  private static List<String> words(CoordinateRequest request, String parameter) {
    Object value = request.parameters().value(parameter).orElseThrow();
    return value instanceof List<?> list
        ? list.stream().map(Object::toString).toList()
        : List.of(value.toString());
  }

  private static Optional<Period> period(CoordinateRequest request) throws ParameterException {
    if (!request.parameters().has(PERIODIC)) {
      return Optional.empty();
    }
    List<String> ends = words(request, PERIODIC);
    double from = number(ends.get(0));
    double to = number(ends.get(1));
    if (!(to > from) || !Double.isFinite(to - from)) {
      throw new ParameterException(
          PERIODIC, "from " + from + " to " + to + " is no circle; the second must be larger");
    }
    return Optional.of(new Period(from, to));
  }

  private static double number(String text) throws ParameterException {
    try {
      Expression expression = Expression.parse(text, List.of());
      return expression.number();
    } catch (ExpressionException e) {
      throw new ParameterException(PERIODIC, "'" + text + "': " + e.getMessage());
    }
  }
}
