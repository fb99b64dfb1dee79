package org.chikei.api.result;

/**
 * An axis of a figure.
 *
 * @param label what is drawn along it, such as {@code phi}
 * @param unit the unit of the numbers given; a report may draw radians as degrees
 * @param minimum where it begins; NaN for as far as the data go
 * @param maximum where it ends; NaN for as far as the data go
 */
public record Axis(String label, String unit, double minimum, double maximum) {

  /**
   * An axis that reaches as far as the data.
   *
   * @param label what is drawn along it
   * @param unit the unit
   * @return the axis
   */
  public static Axis of(String label, String unit) {
    return new Axis(label, unit, Double.NaN, Double.NaN);
  }
}
