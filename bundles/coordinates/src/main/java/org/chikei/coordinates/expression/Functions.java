package org.chikei.coordinates.expression;

import java.util.Map;
import java.util.TreeMap;

/** The functions and constants that an expression can name. */
final class Functions {
  /** Makes the term of a call from the terms of its arguments. */
  private interface Call {
    int term(Terms terms, int[] arguments);
  }

  private record Function(int arguments, Call call) {}

  private static final Map<String, Function> FUNCTIONS = functions();

  private static final Map<String, Double> CONSTANTS =
      Map.of(
          "pi",
          Math.PI,
          "pi_2",
          Math.PI / 2,
          "pi_4",
          Math.PI / 4,
          "e",
          Math.E,
          "log2e",
          1 / Math.log(2),
          "log10e",
          1 / Math.log(10),
          "ln2",
          Math.log(2),
          "ln10",
          Math.log(10),
          "sqrt2",
          Math.sqrt(2),
          "sqrt1_2",
          Math.sqrt(0.5));

  private Functions() {}

  /** The value of a named constant, or null. */
  static Double constant(String name) {
    return CONSTANTS.get(name);
  }

  /** The names of all functions. */
  static Iterable<String> names() {
    return FUNCTIONS.keySet();
  }

  /** How many arguments a function takes; 0 if there is no such function. */
  static int arguments(String name) {
    Function function = FUNCTIONS.get(name);
    return function == null ? 0 : function.arguments();
  }

  /** The term of a call. */
  static int call(String name, Terms terms, int[] arguments) {
    return FUNCTIONS.get(name).call().term(terms, arguments);
  }

  private static Map<String, Function> functions() {
    Map<String, Function> all = new TreeMap<>();
    for (Operation operation : Operation.values()) {
      if (operation.function() != null) {
        all.put(operation.function(), unary((t, a) -> t.unary(operation, a[0])));
      }
    }
    all.put("sec", reciprocal(Operation.COS));
    all.put("csc", reciprocal(Operation.SIN));
    all.put("cot", reciprocal(Operation.TAN));
    all.put("sech", reciprocal(Operation.COSH));
    all.put("csch", reciprocal(Operation.SINH));
    all.put("coth", reciprocal(Operation.TANH));
    all.put("asec", ofReciprocal(Operation.ACOS));
    all.put("acsc", ofReciprocal(Operation.ASIN));
    all.put("acot", ofReciprocal(Operation.ATAN));
    all.put("asech", ofReciprocal(Operation.ACOSH));
    all.put("acsch", ofReciprocal(Operation.ASINH));
    all.put("acoth", ofReciprocal(Operation.ATANH));
    all.put("square", unary((t, a) -> t.multiply(a[0], a[0])));
    all.put("cube", unary((t, a) -> t.power(a[0], t.constant(3))));
    all.put("recip", unary((t, a) -> t.divide(t.constant(1), a[0])));
    all.put("min", new Function(2, (t, a) -> t.binary(Operation.MINIMUM, a[0], a[1])));
    all.put("max", new Function(2, (t, a) -> t.binary(Operation.MAXIMUM, a[0], a[1])));
    all.put("atan2", new Function(2, (t, a) -> t.binary(Operation.ATAN2, a[0], a[1])));
    all.put("select", new Function(3, (t, a) -> t.select(a[0], a[1], a[2])));
    return all;
  }

  private static Function unary(Call call) {
    return new Function(1, call);
  }

  private static Function reciprocal(Operation operation) {
    return unary((t, a) -> t.divide(t.constant(1), t.unary(operation, a[0])));
  }

  private static Function ofReciprocal(Operation operation) {
    return unary((t, a) -> t.unary(operation, t.divide(t.constant(1), a[0])));
  }
}
