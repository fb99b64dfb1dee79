package org.chikei.landscape.flow;

import java.util.Arrays;
import org.chikei.landscape.grid.SymmetricMatrix;

/**
 * The equations Σ w ∇φ_i·M⁻¹∇V = b_i on the corners of cells of three coordinates, never written
 * down, solved by conjugate gradients scaled with the diagonal (M. R. Hestenes and E. Stiefel, J.
 * Res. NBS 49 (1952) 409). They may leave some V open, as long as b has no part there: such parts
 * of V stay zero.
 */
final class NormalEquations {
  private static final int MOST_ROUNDS = 5000;
  private static final int CORNERS = 8;
  private static final int ENTRIES = 6;

  /** A direction whose scaled equations bend less is one that they leave open, but for rounding. */
  private static final double FLAT = 1e-9;

  /** The corners of one cell after the other, in the order of {@link FlowRegion#corners}. */
  private final int[] corners;

  private final double[] weight;

  /**
   * What sums of four edges along each coordinate have to be multiplied by: aa, ab, ac … of one
   * cell after the other, or of all.
   */
  private final double[] factor;

  /** From the factors of a cell to those of the next; 0 where all have the same. */
  private final int stride;

  private final double[] scale;

  /**
   * Sets the equations up.
   *
   * @param region the cells
   * @param weightOfCell the weights of all cells
   * @param inverse the matrix M⁻¹
   */
  NormalEquations(FlowRegion region, double[] weightOfCell, CellMatrices inverse) {
    int[] cells = region.cells();
    corners = new int[CORNERS * cells.length];
    weight = new double[cells.length];
    stride = inverse.areSame() ? 0 : ENTRIES;
    factor = new double[inverse.areSame() ? ENTRIES : ENTRIES * cells.length];
    for (int k = 0; k < factor.length / ENTRIES; k++) {
      for (int a = 0; a < 3; a++) {
        for (int b = a; b < 3; b++) {
          int at = SymmetricMatrix.place(3, a, b);
          double entry = inverse.entry(at, cells[k]);
          factor[ENTRIES * k + at] = entry / (16 * region.width(a) * region.width(b));
        }
      }
    }
    double[] diagonal = new double[region.nodes()];
    double[] edge = new double[3];
    double[] own = new double[ENTRIES];
    for (int k = 0; k < cells.length; k++) {
      System.arraycopy(region.corners(cells[k]), 0, corners, CORNERS * k, CORNERS);
      weight[k] = weightOfCell[cells[k]];
      System.arraycopy(factor, stride * k, own, 0, ENTRIES);
      for (int c = 0; c < CORNERS; c++) {
        for (int a = 0; a < 3; a++) {
          edge[a] = Math.signum(region.slope(c, a));
        }
        diagonal[corners[CORNERS * k + c]] += weight[k] * SymmetricMatrix.square(own, edge);
      }
    }
    scale = new double[diagonal.length];
    for (int i = 0; i < scale.length; i++) {
      scale[i] = diagonal[i] > 0 ? 1 / diagonal[i] : 0;
    }
  }

  /** Σ w ∇φ_i·M⁻¹∇V for every corner. */
  private void apply(double[] v, double[] out) {
    Arrays.fill(out, 0);
    for (int k = 0, at = 0, f = 0; k < weight.length; k++, at += CORNERS, f += stride) {
      // corners by which ends of a, b and c they lie at: 000, 001, 010 …
      double low = v[corners[at + 1]] - v[corners[at]];
      double second = v[corners[at + 3]] - v[corners[at + 2]];
      double third = v[corners[at + 5]] - v[corners[at + 4]];
      double high = v[corners[at + 7]] - v[corners[at + 6]];
      double lower = v[corners[at]] + v[corners[at + 1]];
      double behind = v[corners[at + 2]] + v[corners[at + 3]];
      double above = v[corners[at + 4]] + v[corners[at + 5]];
      double upper = v[corners[at + 6]] + v[corners[at + 7]];
      double a = above + upper - lower - behind;
      double b = behind + upper - lower - above;
      double c = low + second + third + high;
      double w = weight[k];
      double x = w * (factor[f] * a + factor[f + 1] * b + factor[f + 2] * c);
      double y = w * (factor[f + 1] * a + factor[f + 3] * b + factor[f + 4] * c);
      double z = w * (factor[f + 2] * a + factor[f + 4] * b + factor[f + 5] * c);
      out[corners[at]] -= x + y + z;
      out[corners[at + 1]] -= x + y - z;
      out[corners[at + 2]] -= x - y + z;
      out[corners[at + 3]] -= x - y - z;
      out[corners[at + 4]] += x - y - z;
      out[corners[at + 5]] += x - y + z;
      out[corners[at + 6]] += x + y - z;
      out[corners[at + 7]] += x + y + z;
    }
  }

  /**
   * Solves.
   *
   * @param right b
   * @param tolerance the part of b that may be left, in the norm of the scaled equations
   */
  double[] solve(double[] right, double tolerance) {
    double[] x = new double[right.length];
    double[] rest = right.clone();
    double[] direction = new double[right.length];
    double[] image = new double[right.length];
    double first = norm(rest);
    double now = first;
    double before = 0;
    for (int round = 0; round < MOST_ROUNDS && now > tolerance * tolerance * first; round++) {
      double turn = before > 0 ? now / before : 0;
      for (int i = 0; i < x.length; i++) {
        direction[i] = scale[i] * rest[i] + turn * direction[i];
      }
      apply(direction, image);
      double bend = 0;
      double size = 0;
      for (int i = 0; i < x.length; i++) {
        bend += direction[i] * image[i];
        size += scale[i] > 0 ? direction[i] * direction[i] / scale[i] : 0;
      }
      if (!(bend > FLAT * size)) {
        break;
      }
      double step = now / bend;
      for (int i = 0; i < x.length; i++) {
        x[i] += step * direction[i];
        rest[i] -= step * image[i];
      }
      before = now;
      now = norm(rest);
    }
    return x;
  }

  private double norm(double[] rest) {
    double sum = 0;
    for (int i = 0; i < rest.length; i++) {
      sum += scale[i] * rest[i] * rest[i];
    }
    return sum;
  }
}
