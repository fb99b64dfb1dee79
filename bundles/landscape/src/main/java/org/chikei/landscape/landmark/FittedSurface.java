package org.chikei.landscape.landmark;

import java.util.Arrays;
import org.chikei.landscape.grid.SymmetricMatrix;

/**
 * A landscape of one to three coordinates between the centres of the cells of a grid, by moving
 * least squares (P. Lancaster, K. Salkauskas, Math. Comp. 37 (1981) 141): at each place a quadratic
 * is fitted to the cells around, which count by a Gaussian of one cell and by how well they are
 * sampled. A quadratic landscape is reproduced exactly. A plane, or the nearest cell alone, stands
 * in where there are too few cells. To be used by one thread.
 */
final class FittedSurface {
  /** A cell of so many independent samples counts half. */
  private static final double HALF = 8;

  /** In cells. */
  private static final double FARTHEST = 2;

  private static final double FOUND = 1e-6;
  private static final int ROUNDS = 50;

  private final CellGrid grid;
  private final double[] values;
  private final LocalQuadratic quadratic;

  FittedSurface(CellGrid grid, double[] values) {
    this.grid = grid;
    this.values = values;
    double[] trust = grid.independent().clone();
    for (int cell = 0; cell < trust.length; cell++) {
      trust[cell] /= trust[cell] + HALF;
    }
    quadratic = new LocalQuadratic(grid, values, trust);
  }

  /**
   * The landscape around a place.
   *
   * @param value the landscape
   * @param slope its derivatives, per cell
   * @param bend its second derivatives, as a {@link SymmetricMatrix}
   */
  record Local(double value, double[] slope, double[] bend) {}

  /**
   * The fit at a place.
   *
   * @param local what was fitted
   * @param cells the cells that it was fitted to
   * @param shares what a change of each cell's value does to the landscape; they add up to one
   */
  record Fit(Local local, int[] cells, double[] shares) {
    double value() {
      return local.value();
    }
  }

  /**
   * Fits, and tells what each cell adds.
   *
   * @param place where, in cells
   * @return the fit; null where the landscape is not known
   */
  Fit at(double[] place) {
    Local local = around(place);
    return local == null ? null : new Fit(local, quadratic.cells(), quadratic.shares());
  }

  /**
   * Fits.
   *
   * @param place where, in cells
   * @return the landscape around it; null where it is not known
   */
  Local around(double[] place) {
    return quadratic.fit(place) ? quadratic.local() : null;
  }

  /** The landscape at the centres of all cells, NaN where it is not known. */
  double[] atCentres() {
    double[] smooth = new double[grid.cells()];
    Arrays.fill(smooth, Double.NaN);
    for (int cell = 0; cell < smooth.length; cell++) {
      if (grid.piece()[cell] >= 0 && quadratic.fit(grid.centre(cell))) {
        smooth[cell] = quadratic.value();
      }
    }
    return smooth;
  }

  /**
   * The stationary point near a cell, by Newton's method.
   *
   * @param cell where to begin
   * @param saddle whether a saddle is wanted, which falls off in one direction alone, else a
   *     minimum
   * @return the place in cells; null where none of that kind is within two cells
   */
  double[] stationary(int cell, boolean saddle) {
    double[] start = grid.centre(cell);
    double[] place = start.clone();
    for (int round = 0; round < ROUNDS; round++) {
      Local local = around(place);
      if (local == null || SymmetricMatrix.negativeDirections(local.bend()) != (saddle ? 1 : 0)) {
        return null;
      }
      double[] inverse = SymmetricMatrix.inverse(local.bend());
      double[] step = new double[place.length];
      double square = 0;
      for (int a = 0; a < step.length; a++) {
        step[a] = SymmetricMatrix.row(inverse, a, local.slope());
        square += step[a] * step[a];
      }
      double size = Math.sqrt(square);
      double cut = Math.min(1, 0.5 / size);
      for (int a = 0; a < step.length; a++) {
        place[a] -= cut * step[a];
      }
      // also where the bend is singular, and the step no number
      if (!(CellGrid.distance(place, start) <= FARTHEST)) {
        return null;
      }
      if (size < FOUND) {
        return place;
      }
    }
    return null;
  }
}
