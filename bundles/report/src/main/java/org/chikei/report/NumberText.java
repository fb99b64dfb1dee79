package org.chikei.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * Numbers as text: the same characters whatever the locale, the platform or the JDK, and without
 * the cost of the formatters of the JDK, whose classes alone take longer to load than all the
 * numbers of a job take to write.
 */
final class NumberText {
  /** The significant digits of every number in a result file. */
  static final int DIGITS = 10;

  /** Powers of ten that a double holds exactly, so that scaling by one rounds only once. */
  private static final double[] EXACT_POWERS = {
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16,
    1e17, 1e18, 1e19, 1e20, 1e21, 1e22
  };

  private static final int SMALLEST_PLAIN_EXPONENT = -5;

  private NumberText() {}

  /**
   * Appends a number with at most so many significant digits, without trailing zeros: {@code 0.1},
   * {@code -12.5}, {@code 300}, {@code 1.5e-7}. Zero has no sign. A text read back and written
   * again is the same text.
   *
   * @param out where to append
   * @param value a finite number
   * @param digits the significant digits, from 1 to 15
   * @throws IllegalArgumentException if the number is not finite
   */
  static void append(StringBuilder out, double value, int digits) {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException("not a finite number");
    }
    if (value == 0) {
      out.append('0');
      return;
    }
    if (value < 0) {
      out.append('-');
    }
    double size = Math.abs(value);
    long tooLong = (long) EXACT_POWERS[digits];
    int exponent = (int) Math.floor(Math.log10(size));
    long mantissa = scaled(size, digits - 1 - exponent);
    if (mantissa >= tooLong) {
      exponent++;
      mantissa = scaled(size, digits - 1 - exponent);
    }
    int length = digits;
    while (mantissa % 10 == 0) {
      mantissa /= 10;
      length--;
    }
    if (exponent < SMALLEST_PLAIN_EXPONENT || exponent >= digits) {
      appendWithPoint(out, mantissa, length, 1);
      out.append('e').append(exponent);
    } else if (exponent < 0) {
      out.append("0.");
      appendZeros(out, -exponent - 1);
      out.append(mantissa);
    } else {
      appendWithPoint(out, mantissa, length, exponent + 1);
    }
  }

  /**
   * Appends a number with a fixed number of decimals: {@code 0.50}. Zero has no sign.
   *
   * @param out where to append
   * @param value a finite number
   * @param decimals the digits behind the point, from 0 to 15
   */
  static void appendFixed(StringBuilder out, double value, int decimals) {
    double shifted = Math.abs(value) * EXACT_POWERS[decimals];
    if (!(shifted < EXACT_POWERS[15])) {
      append(out, value, 15);
      return;
    }
    long whole = (long) (shifted + 0.5);
    if (value < 0 && whole != 0) {
      out.append('-');
    }
    long unit = (long) EXACT_POWERS[decimals];
    out.append(whole / unit);
    if (decimals > 0) {
      long fraction = whole % unit;
      out.append('.');
      for (long power = unit / 10; power > fraction && power > 1; power /= 10) {
        out.append('0');
      }
      out.append(fraction);
    }
  }

  /**
   * Appends a whole number without a point; a number that is not whole is appended as it is.
   *
   * @param out where to append
   * @param value a finite number
   */
  static void appendWhole(StringBuilder out, double value) {
    if (Math.abs(value) < EXACT_POWERS[15] && value == Math.rint(value)) {
      out.append((long) value);
    } else {
      append(out, value, DIGITS);
    }
  }

  /** {@code size · 10^power}, rounded half up to a whole number; the value is below 1e17. */
  private static long scaled(double size, int power) {
    int count = Math.abs(power);
    if (count < EXACT_POWERS.length) {
      double exact = EXACT_POWERS[count];
      return (long) ((power < 0 ? size / exact : size * exact) + 0.5);
    }
    BigDecimal decimal = new BigDecimal(size, MathContext.UNLIMITED).scaleByPowerOfTen(power);
    return decimal.setScale(0, RoundingMode.HALF_UP).longValue();
  }

  private static void appendWithPoint(StringBuilder out, long mantissa, int length, int before) {
    if (length <= before) {
      out.append(mantissa);
      appendZeros(out, before - length);
      return;
    }
    int start = out.length();
    out.append(mantissa);
    out.insert(start + before, '.');
  }

  private static void appendZeros(StringBuilder out, int count) {
    for (int i = 0; i < count; i++) {
      out.append('0');
    }
  }
}
