package org.chikei.landscape.flow;

import org.chikei.api.analysis.Kinetics;
import org.chikei.landscape.grid.GridSums;
import org.chikei.landscape.grid.SymmetricMatrix;

/** The samples of a flow, as means over all of them or with a run of blocks counted otherwise. */
final class FlowSamples {
  private final FlowLayout layout;
  private final GridSums sums;
  private final FlowGrid grid;
  private final Kinetics kinetics;
  private final double kT;
  private final double[] givenMass;

  /**
   * Makes samples.
   *
   * @param layout what the sums are
   * @param sums the sums
   * @param grid where they are
   * @param kinetics which kinetics to use
   * @param kT the thermal energy
   * @param givenMass the matrix M*; null for kT⟨ṘṘᵀ⟩⁻¹
   */
  FlowSamples(
      FlowLayout layout,
      GridSums sums,
      FlowGrid grid,
      Kinetics kinetics,
      double kT,
      double[] givenMass) {
    this.layout = layout;
    this.sums = sums;
    this.grid = grid;
    this.kinetics = kinetics;
    this.kT = kT;
    this.givenMass = givenMass;
  }

  Kinetics kinetics() {
    return kinetics;
  }

  FlowMeans all() {
    return means(sums.total());
  }

  int blocks() {
    return sums.blocks();
  }

  /** The means with one of some equal runs of blocks counted once more, times a factor. */
  FlowMeans changed(int part, int parts, double factor) {
    double[] own = new double[sums.total().length];
    int blocks = sums.blocks();
    int from = (int) ((long) part * blocks / parts);
    int to = (int) ((long) (part + 1) * blocks / parts);
    for (int b = from; b < to; b++) {
      sums.addBlock(b, own);
    }
    double[] total = sums.total();
    for (int k = 0; k < own.length; k++) {
      own[k] = total[k] + factor * own[k];
    }
    return means(own);
  }

  private FlowMeans means(double[] total) {
    return new FlowMeans(total, layout, kinetics, kT, grid.centres(), grid.region());
  }

  /** The matrix M*. */
  double[] mass(FlowMeans of) {
    if (givenMass != null) {
      return givenMass;
    }
    double[] mass = SymmetricMatrix.inverse(of.overall);
    for (int c = 0; c < mass.length; c++) {
      mass[c] *= kT;
    }
    return mass;
  }
}
