package org.chikei.api.coordinate;

import java.util.ArrayList;
import java.util.List;

/**
 * What a collective variable gives for a block of frames: columns of values, gradients and
 * second-order terms, and scratch space to make them in. Made once and filled again and again; not
 * thread-safe.
 */
public final class DerivativeBlock {
  private final int stride;
  private final int points;
  private final int order;
  private final double[] value;
  private final double[] gradient;
  private final double[] curvature;
  private final double[] laplacian;
  private final List<double[]> scratch = new ArrayList<>();
  private DerivativeBlock inner;

  /**
   * Makes an empty block.
   *
   * @param stride how many frames it can hold
   * @param points the number of points of the variable
   * @param order what is wanted: 0 for values, 1 for gradients too, 2 for second-order terms too
   */
  public DerivativeBlock(int stride, int points, int order) {
    this.stride = stride;
    this.points = points;
    this.order = order;
    this.value = new double[stride];
    this.gradient = order >= 1 ? new double[Math.multiplyExact(3 * points, stride)] : null;
    this.curvature = order >= 2 ? new double[stride] : null;
    this.laplacian = order >= 2 ? new double[stride] : null;
  }

  /**
   * How many frames it can hold, which is also the distance between columns.
   *
   * @return the capacity
   */
  public int stride() {
    return stride;
  }

  /**
   * The number of points.
   *
   * @return the number
   */
  public int points() {
    return points;
  }

  /**
   * What is wanted: 0 for values, 1 for gradients too, 2 for second-order terms too.
   *
   * @return the order
   */
  public int order() {
    return order;
  }

  /**
   * The values R.
   *
   * @return one column in the coordinate's unit
   */
  public double[] value() {
    return value;
  }

  /**
   * The gradients: ∂R/∂x_d of point p in frame j at {@code (3 p + d) * stride + j}.
   *
   * @return columns in the coordinate's unit a nm; null where {@link #order} is 0
   */
  public double[] gradient() {
    return gradient;
  }

  /**
   * Sets the gradient with respect to one point in one frame.
   *
   * @param point which point, from 0
   * @param frame which frame, from 0
   * @param x ∂R/∂x in the coordinate's unit a nm
   * @param y ∂R/∂y
   * @param z ∂R/∂z
   */
  public void setGradient(int point, int frame, double x, double y, double z) {
    int at = 3 * point * stride + frame;
    gradient[at] = x;
    gradient[at + stride] = y;
    gradient[at + 2 * stride] = z;
  }

  /**
   * The second-order term of the acceleration, vᵀHv with H the Hessian of R (12).
   *
   * @return one column in the coordinate's unit a ps²; null where {@link #order} is below 2
   */
  public double[] curvature() {
    return curvature;
  }

  /**
   * The mass-weighted Laplacian ℓ = Σᵢ (1/mᵢ) ∇ᵢ²R over atoms, which over points is Σ_pq W_pq tr
   * H_pq with W the {@linkplain PointBlock#inverseMass(int, int) inverse masses} of the points.
   *
   * @return one column in the coordinate's unit a nm² amu; null where {@link #order} is below 2
   */
  public double[] laplacian() {
    return laplacian;
  }

  /**
   * Scratch space: a column that the variable may use as it likes during one call.
   *
   * @param index which column, from 0
   * @return an array of at least {@link #stride} entries with any content
   */
  public double[] scratch(int index) {
    while (scratch.size() <= index) {
      scratch.add(new double[stride]);
    }
    return scratch.get(index);
  }

  /**
   * A block for another variable that this one is made of, to be filled as often as it takes during
   * one call. It is made at the first call, like scratch space.
   *
   * @param innerPoints the number of points of the other variable
   * @param innerOrder the order that is wanted of it
   * @return a block of the same stride with any content
   */
  public DerivativeBlock inner(int innerPoints, int innerOrder) {
    if (inner == null || inner.points != innerPoints || inner.order != innerOrder) {
      inner = new DerivativeBlock(stride, innerPoints, innerOrder);
    }
    return inner;
  }
}
