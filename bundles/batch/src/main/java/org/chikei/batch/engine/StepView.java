package org.chikei.batch.engine;

import org.chikei.api.analysis.Kinetics;
import org.chikei.api.analysis.SampleBlock;

/** The samples of a slice as one step sees them: its own coordinates, numbered from 0. */
final class StepView implements SampleBlock {
  private final Samples samples;
  private final int[] nodes;

  /**
   * Makes a view.
   *
   * @param samples the columns
   * @param nodes the nodes of the step's coordinates, in the step's order
   */
  StepView(Samples samples, int[] nodes) {
    this.samples = samples;
    this.nodes = nodes;
  }

  @Override
  public int from() {
    return samples.from;
  }

  @Override
  public int to() {
    return samples.to;
  }

  @Override
  public int end() {
    return samples.end;
  }

  @Override
  public int segment() {
    return samples.segment;
  }

  @Override
  public long firstInSegment() {
    return samples.firstInSegment;
  }

  @Override
  public int run() {
    return samples.run;
  }

  @Override
  public double[] times() {
    return samples.times;
  }

  @Override
  public double[] weights() {
    return samples.weights;
  }

  @Override
  public double[] values(int coordinate) {
    return samples.values[nodes[coordinate]];
  }

  @Override
  public double[] velocities(Kinetics kinetics, int coordinate) {
    int node = nodes[coordinate];
    return present(
        kinetics == Kinetics.SERIES ? samples.seriesRates[node] : samples.rates[node],
        kinetics.word() + " velocities");
  }

  @Override
  public double[] accelerations(Kinetics kinetics, int coordinate) {
    int node = nodes[coordinate];
    double[] column =
        switch (kinetics) {
          case DIRECT -> samples.direct[node];
          case MOMENTUM_AVERAGED -> samples.averaged[node];
          case SERIES -> samples.seriesAccelerations[node];
        };
    return present(column, kinetics.word() + " accelerations");
  }

  @Override
  public double[] metric(int a, int b) {
    return present(samples.metrics[nodes[a]][nodes[b]], "metric");
  }

  @Override
  public double[] metricShare(int coordinate, int atom) {
    double[][] shares = samples.shares[nodes[coordinate]];
    return present(shares == null ? null : shares[atom], "metric shares");
  }

  private static double[] present(double[] column, String what) {
    if (column == null) {
      throw new IllegalStateException(what + " were not asked for or are not available");
    }
    return column;
  }
}
