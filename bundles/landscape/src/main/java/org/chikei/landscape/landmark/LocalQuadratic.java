package org.chikei.landscape.landmark;

import java.util.Arrays;
import org.chikei.landscape.grid.SymmetricMatrix;

/**
 * Quadratics of one to three coordinates fitted to the cells around places, one place after another
 * in the same arrays. The sums of products of distances that the normal equations are made of are
 * added up coordinate by coordinate, which takes a fifth of the time of adding them cell by cell.
 */
final class LocalQuadratic {
  private static final int REACH = 3;
  private static final int SIDE = 2 * REACH + 1;

  /** Coordinates that a grid has not are there with one bin, before the others. */
  private static final int AXES = 3;

  /** Powers of the distance along a coordinate: up to four, of values up to two. */
  private static final int POWERS = 5;

  private static final int VALUE_POWERS = 3;

  /** A pivot below this part of its diagonal says that the cells do not hold the fit. */
  private static final double HELD = 1e-3;

  private final CellGrid grid;
  private final double[] values;
  private final double[] trust;

  /** The powers of the three distances in each term: 1, the distances, their products. */
  private final int[][] powers;

  /** 1/2 of squares, else 1. */
  private final double[] factors;

  /** How many terms a quadratic, a plane and a constant have. */
  private final int[] orders;

  private final int[] sides = new int[AXES];
  private final int[][] parts = new int[AXES][SIDE];
  private final double[][] distances = new double[AXES][SIDE];
  private final double[][] nearness = new double[AXES][SIDE];

  private final double[] ofRow = new double[POWERS + VALUE_POWERS];
  private final double[][] ofPlane = new double[POWERS][POWERS];
  private final double[][] valuesOfPlane = new double[VALUE_POWERS][VALUE_POWERS];
  private final double[][][] whole = new double[POWERS][POWERS][POWERS];
  private final double[][][] wholeValues = new double[VALUE_POWERS][VALUE_POWERS][VALUE_POWERS];

  private final double[][] matrix;
  private final double[] found;
  private int own;
  private int order;

  /**
   * Prepares.
   *
   * @param grid the grid
   * @param values what is fitted, by cell
   * @param trust how much each cell counts
   */
  LocalQuadratic(CellGrid grid, double[] values, double[] trust) {
    this.grid = grid;
    this.values = values;
    this.trust = trust;
    int dimensions = grid.dimensions();
    int terms = 1 + dimensions + SymmetricMatrix.size(dimensions);
    orders = new int[] {terms, 1 + dimensions, 1};
    powers = new int[terms][AXES];
    factors = new double[terms];
    Arrays.fill(factors, 1);
    int term = 1;
    for (int a = 0; a < dimensions; a++) {
      powers[term++][axis(a)] = 1;
    }
    for (int a = 0; a < dimensions; a++) {
      for (int b = a; b < dimensions; b++) {
        factors[term] = a == b ? 0.5 : 1;
        powers[term][axis(a)]++;
        powers[term++][axis(b)]++;
      }
    }
    matrix = new double[terms][terms];
    found = new double[terms];
    for (int axis = 0; axis < axis(0); axis++) {
      sides[axis] = 1;
      nearness[axis][0] = 1;
    }
  }

  private int axis(int a) {
    return AXES - grid.dimensions() + a;
  }

  /**
   * Fits around a place.
   *
   * @param place where, in cells
   * @return whether anything is known there
   */
  boolean fit(double[] place) {
    own = grid.cellAt(place);
    if (own < 0 || grid.piece()[own] < 0) {
      return false;
    }
    for (int a = 0; a < place.length; a++) {
      lookAlong(a, place[a]);
    }
    addUp();
    for (int candidate : orders) {
      order = candidate;
      if (isHeld()) {
        for (int p = 0; p < order; p++) {
          int[] e = powers[p];
          found[p] = factors[p] * wholeValues[e[0]][e[1]][e[2]];
        }
        solve(found);
        return true;
      }
    }
    order = 0;
    return true;
  }

  /** The bins along a coordinate, their distances, and what they count by them. */
  private void lookAlong(int a, double place) {
    int axis = axis(a);
    int middle = (int) Math.rint(place);
    int side = 0;
    for (int bin = middle - REACH; bin <= middle + REACH; bin++) {
      int part = grid.part(a, bin);
      if (part >= 0) {
        double distance = bin - place;
        parts[axis][side] = part;
        distances[axis][side] = distance;
        nearness[axis][side++] = Math.exp(-distance * distance / 2);
      }
    }
    sides[axis] = side;
  }

  private void addUp() {
    for (double[][] plane : whole) {
      clear(plane);
    }
    for (double[][] plane : wholeValues) {
      clear(plane);
    }
    for (int i = 0; i < sides[0]; i++) {
      clear(ofPlane);
      clear(valuesOfPlane);
      for (int j = 0; j < sides[1]; j++) {
        if (addRow(parts[0][i] + parts[1][j], nearness[0][i] * nearness[1][j])) {
          addRowToPlane(distances[1][j]);
        }
      }
      addPlaneToWhole(distances[0][i]);
    }
  }

  private static void clear(double[][] sums) {
    for (double[] row : sums) {
      Arrays.fill(row, 0);
    }
  }

  /** Adds up a row of cells along the last coordinate; says whether there was any. */
  private boolean addRow(int from, double near) {
    int[] piece = grid.piece();
    int[] last = parts[2];
    boolean any = false;
    double s0 = 0;
    double s1 = 0;
    double s2 = 0;
    double s3 = 0;
    double s4 = 0;
    double t0 = 0;
    double t1 = 0;
    double t2 = 0;
    for (int k = 0; k < sides[2]; k++) {
      int cell = from + last[k];
      if (piece[cell] == piece[own]) {
        double weight = near * nearness[2][k] * trust[cell];
        double x = distances[2][k];
        double value = values[cell] * weight;
        double first = weight * x;
        double second = first * x;
        double third = second * x;
        s0 += weight;
        s1 += first;
        s2 += second;
        s3 += third;
        s4 += third * x;
        t0 += value;
        t1 += value * x;
        t2 += value * x * x;
        any = true;
      }
    }
    ofRow[0] = s0;
    ofRow[1] = s1;
    ofRow[2] = s2;
    ofRow[3] = s3;
    ofRow[4] = s4;
    ofRow[POWERS] = t0;
    ofRow[POWERS + 1] = t1;
    ofRow[POWERS + 2] = t2;
    return any;
  }

  private void addRowToPlane(double distance) {
    double power = 1;
    for (int b = 0; b < POWERS; b++) {
      for (int c = 0; b + c < POWERS; c++) {
        ofPlane[b][c] += power * ofRow[c];
      }
      for (int c = 0; b + c < VALUE_POWERS; c++) {
        valuesOfPlane[b][c] += power * ofRow[POWERS + c];
      }
      power *= distance;
    }
  }

  private void addPlaneToWhole(double distance) {
    double power = 1;
    for (int a = 0; a < POWERS; a++) {
      for (int b = 0; a + b < POWERS; b++) {
        for (int c = 0; a + b + c < POWERS; c++) {
          whole[a][b][c] += power * ofPlane[b][c];
        }
        for (int c = 0; a + b + c < VALUE_POWERS; c++) {
          wholeValues[a][b][c] += power * valuesOfPlane[b][c];
        }
      }
      power *= distance;
    }
  }

  /** Makes Cholesky's factor of the normal equations; false where they are not well held. */
  private boolean isHeld() {
    for (int p = 0; p < order; p++) {
      double diagonal = 0;
      for (int q = 0; q <= p; q++) {
        int[] e = powers[p];
        int[] f = powers[q];
        double sum = factors[p] * factors[q] * whole[e[0] + f[0]][e[1] + f[1]][e[2] + f[2]];
        diagonal = sum;
        for (int s = 0; s < q; s++) {
          sum -= matrix[p][s] * matrix[q][s];
        }
        if (p == q && !(sum > HELD * diagonal)) {
          return false;
        }
        matrix[p][q] = p == q ? Math.sqrt(sum) : sum / matrix[q][q];
      }
    }
    return true;
  }

  private void solve(double[] x) {
    for (int p = 0; p < order; p++) {
      for (int q = 0; q < p; q++) {
        x[p] -= matrix[p][q] * x[q];
      }
      x[p] /= matrix[p][p];
    }
    for (int p = order - 1; p >= 0; p--) {
      for (int q = p + 1; q < order; q++) {
        x[p] -= matrix[q][p] * x[q];
      }
      x[p] /= matrix[p][p];
    }
  }

  /** The landscape at the place fitted last. */
  double value() {
    return order == 0 ? values[own] : found[0];
  }

  /** What was fitted last. */
  FittedSurface.Local local() {
    double[] all = Arrays.copyOf(Arrays.copyOf(found, order), found.length);
    int linear = 1 + grid.dimensions();
    return new FittedSurface.Local(
        value(), Arrays.copyOfRange(all, 1, linear), Arrays.copyOfRange(all, linear, all.length));
  }

  /** The cells that the last fit was to. */
  int[] cells() {
    if (order == 0) {
      return new int[] {own};
    }
    int[] cells = new int[sides[0] * sides[1] * sides[2]];
    int count = 0;
    for (int n = 0; n < cells.length; n++) {
      int cell = cell(n);
      if (grid.piece()[cell] == grid.piece()[own]) {
        cells[count++] = cell;
      }
    }
    return Arrays.copyOf(cells, count);
  }

  /** What each of these cells adds to the value. */
  double[] shares() {
    if (order == 0) {
      return new double[] {1};
    }
    double[] first = new double[order];
    first[0] = 1;
    solve(first);
    double[] shares = new double[sides[0] * sides[1] * sides[2]];
    int count = 0;
    for (int n = 0; n < shares.length; n++) {
      int cell = cell(n);
      if (grid.piece()[cell] == grid.piece()[own]) {
        int[] at = {n / sides[2] / sides[1], n / sides[2] % sides[1], n % sides[2]};
        double share = 0;
        for (int p = 0; p < order; p++) {
          double term = factors[p];
          for (int axis = 0; axis < AXES; axis++) {
            for (int e = 0; e < powers[p][axis]; e++) {
              term *= distances[axis][at[axis]];
            }
          }
          share += term * first[p];
        }
        double weight = nearness[0][at[0]] * nearness[1][at[1]] * nearness[2][at[2]];
        shares[count++] = share * weight * trust[cell];
      }
    }
    return Arrays.copyOf(shares, count);
  }

  private int cell(int n) {
    return parts[0][n / sides[2] / sides[1]]
        + parts[1][n / sides[2] % sides[1]]
        + parts[2][n % sides[2]];
  }
}
