package org.chikei.landscape.flow;

import org.chikei.landscape.error.CorrelatedError;
import org.chikei.landscape.grid.SymmetricMatrix;

/**
 * The share of flow ∫ρ vᵀMv / ∫ρ fᵀMf. Noise of the mean force makes a flow of its own: the share
 * is freed of it by leaving out one run of blocks after another, which is exact for a square.
 *
 * @param value the share
 * @param error its standard error
 */
record FlowShare(double value, double error) {

  /** A share that is estimated while runs of blocks are counted once more, and left out. */
  static final class Estimate {
    private final FlowRegion region;
    private final WeightedProjection projection;
    private final FlowMeans means;
    private final double[] potential;
    private final double[] mass;
    private final double flow;
    private final double whole;
    private final double[] terms;
    private double flowNoise;
    private double wholeNoise;
    private int deletions;

    /**
     * Begins an estimate.
     *
     * @param region the cells
     * @param projection what parts fields, with the weights of all samples
     * @param means the means of all samples
     * @param potential the potential of the mean force
     * @param mass the constant matrix M
     * @param groups into how many runs of blocks the samples are parted for the error
     */
    Estimate(
        FlowRegion region,
        WeightedProjection projection,
        FlowMeans means,
        double[] potential,
        double[] mass,
        int groups) {
      this.region = region;
      this.projection = projection;
      this.means = means;
      this.potential = potential;
      this.mass = mass;
      flow = flow(means, mass);
      whole = WeightedProjection.size(region, means.weight, means.force, mass);
      terms = new double[groups];
    }

    /** Counts a run of blocks once more, times {@link Flow#STEP}. */
    void move(int group, FlowMeans moved, double[] movedMass) {
      // at its least the flow does not change with the potential
      double all = WeightedProjection.size(region, moved.weight, moved.force, movedMass);
      terms[group] = (flow(moved, movedMass) / all - flow / whole) / Flow.STEP;
    }

    /** Leaves a run of blocks out. */
    void leaveOut(FlowMeans rest) {
      double[][] force = new double[rest.force.length][region.all()];
      for (int a = 0; a < force.length; a++) {
        for (int cell : region.cells()) {
          double own = rest.force[a][cell];
          force[a][cell] = Double.isFinite(own) ? own : means.force[a][cell];
        }
      }
      double[][] left =
          projection.rest(
              force, projection.potential(force), CellMatrices.same(SymmetricMatrix.inverse(mass)));
      flowNoise += WeightedProjection.size(region, means.weight, left, mass) - flow;
      wholeNoise += WeightedProjection.size(region, means.weight, force, mass) - whole;
      deletions++;
    }

    FlowShare share() {
      double error = new CorrelatedError().of(terms, 0, terms.length);
      double part = deletions > 1 ? (deletions - 1.0) / deletions : 0;
      double value = (flow - part * flowNoise) / (whole - part * wholeNoise);
      return new FlowShare(Math.max(0, value), error);
    }

    private double flow(FlowMeans of, double[] m) {
      double[][] rest =
          projection.rest(of.force, potential, CellMatrices.same(SymmetricMatrix.inverse(m)));
      return WeightedProjection.size(region, of.weight, rest, m);
    }
  }
}
