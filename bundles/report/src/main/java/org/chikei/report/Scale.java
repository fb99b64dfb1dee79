package org.chikei.report;

import org.chikei.api.result.Axis;

/**
 * One axis of a figure laid out on the page: from values in the unit of the data to pixels, and the
 * ticks in the unit that is shown. Radians are shown as degrees; very large or small numbers with a
 * power of ten in the unit.
 */
final class Scale {
  private static final double FAR_OFF = 1e5;

  /** Where the axis begins and ends, in the unit shown. */
  final double low;

  final double high;
  final double pixels;
  final Ticks ticks;

  /** The shown number for a value of the data: the value times this. */
  final double factor;

  private final String unit;
  private final boolean degrees;

  private Scale(
      double low,
      double high,
      double pixels,
      int mostTicks,
      double factor,
      String unit,
      boolean degrees) {
    this.low = low;
    this.high = high;
    this.pixels = pixels;
    this.factor = factor;
    this.unit = unit;
    this.degrees = degrees;
    ticks = degrees ? Ticks.degrees(low, high, mostTicks) : Ticks.decimal(low, high, mostTicks);
  }

  /**
   * Lays out an axis.
   *
   * @param axis what the axis is; the ends that it sets hold
   * @param low the least value of the data
   * @param high the largest
   * @param pixels the length of the axis
   * @param pixelsPerTick the room that a tick needs
   * @return the scale
   */
  static Scale of(Axis axis, double low, double high, double pixels, double pixelsPerTick) {
    double from = Double.isFinite(axis.minimum()) ? axis.minimum() : low;
    double to = Double.isFinite(axis.maximum()) ? axis.maximum() : high;
    if (!(to - from > 1e-9 * Math.max(Math.abs(from), Math.abs(to)))) {
      double room = from == 0 ? 1 : 0.05 * Math.abs(from);
      from -= room;
      to += room;
    }
    int most = Math.max(2, (int) (pixels / pixelsPerTick));
    if (axis.unit().equals("rad")) {
      double factor = 180 / Math.PI;
      return new Scale(from * factor, to * factor, pixels, most, factor, "", true);
    }
    int power = shownPower(Math.max(Math.abs(from), Math.abs(to)));
    double factor = Math.pow(10, -power);
    String unit = power == 0 ? axis.unit() : withPower(power, axis.unit());
    return new Scale(from * factor, to * factor, pixels, most, factor, unit, false);
  }

  /**
   * The same axis in its second unit.
   *
   * @param axis what the axis is, with a second unit
   * @param pixelsPerTick the room that a tick needs
   * @return the scale, of the same pixels
   */
  Scale second(Axis axis, double pixelsPerTick) {
    double other = 1 / axis.secondSize();
    double from = low / factor * other;
    double to = high / factor * other;
    int most = Math.max(2, (int) (pixels / pixelsPerTick));
    return new Scale(from, to, pixels, most, other, axis.secondUnit(), false);
  }

  /**
   * Where a value lies.
   *
   * @param value in the unit of the data
   * @return pixels from the beginning of the axis; NaN for NaN; never farther off than renderers
   *     can bear
   */
  double at(double value) {
    double place = (value * factor - low) / (high - low) * pixels;
    return Math.max(-FAR_OFF, Math.min(FAR_OFF, place));
  }

  /**
   * Where a tick lies.
   *
   * @param i from 0
   * @return pixels from the beginning of the axis
   */
  double atTick(int i) {
    return (ticks.value(i) - low) / (high - low) * pixels;
  }

  /**
   * What stands along the axis.
   *
   * @param axis what the axis is
   * @return its label with the unit shown
   */
  String label(Axis axis) {
    String name = Markup.greek(axis.label());
    if (unit.isEmpty()) {
      return name;
    }
    StringBuilder text = new StringBuilder(name);
    return text.append(" (").append(unit).append(')').toString();
  }

  /**
   * The unit of the shown numbers.
   *
   * @return the unit; a degree sign for an angle
   */
  String unit() {
    return degrees ? "°" : unit;
  }

  /** The power of ten taken out of the numbers: none between a hundredth and ten thousand. */
  private static int shownPower(double largest) {
    if (largest >= 1e-2 && largest < 1e4) {
      return 0;
    }
    return 3 * (int) Math.floor(Math.log10(largest) / 3);
  }

  private static String withPower(int power, String unit) {
    StringBuilder text = new StringBuilder("10");
    Typesetting.superscript(text, power);
    if (!unit.isEmpty()) {
      text.append('\u00a0').append(unit);
    }
    return text.toString();
  }
}
