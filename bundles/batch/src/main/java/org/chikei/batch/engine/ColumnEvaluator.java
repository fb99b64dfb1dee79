package org.chikei.batch.engine;

import java.util.Arrays;
import org.chikei.api.coordinate.ColumnVariable;
import org.chikei.api.coordinate.Period;

/**
 * A coordinate that the source carries itself, in a block of rows. Its acceleration stands for the
 * force part of R̈, so that the part that a Hessian makes is zero, and so is what it becomes when
 * averaged over momenta: the mean of R̈ at given R is the same.
 */
final class ColumnEvaluator {
  final double[] value;
  final double[] rate;
  final double[] force;
  final double[] curvature;
  final double[] laplacian;
  private final ColumnVariable variable;
  private final double[] written;
  private final Period period;

  /**
   * Makes an evaluator.
   *
   * @param variable the coordinate
   * @param columns what is decoded
   * @param order 0 for values alone
   */
  ColumnEvaluator(ColumnVariable variable, SeriesColumns columns, int order) {
    this.variable = variable;
    this.written = columns.numbers(variable.column());
    this.period = variable.period().orElse(null);
    int stride = columns.stride();
    value = period == null ? written : new double[stride];
    rate = order == 0 ? null : numbers(columns, variable.velocity());
    force = order == 0 ? null : numbers(columns, variable.acceleration());
    curvature = order == 0 ? null : new double[stride];
    laplacian = order == 0 ? null : new double[stride];
  }

  private static double[] numbers(SeriesColumns columns, int column) {
    if (column >= 0) {
      return columns.numbers(column);
    }
    double[] absent = new double[columns.stride()];
    Arrays.fill(absent, Double.NaN);
    return absent;
  }

  void evaluate(int size) {
    if (period != null) {
      for (int j = 0; j < size; j++) {
        value[j] = period.wrap(written[j]);
      }
    }
  }

  /** Puts g = 1/m into a column from a row on; NaN where no mass is known. */
  void metric(double[] column, int row, int size) {
    Arrays.fill(column, row, row + size, 1 / variable.mass());
  }
}
