package org.chikei.batch.engine;

import org.chikei.batch.windows.Restraints;
import org.chikei.batch.windows.WindowWeights;

/**
 * Weighs the frames of runs under restraints, and takes what the restraints do out of the
 * accelerations: a force −∂U/∂R_b accelerates R_a by −g_ab ∂U/∂R_b. Where the metric of columns is
 * not known, Ṙ_aṘ_b/kT stands for it, which has the same mean at given coordinates. Used by one
 * thread.
 */
final class WindowEvaluator {
  private final SamplePlan plan;
  private final Samples samples;
  private final Restraints restraints;
  private final double[][] values;

  WindowEvaluator(SamplePlan plan, Samples samples) {
    this.plan = plan;
    this.samples = samples;
    this.restraints = plan.restraints();
    this.values = new double[restraints.of().length][];
    for (int b = 0; b < values.length; b++) {
      values[b] = samples.values[node(restraints.of()[b])];
    }
  }

  private int node(int coordinate) {
    return plan.graph().ofJob(coordinate).index;
  }

  /**
   * Evaluates a slice.
   *
   * @param window the window that it belongs to
   * @param rows how many rows it has
   */
  void evaluate(int window, int rows) {
    WindowWeights weights = plan.windowWeights();
    if (weights == null) {
      return;
    }
    weights.weigh(values, 0, rows, samples.weights);
    for (int a = 0; a < plan.coordinates().size(); a++) {
      if (plan.demand().used(a) && plan.demand().kinetics(a)) {
        for (int b = 0; b < values.length; b++) {
          release(node(a), b, window, rows);
        }
      }
    }
  }

  /** Takes one restraint out of the accelerations of one coordinate. */
  private void release(int a, int coordinate, int window, int rows) {
    int b = node(restraints.of()[coordinate]);
    double[] metric = samples.metrics[a][b];
    if (restraints.inForces()) {
      add(samples.direct[a], metric, samples.rates[a], samples.rates[b], coordinate, window, rows);
      add(samples.averaged[a], metric, null, null, coordinate, window, rows);
    }
    add(
        samples.seriesAccelerations[a],
        metric,
        samples.seriesRates[a],
        samples.seriesRates[b],
        coordinate,
        window,
        rows);
  }

  private void add(
      double[] accelerations,
      double[] metric,
      double[] u,
      double[] v,
      int coordinate,
      int window,
      int rows) {
    if (accelerations == null || restraints.constants()[window][coordinate] == 0) {
      return;
    }
    for (int j = 0; j < rows; j++) {
      double g = metric == null ? Double.NaN : metric[j];
      if (g != g && u != null && v != null) {
        g = u[j] * v[j] / plan.kT();
      }
      accelerations[j] += g * restraints.slope(window, coordinate, values[coordinate][j]);
    }
  }
}
