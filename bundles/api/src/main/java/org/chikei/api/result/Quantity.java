package org.chikei.api.result;

/**
 * A number with its standard error and unit.
 *
 * @param value the value; NaN where there is none
 * @param error its standard error; NaN where it is not known
 * @param unit the unit; empty for a pure number
 */
public record Quantity(double value, double error, String unit) {}
