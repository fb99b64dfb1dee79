package org.chikei.coordinates.expression;

/** What a {@linkplain Terms term} does with its operands. */
enum Operation {
  CONSTANT(null),
  VARIABLE(null),
  ADD(null),
  SUBTRACT(null),
  MULTIPLY(null),
  DIVIDE(null),
  POWER(null),
  NEGATE(null),
  SQRT("sqrt"),
  EXP("exp"),
  LOG("log"),
  SIN("sin"),
  COS("cos"),
  TAN("tan"),
  ASIN("asin"),
  ACOS("acos"),
  ATAN("atan"),
  ATAN2(null),
  SINH("sinh"),
  COSH("cosh"),
  TANH("tanh"),
  ASINH("asinh"),
  ACOSH("acosh"),
  ATANH("atanh"),
  ERF("erf"),
  ERFC("erfc"),
  ABS("abs"),
  FLOOR("floor"),
  CEIL("ceil"),
  /** 1 at zero and above, 0 below. */
  STEP("step"),
  /** Infinite at zero, 0 elsewhere. */
  DELTA("delta"),
  /** NaN at zero, 0 elsewhere. */
  NAN_DELTA("nandelta"),
  MINIMUM(null),
  MAXIMUM(null),
  /** The second operand where the first is not zero, else the third. */
  SELECT(null);

  private final String function;

  Operation(String function) {
    this.function = function;
  }

  /** The function of one argument that it is; null where it is none. */
  String function() {
    return function;
  }
}
