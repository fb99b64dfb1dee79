package org.chikei.report;

/**
 * The ticks of an axis: multiples of 1, 2 or 5 times a power of ten; on an axis of degrees, of a
 * part of the circle that people know.
 */
final class Ticks {
  private static final int[] DEGREES = {1, 2, 5, 10, 15, 30, 45, 60, 90, 180, 360};

  private final long first;
  private final int count;
  private final int mantissa;
  private final int exponent;
  private final String suffix;

  private Ticks(double low, double high, int mantissa, int exponent, String suffix) {
    this.mantissa = mantissa;
    this.exponent = exponent;
    this.suffix = suffix;
    double slack = 1e-9 * (high - low);
    first = (long) Math.ceil((low - slack) / valueOf(1));
    count = (int) Math.max(0, (long) Math.floor((high + slack) / valueOf(1)) - first + 1);
  }

  /**
   * Ticks of plain numbers.
   *
   * @param low where the axis begins
   * @param high where it ends; above {@code low}
   * @param most the most steps that the axis has room for, 1 or more
   * @return the ticks, both ends included where they fall on one
   */
  static Ticks decimal(double low, double high, int most) {
    double step = (high - low) / most;
    int exponent = (int) Math.floor(Math.log10(step));
    double size = step / power(exponent);
    int mantissa = size <= 1 + 1e-9 ? 1 : size <= 2 + 1e-9 ? 2 : size <= 5 + 1e-9 ? 5 : 10;
    return mantissa == 10
        ? new Ticks(low, high, 1, exponent + 1, "")
        : new Ticks(low, high, mantissa, exponent, "");
  }

  /**
   * Ticks of an angle.
   *
   * @param low where the axis begins, in degrees
   * @param high where it ends; above {@code low}
   * @param most the most steps that the axis has room for, 1 or more
   * @return the ticks, labelled in degrees
   */
  static Ticks degrees(double low, double high, int most) {
    double step = (high - low) / most;
    if (step <= DEGREES[DEGREES.length - 1]) {
      for (int whole : DEGREES) {
        if (step > 0.5 && whole >= step * (1 - 1e-9)) {
          return new Ticks(low, high, whole, 0, "°");
        }
      }
    }
    Ticks plain = decimal(low, high, most);
    return new Ticks(low, high, plain.mantissa, plain.exponent, "°");
  }

  /**
   * How many ticks there are.
   *
   * @return the number
   */
  int count() {
    return count;
  }

  /**
   * Where a tick is.
   *
   * @param i from 0
   * @return the value
   */
  double value(int i) {
    return valueOf(first + i);
  }

  /**
   * The distance from tick to tick.
   *
   * @return the step
   */
  double step() {
    return valueOf(1);
  }

  /**
   * The text beside a tick, all with the same number of decimals.
   *
   * @param i from 0
   * @return the text, with a minus sign where it is due
   */
  String label(int i) {
    StringBuilder text = new StringBuilder();
    double value = value(i);
    if (value < 0) {
      text.append('\u2212');
    }
    if (-exponent > 15) {
      NumberText.append(text, Math.abs(value), 6);
    } else {
      NumberText.appendFixed(text, Math.abs(value), Math.max(0, -exponent));
    }
    return text.append(suffix).toString();
  }

  private double valueOf(long multiple) {
    double whole = (double) (multiple * mantissa);
    return exponent < 0 ? whole / power(-exponent) : whole * power(exponent);
  }

  private static double power(int exponent) {
    return Math.pow(10, exponent);
  }
}
