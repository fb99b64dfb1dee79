package org.chikei.landscape;

/**
 * The share of flow ∫ρ vᵀMv / ∫ρ fᵀMf. Noise of the mean force makes a flow of its own: the share
 * is freed of it by leaving out one run of blocks after another, which is exact for a square.
 *
 * @param value the share
 * @param error its standard error
 */
record FlowShare(double value, double error) {
  private static final int DELETIONS = 16;

  /**
   * Estimates.
   *
   * @param samples the samples
   * @param region the cells
   * @param projection what parts fields, with the weights of all samples
   * @param potential the potential of the mean force
   * @param mass the constant matrix M; null for M* as the samples have it
   * @param groups into how many runs of blocks the samples are parted for the error
   */
  static FlowShare of(
      FlowSamples samples,
      FlowRegion region,
      WeightedProjection projection,
      double[] potential,
      double[] mass,
      int groups) {
    FlowMeans means = samples.all();
    double[] m = mass == null ? samples.mass(means) : mass;
    double flow = flow(region, projection, means, potential, m);
    double whole = WeightedProjection.size(region, means.weight, means.force, m);
    double[] terms = new double[groups];
    for (int g = 0; g < groups; g++) {
      FlowMeans moved = samples.changed(g, groups, Flow.STEP);
      double[] n = mass == null ? samples.mass(moved) : mass;
      // at its least the flow does not change with the potential
      double part = flow(region, projection, moved, potential, n);
      double all = WeightedProjection.size(region, moved.weight, moved.force, n);
      terms[g] = (part / all - flow / whole) / Flow.STEP;
    }
    double error = new CorrelatedError().of(terms, 0, groups);
    int deletions = Math.min(DELETIONS, groups);
    double flowNoise = 0;
    double wholeNoise = 0;
    if (deletions > 1) {
      double[] inverse = SymmetricMatrix.inverse(m);
      for (int g = 0; g < deletions; g++) {
        double[][] force = without(region, samples.changed(g, deletions, -1).force, means);
        double[][] rest = projection.rest(force, projection.potential(force), inverse);
        flowNoise += WeightedProjection.size(region, means.weight, rest, m) - flow;
        wholeNoise += WeightedProjection.size(region, means.weight, force, m) - whole;
      }
      flowNoise *= (deletions - 1.0) / deletions;
      wholeNoise *= (deletions - 1.0) / deletions;
    }
    return new FlowShare(Math.max(0, (flow - flowNoise) / (whole - wholeNoise)), error);
  }

  /** A mean force with what is missing in it taken from all samples. */
  private static double[][] without(FlowRegion region, double[][] force, FlowMeans means) {
    for (int a = 0; a < force.length; a++) {
      for (int cell : region.cells()) {
        if (!Double.isFinite(force[a][cell])) {
          force[a][cell] = means.force[a][cell];
        }
      }
    }
    return force;
  }

  private static double flow(
      FlowRegion region,
      WeightedProjection projection,
      FlowMeans of,
      double[] potential,
      double[] m) {
    double[][] rest = projection.rest(of.force, potential, SymmetricMatrix.inverse(m));
    return WeightedProjection.size(region, of.weight, rest, m);
  }
}
