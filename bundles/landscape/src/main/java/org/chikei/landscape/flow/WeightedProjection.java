package org.chikei.landscape.flow;

import java.util.Arrays;
import org.chikei.landscape.grid.SymmetricMatrix;

/**
 * Parts a vector field on a region into a gradient and a flow: the potential V that makes Σ w (q +
 * M⁻¹∇V)ᵀ M (q + M⁻¹∇V) least, (14) and (15) of S. Kawai, Ensemble 16(1), 2014. M⁻¹ may be another
 * one in every cell.
 *
 * <p>V lives on the corners of the cells, fields at their centres, where ∇V is the difference of
 * opposite edges: exact for quadratic V. The rest v = q + M⁻¹∇V has Σ J·∇φ = 0 for every φ on the
 * corners, the discrete ∇·(w v) = 0 without a flux through the edge of the region. A pattern of
 * alternating corners has no gradient and does not show at the centres.
 *
 * <p>With J = w v alone the sums around a corner are Σ_a ∂_a (1 + L − h_a²∂_a²/12) J_a up to fourth
 * order in the widths h_a, L = Σ_b h_b²∂_b²/8. The term with L is zero where ∇·J is, the next is
 * not, and would make a flow without divergence seem to have some in wide cells; so J_a = w v_a +
 * h_a²∂_a²(w v_a)/12. The equations are then no longer those of a least square, and are solved by
 * correcting the answer of these, round by round, by the divergence that is left.
 */
final class WeightedProjection {
  private static final double LARGEST = 6e7;

  /** What may be left of the divergence, in all and of what each round corrects. */
  private static final double LEFT = 1e-10;

  private static final double LEFT_OF_ROUND = 1e-2;
  private static final int MOST_ROUNDS = 60;

  /** An answer to noise need not be known as well. */
  private static final int ROUNDS_OF_ANSWER = 3;

  private final FlowRegion region;
  private final double[] weight;
  private final CellMatrices inverse;

  /** The equations of two coordinates, factored; null in space. */
  private final SkylineMatrix matrix;

  /** The equations of three coordinates; null in the plane. */
  private final NormalEquations equations;

  /**
   * Sets the system up.
   *
   * @param region the cells
   * @param weight their weights
   * @param inverse M⁻¹
   * @throws IllegalArgumentException if the region has too many cells
   */
  WeightedProjection(FlowRegion region, double[] weight, CellMatrices inverse) {
    this.region = region;
    this.weight = weight;
    this.inverse = inverse;
    boolean plane = region.dimensions() == 2;
    matrix = plane ? factored() : null;
    equations = plane ? null : new NormalEquations(region, weight, inverse);
  }

  private SkylineMatrix factored() {
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
    SkylineMatrix skyline = new SkylineMatrix(first);
    for (int cell : region.cells()) {
      addCell(skyline, cell);
    }
    skyline.factor();
    return skyline;
  }

  private void addCell(SkylineMatrix skyline, int cell) {
    int[] corners = region.corners(cell);
    for (int c = 0; c < corners.length; c++) {
      for (int d = 0; d < corners.length; d++) {
        if (corners[d] <= corners[c]) {
          double value = 0;
          for (int a = 0; a < region.dimensions(); a++) {
            for (int b = 0; b < region.dimensions(); b++) {
              double m = inverse.entry(SymmetricMatrix.place(region.dimensions(), a, b), cell);
              value += region.slope(c, a) * m * region.slope(d, b);
            }
          }
          skyline.add(corners[c], corners[d], weight[cell] * value);
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
    // each round leaves at most a third of what the bends of the flux are
    double begun = 0;
    for (int round = 0; round < MOST_ROUNDS; round++) {
      double[] right = divergence(weight, rest(q, v, inverse), 0);
      double size = size(right);
      begun = round == 0 ? size : begun;
      if (!(size > LEFT * begun)) {
        break;
      }
      double[] step = solve(right, LEFT_OF_ROUND);
      for (int i = 0; i < v.length; i++) {
        v[i] -= step[i];
      }
    }
    return v;
  }

  /** How V on the corners answers to small changes of the weighted divergence of its rest. */
  double[] response(double[] divergence) {
    double[] v = new double[divergence.length];
    double[][] none = new double[region.dimensions()][region.all()];
    for (int round = 0; round < ROUNDS_OF_ANSWER; round++) {
      double[] right = divergence.clone();
      if (round > 0) {
        double[] own = divergence(weight, rest(none, v, inverse), 0);
        for (int i = 0; i < right.length; i++) {
          right[i] += own[i];
        }
      }
      double[] step = solve(right, LEFT_OF_ROUND);
      for (int i = 0; i < step.length; i++) {
        v[i] -= step[i];
      }
    }
    return v;
  }

  private double[] solve(double[] right, double tolerance) {
    return matrix != null ? matrix.solve(right) : equations.solve(right, tolerance);
  }

  /** q + M⁻¹∇V by cell, NaN outside the region. */
  double[][] rest(double[][] q, double[] v, CellMatrices massInverse) {
    int dimensions = region.dimensions();
    double[][] rest = new double[dimensions][region.all()];
    for (double[] column : rest) {
      Arrays.fill(column, Double.NaN);
    }
    double[] gradient = new double[dimensions];
    for (int cell : region.cells()) {
      region.gradient(region.corners(cell), v, gradient);
      for (int a = 0; a < dimensions; a++) {
        rest[a][cell] = q[a][cell] + massInverse.row(cell, a, gradient);
      }
    }
    return rest;
  }

  /**
   * Σ J·∇φ for the φ of each corner, J the flux of w v.
   *
   * @param w the weights
   * @param v the field
   * @param norm 0 for the sum itself, 1 for the sum of the sizes of its terms
   */
  double[] divergence(double[] w, double[][] v, int norm) {
    double[] out = new double[region.nodes()];
    double[] flux = new double[region.dimensions()];
    double[][] whole = new double[flux.length][w.length];
    for (int cell : region.cells()) {
      for (int a = 0; a < flux.length; a++) {
        whole[a][cell] = w[cell] * v[a][cell];
      }
    }
    for (int cell : region.cells()) {
      int[] corners = region.corners(cell);
      for (int a = 0; a < flux.length; a++) {
        double h = region.width(a);
        flux[a] = whole[a][cell] + h * h / 12 * region.bend(whole[a], cell, a);
      }
      if (norm == 0) {
        region.addDivergence(corners, flux, out);
        continue;
      }
      for (int c = 0; c < corners.length; c++) {
        for (int a = 0; a < flux.length; a++) {
          out[corners[c]] += Math.abs(region.slope(c, a) * flux[a]);
        }
      }
    }
    return out;
  }

  private static double size(double[] x) {
    double sum = 0;
    for (double each : x) {
      sum += each * each;
    }
    return Math.sqrt(sum);
  }

  /** V at the centres of the cells, NaN outside the region; each piece has its own zero. */
  double[] atCentres(double[] v) {
    double[] mean = new double[region.all()];
    Arrays.fill(mean, Double.NaN);
    for (int cell : region.cells()) {
      int[] corners = region.corners(cell);
      double sum = 0;
      for (int corner : corners) {
        sum += v[corner];
      }
      mean[cell] = sum / corners.length;
    }
    double[] out = mean.clone();
    for (int cell : region.cells()) {
      for (int a = 0; a < region.dimensions(); a++) {
        double h = region.width(a);
        out[cell] -= h * h / 8 * region.bend(mean, cell, a);
      }
    }
    return out;
  }

  /** Σ w qᵀMq over the region. */
  static double size(FlowRegion region, double[] w, double[][] q, double[] mass) {
    double sum = 0;
    double[] own = new double[q.length];
    for (int cell : region.cells()) {
      for (int a = 0; a < own.length; a++) {
        own[a] = q[a][cell];
      }
      sum += w[cell] * SymmetricMatrix.square(mass, own);
    }
    return sum;
  }
}
