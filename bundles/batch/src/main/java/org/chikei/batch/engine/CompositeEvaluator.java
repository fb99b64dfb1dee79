package org.chikei.batch.engine;

import java.util.Arrays;
import org.chikei.api.coordinate.CompositeVariable;

/** Evaluates a function of other coordinates in a block of frames, by the chain rule. */
final class CompositeEvaluator {
  final double[] value;
  final double[] rate;
  final double[] curvature;
  final double[] force;
  final double[] laplacian;
  final double[][] first;
  private final double[][][] second;
  private final CompositeVariable variable;
  private final double[][] values;

  CompositeEvaluator(
      CompositeVariable variable, int components, int stride, int order, boolean v, boolean f) {
    this.variable = variable;
    value = new double[stride];
    first = new double[components][stride];
    rate = order > 0 && v ? new double[stride] : null;
    force = order > 0 && f ? new double[stride] : null;
    curvature = order > 1 && v ? new double[stride] : null;
    laplacian = order > 1 ? new double[stride] : null;
    values = new double[components][];
    second = order > 1 ? new double[components][][] : null;
    for (int a = 0; order > 1 && a < components; a++) {
      second[a] = new double[a + 1][stride];
    }
  }

  /** Takes the value columns of the components, which are filled again and again. */
  void component(int a, double[] column) {
    values[a] = column;
  }

  void evaluate(int size) {
    if (second != null) {
      for (double[][] row : second) {
        for (double[] column : row) {
          Arrays.fill(column, 0, size, 0);
        }
      }
    }
    variable.evaluate(size, values, value, first, second);
  }

  /** Adds Σ h_a u_a to a column, u_a a quantity of component a. */
  void linear(int a, double[] ofComponent, double[] sum, int size) {
    double[] h = first[a];
    if (a == 0) {
      Arrays.fill(sum, 0, size, 0);
    }
    for (int j = 0; j < size; j++) {
      sum[j] += h[j] * ofComponent[j];
    }
  }

  /** Adds Σ h_ab Ṙ_a Ṙ_b for one pair, b no larger than a, to the curvature. */
  void bend(int a, int b, double[] rateA, double[] rateB, int size) {
    double[] h = second[a][b];
    double times = a == b ? 1 : 2;
    for (int j = 0; j < size; j++) {
      curvature[j] += times * h[j] * rateA[j] * rateB[j];
    }
  }

  /** Adds Σ h_ab g_ab for one pair, b no larger than a, to the Laplacian. */
  void spread(int a, int b, double[] metric, int row, int size) {
    double[] h = second[a][b];
    double times = a == b ? 1 : 2;
    for (int j = 0; j < size; j++) {
      laplacian[j] += times * h[j] * metric[row + j];
    }
  }
}
