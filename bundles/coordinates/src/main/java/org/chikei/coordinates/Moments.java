package org.chikei.coordinates;

import java.util.Arrays;
import org.chikei.api.coordinate.DerivativeBlock;
import org.chikei.api.coordinate.PointBlock;

/**
 * Matrices Σ y_p c_pᵀ of the positions or velocities y of points and constant vectors c, in every
 * frame of a block. Their columns are scratch space of the block that is being filled.
 */
final class Moments {
  /** How many scratch columns they take. */
  static final int SCRATCH = 9;

  private final double[][] entries = new double[SCRATCH][];

  private Moments(DerivativeBlock out, int scratch, int size) {
    for (int k = 0; k < SCRATCH; k++) {
      entries[k] = out.scratch(scratch + k);
      Arrays.fill(entries[k], 0, size, 0);
    }
  }

  /**
   * The moments of positions.
   *
   * @param y the positions
   * @param vectors c: x, y, z of each point
   * @param size the number of frames
   * @param out whose scratch space to use
   * @param scratch the first of the scratch columns to use
   */
  static Moments ofPositions(
      Conformation y, double[] vectors, int size, DerivativeBlock out, int scratch) {
    Moments moments = new Moments(out, scratch, size);
    for (int k = 0; k < vectors.length; k++) {
      moments.add(y.column(k / 3, k % 3), 0, vectors, k, size);
    }
    return moments;
  }

  /** The moments of velocities. */
  static Moments ofVelocities(PointBlock in, double[] vectors, DerivativeBlock out, int scratch) {
    Moments moments = new Moments(out, scratch, in.size());
    for (int k = 0; k < vectors.length; k++) {
      int from = in.offset(k / 3) + k % 3 * in.stride();
      moments.add(in.velocities(), from, vectors, k, in.size());
    }
    return moments;
  }

  private void add(double[] columns, int from, double[] vectors, int k, int size) {
    int row = k % 3;
    double cx = vectors[k - row];
    double cy = vectors[k - row + 1];
    double cz = vectors[k - row + 2];
    double[] x = entries[3 * row];
    double[] y = entries[3 * row + 1];
    double[] z = entries[3 * row + 2];
    for (int j = 0; j < size; j++) {
      double component = columns[from + j];
      x[j] += component * cx;
      y[j] += component * cy;
      z[j] += component * cz;
    }
  }

  /** One entry, row by row, in every frame. */
  double[] column(int entry) {
    return entries[entry];
  }

  /**
   * Adds a multiple of one component of matrix times vector to a column.
   *
   * @param row which component
   * @param factor the multiple
   * @param vectors x, y, z of each vector
   * @param p which vector
   * @param size the number of frames
   * @param columns receives the sum, from an index on
   */
  void add(int row, double factor, double[] vectors, int p, int size, double[] columns, int from) {
    double x = factor * vectors[3 * p];
    double y = factor * vectors[3 * p + 1];
    double z = factor * vectors[3 * p + 2];
    double[] a = entries[3 * row];
    double[] b = entries[3 * row + 1];
    double[] c = entries[3 * row + 2];
    for (int j = 0; j < size; j++) {
      columns[from + j] += a[j] * x + b[j] * y + c[j] * z;
    }
  }

  /** Copies the matrix of a frame, row by row. */
  void load(int frame, double[] matrix) {
    for (int k = 0; k < SCRATCH; k++) {
      matrix[k] = entries[k][frame];
    }
  }

  /** Replaces the matrix of a frame. */
  void store(int frame, double[] matrix) {
    for (int k = 0; k < SCRATCH; k++) {
      entries[k][frame] = matrix[k];
    }
  }
}
