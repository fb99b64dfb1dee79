package org.chikei.api.coordinate;

import java.util.Arrays;

/**
 * Evaluates a collective variable with its second-order terms, whether its own formula gives them
 * or not.
 *
 * <p>Where it does not, they are made from the gradient by central differences with one Richardson
 * step (error O(h⁴)): vᵀHv along the velocity of each frame, and ℓ = Σ_k cₖᵀHcₖ along the columns
 * cₖ of a Cholesky factor of the points' inverse masses, for x, y and z. That costs 4 (1 + 3 n)
 * gradients for n points. Where points share atoms, a variable's own Laplacian, which counts single
 * points alone, is replaced by the same sum, with its own exact uᵀHu. Not thread-safe.
 */
public final class SecondOrder {
  /**
   * How far a component of a point is moved, in nm. Where a coordinate changes over 0.1 nm, what
   * the differences leave out and what positions of some nm lose by rounding are both near 1e-10.
   */
  private static final double STEP = 5e-5;

  private final CollectiveVariable variable;
  private final PointBlock in;
  private final double[] moved;
  private final PointBlock shifted;
  private final DerivativeBlock probe;
  private final double[] direction;
  private final double[] cholesky;

  /**
   * Makes an evaluator for one variable on one block.
   *
   * @param variable the variable
   * @param in the block that will be filled and evaluated again and again
   */
  public SecondOrder(CollectiveVariable variable, PointBlock in) {
    this.variable = variable;
    this.in = in;
    int points = in.points();
    if (variable.order() >= 2 && !in.overlapping()) {
      moved = null;
      shifted = null;
      probe = null;
      direction = null;
      cholesky = null;
      return;
    }
    int stride = in.stride();
    moved = new double[3 * points * stride];
    int[] offsets = new int[points];
    double[] inverseMasses = new double[points * points];
    for (int p = 0; p < points; p++) {
      offsets[p] = 3 * p * stride;
      for (int q = 0; q < points; q++) {
        inverseMasses[p * points + q] = in.inverseMass(p, q);
      }
    }
    direction = new double[3 * points * stride];
    shifted = new PointBlock(stride, moved, direction, in.boxes(), offsets, inverseMasses);
    probe = new DerivativeBlock(stride, points, variable.order());
    cholesky = cholesky(inverseMasses, points);
  }

  /**
   * Evaluates the variable in every frame of the block.
   *
   * @param out what to fill
   */
  public void evaluate(DerivativeBlock out) {
    variable.evaluate(in, out);
    if (out.order() < 2 || moved == null) {
      return;
    }
    shifted.setSize(in.size());
    copy(in.positions(), moved);
    int points = in.points();
    int stride = in.stride();
    int size = in.size();
    if (variable.order() < 2 && in.velocities() != null) {
      copy(in.velocities(), direction);
      Arrays.fill(out.curvature(), 0, size, 0);
      along(out.curvature());
    }
    double[] laplacian = out.laplacian();
    Arrays.fill(laplacian, 0, size, 0);
    for (int k = 0; k < points; k++) {
      for (int d = 0; d < 3; d++) {
        Arrays.fill(direction, 0);
        for (int p = k; p < points; p++) {
          int from = (3 * p + d) * stride;
          Arrays.fill(direction, from, from + size, cholesky[p * points + k]);
        }
        along(laplacian);
      }
    }
  }

  /** Adds uᵀHu to a column, u the direction of each frame. */
  private void along(double[] column) {
    int size = in.size();
    if (variable.order() >= 2) {
      variable.evaluate(shifted, probe);
      for (int j = 0; j < size; j++) {
        column[j] += probe.curvature()[j];
      }
      return;
    }
    double[] scale = probe.scratch(0);
    double[] sum = probe.scratch(1);
    int columns = 3 * in.points();
    int stride = in.stride();
    for (int j = 0; j < size; j++) {
      double largest = 0;
      for (int k = 0; k < columns; k++) {
        largest = Math.max(largest, Math.abs(direction[k * stride + j]));
      }
      scale[j] = largest > 0 ? STEP / largest : Double.isNaN(largest) ? Double.NaN : 0;
    }
    Arrays.fill(sum, 0, size, 0);
    // f'(0) ≈ [8 (f(h) − f(−h)) − (f(2h) − f(−2h))] / 12 h with f = u·∇R
    accumulate(1, 8, scale, sum);
    accumulate(-1, -8, scale, sum);
    accumulate(2, -1, scale, sum);
    accumulate(-2, 1, scale, sum);
    for (int j = 0; j < size; j++) {
      if (scale[j] != 0) {
        column[j] += sum[j] / (12 * scale[j]);
      }
    }
  }

  private void accumulate(double steps, double factor, double[] scale, double[] sum) {
    int stride = in.stride();
    int size = in.size();
    move(steps, scale);
    variable.evaluate(shifted, probe);
    double[] gradient = probe.gradient();
    for (int k = 0; k < 3 * in.points(); k++) {
      for (int j = 0; j < size; j++) {
        sum[j] += factor * gradient[k * stride + j] * direction[k * stride + j];
      }
    }
  }

  /** Puts the points some steps along the direction of each frame. */
  private void move(double steps, double[] scale) {
    copy(in.positions(), moved);
    int stride = in.stride();
    for (int k = 0; k < 3 * in.points(); k++) {
      for (int j = 0; j < in.size(); j++) {
        moved[k * stride + j] += steps * scale[j] * direction[k * stride + j];
      }
    }
  }

  /** Copies the columns of the points from where the block has them to where they are moved. */
  private void copy(double[] columns, double[] target) {
    int stride = in.stride();
    for (int p = 0; p < in.points(); p++) {
      for (int d = 0; d < 3; d++) {
        int source = in.offset(p) + d * stride;
        System.arraycopy(columns, source, target, (3 * p + d) * stride, in.size());
      }
    }
  }

  /**
   * A lower triangular factor of a positive semi-definite matrix; a vanishing pivot gives a zero
   * column.
   */
  private static double[] cholesky(double[] matrix, int n) {
    double[] factor = new double[n * n];
    for (int k = 0; k < n; k++) {
      double pivot = matrix[k * n + k];
      for (int j = 0; j < k; j++) {
        pivot -= factor[k * n + j] * factor[k * n + j];
      }
      if (pivot <= 1e-14 * matrix[k * n + k]) {
        continue;
      }
      double root = Math.sqrt(pivot);
      factor[k * n + k] = root;
      for (int i = k + 1; i < n; i++) {
        double sum = matrix[i * n + k];
        for (int j = 0; j < k; j++) {
          sum -= factor[i * n + j] * factor[k * n + j];
        }
        factor[i * n + k] = sum / root;
      }
    }
    return factor;
  }
}
