package org.chikei.landscape;

import java.util.Arrays;

/**
 * Parts a vector field on a region into a gradient and a flow: the potential V that makes Σ w (q +
 * M⁻¹∇V)ᵀ M (q + M⁻¹∇V) least, (14) and (15) of S. Kawai, Ensemble 16(1), 2014.
 *
 * <p>V lives on the corners of the cells, fields at their centres, where ∇V is the difference of
 * opposite edges: exact for quadratic V. The rest v = q + M⁻¹∇V has Σ w vᵀ∇φ = 0 for every φ on the
 * corners, the discrete ∇·(w v) = 0 without a flux through the edge of the region. A pattern of
 * alternating corners has no gradient and does not show at the centres.
 */
final class WeightedProjection {
  private static final double LARGEST = 6e7;

  private final FlowRegion region;
  private final double[] weight;
  private final double[] inverse;
  private final SkylineMatrix matrix;

  /**
   * Sets the system up.
   *
   * @param region the cells
   * @param weight their weights
   * @param mass the matrix M: aa, ab, bb
   * @throws IllegalArgumentException if the region has too many cells
   */
  WeightedProjection(FlowRegion region, double[] weight, double[] mass) {
    this.region = region;
    this.weight = weight;
    this.inverse = inverse(mass);
    int[] first = new int[region.nodes()];
    Arrays.setAll(first, i -> i);
    for (int cell : region.cells()) {
      int[] corners = region.corners(cell);
      int lowest = Arrays.stream(corners).min().orElseThrow();
      for (int corner : corners) {
        first[corner] = Math.min(first[corner], lowest);
      }
    }
    double size = 0;
    for (int i = 0; i < first.length; i++) {
      size += i - first[i] + 1;
    }
    if (size > LARGEST) {
      throw new IllegalArgumentException(
          region.cells().length + " cells are too many to solve for Vm; use fewer bins");
    }
    matrix = new SkylineMatrix(first);
    for (int cell : region.cells()) {
      addCell(cell);
    }
    matrix.factor();
  }

  /** The inverse of a symmetric matrix aa, ab, bb. */
  static double[] inverse(double[] m) {
    double determinant = m[0] * m[2] - m[1] * m[1];
    return new double[] {m[2] / determinant, -m[1] / determinant, m[0] / determinant};
  }

  /** The derivative along a or b that a corner adds to the gradient at the centre. */
  private double slope(int corner, int a) {
    boolean high = a == 0 ? corner >= 2 : corner % 2 == 1;
    return (high ? 0.5 : -0.5) / region.width(a);
  }

  private void addCell(int cell) {
    int[] corners = region.corners(cell);
    for (int c = 0; c < 4; c++) {
      for (int d = 0; d < 4; d++) {
        if (corners[d] <= corners[c]) {
          double value =
              slope(c, 0) * (inverse[0] * slope(d, 0) + inverse[1] * slope(d, 1))
                  + slope(c, 1) * (inverse[1] * slope(d, 0) + inverse[2] * slope(d, 1));
          matrix.add(corners[c], corners[d], weight[cell] * value);
        }
      }
    }
  }

  /**
   * The V of a field.
   *
   * @param q the field, by cell
   * @return V on the corners
   */
  double[] potential(double[][] q) {
    double[] v = new double[region.nodes()];
    for (int round = 0; round < 2; round++) {
      double[] right = divergence(weight, rest(q, v, inverse), 0);
      double[] step = matrix.solve(right);
      for (int i = 0; i < v.length; i++) {
        v[i] -= step[i];
      }
    }
    return v;
  }

  /** How V on the corners answers to small changes of the weighted divergence of its rest. */
  double[] response(double[] divergence) {
    double[] step = matrix.solve(divergence);
    for (int i = 0; i < step.length; i++) {
      step[i] = -step[i];
    }
    return step;
  }

  /** q + M⁻¹∇V by cell, NaN outside the region. */
  double[][] rest(double[][] q, double[] v, double[] massInverse) {
    double[][] rest = new double[2][region.all()];
    for (double[] column : rest) {
      Arrays.fill(column, Double.NaN);
    }
    for (int cell : region.cells()) {
      int[] corners = region.corners(cell);
      double x = 0;
      double y = 0;
      for (int c = 0; c < 4; c++) {
        x += slope(c, 0) * v[corners[c]];
        y += slope(c, 1) * v[corners[c]];
      }
      rest[0][cell] = q[0][cell] + massInverse[0] * x + massInverse[1] * y;
      rest[1][cell] = q[1][cell] + massInverse[1] * x + massInverse[2] * y;
    }
    return rest;
  }

  /**
   * Σ w v·∇φ for the φ of each corner.
   *
   * @param w the weights
   * @param v the field
   * @param norm 0 for the sum itself, 1 for the sum of the sizes of its terms
   */
  double[] divergence(double[] w, double[][] v, int norm) {
    double[] out = new double[region.nodes()];
    for (int cell : region.cells()) {
      int[] corners = region.corners(cell);
      for (int c = 0; c < 4; c++) {
        double x = w[cell] * slope(c, 0) * v[0][cell];
        double y = w[cell] * slope(c, 1) * v[1][cell];
        out[corners[c]] += norm == 0 ? x + y : Math.abs(x) + Math.abs(y);
      }
    }
    return out;
  }

  /** V at the centres of the cells, NaN outside the region; each piece has its own zero. */
  double[] atCentres(double[] v) {
    double[] mean = new double[region.all()];
    Arrays.fill(mean, Double.NaN);
    for (int cell : region.cells()) {
      double sum = 0;
      for (int corner : region.corners(cell)) {
        sum += v[corner];
      }
      mean[cell] = sum / 4;
    }
    double[] out = mean.clone();
    for (int cell : region.cells()) {
      for (int a = 0; a < 2; a++) {
        double h = region.width(a);
        out[cell] -= h * h / 8 * region.bend(mean, cell, a);
      }
    }
    return out;
  }

  /** Σ w qᵀMq over the region. */
  static double size(FlowRegion region, double[] w, double[][] q, double[] mass) {
    double sum = 0;
    for (int cell : region.cells()) {
      double x = q[0][cell];
      double y = q[1][cell];
      sum += w[cell] * (mass[0] * x * x + 2 * mass[1] * x * y + mass[2] * y * y);
    }
    return sum;
  }
}
