package org.chikei.trajectory.text;

import java.nio.charset.StandardCharsets;

/**
 * Reads decimal numbers from bytes, to the last bit as {@link Double#parseDouble} would.
 *
 * <p>Up to 2⁵³ the digits are a double, and so are powers of ten up to the 22nd, so that one
 * multiplication or division rounds right. Longer numbers take the 128-bit product of the digits
 * and a power of five (D. Lemire, "Number parsing at a gigabyte per second", Softw. Pract. Exper.
 * 51, 1700 (2021)). What neither can decide is left to the JDK.
 */
public final class Decimal {
  private static final double[] TENS = {
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16,
    1e17, 1e18, 1e19, 1e20, 1e21, 1e22
  };
  private static final long EXACT = 1L << 53;
  private static final int DIGITS = 18;
  private static final int LARGEST_EXPONENT = 9999;
  private static final int NO_EXPONENT = Integer.MIN_VALUE;

  private Decimal() {}

  /**
   * Reads a number such as {@code -1.25}, {@code .5}, {@code 3}, {@code 1e-3} or, as Fortran writes
   * it, {@code 1.0D+00}.
   *
   * @param bytes where it is
   * @param start where it begins
   * @param end where it ends
   * @return the number; NaN if this is none or is no finite one
   */
  public static double parse(byte[] bytes, int start, int end) {
    int at = start;
    boolean negative = at < end && bytes[at] == '-';
    if (negative || at < end && bytes[at] == '+') {
      at++;
    }
    long digits = 0;
    int point = -1;
    int first = at;
    int count = 0;
    while (at < end) {
      int digit = bytes[at] - '0';
      if (digit >= 0 && digit <= 9) {
        digits = 10 * digits + digit;
        count += digits == 0 ? 0 : 1;
        if (count > DIGITS) {
          return slow(bytes, start, end);
        }
      } else if (bytes[at] == '.' && point < 0) {
        point = at;
      } else {
        break;
      }
      at++;
    }
    if (at - first == (point < 0 ? 0 : 1)) {
      return Double.NaN;
    }
    int exponent = point < 0 ? 0 : point + 1 - at;
    if (at < end) {
      int stated = exponent(bytes, at, end);
      if (stated == NO_EXPONENT) {
        return Double.NaN;
      }
      exponent += stated;
    }
    double value = scale(digits, exponent);
    if (Double.isNaN(value)) {
      return slow(bytes, start, end);
    }
    return negative ? -value : value;
  }

  /** The exponent that begins with its letter. */
  private static int exponent(byte[] bytes, int start, int end) {
    int letter = bytes[start] & ~0x20;
    int at = start + 1;
    boolean negative = at < end && bytes[at] == '-';
    if (negative || at < end && bytes[at] == '+') {
      at++;
    }
    if (letter != 'E' && letter != 'D' || at == end) {
      return NO_EXPONENT;
    }
    int value = 0;
    for (; at < end; at++) {
      int digit = bytes[at] - '0';
      if (digit < 0 || digit > 9) {
        return NO_EXPONENT;
      }
      value = Math.min(10 * value + digit, LARGEST_EXPONENT);
    }
    return negative ? -value : value;
  }

  /** Digits times a power of ten; NaN if it takes more to round it right. */
  private static double scale(long digits, int exponent) {
    if (digits < EXACT && exponent >= -22 && exponent <= 22) {
      return exponent < 0 ? digits / TENS[-exponent] : digits * TENS[exponent];
    }
    return digits == 0 ? 0 : PowersOfFive.scale(digits, exponent);
  }

  private static double slow(byte[] bytes, int start, int end) {
    String text = new String(bytes, start, end - start, StandardCharsets.ISO_8859_1);
    text = text.replace('D', 'E').replace('d', 'e');
    if (!text.matches("[-+.0-9eE]+")) {
      return Double.NaN;
    }
    try {
      double value = Double.parseDouble(text);
      return Double.isInfinite(value) ? Double.NaN : value;
    } catch (NumberFormatException e) {
      return Double.NaN;
    }
  }
}
