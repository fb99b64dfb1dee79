package org.chikei.coordinates;

import java.util.Arrays;
import org.chikei.api.coordinate.DerivativeBlock;
import org.chikei.api.coordinate.PointBlock;

/**
 * Where the points of a molecule are: as a rule relative to their weighted centre, in every frame
 * of a block, the molecule made whole first: each point is taken at its nearest image to the point
 * before it. Its columns are scratch space of the block that is being filled.
 */
final class Conformation {
  private final double[][] columns;
  private final double[] weights;

  /**
   * Gathers the points of a block.
   *
   * @param in where the points are
   * @param weights the weights of the centre, one a point; they sum to 1
   * @param nearestImage whether to make the molecule whole or to take positions as they stand
   * @param out whose scratch space to use, from column 0 on
   */
  Conformation(PointBlock in, double[] weights, boolean nearestImage, DerivativeBlock out) {
    this.weights = weights;
    this.columns = new double[scratch(in.points())][];
    for (int k = 0; k < columns.length; k++) {
      columns[k] = out.scratch(k);
    }
    int size = in.size();
    for (int d = 0; d < 3; d++) {
      Arrays.fill(columns[d], 0, size, 0);
    }
    for (int p = 1; p < in.points(); p++) {
      place(in, p, nearestImage);
    }
    for (int d = 0; d < 3; d++) {
      centre(d, size);
    }
  }

  /** How many scratch columns so many points take. */
  static int scratch(int points) {
    return 3 * points + 3;
  }

  /** Component d of a point relative to the centre. */
  double[] column(int point, int d) {
    return columns[3 * point + d];
  }

  /**
   * Takes the points of a block where they stand.
   *
   * @param in where the points are
   * @param out whose scratch space to use, from column 0 on
   */
  Conformation(PointBlock in, DerivativeBlock out) {
    this.weights = null;
    this.columns = new double[scratch(in.points())][];
    for (int k = 0; k < 3 * in.points(); k++) {
      columns[k] = out.scratch(k);
      int from = in.offset(k / 3) + k % 3 * in.stride();
      System.arraycopy(in.positions(), from, columns[k], 0, in.size());
    }
  }

  private void place(PointBlock in, int p, boolean nearestImage) {
    double[] x = columns[3 * p];
    double[] y = columns[3 * p + 1];
    double[] z = columns[3 * p + 2];
    if (!nearestImage || in.boxes() == null) {
      in.differences(0, p, x, y, z);
      return;
    }
    in.displacements(p - 1, p, x, y, z);
    for (int d = 0; d < 3; d++) {
      add(in.size(), 1, columns[3 * p - 3 + d], columns[3 * p + d]);
    }
  }

  private void centre(int d, int size) {
    double[] mean = columns[columns.length - 3 + d];
    Arrays.fill(mean, 0, size, 0);
    for (int p = 0; p < weights.length; p++) {
      add(size, weights[p], columns[3 * p + d], mean);
    }
    for (int p = 0; p < weights.length; p++) {
      add(size, -1, mean, columns[3 * p + d]);
    }
  }

  private static void add(int size, double factor, double[] column, double[] sum) {
    for (int j = 0; j < size; j++) {
      sum[j] += factor * column[j];
    }
  }
}
