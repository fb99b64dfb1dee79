package org.chikei.coordinates.plumed;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.chikei.api.coordinate.Period;
import org.chikei.coordinates.expression.Expression;
import org.chikei.coordinates.expression.ExpressionException;

/** Functions of other values: CUSTOM, COMBINE, CONSTANT. */
final class FunctionActions {
  private FunctionActions() {}

  static void addTo(Map<String, Catalogue.Entry> entries) {
    entries.put("CUSTOM", FunctionActions::custom);
    entries.put("MATHEVAL", FunctionActions::custom);
    entries.put("COMBINE", FunctionActions::combine);
    entries.put("CONSTANT", FunctionActions::constant);
  }

  private static void constant(Action action, Translation into) throws UnreadException {
    double[] numbers =
        Words.numbers("VALUES", action.requireList(action.has("VALUE") ? "VALUE" : "VALUES"));
    action.ignore("NODERIV");
    Translation.finish(action);
    if (numbers.length == 1) {
      into.addConstant(action.label(), numbers[0]);
    }
    for (int k = 0; k < numbers.length && numbers.length > 1; k++) {
      into.addConstant(action.label() + ".v-" + k, numbers[k]);
    }
  }

  private static void custom(Action action, Translation into) throws UnreadException {
    List<Argument> arguments = into.arguments(action);
    List<String> variables = action.takeList("VAR").orElse(null);
    if (variables == null) {
      if (arguments.size() > 3) {
        throw new UnreadException("more than three arguments need their names in VAR");
      }
      variables = List.of("x", "y", "z").subList(0, arguments.size());
    }
    if (variables.size() != arguments.size()
        || new HashSet<>(variables).size() < variables.size()) {
      throw new UnreadException(
          "VAR has not one name for each of " + arguments.size() + " arguments");
    }
    for (String variable : variables) {
      if (!Expression.isName(variable)) {
        throw new UnreadException("'" + variable + "' in VAR is no name of a variable");
      }
    }
    String function = action.require("FUNC");
    Optional<Period> period = period(action);
    Translation.finish(action);
    try {
      Expression.parse(function, variables);
    } catch (ExpressionException e) {
      throw new UnreadException("FUNC=" + function + ", " + e.getMessage());
    }
    add(action, into, function, variables, arguments, period);
  }

  /** PERIODIC of a function: NO or two ends. */
  static Optional<Period> period(Action action) throws UnreadException {
    List<String> words = action.takeList("PERIODIC").orElse(List.of("NO"));
    if (words.equals(List.of("NO"))) {
      return Optional.empty();
    }
    if (words.size() != 2) {
      throw new UnreadException("PERIODIC is neither NO nor two numbers");
    }
    double[] ends = Words.numbers("PERIODIC", words);
    if (!(ends[1] > ends[0])) {
      throw new UnreadException("PERIODIC=" + String.join(",", words) + " is no circle");
    }
    return Optional.of(new Period(ends[0], ends[1]));
  }

  /**
   * Adds an expression of values in the numbers of the input. A value that has other numbers here,
   * is a constant, or stands twice is defined after the expression.
   */
  static void add(
      Action action,
      Translation into,
      String function,
      List<String> variables,
      List<Argument> arguments,
      Optional<Period> period)
      throws UnreadException {
    Set<String> used = new HashSet<>(variables);
    StringBuilder text = new StringBuilder(function);
    Map<String, String> variableOf = new LinkedHashMap<>();
    for (int k = 0; k < variables.size(); k++) {
      Argument argument = arguments.get(k);
      String variable = variables.get(k);
      boolean hidden = isConstantName(variable);
      if (argument.isConstant()) {
        define(text, variable, number(argument.factor()), hidden);
        continue;
      }
      String first = variableOf.get(argument.name());
      if (first == null) {
        boolean plain = argument.factor() == 1 && !hidden;
        first = plain ? variable : fresh(variable + "_" + argument.unit(), used);
        variableOf.put(argument.name(), first);
        if (plain) {
          continue;
        }
      }
      String value = argument.factor() == 1 ? first : first + "*" + number(argument.factor());
      define(text, variable, value, hidden);
    }
    if (variableOf.isEmpty()) {
      throw new UnreadException("it is a constant, no coordinate");
    }
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("of", List.copyOf(variableOf.keySet()));
    values.put("variables", List.copyOf(variableOf.values()));
    values.put("function", text.toString());
    period.ifPresent(p -> values.put("periodic", List.of(p.minimum(), p.maximum())));
    into.add(action, "", "custom", values, 1, period, "");
  }

  /** Where an input gives a variable the name of a constant, the constant is what it gets. */
  private static boolean isConstantName(String variable) {
    try {
      return Expression.parse(variable, List.of()).isConstant();
    } catch (ExpressionException e) {
      return false;
    }
  }

  private static void define(StringBuilder text, String variable, String value, boolean hidden) {
    if (!hidden) {
      text.append("; ").append(variable).append(" = ").append(value);
    }
  }

  private static String fresh(String wish, Set<String> used) {
    String name = wish;
    for (int k = 2; !used.add(name) || isConstantName(name); k++) {
      name = wish + k;
    }
    return name;
  }

  /** A number that an expression reads back as it is. */
  static String number(double number) {
    String text =
        number == Math.rint(number) && Math.abs(number) < 1e9
            ? String.valueOf((long) number)
            : String.valueOf(number);
    return text.startsWith("-") ? "(" + text + ")" : text;
  }

  private static void combine(Action action, Translation into) throws UnreadException {
    List<Argument> arguments = into.arguments(action);
    int size = arguments.size();
    double[] coefficients = numbers(action, "COEFFICIENTS", size, 1);
    double[] parameters = numbers(action, "PARAMETERS", size, 0);
    double[] powers = numbers(action, "POWERS", size, 1);
    if (action.flag("NORMALIZE")) {
      double sum = Arrays.stream(coefficients).sum();
      coefficients = Arrays.stream(coefficients).map(c -> c / sum).toArray();
      if (!Double.isFinite(1 / sum)) {
        throw new UnreadException("NORMALIZE divides by a sum of coefficients that is 0");
      }
    }
    Optional<Period> period = period(action);
    Translation.finish(action);
    if (isLinear(arguments, powers) && period.isEmpty()) {
      linear(action, into, arguments, coefficients, parameters);
      return;
    }
    List<String> variables = new ArrayList<>();
    List<String> terms = new ArrayList<>();
    for (int k = 0; k < size; k++) {
      variables.add("x" + (k + 1));
      terms.add(
          number(coefficients[k])
              + "*"
              + difference(variables.get(k), parameters[k], arguments.get(k).period())
              + (powers[k] == 1 ? "" : "^" + number(powers[k])));
    }
    add(action, into, String.join(" + ", terms), variables, arguments, period);
  }

  /** A value less a parameter, to the nearest side on a circle. */
  private static String difference(String variable, double parameter, Optional<Period> period) {
    if (parameter == 0 && period.map(p -> p.minimum() == -p.maximum()).orElse(true)) {
      return variable;
    }
    String plain = parameter == 0 ? variable : "(" + variable + " - " + number(parameter) + ")";
    if (period.isEmpty()) {
      return plain;
    }
    String length = number(period.get().length());
    return "(" + plain + " - " + length + "*floor(" + plain + "/" + length + " + 0.5))";
  }

  /** Whether a sum is one that is linear without any turning round or change of unit. */
  private static boolean isLinear(List<Argument> arguments, double[] powers) {
    Argument first = arguments.get(0);
    Set<String> names = new HashSet<>();
    for (Argument argument : arguments) {
      if (argument.isConstant()
          || argument.period().isPresent()
          || !argument.unit().equals(first.unit())
          || argument.factor() != first.factor()
          || !names.add(argument.name())) {
        return false;
      }
    }
    return Arrays.stream(powers).allMatch(p -> p == 1);
  }

  private static void linear(
      Action action,
      Translation into,
      List<Argument> arguments,
      double[] coefficients,
      double[] parameters)
      throws UnreadException {
    if (Arrays.stream(coefficients).allMatch(c -> c == 0)) {
      throw new UnreadException("all coefficients are 0, so it is no coordinate");
    }
    double factor = arguments.get(0).factor();
    double constant = 0;
    for (int k = 0; k < coefficients.length; k++) {
      constant -= coefficients[k] * parameters[k] / factor;
    }
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("of", arguments.stream().map(Argument::name).toList());
    values.put("coefficients", Arrays.stream(coefficients).boxed().toList());
    if (constant != 0) {
      values.put("constant", constant);
    }
    into.add(
        action,
        "",
        "linear-combination",
        values,
        factor,
        Optional.empty(),
        arguments.get(0).unit());
  }

  private static double[] numbers(Action action, String keyword, int size, double otherwise)
      throws UnreadException {
    double[] numbers = action.takeNumbers(keyword);
    if (numbers == null || numbers.length == 1) {
      double[] same = new double[size];
      Arrays.fill(same, numbers == null ? otherwise : numbers[0]);
      return same;
    }
    if (numbers.length != size) {
      throw new UnreadException(
          keyword + " has " + numbers.length + " numbers for " + size + " arguments");
    }
    return numbers;
  }
}
