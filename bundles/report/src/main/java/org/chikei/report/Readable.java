package org.chikei.report;

import org.chikei.api.result.Quantity;

/**
 * Numbers for a person: a value with its error, with as many digits as the error leaves meaning,
 * that is two significant digits of the error. Radians are shown in degrees.
 */
final class Readable {
  private static final int DIGITS_WITHOUT_ERROR = 5;
  private static final double DEGREES = 180 / Math.PI;

  private Readable() {}

  /**
   * Appends a quantity with its unit.
   *
   * @param out where to append
   * @param quantity the quantity
   */
  static void append(StringBuilder out, Quantity quantity) {
    append(out, quantity, true);
  }

  /**
   * Appends a quantity.
   *
   * @param out where to append; what is appended needs no escape but for the unit
   * @param quantity the quantity
   * @param withUnit whether the unit is written too
   */
  static void append(StringBuilder out, Quantity quantity, boolean withUnit) {
    boolean angle = quantity.unit().equals("rad");
    double factor = angle ? DEGREES : 1;
    append(out, quantity.value() * factor, quantity.error() * factor);
    if (withUnit && Double.isFinite(quantity.value())) {
      if (angle) {
        out.append('°');
      } else if (!quantity.unit().isEmpty()) {
        out.append('\u00a0').append(quantity.unit());
      }
    }
  }

  /**
   * Appends {@code value ± error}.
   *
   * @param out where to append
   * @param value the value; a dash stands for NaN
   * @param error its standard error; the value stands alone where it is NaN or 0
   */
  static void append(StringBuilder out, double value, double error) {
    if (Double.isNaN(value)) {
      out.append('–');
    } else if (Double.isInfinite(value)) {
      out.append(value < 0 ? "−∞" : "∞");
    } else if (!Double.isFinite(error) || error <= 0) {
      appendAlone(out, value);
    } else {
      appendBoth(out, value, error);
    }
  }

  private static void appendAlone(StringBuilder out, double value) {
    double size = Math.abs(value);
    boolean whole = value == Math.rint(value) && size < 1e9;
    if (value < 0) {
      out.append('−');
    }
    if (whole) {
      NumberText.appendWhole(out, size);
    } else if (size >= 1e-3 && size < 1e5) {
      NumberText.append(out, size, DIGITS_WITHOUT_ERROR);
    } else {
      int exponent = exponentOf(size);
      NumberText.append(out, size / Math.pow(10, exponent), DIGITS_WITHOUT_ERROR);
      appendPower(out, exponent);
    }
  }

  private static void appendBoth(StringBuilder out, double value, double error) {
    int top = exponentOf(Math.max(Math.abs(value), error));
    boolean plain = top >= -3 && top < 6;
    double unit = plain ? 1 : Math.pow(10, top);
    double shownValue = value / unit;
    double shownError = error / unit;
    int last = exponentOf(shownError) - 1;
    if (Math.rint(shownError / Math.pow(10, last)) >= 100) {
      last++;
    }
    last = Math.max(last, -15);
    if (!plain) {
      out.append('(');
    }
    appendRounded(out, shownValue, last);
    out.append("\u00a0±\u00a0");
    appendRounded(out, shownError, last);
    if (!plain) {
      out.append(')');
      appendPower(out, top);
    }
  }

  /** Appends a number rounded to a multiple of a power of ten. */
  private static void appendRounded(StringBuilder out, double value, int last) {
    double shown = Math.abs(value);
    if (last > 0) {
      double unit = Math.pow(10, last);
      shown = Math.rint(shown / unit) * unit;
    }
    int start = out.length();
    NumberText.appendFixed(out, shown, Math.max(0, -last));
    if (value < 0 && !isZero(out, start)) {
      out.insert(start, '−');
    }
  }

  private static boolean isZero(StringBuilder text, int start) {
    for (int i = start; i < text.length(); i++) {
      if (text.charAt(i) != '0' && text.charAt(i) != '.') {
        return false;
      }
    }
    return true;
  }

  private static void appendPower(StringBuilder out, int exponent) {
    out.append("\u00a0×\u00a010");
    Typesetting.superscript(out, exponent);
  }

  private static int exponentOf(double size) {
    return (int) Math.floor(Math.log10(size));
  }
}
