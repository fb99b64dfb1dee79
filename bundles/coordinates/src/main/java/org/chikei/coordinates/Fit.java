package org.chikei.coordinates;

import java.util.Arrays;
import org.chikei.api.coordinate.DerivativeBlock;
import org.chikei.api.coordinate.PointBlock;

/**
 * A reference structure laid over the points in every frame of a block, and the linear function of
 * the aligned positions that a coordinate is made of. Its columns are scratch space of the block
 * that is being filled.
 */
final class Fit {
  /** How many scratch columns it takes. */
  static final int SCRATCH = 4 * Moments.SCRATCH + 2;

  private final Alignment alignment;
  private final boolean even;
  private final double[] vectors;
  private final PointBlock in;
  private final DerivativeBlock out;
  private final Conformation y;
  private final int free;
  private final double[] square;
  private final double[] sum;
  private Moments rotation;
  private Moments turning;

  /**
   * Prepares for a block.
   *
   * @param alignment the reference and the weights by which it is laid over
   * @param vectors the vectors b of the {@link AlignedSum}, with the sum zero; the {@link
   *     Alignment#torques} themselves are a case with a simpler answer
   * @param y the points, centred by the weights of the alignment
   * @param free the first of the scratch columns to use
   */
  Fit(
      Alignment alignment,
      double[] vectors,
      PointBlock in,
      DerivativeBlock out,
      Conformation y,
      int free) {
    this.alignment = alignment;
    this.even = vectors == alignment.torques();
    this.vectors = vectors;
    this.in = in;
    this.out = out;
    this.y = y;
    this.free = free;
    this.square = out.scratch(free + 4 * Moments.SCRATCH);
    this.sum = out.scratch(free + 4 * Moments.SCRATCH + 1);
  }

  /**
   * Finds the rotations, and adds a multiple of the second-order terms of the linear function to
   * those of the block. Where no rotation is best, the columns are NaN; but with the torques as
   * vectors the {@link #rotation} is still one of the best.
   *
   * @param factor the multiple
   */
  void solve(double factor) {
    int size = in.size();
    boolean curved = out.order() == 2 && in.velocities() != null;
    square();
    rotation = Moments.ofPositions(y, alignment.torques(), size, out, free);
    turning = even ? rotation : Moments.ofPositions(y, vectors, size, out, free + Moments.SCRATCH);
    Moments torques =
        curved
            ? Moments.ofVelocities(in, alignment.torques(), out, free + 2 * Moments.SCRATCH)
            : null;
    Moments rates =
        curved && !even
            ? Moments.ofVelocities(in, vectors, out, free + 3 * Moments.SCRATCH)
            : torques;
    Superposition superposition = new Superposition(alignment);
    AlignedSum aligned = new AlignedSum(alignment, vectors, in);
    double[] k = new double[9];
    double[] z = new double[9];
    for (int j = 0; j < size; j++) {
      rotation.load(j, k);
      turning.load(j, z);
      superposition.solve(k, square[j]);
      aligned.moveTo(superposition, z);
      if (out.order() == 2) {
        out.laplacian()[j] += factor * aligned.laplacian();
        if (curved) {
          torques.load(j, k);
          rates.load(j, z);
          out.curvature()[j] += factor * aligned.curvature(k, z);
        }
      }
      square[j] = superposition.isUnique() ? 0 : Double.NaN;
      sum[j] = aligned.value();
      if (!even) {
        turn(superposition, aligned.spin(), z);
        turning.store(j, z);
        if (!superposition.isUnique()) {
          Arrays.fill(superposition.rotation(), Double.NaN);
          sum[j] = Double.NaN;
        }
      }
      rotation.store(j, superposition.rotation());
    }
  }

  private void square() {
    int size = in.size();
    Arrays.fill(square, 0, size, 0);
    for (int k = 0; k < vectors.length; k++) {
      double weight = alignment.weights()[k / 3];
      double[] column = y.column(k / 3, k % 3);
      for (int j = 0; j < size; j++) {
        square[j] += weight * column[j] * column[j];
      }
    }
  }

  /** Puts the matrix G with G v = Q (u × v) into a matrix. */
  private static void turn(Superposition superposition, double[] u, double[] matrix) {
    double[] q = superposition.rotation();
    for (int row = 0; row < 9; row += 3) {
      matrix[row] = q[row + 1] * u[2] - q[row + 2] * u[1];
      matrix[row + 1] = q[row + 2] * u[0] - q[row] * u[2];
      matrix[row + 2] = q[row] * u[1] - q[row + 1] * u[0];
    }
  }

  /** The rotations Q from the reference to the points. */
  Moments rotation() {
    return rotation;
  }

  /** The matrices G with G v = Q (u × v); not where the vectors are the torques. */
  Moments turning() {
    return turning;
  }

  /** The value Σ bᵢ·Qᵀyᵢ of the linear function, frame by frame. */
  double[] sum() {
    return sum;
  }

  /** 0 where there is one best rotation, otherwise NaN, frame by frame. */
  double[] certain() {
    return square;
  }
}
