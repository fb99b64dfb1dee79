package org.chikei.landscape.flow;

import java.util.Arrays;
import org.chikei.api.analysis.Kinetics;
import org.chikei.landscape.error.CorrelatedError;
import org.chikei.landscape.grid.SymmetricMatrix;
import org.chikei.landscape.landmark.CellLandscape;
import org.chikei.landscape.profile.Influences;

/**
 * The mean force of two or three coordinates, parted into a potential and a flow, with errors.
 *
 * <p>Errors come from the derivative of each result along the sums of each run of blocks, as in
 * {@link Influences}; what a potential answers is found by solving once more with the same
 * equations.
 */
final class Flow {
  /** How much of a run of blocks is counted once more to see what it moves. */
  static final double STEP = 1e-5;

  private static final int DELETIONS = 16;
  private static final int MOST_GROUPS = 128;
  private static final int MOST_GROUPS_IN_SPACE = 64;

  private final double kT;
  private final FlowGrid grid;
  private final FlowRegion region;
  private final FlowSamples samples;
  private final FlowCurves names;
  private final int groups;

  private final FlowMeans means;
  private final double[] mass;
  private final double[][] curves;
  private final double[][] errors;
  private final FlowShare share;
  private final FlowShare shareOfOne;
  private final double divergence;

  /** What each run of blocks adds to Vm and to Vm − G, by cell; null outside the region. */
  private final double[][] potentialTerms;

  private final double[][] differenceTerms;

  /**
   * Parts a mean force.
   *
   * @param samples the samples
   * @param kT the thermal energy
   * @param grid their cells
   * @throws IllegalArgumentException if the coordinates move together or the cells are too many
   */
  Flow(FlowSamples samples, double kT, FlowGrid grid) {
    this.samples = samples;
    this.kT = kT;
    this.grid = grid;
    this.region = grid.region();
    names = new FlowCurves(grid.dimensions());
    boolean plane = grid.dimensions() == 2;
    groups = Math.min(plane ? MOST_GROUPS : MOST_GROUPS_IN_SPACE, samples.blocks());
    potentialTerms = new double[region.all()][];
    differenceTerms = new double[region.all()][];
    errors = new double[names.count()][region.all()];
    means = samples.all();
    mass = samples.mass(means);
    if (!SymmetricMatrix.isPositiveDefinite(mass)) {
      throw new IllegalArgumentException(
          plane
              ? "the two coordinates always move together, so they span no plane; take one of them, or"
                  + " two that are independent"
              : "one of the three coordinates always moves with the others, so they span no space; leave"
                  + " it out, or take another");
    }
    CellMatrices inverse = CellMatrices.same(SymmetricMatrix.inverse(mass));
    WeightedProjection projection = new WeightedProjection(region, means.density, inverse);
    double[] potential = projection.potential(means.force);
    WeightedProjection balance =
        new WeightedProjection(region, means.density, CellMatrices.byCell(means.mobility()));
    double[] ching = balance.potential(means.driftOfDensity());
    double[][] flow = projection.rest(means.force, potential, inverse);
    divergence = relative(projection, flow);
    curves = curves(projection, means, potential, ching, flow);
    double[] one = SymmetricMatrix.identity(grid.dimensions());
    boolean identity = Arrays.equals(mass, one);
    WeightedProjection plain =
        identity
            ? projection
            : new WeightedProjection(region, means.density, CellMatrices.same(one));
    double[] plainPotential = identity ? potential : plain.potential(means.force);
    FlowShare.Estimate own =
        new FlowShare.Estimate(region, projection, means, potential, mass, groups);
    FlowShare.Estimate ofOne =
        new FlowShare.Estimate(region, plain, means, plainPotential, one, groups);
    influence(projection, balance, potential, ching, own, ofOne);
    int deletions = Math.min(DELETIONS, groups);
    for (int g = 0; g < deletions; g++) {
      FlowMeans rest = samples.changed(g, deletions, -1);
      own.leaveOut(rest);
      ofOne.leaveOut(rest);
    }
    share = own.share();
    shareOfOne = ofOne.share();
  }

  private double relative(WeightedProjection projection, double[][] rest) {
    double[] left = projection.divergence(means.density, rest, 0);
    double[] whole = projection.divergence(means.density, means.force, 1);
    double a = 0;
    double b = 0;
    for (int i = 0; i < left.length; i++) {
      a += left[i] * left[i];
      b += whole[i] * whole[i];
    }
    return b > 0 ? Math.sqrt(a / b) : 0;
  }

  private double[][] curves(
      WeightedProjection projection,
      FlowMeans of,
      double[] potential,
      double[] ching,
      double[][] rest) {
    double[][] all = new double[names.count()][];
    for (int a = 0; a < rest.length; a++) {
      all[names.force(a)] = of.force[a];
      all[names.flow(a)] = rest[a];
    }
    System.arraycopy(of.square, 0, all, names.square(0), of.square.length);
    all[names.vm()] = aligned(projection.atCentres(potential));
    double[] lnChing = projection.atCentres(ching);
    double[] g = new double[region.all()];
    double[] difference = new double[region.all()];
    double[] residual = new double[region.all()];
    for (int k = 0; k < g.length; k++) {
      g[k] = -kT * lnChing[k];
      difference[k] = all[names.vm()][k] + kT * of.lnDensity[k];
      residual[k] = g[k] + kT * of.lnDensity[k];
    }
    all[names.gChing()] = aligned(g);
    all[names.difference()] = aligned(difference);
    all[names.residual()] = aligned(residual);
    return all;
  }

  /** Takes each piece's mean off. */
  private double[] aligned(double[] y) {
    double[] sum = new double[region.pieces()];
    double[] whole = new double[region.pieces()];
    for (int cell : region.cells()) {
      sum[region.piece(cell)] += means.weight[cell] * y[cell];
      whole[region.piece(cell)] += means.weight[cell];
    }
    double[] out = new double[y.length];
    Arrays.fill(out, Double.NaN);
    for (int cell : region.cells()) {
      out[cell] = y[cell] - sum[region.piece(cell)] / whole[region.piece(cell)];
    }
    return out;
  }

  private void influence(
      WeightedProjection projection,
      WeightedProjection balance,
      double[] potential,
      double[] ching,
      FlowShare.Estimate own,
      FlowShare.Estimate ofOne) {
    double[] one = SymmetricMatrix.identity(grid.dimensions());
    int[] cells = region.cells();
    double[][][] terms = new double[names.count()][cells.length][groups];
    for (int g = 0; g < groups; g++) {
      FlowMeans moved = samples.changed(g, groups, STEP);
      double[] m = samples.mass(moved);
      own.move(g, moved, m);
      ofOne.move(g, moved, one);
      CellMatrices inverse = CellMatrices.same(SymmetricMatrix.inverse(m));
      double[] v = answer(projection, moved, moved.force, potential, inverse);
      CellMatrices mobility = CellMatrices.byCell(moved.mobility());
      double[] c = answer(balance, moved, moved.driftOfDensity(), ching, mobility);
      double[][] rest = projection.rest(moved.force, v, inverse);
      double[][] all = curves(projection, moved, v, c, rest);
      for (int curve = 0; curve < all.length; curve++) {
        for (int k = 0; k < cells.length; k++) {
          terms[curve][k][g] = (all[curve][cells[k]] - curves[curve][cells[k]]) / STEP;
        }
      }
    }
    for (int k = 0; k < cells.length; k++) {
      potentialTerms[cells[k]] = terms[names.vm()][k];
      differenceTerms[cells[k]] = terms[names.difference()][k];
    }
    CorrelatedError error = new CorrelatedError();
    for (int curve = 0; curve < terms.length; curve++) {
      Arrays.fill(errors[curve], Double.NaN);
      for (int k = 0; k < cells.length; k++) {
        double n = grid.independent()[cells[k]];
        double leverage = n > 1 ? Math.sqrt(n / (n - 1)) : 1;
        errors[curve][cells[k]] = leverage * error.of(terms[curve][k], 0, groups);
      }
    }
  }

  /** The potential once weights, field and masses have changed a little. */
  private static double[] answer(
      WeightedProjection projection,
      FlowMeans moved,
      double[][] field,
      double[] potential,
      CellMatrices inverse) {
    double[] change =
        projection.response(
            projection.divergence(moved.density, projection.rest(field, potential, inverse), 0));
    for (int i = 0; i < change.length; i++) {
      change[i] += potential[i];
    }
    return change;
  }

  /** The numbers of the curves. */
  FlowCurves names() {
    return names;
  }

  /** A curve by cell, NaN outside the region where it is known there only. */
  double[] curve(int which) {
    return curves[which];
  }

  /** The standard errors of a curve, of potentials from their mean over the piece. */
  double[] error(int which) {
    return errors[which];
  }

  /** A potential by cell, each piece from its own minimum. */
  double[] fromMinimum(int which) {
    double[] y = curves[which].clone();
    double[] lowest = new double[region.pieces()];
    Arrays.fill(lowest, Double.POSITIVE_INFINITY);
    for (int cell : region.cells()) {
      int piece = region.piece(cell);
      lowest[piece] = Math.min(lowest[piece], y[cell]);
    }
    for (int cell : region.cells()) {
      y[cell] -= lowest[region.piece(cell)];
    }
    return y;
  }

  /** Vm, with what moves it. */
  CellLandscape potential(String unit) {
    return new CellLandscape("Vm", unit, curves[names.vm()], potentialTerms);
  }

  /** Vm − G, with what moves it. */
  CellLandscape difference(String unit) {
    return new CellLandscape("Vm − G", unit, curves[names.difference()], differenceTerms);
  }

  double[] weight() {
    return means.weight;
  }

  /** The matrix M*. */
  double[] mass() {
    return mass;
  }

  Kinetics kinetics() {
    return samples.kinetics();
  }

  /** ∫ρ vᵀMv / ∫ρ fᵀMf, with M* and with M = 1. */
  FlowShare share(boolean identity) {
    return identity ? shareOfOne : share;
  }

  /** The divergence of ρv that is left, relative to that of the sizes of ρf. */
  double divergence() {
    return divergence;
  }
}
