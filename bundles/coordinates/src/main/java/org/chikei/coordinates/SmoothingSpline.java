package org.chikei.coordinates;

import java.util.Arrays;

/**
 * The smoothest curve q(t) that is as near to a series of points as it is told to be: of all
 * piecewise quintic polynomials with four continuous derivatives on cells of length 1, that with
 * the smallest
 *
 * <pre>
 *   Σ |q(tₖ) − qₖ|² + λ ∫ |q‴|² dt,
 * </pre>
 *
 * <p>λ being the largest for which the root mean square of |q(tₖ) − qₖ| does not exceed a tolerance
 * (C. H. Reinsch, Numer. Math. 10, 177 (1967)).
 */
final class SmoothingSpline {
  /** The degree of the polynomials. */
  static final int DEGREE = 5;

  private static final int ORDER = DEGREE + 1;
  private static final double[][] BASIS = basis();
  private static final double[][] ROUGHNESS = roughness();

  /** The smallest λ, in cells: enough to fix what no point does. */
  private static final double LEAST = 1e-9;

  /** The largest λ, with which a curve hardly differs from a parabola. */
  private static final double MOST = 1e8;

  private static final int FIRST_CELLS = 16;

  private final double[][] points;
  private final double[] places;
  private final int cells;
  private final double[][] solution;
  private final double[] band;
  private double deviation;

  private SmoothingSpline(double[][] points, double[] places, int cells) {
    this.points = points;
    this.places = places;
    this.cells = cells;
    this.solution = new double[cells + DEGREE][points[0].length];
    this.band = new double[(cells + DEGREE) * ORDER];
  }

  /**
   * Fits a curve to points, on as many cells as it takes.
   *
   * @param points the points qₖ, at least three
   * @param lengths the lengths of the steps from each to the next, to which t is proportional
   * @param tolerance the root mean square distance of the curve from the points
   */
  static SmoothingSpline through(double[][] points, double[] lengths, double tolerance) {
    int most = Math.max(FIRST_CELLS, 2 * points.length);
    int cells = FIRST_CELLS;
    SmoothingSpline spline = exact(points, places(lengths, cells), cells);
    while (spline.deviation > 0.5 * tolerance && 2 * cells <= most) {
      cells *= 2;
      spline = exact(points, places(lengths, cells), cells);
    }
    double low = Math.log(LEAST);
    double high = Math.log(MOST);
    for (int k = 0; k < 60; k++) {
      double middle = (low + high) / 2;
      spline.solve(Math.exp(middle));
      if (spline.deviation > tolerance) {
        high = middle;
      } else {
        low = middle;
      }
    }
    spline.solve(Math.exp(low));
    return spline;
  }

  private static SmoothingSpline exact(double[][] points, double[] places, int cells) {
    SmoothingSpline spline = new SmoothingSpline(points, places, cells);
    spline.solve(LEAST);
    return spline;
  }

  private static double[] places(double[] lengths, int cells) {
    double[] places = new double[lengths.length + 1];
    for (int k = 0; k < lengths.length; k++) {
      places[k + 1] = places[k] + lengths[k];
    }
    double factor = cells / places[lengths.length];
    for (int k = 1; k < places.length; k++) {
      places[k] *= factor;
    }
    return places;
  }

  /** The number of cells. */
  int cells() {
    return cells;
  }

  /** Where a point is. */
  double place(int k) {
    return places[k];
  }

  /** The root mean square distance of the curve from the points. */
  double deviation() {
    return deviation;
  }

  /** The number of components of q. */
  int components() {
    return points[0].length;
  }

  /**
   * One component of the curve in one cell.
   *
   * @param coefficients receives c₀ … c₅ of Σ cₙ uⁿ, u going from 0 to 1
   */
  void polynomial(int cell, int component, double[] coefficients, int at) {
    for (int n = 0; n < ORDER; n++) {
      double sum = 0;
      for (int b = 0; b < ORDER; b++) {
        sum += solution[cell + b][component] * BASIS[b][n];
      }
      coefficients[at + n] = sum;
    }
  }

  private void solve(double lambda) {
    Arrays.fill(band, 0);
    for (double[] row : solution) {
      Arrays.fill(row, 0);
    }
    double[] values = new double[ORDER];
    for (int k = 0; k < points.length; k++) {
      int cell = values(places[k], values);
      for (int a = 0; a < ORDER; a++) {
        for (int c = 0; c < points[k].length; c++) {
          solution[cell + a][c] += values[a] * points[k][c];
        }
        for (int b = 0; b <= a; b++) {
          band[(cell + a) * ORDER + a - b] += values[a] * values[b];
        }
      }
    }
    for (int cell = 0; cell < cells; cell++) {
      add(cell, lambda, ROUGHNESS);
    }
    factor();
    substitute();
    deviation = distance(values);
  }

  private void add(int cell, double factor, double[][] matrix) {
    for (int a = 0; a < ORDER; a++) {
      for (int b = 0; b <= a; b++) {
        band[(cell + a) * ORDER + a - b] += factor * matrix[a][b];
      }
    }
  }

  /** Cholesky's factor of the matrix, in place: entry (i, i − k) at {@code ORDER * i + k}. */
  private void factor() {
    int n = solution.length;
    for (int i = 0; i < n; i++) {
      for (int j = Math.max(0, i - DEGREE); j <= i; j++) {
        double sum = band[i * ORDER + i - j];
        for (int k = Math.max(0, i - DEGREE); k < j; k++) {
          sum -= band[i * ORDER + i - k] * band[j * ORDER + j - k];
        }
        band[i * ORDER + i - j] = i == j ? Math.sqrt(sum) : sum / band[j * ORDER];
      }
    }
  }

  private void substitute() {
    int n = solution.length;
    int components = solution[0].length;
    for (int i = 0; i < n; i++) {
      for (int k = 1; k <= Math.min(i, DEGREE); k++) {
        subtract(components, band[i * ORDER + k], solution[i - k], solution[i]);
      }
      divide(components, band[i * ORDER], solution[i]);
    }
    for (int i = n - 1; i >= 0; i--) {
      for (int k = 1; k <= Math.min(n - 1 - i, DEGREE); k++) {
        subtract(components, band[(i + k) * ORDER + k], solution[i + k], solution[i]);
      }
      divide(components, band[i * ORDER], solution[i]);
    }
  }

  private static void subtract(int size, double factor, double[] row, double[] from) {
    for (int c = 0; c < size; c++) {
      from[c] -= factor * row[c];
    }
  }

  private static void divide(int size, double divisor, double[] row) {
    for (int c = 0; c < size; c++) {
      row[c] /= divisor;
    }
  }

  private double distance(double[] values) {
    double sum = 0;
    for (int k = 0; k < points.length; k++) {
      int cell = values(places[k], values);
      for (int c = 0; c < points[k].length; c++) {
        double difference = -points[k][c];
        for (int b = 0; b < ORDER; b++) {
          difference += values[b] * solution[cell + b][c];
        }
        sum += difference * difference;
      }
    }
    return Math.sqrt(sum / points.length);
  }

  /** The cell of a place, and the values of its six basis functions there. */
  private int values(double place, double[] values) {
    int cell = Math.min((int) place, cells - 1);
    double u = place - cell;
    for (int b = 0; b < ORDER; b++) {
      double value = 0;
      for (int n = DEGREE; n >= 0; n--) {
        value = value * u + BASIS[b][n];
      }
      values[b] = value;
    }
    return cell;
  }

  /** The pieces of uniform B-splines in a cell, by de Boor's recursion on their polynomials. */
  private static double[][] basis() {
    double[][] pieces = new double[ORDER][ORDER];
    pieces[0][0] = 1;
    for (int p = 1; p <= DEGREE; p++) {
      double[][] next = new double[ORDER][ORDER];
      for (int j = 0; j <= p; j++) {
        for (int n = 0; n < p; n++) {
          double left = j > 0 ? pieces[j - 1][n] / p : 0;
          double right = j < p ? pieces[j][n] / p : 0;
          next[j][n] += (p - j) * left + (j + 1) * right;
          next[j][n + 1] += left - right;
        }
      }
      pieces = next;
    }
    return pieces;
  }

  /** The integrals over a cell of products of third derivatives of the basis functions. */
  private static double[][] roughness() {
    double[][] integrals = new double[ORDER][ORDER];
    for (int a = 0; a < ORDER; a++) {
      for (int b = 0; b < ORDER; b++) {
        for (int n = 3; n < ORDER; n++) {
          for (int m = 3; m < ORDER; m++) {
            double third = falling(n, 3) * falling(m, 3);
            integrals[a][b] += BASIS[a][n] * BASIS[b][m] * third / (n + m - 5);
          }
        }
      }
    }
    return integrals;
  }

  private static int falling(int n, int order) {
    int product = 1;
    for (int k = 0; k < order; k++) {
      product *= n - k;
    }
    return product;
  }
}
