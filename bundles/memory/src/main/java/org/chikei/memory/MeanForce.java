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
    int size = motions.size();
    int finest = blocks.count() == 1 ? 1 : FINEST[size - 1];
    int intervals = finest * SplineAxis.intervals(motions.get(0).frames(), size);
    SplineGrid grid =
        new SplineGrid(
            motions.stream().map(m -> SplineAxis.of(m, intervals)).toArray(SplineAxis[]::new));
    double[][] r = motions.stream().map(Motion::position).toArray(double[][]::new);
    double[][] accelerations = motions.stream().map(Motion::acceleration).toArray(double[][]::new);
    SplineSums sums = new SplineSums(grid, r, accelerations, blocks);
    SplineFit fit = new SplineFit(sums, finest);
    double[][][] changes = fit.changes();
    double unexplained = fit.unexplained(changes);
    for (int coarser = finest / 2; coarser > 0; coarser /= 2) {
      SplineFit next = new SplineFit(sums, coarser);
      double[][][] nextChanges = next.changes();
      double left = next.unexplained(nextChanges);
      if (left >= unexplained) {
        break;
      }
      fit = next;
      changes = nextChanges;
      unexplained = left;
    }
    double[][] rest = rest(fit, changes, r, accelerations, blocks);
    for (double[][] byCoordinate : changes) {
      for (int a = 0; a < size; a++) {
        byCoordinate[a] = byCell(fit.grid(), byCoordinate[a]);
      }
    }
    return new MeanForce(fit.grid(), fit.coefficients(), rest, changes);
  }

  /** What the mean force of all other blocks leaves of the accelerations in each. */
  private static double[][] rest(
      SplineFit fit, double[][][] changes, double[][] r, double[][] accelerations, Blocks blocks) {
    double[][] rest = new double[accelerations.length][accelerations[0].length];
    for (Blocks.Part part : blocks.parts()) {
      for (int a = 0; a < rest.length; a++) {
        double[] mean = fit.coefficients()[a].clone();
        for (int f = 0; f < mean.length; f++) {
          mean[f] += changes[part.block()][a][f];
        }
        fit.grid().evaluate(mean, r, part.from(), part.to(), rest[a]);
        for (int j = part.from(); j < part.to(); j++) {
          rest[a][j] = accelerations[a][j] - rest[a][j];
        }
      }
    }
    return rest;
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
