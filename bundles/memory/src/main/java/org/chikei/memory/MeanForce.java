package org.chikei.memory;

import java.util.List;

/**
 * The mean force f_m(r) = ⟨r̈; r⟩ of one or more coordinates and what it leaves of r̈.
 *
 * <p>The mean force that is taken from the accelerations of a block is that of all other blocks:
 * one that had seen them would take away some of their noise too, and with it of Γ(0).
 *
 * @param grid the knots
 * @param coefficients for every coordinate those of its mean force from all samples
 * @param rest u = r̈ − f_m by coordinate and frame
 * @param changes what leaving out a block changes of the mean force, by block, coordinate and cell
 */
record MeanForce(SplineGrid grid, double[][] coefficients, double[][] rest, double[][][] changes) {

  /** How much finer knots may be than a smooth mean needs, by number of coordinates. */
  private static final int[] FINEST = {4, 2, 1};

  /**
   * Averages. The knots are as fine as leaves the least of the accelerations of blocks that the
   * mean force has not seen.
   *
   * @param motions the motion along each coordinate
   * @param blocks the blocks
   */
  static MeanForce of(List<Motion> motions, Blocks blocks) {
    MeanForce best = of(motions, blocks, 1);
    if (blocks.count() == 1) {
      return best;
    }
    for (int finer = 2; finer <= FINEST[motions.size() - 1]; finer *= 2) {
      MeanForce next = of(motions, blocks, finer);
      if (next.unexplained(motions) >= best.unexplained(motions)) {
        break;
      }
      best = next;
    }
    return best;
  }

  /** ⟨u²⟩/⟨r̈²⟩, over all coordinates. */
  private double unexplained(List<Motion> motions) {
    double unexplained = 0;
    for (int a = 0; a < rest.length; a++) {
      double squares = 0;
      for (double u : rest[a]) {
        squares += u * u / rest[a].length;
      }
      unexplained += squares / motions.get(a).squaredAcceleration();
    }
    return unexplained;
  }

  private static MeanForce of(List<Motion> motions, Blocks blocks, int finer) {
    int size = motions.size();
    int intervals = finer * SplineAxis.intervals(motions.get(0).frames(), size);
    SplineGrid grid =
        new SplineGrid(
            motions.stream().map(m -> SplineAxis.of(m, intervals)).toArray(SplineAxis[]::new));
    double[][] r = motions.stream().map(Motion::position).toArray(double[][]::new);
    SplineFit fit = new SplineFit(grid, r);
    double[][] coefficients = new double[size][];
    double[][] rest = new double[size][];
    double[][][] changes = new double[blocks.count()][size][];
    for (int a = 0; a < size; a++) {
      double[] acceleration = motions.get(a).acceleration();
      coefficients[a] = fit.fit(r, acceleration);
      rest[a] = new double[acceleration.length];
      double[][] moments = new double[blocks.count()][grid.functions()];
      for (Blocks.Part part : blocks.parts()) {
        fit.rest(
            coefficients[a],
            r,
            part.from(),
            part.to(),
            acceleration,
            rest[a],
            moments[part.block()]);
      }
      double[][] without = without(fit, moments);
      double[] change = new double[acceleration.length];
      for (Blocks.Part part : blocks.parts()) {
        grid.evaluate(without[part.block()], r, part.from(), part.to(), change);
      }
      for (int j = 0; j < acceleration.length; j++) {
        rest[a][j] -= change[j];
      }
      for (int b = 0; b < blocks.count(); b++) {
        changes[b][a] = byCell(grid, without[b]);
      }
    }
    return new MeanForce(grid, coefficients, rest, changes);
  }

  /** What leaving out a block changes of the coefficients, by what is left of r̈ in it. */
  private static double[][] without(SplineFit fit, double[][] moments) {
    int count = moments.length;
    double[][] changes = new double[count][fit.functions()];
    for (int b = 0; b < count && count > 1; b++) {
      changes[b] = fit.solve(moments[b]);
      for (int f = 0; f < changes[b].length; f++) {
        changes[b][f] *= -count / (count - 1.0);
      }
    }
    return changes;
  }

  private static double[] byCell(SplineGrid grid, double[] coefficients) {
    double[] values = new double[grid.cells()];
    double[][] middles = new double[grid.dimensions()][grid.cells()];
    for (int cell = 0; cell < values.length; cell++) {
      double[] middle = grid.middle(cell);
      for (int a = 0; a < middle.length; a++) {
        middles[a][cell] = middle[a];
      }
    }
    grid.evaluate(coefficients, middles, 0, values.length, values);
    return values;
  }

  /** The mean force of a single coordinate. */
  Spline spline() {
    return Spline.of(grid.axes()[0], coefficients[0]);
  }
}
