package org.chikei.coordinates;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.chikei.api.coordinate.CompositeVariable;
import org.chikei.api.coordinate.Coordinate;
import org.chikei.api.coordinate.Period;

/**
 * A sum Σ c_a R_a + constant of other coordinates, on a circle where its components are: then the
 * value is wrapped into the period. Its second derivatives are zero.
 */
final class LinearCombination implements CompositeVariable {
  private final List<Coordinate> components;
  private final double[] coefficients;
  private final double constant;
  private final String unit;
  private final Optional<Period> period;

  LinearCombination(
      List<Coordinate> components,
      double[] coefficients,
      double constant,
      String unit,
      Optional<Period> period) {
    this.components = List.copyOf(components);
    this.coefficients = coefficients.clone();
    this.constant = constant;
    this.unit = unit;
    this.period = period;
  }

  @Override
  public List<Coordinate> components() {
    return components;
  }

  @Override
  public String unit() {
    return unit;
  }

  @Override
  public Optional<Period> period() {
    return period;
  }

  @Override
  public void evaluate(
      int size, double[][] values, double[] value, double[][] first, double[][][] second) {
    Arrays.fill(value, 0, size, constant);
    for (int a = 0; a < coefficients.length; a++) {
      add(size, coefficients[a], values[a], value);
      Arrays.fill(first[a], 0, size, coefficients[a]);
    }
    if (period.isPresent()) {
      wrap(size, period.get(), value);
    }
  }

  private static void add(int size, double coefficient, double[] column, double[] sum) {
    for (int j = 0; j < size; j++) {
      sum[j] += coefficient * column[j];
    }
  }

  private static void wrap(int size, Period period, double[] value) {
    for (int j = 0; j < size; j++) {
      value[j] = period.wrap(value[j]);
    }
  }
}
