package org.chikei.landscape;

import java.util.Arrays;

/**
 * A landscape between the centres of the cells of a grid, by moving least squares (P. Lancaster, K.
 * Salkauskas, Math. Comp. 37 (1981) 141): at each place a quadratic is fitted to the cells around,
 * which count by a Gaussian of one cell and by how well they are sampled. A quadratic landscape is
 * reproduced exactly. A plane, or the nearest cell alone, stands in where there are too few cells.
 */
final class FittedSurface {
  private static final int REACH = 3;

  /** A cell of so many independent samples counts half. */
  private static final double HALF = 8;

  /** A pivot below this part of its diagonal says that the cells do not hold the fit. */
  private static final double HELD = 1e-3;

  private static final int[] ORDERS = {6, 3, 1};

  private final PlaneGrid grid;
  private final double[] values;

  FittedSurface(PlaneGrid grid, double[] values) {
    this.grid = grid;
    this.values = values;
  }

  /**
   * The fit at a place.
   *
   * @param value the landscape
   * @param slope its derivatives, per cell
   * @param bend its second derivatives: aa, ab, bb
   * @param cells the cells that it was fitted to
   * @param shares what a change of each cell's value does to {@code value}; they add up to one
   */
  record Fit(double value, double[] slope, double[] bend, int[] cells, double[] shares) {}

  /**
   * Fits.
   *
   * @param place where, in cells
   * @return the fit; null where the landscape is not known
   */
  Fit at(double[] place) {
    int own = grid.cellAt(place);
    if (own < 0 || grid.piece()[own] < 0) {
      return null;
    }
    int side = 2 * REACH + 1;
    int[] cells = new int[side * side];
    double[][] terms = new double[side * side][];
    double[] weights = new double[side * side];
    int count = 0;
    int i = (int) Math.rint(place[0]);
    int k = (int) Math.rint(place[1]);
    for (int n = 0; n < side * side; n++) {
      int cell = grid.cell(i + n / side - REACH, k + n % side - REACH);
      if (cell < 0 || grid.piece()[cell] != grid.piece()[own]) {
        continue;
      }
      double x = i + n / side - REACH - place[0];
      double y = k + n % side - REACH - place[1];
      double known = grid.independent()[cell];
      cells[count] = cell;
      weights[count] = Math.exp(-(x * x + y * y) / 2) * known / (known + HALF);
      terms[count++] = new double[] {1, x, y, x * x / 2, x * y, y * y / 2};
    }
    cells = Arrays.copyOf(cells, count);
    for (int order : ORDERS) {
      Fit fit = fit(cells, terms, weights, order);
      if (fit != null) {
        return fit;
      }
    }
    return new Fit(values[own], new double[2], new double[3], new int[] {own}, new double[] {1});
  }

  private Fit fit(int[] cells, double[][] terms, double[] weights, int order) {
    double[][] matrix = new double[order][order];
    double[] right = new double[order];
    for (int n = 0; n < cells.length; n++) {
      for (int p = 0; p < order; p++) {
        double weighted = weights[n] * terms[n][p];
        right[p] += weighted * values[cells[n]];
        for (int q = 0; q <= p; q++) {
          matrix[p][q] += weighted * terms[n][q];
        }
      }
    }
    if (!factor(matrix)) {
      return null;
    }
    double[] first = new double[order];
    first[0] = 1;
    solve(matrix, first);
    solve(matrix, right);
    double[] shares = new double[cells.length];
    for (int n = 0; n < cells.length; n++) {
      for (int p = 0; p < order; p++) {
        shares[n] += weights[n] * terms[n][p] * first[p];
      }
    }
    double[] all = Arrays.copyOf(right, 6);
    return new Fit(
        all[0], new double[] {all[1], all[2]}, Arrays.copyOfRange(all, 3, 6), cells, shares);
  }

  /** Cholesky's factor in place of the lower half; false where the matrix is not well held. */
  private static boolean factor(double[][] m) {
    for (int p = 0; p < m.length; p++) {
      double whole = m[p][p];
      for (int q = 0; q <= p; q++) {
        double sum = m[p][q];
        for (int s = 0; s < q; s++) {
          sum -= m[p][s] * m[q][s];
        }
        if (p == q && !(sum > HELD * whole)) {
          return false;
        }
        m[p][q] = p == q ? Math.sqrt(sum) : sum / m[q][q];
      }
    }
    return true;
  }

  private static void solve(double[][] factor, double[] x) {
    for (int p = 0; p < x.length; p++) {
      for (int q = 0; q < p; q++) {
        x[p] -= factor[p][q] * x[q];
      }
      x[p] /= factor[p][p];
    }
    for (int p = x.length - 1; p >= 0; p--) {
      for (int q = p + 1; q < x.length; q++) {
        x[p] -= factor[q][p] * x[q];
      }
      x[p] /= factor[p][p];
    }
  }

  /** The landscape at the centres of all cells, NaN where it is not known. */
  double[] atCentres() {
    double[] smooth = new double[grid.cells()];
    for (int cell = 0; cell < smooth.length; cell++) {
      Fit fit = at(grid.centre(cell));
      smooth[cell] = fit == null ? Double.NaN : fit.value();
    }
    return smooth;
  }

  /**
   * The stationary point near a cell, by Newton's method.
   *
   * @param cell where to begin
   * @param saddle whether a saddle is wanted, else a minimum
   * @return the place in cells; null where none of that kind is within two cells
   */
  double[] stationary(int cell, boolean saddle) {
    double[] start = grid.centre(cell);
    double[] place = start.clone();
    for (int round = 0; round < 50; round++) {
      Fit fit = at(place);
      if (fit == null) {
        return null;
      }
      double[] h = fit.bend();
      double[] g = fit.slope();
      double determinant = h[0] * h[2] - h[1] * h[1];
      boolean wanted = saddle ? determinant < 0 : determinant > 0 && h[0] > 0;
      if (!wanted) {
        return null;
      }
      double x = (h[2] * g[0] - h[1] * g[1]) / determinant;
      double y = (h[0] * g[1] - h[1] * g[0]) / determinant;
      double size = Math.hypot(x, y);
      double cut = Math.min(1, 0.5 / size);
      place[0] -= cut * x;
      place[1] -= cut * y;
      if (Math.hypot(place[0] - start[0], place[1] - start[1]) > 2) {
        return null;
      }
      if (size < 1e-6) {
        return place;
      }
    }
    return null;
  }
}
