package org.chikei.batch.engine;

import org.chikei.api.analysis.Kinetics;

/**
 * The sample columns of a slice, halo included: per node of the graph values and what else is
 * wanted. Filled again and again, or once for the pilot.
 */
final class Samples {
  final int capacity;
  final double[] times;
  final double[] weights;
  final double[][] values;
  final double[][] rates;
  final double[][] direct;
  final double[][] averaged;
  final double[][] seriesRates;
  final double[][] seriesAccelerations;
  final double[][][] metrics;
  final double[][][] shares;

  int from;
  int to;
  int end;
  int segment;
  int run;
  long firstInSegment;

  Samples(SamplePlan plan, int capacity) {
    this.capacity = capacity;
    int nodes = plan.graph().nodes().size();
    times = new double[capacity];
    weights = plan.weighted() ? new double[capacity] : null;
    values = new double[nodes][];
    rates = new double[nodes][];
    direct = new double[nodes][];
    averaged = new double[nodes][];
    seriesRates = new double[nodes][];
    seriesAccelerations = new double[nodes][];
    metrics = new double[nodes][nodes][];
    shares = new double[nodes][][];
    for (CoordinateGraph.Node node : plan.graph().nodes()) {
      values[node.index] = new double[capacity];
      for (int low : node.metrics) {
        metrics[node.index][low] = new double[capacity];
        metrics[low][node.index] = metrics[node.index][low];
      }
    }
    for (int k = 0; k < plan.coordinates().size(); k++) {
      if (!plan.demand().used(k)) {
        continue;
      }
      int node = plan.graph().ofJob(k).index;
      if (plan.demand().wants(Kinetics.DIRECT, k)) {
        rates[node] = new double[capacity];
        direct[node] = new double[capacity];
      }
      if (plan.demand().wants(Kinetics.MOMENTUM_AVERAGED, k)) {
        averaged[node] = new double[capacity];
      }
      if (plan.demand().wants(Kinetics.SERIES, k)) {
        seriesRates[node] = new double[capacity];
        seriesAccelerations[node] = new double[capacity];
      }
      if (plan.demand().shares(k)) {
        shares[node] = new double[plan.coordinates().get(k).info().atoms().size()][capacity];
      }
    }
  }
}
