package org.chikei.api.result;

/**
 * A column of a table.
 *
 * @param name its literal header
 * @param unit the unit of its values; empty for pure numbers
 * @param values the values; NaN is written as a blank
 * @param whole whether the values are whole numbers, such as counts
 */
public record Column(String name, String unit, double[] values, boolean whole) {

  /**
   * A column of real numbers.
   *
   * @param name its literal header
   * @param unit the unit of its values
   * @param values the values
   * @return the column
   */
  public static Column of(String name, String unit, double[] values) {
    return new Column(name, unit, values, false);
  }

  /**
   * A column of whole numbers.
   *
   * @param name its literal header
   * @param values the values
   * @return the column
   */
  public static Column counts(String name, double[] values) {
    return new Column(name, "", values, true);
  }
}
