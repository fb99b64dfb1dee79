package org.chikei.coordinates;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.chikei.api.Declaration;
import org.chikei.api.ServiceProperties;
import org.chikei.api.coordinate.CollectiveVariableProvider;
import org.chikei.api.coordinate.Coordinate;
import org.chikei.api.coordinate.CoordinateRequest;
import org.chikei.api.parameter.ParameterDeclaration;
import org.chikei.api.parameter.ParameterException;
import org.chikei.api.parameter.ParameterType;
import org.chikei.coordinates.expression.Expression;
import org.chikei.coordinates.expression.ExpressionException;
import org.osgi.service.component.annotations.Component;

/** Provides the coordinate type {@code product}. */
@Component(
    property = {
      ServiceProperties.TYPE + "=" + ProductProvider.TYPE,
      ServiceProperties.SUMMARY + "=" + ProductProvider.SUMMARY
    })
public final class ProductProvider implements CollectiveVariableProvider {
  static final String TYPE = "product";
  static final String SUMMARY = "product of powers of other coordinates";

  private static final String OF = "of";
  private static final String POWERS = "powers";
  private static final String UNIT = "unit";

  @Override
  public Declaration declaration() {
    return new Declaration(
        TYPE,
        SUMMARY,
        "A product of other coordinates of the job, each raised to a constant power: a ratio has"
            + " the powers 1 and -1. It is not periodic; a periodic coordinate is refused, since"
            + " the product would jump where it turns round. Where a power or a derivative does not"
            + " exist, such as that of a negative number to a fraction, the frame counts as"
            + " missing.",
        "R = Π R_a^p_a",
        "",
        "- {name: ratio, type: product, of: [d1, d2], powers: [1, -1]}",
        List.of(
            ParameterDeclaration.required(
                OF, new ParameterType.Coordinates(1, 100), "", "The coordinates, by name."),
            ParameterDeclaration.optional(
                POWERS,
                new ParameterType.ListOf(ParameterType.Real.ANY, 1, 100),
                "",
                "One power for each of them; 1 if absent."),
            ParameterDeclaration.optional(
                UNIT,
                ParameterType.Text.ANY,
                "",
                "The unit of the product; made from those of the coordinates if absent.")));
  }

  @Override
  public Coordinate create(CoordinateRequest request) throws ParameterException {
    List<Coordinate> components = request.components();
    double[] powers = powers(request);
    if (new HashSet<>(components).size() < components.size()) {
      throw new ParameterException(OF, "names a coordinate twice; add up its powers instead");
    }
    if (components.stream().anyMatch(c -> c.period().isPresent())) {
      throw new ParameterException(
          OF,
          "a product jumps where a periodic coordinate turns round; use one that is not periodic,"
              + " or 'custom' with its sine or cosine");
    }
    String unit =
        request.parameters().has(UNIT) ? request.parameters().text(UNIT) : unit(components, powers);
    return new Custom(components, expression(powers), unit, Optional.empty());
  }

  private static double[] powers(CoordinateRequest request) throws ParameterException {
    int number = request.components().size();
    if (!request.parameters().has(POWERS)) {
      double[] ones = new double[number];
      Arrays.fill(ones, 1);
      return ones;
    }
    double[] powers = request.parameters().reals(POWERS);
    if (powers.length != number) {
      throw new ParameterException(
          POWERS, powers.length + " for " + number + " coordinates; give one for each of 'of'");
    }
    return powers;
  }

  private static Expression expression(double[] powers) {
    List<String> variables = new ArrayList<>();
    List<String> factors = new ArrayList<>();
    for (int a = 0; a < powers.length; a++) {
      variables.add("x" + a);
      factors.add("x" + a + "^(" + powers[a] + ")");
    }
    try {
      return Expression.parse(String.join("*", factors), variables);
    } catch (ExpressionException e) {
      throw new IllegalStateException("an expression that is made here", e);
    }
  }

  private static String unit(List<Coordinate> components, double[] powers) {
    List<String> names = new ArrayList<>();
    List<Double> exponents = new ArrayList<>();
    for (int a = 0; a < powers.length; a++) {
      String unit = components.get(a).unit();
      int known = names.indexOf(unit);
      if (known >= 0) {
        exponents.set(known, exponents.get(known) + powers[a]);
      } else if (!unit.isEmpty()) {
        names.add(unit);
        exponents.add(powers[a]);
      }
    }
    List<String> factors = new ArrayList<>();
    for (int k = 0; k < names.size(); k++) {
      double power = exponents.get(k);
      if (power != 0) {
        String base = names.get(k).matches("\\w+") ? names.get(k) : "(" + names.get(k) + ")";
        factors.add(power == 1 ? names.get(k) : base + "^" + text(power));
      }
    }
    return String.join(" ", factors);
  }

  private static String text(double power) {
    return power == Math.rint(power) ? String.valueOf((long) power) : String.valueOf(power);
  }
}
