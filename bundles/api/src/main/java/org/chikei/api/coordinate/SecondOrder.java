package org.chikei.api.coordinate;

import java.util.Arrays;
import java.util.List;

/**
 * Evaluates a collective variable with its second-order terms, whether its own formula gives them
 * or not.
 *
 * <p>Where it does not, they are made from the gradient by central differences with one Richardson
 * step (error O(h⁴)): vᵀHv along the velocity of each frame, and ℓ = Σ_k cₖᵀHcₖ along the columns
 * cₖ of a factor of the points' inverse masses, for x, y and z. That costs 4 (1 + 3 n) gradients
 * for n points. Where points share atoms, the Laplacian of a variable that {@linkplain
 * CollectiveVariable#countsSharedAtoms counts single points alone} is replaced by the same sum,
 * with its own exact uᵀHu. Not thread-safe.
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
  private final int[] allPoints;
  private final List<InverseMasses.Column> factor;

  /**
   * Makes an evaluator for one variable on one block.
   *
   * @param variable the variable
   * @param in the block that will be filled and evaluated again and again
   */
  public SecondOrder(CollectiveVariable variable, PointBlock in) {
    this.variable = variable;
    this.in = in;
    if (isComplete(variable, in.inverseMasses())) {
      moved = null;
      shifted = null;
      probe = null;
      direction = null;
      allPoints = null;
      factor = null;
      return;
    }
    int points = in.points();
    int stride = in.stride();
    moved = new double[3 * points * stride];
    int[] offsets = new int[points];
    for (int p = 0; p < points; p++) {
      offsets[p] = 3 * p * stride;
    }
    direction = new double[3 * points * stride];
    shifted = new PointBlock(stride, moved, direction, in.boxes(), offsets, in.inverseMasses());
    probe = new DerivativeBlock(stride, points, variable.order());
    factor = in.inverseMasses().factor();
    allPoints = new int[points];
    Arrays.setAll(allPoints, p -> p);
  }

  /**
   * Whether a variable gives all second-order terms of some points itself, so that nothing has to
   * be made from its derivatives.
   *
   * @param variable the variable
   * @param inverseMasses the inverse masses of its points
   * @return true if so
   */
  public static boolean isComplete(CollectiveVariable variable, InverseMasses inverseMasses) {
    return variable.order() >= 2 && (!inverseMasses.overlapping() || variable.countsSharedAtoms());
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
    int stride = in.stride();
    int size = in.size();
    if (variable.order() < 2 && in.velocities() != null) {
      copy(in.velocities(), direction);
      Arrays.fill(out.curvature(), 0, size, 0);
      along(allPoints, out.curvature());
    }
    double[] laplacian = out.laplacian();
    Arrays.fill(laplacian, 0, size, 0);
    Arrays.fill(direction, 0);
    for (InverseMasses.Column column : factor) {
      for (int d = 0; d < 3; d++) {
        for (int k = 0; k < column.points().length; k++) {
          int from = (3 * column.points()[k] + d) * stride;
          Arrays.fill(direction, from, from + size, column.entries()[k]);
        }
        along(column.points(), laplacian);
        for (int p : column.points()) {
          int from = (3 * p + d) * stride;
          Arrays.fill(direction, from, from + size, 0);
        }
      }
    }
  }

  /** Adds uᵀHu to a column, u the direction of each frame, which moves some points. */
  private void along(int[] movers, double[] column) {
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
    for (int j = 0; j < size; j++) {
      double largest = largest(movers, j);
      scale[j] = largest > 0 ? STEP / largest : Double.isNaN(largest) ? Double.NaN : 0;
    }
    Arrays.fill(sum, 0, size, 0);
    // f'(0) ≈ [8 (f(h) − f(−h)) − (f(2h) − f(−2h))] / 12 h with f = u·∇R
    accumulate(movers, 1, 8, scale, sum);
    accumulate(movers, -1, -8, scale, sum);
    accumulate(movers, 2, -1, scale, sum);
    accumulate(movers, -2, 1, scale, sum);
    move(movers, 0, scale);
    for (int j = 0; j < size; j++) {
      if (scale[j] != 0) {
        column[j] += sum[j] / (12 * scale[j]);
      }
    }
  }

  private double largest(int[] movers, int frame) {
    double largest = 0;
    for (int p : movers) {
      for (int k = 3 * p; k < 3 * p + 3; k++) {
        largest = Math.max(largest, Math.abs(direction[k * in.stride() + frame]));
      }
    }
    return largest;
  }

  private void accumulate(int[] movers, double steps, double factor, double[] scale, double[] sum) {
    int stride = in.stride();
    int size = in.size();
    move(movers, steps, scale);
    variable.evaluate(shifted, probe);
    double[] gradient = probe.gradient();
    for (int p : movers) {
      for (int k = 3 * p; k < 3 * p + 3; k++) {
        for (int j = 0; j < size; j++) {
          sum[j] += factor * gradient[k * stride + j] * direction[k * stride + j];
        }
      }
    }
  }

  /** Puts some points some steps along the direction of each frame from where they are. */
  private void move(int[] movers, double steps, double[] scale) {
    int stride = in.stride();
    for (int p : movers) {
      for (int d = 0; d < 3; d++) {
        int at = (3 * p + d) * stride;
        int source = in.offset(p) + d * stride;
        for (int j = 0; j < in.size(); j++) {
          double step = steps == 0 ? 0 : steps * scale[j] * direction[at + j];
          moved[at + j] = in.positions()[source + j] + step;
        }
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
}
