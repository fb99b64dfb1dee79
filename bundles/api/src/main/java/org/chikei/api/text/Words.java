package org.chikei.api.text;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import org.chikei.api.result.Quantity;

/** Numbers as they stand in sentences. */
public final class Words {
  private Words() {}

  /**
   * A number with some significant digits.
   *
   * @param value the number
   * @param digits how many digits
   * @return the number in words; {@code unknown} where it is not finite
   */
  public static String number(double value, int digits) {
    if (!Double.isFinite(value)) {
      return "unknown";
    }
    BigDecimal rounded =
        new BigDecimal(value).round(new MathContext(digits, RoundingMode.HALF_EVEN));
    double size = Math.abs(value);
    if (size != 0 && (size < 1e-4 || size >= 1e7)) {
      return rounded.toString().replace("E+", "e").replace("E", "e");
    }
    return rounded.toPlainString();
  }

  /**
   * A number with a fixed number of decimals.
   *
   * @param value the number
   * @param decimals how many decimals
   * @return the number in words; {@code unknown} where it is not finite
   */
  public static String fixed(double value, int decimals) {
    if (!Double.isFinite(value)) {
      return "unknown";
    }
    return new BigDecimal(value).setScale(decimals, RoundingMode.HALF_EVEN).toPlainString();
  }

  /**
   * A value and its error, both to two significant digits of the error.
   *
   * @param value the value
   * @param error its error
   * @return both in words; the value alone where it has no error
   */
  public static String withError(double value, double error) {
    if (!(error > 0) || !Double.isFinite(error)) {
      return number(value, 4);
    }
    int decimals = Math.max(0, 1 - (int) Math.floor(Math.log10(error)));
    return fixed(value, decimals) + " ± " + fixed(error, decimals);
  }

  /**
   * A value with its error and unit.
   *
   * @param quantity all of them
   * @return them in words
   */
  public static String of(Quantity quantity) {
    String unit = quantity.unit().isEmpty() ? "" : " " + quantity.unit();
    return withError(quantity.value(), quantity.error()) + unit;
  }

  /**
   * A part of one, in per cent.
   *
   * @param part the part
   * @return the part in words
   */
  public static String percent(double part) {
    double percent = 100 * part;
    return number(percent, percent >= 10 ? 2 : 1) + " %";
  }
}
