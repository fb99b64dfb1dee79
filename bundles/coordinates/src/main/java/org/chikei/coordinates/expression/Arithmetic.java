package org.chikei.coordinates.expression;

/** The values of operations. */
final class Arithmetic {
  /** From here on the continued fraction of erfc is used, below it the series of erf. */
  private static final double FRACTION_FROM = 1.5;

  private Arithmetic() {}

  /**
   * The value of an operation that is neither a constant nor a variable.
   *
   * @param operation the operation
   * @param a its first operand
   * @param b its second operand, of any value where it has none
   * @param c its third operand, of any value where it has none
   * @return the value; NaN outside the domain
   */
  static double value(Operation operation, double a, double b, double c) {
    return switch (operation) {
      case ADD -> a + b;
      case SUBTRACT -> a - b;
      case MULTIPLY -> a * b;
      case DIVIDE -> a / b;
      case POWER -> Math.pow(a, b);
      case NEGATE -> -a;
      case SQRT -> Math.sqrt(a);
      case EXP -> Math.exp(a);
      case LOG -> Math.log(a);
      case SIN -> Math.sin(a);
      case COS -> Math.cos(a);
      case TAN -> Math.tan(a);
      case ASIN -> Math.asin(a);
      case ACOS -> Math.acos(a);
      case ATAN -> Math.atan(a);
      case ATAN2 -> Math.atan2(a, b);
      case SINH -> Math.sinh(a);
      case COSH -> Math.cosh(a);
      case TANH -> Math.tanh(a);
      case ASINH -> asinh(a);
      case ACOSH -> acosh(a);
      case ATANH -> 0.5 * (Math.log1p(a) - Math.log1p(-a));
      case ERF -> erf(a);
      case ERFC -> erfc(a);
      case ABS -> Math.abs(a);
      case FLOOR -> Math.floor(a);
      case CEIL -> Math.ceil(a);
      case STEP -> a >= 0 ? 1 : a < 0 ? 0 : Double.NaN;
      case DELTA -> a == 0 ? Double.POSITIVE_INFINITY : 0 * a;
      case NAN_DELTA -> a == 0 ? Double.NaN : 0 * a;
      case MINIMUM -> Math.min(a, b);
      case MAXIMUM -> Math.max(a, b);
      case SELECT -> Double.isNaN(a) ? a : a != 0 ? b : c;
      case CONSTANT, VARIABLE -> throw new IllegalArgumentException("no operation: " + operation);
    };
  }

  private static double asinh(double x) {
    double size = Math.abs(x);
    double value =
        size > 1e8
            ? Math.log(size) + Math.log(2)
            : Math.log1p(size + size * size / (1 + Math.sqrt(1 + size * size)));
    return Math.copySign(value, x);
  }

  private static double acosh(double x) {
    double above = x - 1;
    return x > 1e8 ? Math.log(x) + Math.log(2) : Math.log1p(above + Math.sqrt(above * (2 + above)));
  }

  private static double erf(double x) {
    double size = Math.abs(x);
    return size < FRACTION_FROM ? series(x) : Math.copySign(1 - fraction(size), x);
  }

  private static double erfc(double x) {
    if (x >= FRACTION_FROM) {
      return fraction(x);
    }
    return x > -FRACTION_FROM ? 1 - series(x) : x < 0 ? 2 - fraction(-x) : Double.NaN;
  }

  /** erf x = (2/√π) e^(−x²) Σ 2ⁿ x²ⁿ⁺¹/(2n+1)!!, whose terms have one sign. */
  private static double series(double x) {
    double term = x;
    double sum = x;
    for (int n = 1; Math.abs(term) > 1e-18 * Math.abs(sum); n++) {
      term *= 2 * x * x / (2 * n + 1);
      sum += term;
    }
    return 2 / Math.sqrt(Math.PI) * Math.exp(-x * x) * sum;
  }

  /**
   * erfc x = e^(−x²)/√π · 1/(x + (1/2)/(x + (2/2)/(x + (3/2)/(x + …)))), from the inside out. The
   * number of levels for full precision falls as 1/x².
   */
  private static double fraction(double x) {
    double tail = x;
    for (int n = 20 + (int) (170 / (x * x)); n >= 1; n--) {
      tail = x + 0.5 * n / tail;
    }
    return Math.exp(-x * x) / (Math.sqrt(Math.PI) * tail);
  }
}
