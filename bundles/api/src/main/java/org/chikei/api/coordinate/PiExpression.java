package org.chikei.api.coordinate;

/**
 * Reads numbers that are written with π: {@code -pi}, {@code 2*pi}, {@code (pi+1)/3}, {@code 180}.
 */
final class PiExpression {
  private static final int LONGEST = 64;

  private final String text;
  private int at;

  private PiExpression(String text) {
    this.text = text;
  }

  /** The value; an {@link IllegalArgumentException} with a sentence where there is none. */
  static double parse(String text) {
    if (text.length() <= LONGEST) {
      PiExpression expression = new PiExpression(text);
      double value = expression.sum();
      expression.skip();
      if (expression.at == text.length() && Double.isFinite(value)) {
        return value;
      }
    }
    throw new IllegalArgumentException(
        "'"
            + (text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…")
            + "' is no number and no expression with pi, such as -pi or 2*pi");
  }

  private double sum() {
    double value = product();
    while (true) {
      if (take('+')) {
        value += product();
      } else if (take('-')) {
        value -= product();
      } else {
        return value;
      }
    }
  }

  private double product() {
    double value = factor();
    while (true) {
      if (take('*')) {
        value *= factor();
      } else if (take('/')) {
        value /= factor();
      } else {
        return value;
      }
    }
  }

  private double factor() {
    if (take('-')) {
      return -factor();
    }
    if (take('+')) {
      return factor();
    }
    if (take('(')) {
      double value = sum();
      return take(')') ? value : Double.NaN;
    }
    if (text.regionMatches(true, at, "pi", 0, 2)) {
      at += 2;
      return Math.PI;
    }
    return number();
  }

  private double number() {
    int end = at;
    while (end < text.length()
        && (Character.isDigit(text.charAt(end))
            || text.charAt(end) == '.'
            || exponent(end)
            || end > at && exponent(end - 1) && "+-".indexOf(text.charAt(end)) >= 0)) {
      end++;
    }
    try {
      double value = Double.parseDouble(text.substring(at, end));
      at = end;
      return value;
    } catch (NumberFormatException e) {
      return Double.NaN;
    }
  }

  private boolean exponent(int place) {
    return place > at && (text.charAt(place) == 'e' || text.charAt(place) == 'E');
  }

  private boolean take(char wanted) {
    skip();
    if (at < text.length() && text.charAt(at) == wanted) {
      at++;
      skip();
      return true;
    }
    return false;
  }

  private void skip() {
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
  }
}
