package org.chikei.landscape;

import java.util.Arrays;
import java.util.List;
import org.chikei.api.analysis.Kinetics;

/**
 * The mean force of two coordinates, parted into a potential and a flow, with errors.
 *
 * <p>Errors come from the derivative of each result along the sums of each run of blocks, as in
 * {@link Influences}; what a potential answers is found by solving once more with the same factors.
 * Noise of the mean force makes a flow of its own: the share is freed of it by leaving out one run
 * of blocks after another, which is exact for a square.
 */
final class Flow {
  /** The curves that have errors, in this order. */
  static final List<String> CURVES =
      List.of(
          "f_a", "f_b", "v_a", "v_b", "D_aa", "D_ab", "D_bb", "Vm", "G_ching", "dVG", "residual");

  static final int F = 0;
  static final int V = 2;
  static final int D = 4;
  static final int VM = 7;
  static final int G_CHING = 8;
  static final int DVG = 9;

  /** G_ching − G. */
  static final int RESIDUAL = 10;

  private static final int MOST_GROUPS = 128;
  private static final int DELETIONS = 16;
  private static final double STEP = 1e-5;

  private final FlowSettings settings;
  private final double kT;
  private final FlowLayout layout;
  private final GridSums sums;
  private final FlowGrid grid;
  private final FlowRegion region;
  private final Kinetics kinetics;
  private final int groups;

  private final FlowMeans means;
  private final double[] mass;
  private final double[][] curves;
  private final double[][] errors = new double[CURVES.size()][];
  private final double[] share = new double[2];
  private final double[] shareError = new double[2];
  private double divergence;

  /** What each run of blocks adds to Vm and to Vm − G, by cell; null outside the region. */
  private final double[][] potentialTerms;

  private final double[][] differenceTerms;

  Flow(
      FlowSettings settings,
      double kT,
      FlowLayout layout,
      GridSums sums,
      FlowGrid grid,
      Kinetics kinetics) {
    this.settings = settings;
    this.kT = kT;
    this.layout = layout;
    this.sums = sums;
    this.grid = grid;
    this.region = grid.region();
    this.kinetics = kinetics;
    this.groups = Math.min(MOST_GROUPS, sums.blocks());
    potentialTerms = new double[region.all()][];
    differenceTerms = new double[region.all()][];
    means = means(sums.total());
    mass = mass(means);
    if (!(mass[0] > 0 && mass[0] * mass[2] > mass[1] * mass[1] * (1 + 1e-12))) {
      throw new IllegalArgumentException(
          "the two coordinates always move together, so they span no plane; take one of them, or two"
              + " that are independent");
    }
    WeightedProjection projection = new WeightedProjection(region, means.weight, mass);
    double[] potential = projection.potential(means.force);
    double[] ching = projection.potential(chingField(means, mass));
    double[][] rest = projection.rest(means.force, potential, WeightedProjection.inverse(mass));
    divergence = relative(projection, rest);
    curves = curves(projection, means, potential, ching, rest);
    influence(projection, potential, ching);
    share(0, projection, potential, false);
    double[] one = {1, 0, 1};
    boolean identity = Arrays.equals(mass, one);
    WeightedProjection plain =
        identity ? projection : new WeightedProjection(region, means.weight, one);
    share(1, plain, identity ? potential : plain.potential(means.force), true);
  }

  private FlowMeans means(double[] total) {
    return new FlowMeans(total, layout, kinetics, kT, grid.centres(), region);
  }

  private double[] mass(FlowMeans of) {
    if (settings.mass() != null) {
      return settings.mass();
    }
    double[] inverse = WeightedProjection.inverse(of.overall);
    for (int c = 0; c < 3; c++) {
      inverse[c] *= kT;
    }
    return inverse;
  }

  /** The field whose potential is ln ρ as f and D have it. */
  private static double[][] chingField(FlowMeans of, double[] m) {
    double[] inverse = WeightedProjection.inverse(m);
    double[][] gradient = of.lnDensityGradient();
    double[][] field = new double[2][gradient[0].length];
    for (int k = 0; k < field[0].length; k++) {
      field[0][k] = -inverse[0] * gradient[0][k] - inverse[1] * gradient[1][k];
      field[1][k] = -inverse[1] * gradient[0][k] - inverse[2] * gradient[1][k];
    }
    return field;
  }

  private double relative(WeightedProjection projection, double[][] rest) {
    double[] left = projection.divergence(means.weight, rest, 0);
    double[] whole = projection.divergence(means.weight, means.force, 1);
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
    double[][] all = new double[CURVES.size()][];
    all[F] = of.force[0];
    all[F + 1] = of.force[1];
    all[V] = rest[0];
    all[V + 1] = rest[1];
    System.arraycopy(of.square, 0, all, D, 3);
    all[VM] = aligned(projection.atCentres(potential));
    double[] lnChing = projection.atCentres(ching);
    double[] g = new double[region.all()];
    double[] difference = new double[region.all()];
    double[] residual = new double[region.all()];
    for (int k = 0; k < g.length; k++) {
      g[k] = -kT * lnChing[k];
      difference[k] = all[VM][k] + kT * of.lnDensity[k];
      residual[k] = g[k] + kT * of.lnDensity[k];
    }
    all[G_CHING] = aligned(g);
    all[DVG] = aligned(difference);
    all[RESIDUAL] = aligned(residual);
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

  /** The sums with those of a run of blocks counted once more, times a factor. */
  private double[] changed(int part, int parts, double factor) {
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
    return own;
  }

  private void influence(WeightedProjection projection, double[] potential, double[] ching) {
    int[] cells = region.cells();
    double[][][] terms = new double[CURVES.size()][cells.length][groups];
    for (int g = 0; g < groups; g++) {
      FlowMeans moved = means(changed(g, groups, STEP));
      double[] m = mass(moved);
      double[] inverse = WeightedProjection.inverse(m);
      double[] v = answer(projection, moved, moved.force, potential, inverse);
      double[] c = answer(projection, moved, chingField(moved, m), ching, inverse);
      double[][] rest = projection.rest(moved.force, v, inverse);
      double[][] all = curves(projection, moved, v, c, rest);
      for (int curve = 0; curve < all.length; curve++) {
        for (int k = 0; k < cells.length; k++) {
          terms[curve][k][g] = (all[curve][cells[k]] - curves[curve][cells[k]]) / STEP;
        }
      }
    }
    for (int k = 0; k < cells.length; k++) {
      potentialTerms[cells[k]] = terms[VM][k];
      differenceTerms[cells[k]] = terms[DVG][k];
    }
    CorrelatedError error = new CorrelatedError();
    for (int curve = 0; curve < terms.length; curve++) {
      errors[curve] = new double[region.all()];
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
      double[] inverse) {
    double[] change =
        projection.response(
            projection.divergence(moved.weight, projection.rest(field, potential, inverse), 0));
    for (int i = 0; i < change.length; i++) {
      change[i] += potential[i];
    }
    return change;
  }

  /** The share of flow under M* or under 1, freed of what noise adds, and its error. */
  private void share(
      int which, WeightedProjection projection, double[] potential, boolean identity) {
    double[] m = identity ? new double[] {1, 0, 1} : mass;
    double[] inverse = WeightedProjection.inverse(m);
    double flow = flow(projection, means, potential, m, inverse);
    double whole = WeightedProjection.size(region, means.weight, means.force, m);
    double[] terms = new double[groups];
    for (int g = 0; g < groups; g++) {
      FlowMeans moved = means(changed(g, groups, STEP));
      double[] n = identity ? m : mass(moved);
      // at its least the flow does not change with the potential
      double part = flow(projection, moved, potential, n, WeightedProjection.inverse(n));
      double all = WeightedProjection.size(region, moved.weight, moved.force, n);
      terms[g] = (part / all - flow / whole) / STEP;
    }
    shareError[which] = new CorrelatedError().of(terms, 0, groups);
    int deletions = Math.min(DELETIONS, groups);
    double flowNoise = 0;
    double wholeNoise = 0;
    if (deletions > 1) {
      for (int g = 0; g < deletions; g++) {
        double[][] force = without(means(changed(g, deletions, -1)).force);
        double[][] rest = projection.rest(force, projection.potential(force), inverse);
        flowNoise += WeightedProjection.size(region, means.weight, rest, m) - flow;
        wholeNoise += WeightedProjection.size(region, means.weight, force, m) - whole;
      }
      flowNoise *= (deletions - 1.0) / deletions;
      wholeNoise *= (deletions - 1.0) / deletions;
    }
    share[which] = Math.max(0, (flow - flowNoise) / (whole - wholeNoise));
  }

  /** A mean force with what is missing in it taken from all samples. */
  private double[][] without(double[][] force) {
    for (int a = 0; a < 2; a++) {
      for (int cell : region.cells()) {
        if (!Double.isFinite(force[a][cell])) {
          force[a][cell] = means.force[a][cell];
        }
      }
    }
    return force;
  }

  private double flow(
      WeightedProjection projection,
      FlowMeans of,
      double[] potential,
      double[] m,
      double[] inverse) {
    return WeightedProjection.size(
        region, of.weight, projection.rest(of.force, potential, inverse), m);
  }

  /** A curve by cell, NaN outside the region where it is known there only. */
  double[] curve(int which) {
    return curves[which];
  }

  /** The standard errors of a curve, of potentials from their mean over the piece. */
  double[] error(int which) {
    return errors[which];
  }

  /** Vm, with what moves it. */
  PlaneLandscape potential(String unit) {
    return new PlaneLandscape("Vm", unit, curves[VM], potentialTerms);
  }

  /** Vm − G, with what moves it. */
  PlaneLandscape difference(String unit) {
    return new PlaneLandscape("Vm − G", unit, curves[DVG], differenceTerms);
  }

  double[] weight() {
    return means.weight;
  }

  /** The matrix M*: aa, ab, bb. */
  double[] mass() {
    return mass;
  }

  Kinetics kinetics() {
    return kinetics;
  }

  /** ∫ρ vᵀMv / ∫ρ fᵀMf, with M* and with M = 1. */
  double share(boolean identity) {
    return share[identity ? 1 : 0];
  }

  double shareError(boolean identity) {
    return shareError[identity ? 1 : 0];
  }

  /** The divergence of ρv that is left, relative to that of the sizes of ρf. */
  double divergence() {
    return divergence;
  }
}
