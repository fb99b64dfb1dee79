package org.chikei.api.result;

/**
 * An axis of a figure.
 *
 * @param label what is drawn along it, such as {@code phi}
 * @param unit the unit of the numbers given; a report may draw radians as degrees
 * @param minimum where it begins; NaN for as far as the data go
 * @param maximum where it ends; NaN for as far as the data go
 * @param secondUnit a unit in which the same axis is labelled once more on its far side, such as
 *     {@code kT}; empty for none
 * @param secondSize the size of that unit in {@code unit}: kT in kJ/mol; NaN for none
 */
public record Axis(
    String label,
    String unit,
    double minimum,
    double maximum,
    String secondUnit,
    double secondSize) {

  /**
   * An axis labelled in one unit.
   *
   * @param label what is drawn along it
   * @param unit the unit
   * @param minimum where it begins; NaN for as far as the data go
   * @param maximum where it ends; NaN for as far as the data go
   */
  public Axis(String label, String unit, double minimum, double maximum) {
    this(label, unit, minimum, maximum, "", Double.NaN);
  }

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

  /**
   * The same axis, labelled in a second unit as well.
   *
   * @param other the second unit, such as {@code kT}
   * @param size the size of that unit in the first
   * @return a copy
   */
  public Axis alsoIn(String other, double size) {
    return new Axis(label, unit, minimum, maximum, other, size);
  }
}
