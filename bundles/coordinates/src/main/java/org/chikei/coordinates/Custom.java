package org.chikei.coordinates;

import java.util.List;
import java.util.Optional;
import org.chikei.api.coordinate.CompositeVariable;
import org.chikei.api.coordinate.Coordinate;
import org.chikei.api.coordinate.Period;
import org.chikei.coordinates.expression.Expression;

/**
 * An expression of other coordinates with its exact first and second derivatives, wrapped into a
 * period where it has one.
 */
final class Custom implements CompositeVariable {
  private final List<Coordinate> components;
  private final Expression expression;
  private final String unit;
  private final Optional<Period> period;

  Custom(List<Coordinate> components, Expression expression, String unit, Optional<Period> period) {
    this.components = List.copyOf(components);
    this.expression = expression;
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
    expression.evaluate(size, values, value, first, second);
    if (period.isPresent()) {
      for (int j = 0; j < size; j++) {
        value[j] = period.get().wrap(value[j]);
      }
    }
  }
}
