package org.chikei.coordinates;

import java.util.Arrays;
import org.chikei.api.coordinate.DerivativeBlock;
import org.chikei.api.coordinate.PointBlock;
import org.chikei.coordinates.switching.RadialFunction;

/**
 * The sum of a function of distances that ends somewhere over the pairs of two large groups, frame
 * by frame, with {@link Cells}. What a pair adds is what {@link PairAccumulator} says, and its
 * vector is the same to the last bit. Made for one block.
 */
final class NeighbourSum {
  private static final int BATCH = 256;

  private final Groups groups;
  private final RadialFunction function;
  private final boolean nearestImage;
  private final PointBlock in;
  private final DerivativeBlock out;
  private final boolean curved;
  private final Cells cells;
  private final double[] positions;
  private final double[] gradient;
  private final double[] box = new double[9];
  private final double[] vector = new double[3];
  private final int[] found;
  private final int[] rank;
  private final int[] from = new int[BATCH];
  private final int[] to = new int[BATCH];
  private final double[] vectors = new double[3 * BATCH];
  private final double[] square = new double[BATCH];
  private final double[] value = new double[BATCH];
  private final double[] slope;
  private final double[] bend;
  private int batch;

  NeighbourSum(
      Groups groups,
      RadialFunction function,
      boolean nearestImage,
      PointBlock in,
      DerivativeBlock out) {
    this.groups = groups;
    this.function = function;
    this.nearestImage = nearestImage && in.boxes() != null;
    this.in = in;
    this.out = out;
    this.curved = PointVariable.curved(in, out);
    int points = in.points();
    this.cells = new Cells(points, function.range());
    this.positions = new double[3 * points];
    this.gradient = out.order() >= 1 ? new double[3 * points] : null;
    this.slope = out.order() >= 1 ? new double[BATCH] : null;
    this.bend = out.order() >= 2 ? new double[BATCH] : null;
    this.found = new int[points];
    this.rank = new int[points];
    for (int k = 0; k < groups.first().length; k++) {
      rank[groups.first()[k]] = k;
    }
  }

  /** Whether the first frame is so wide that cells help. */
  boolean worthwhile() {
    return gather(0) && cells.divide(vectors(0), positions);
  }

  void evaluate() {
    PairAccumulator.clear(in, out);
    for (int j = 0; j < in.size(); j++) {
      frame(j);
    }
  }

  private void frame(int j) {
    if (!gather(j)) {
      missing(j);
      return;
    }
    if (gradient != null) {
      Arrays.fill(gradient, 0);
    }
    batch = 0;
    if (cells.divide(vectors(j), positions)) {
      cells.fill(positions, groups.second());
      for (int k = 0; k < groups.first().length; k++) {
        neighbours(groups.first()[k], k, j);
      }
    } else {
      groups.forEachPair((p, q) -> pair(p, q, j));
    }
    flush(j);
    if (gradient != null) {
      for (int k = 0; k < gradient.length; k++) {
        out.gradient()[k * out.stride() + j] = gradient[k];
      }
    }
  }

  private void neighbours(int p, int k, int j) {
    int number = cells.near(p, groups.single(), found);
    for (int n = 0; n < number; n++) {
      int q = found[n];
      if (groups.single() ? rank[q] > k || !cells.together(p, q) : q != p) {
        pair(p, q, j);
      }
    }
  }

  /** Takes the positions of a frame; false where one is no number. */
  private boolean gather(int j) {
    double sum = 0;
    for (int p = 0; p < in.points(); p++) {
      for (int d = 0; d < 3; d++) {
        double x = in.positions()[in.offset(p) + d * in.stride() + j];
        positions[3 * p + d] = x;
        sum += x;
      }
    }
    return Double.isFinite(sum);
  }

  /** The box of a frame; null where positions are taken as they stand. */
  private double[] vectors(int j) {
    if (!nearestImage) {
      return null;
    }
    double largest = 0;
    for (int k = 0; k < 9; k++) {
      box[k] = in.boxes()[k * in.stride() + j];
      largest = Math.max(largest, Math.abs(box[k]));
    }
    return largest == 0 ? null : box;
  }

  private void missing(int j) {
    out.value()[j] = Double.NaN;
    if (gradient != null) {
      for (int k = 0; k < gradient.length; k++) {
        out.gradient()[k * out.stride() + j] = Double.NaN;
      }
    }
    if (bend != null) {
      out.laplacian()[j] = Double.NaN;
      out.curvature()[j] = Double.NaN;
    }
  }

  private void pair(int p, int q, int j) {
    if (nearestImage) {
      in.displacement(p, q, j, vector);
    } else {
      for (int d = 0; d < 3; d++) {
        vector[d] = positions[3 * q + d] - positions[3 * p + d];
      }
    }
    from[batch] = p;
    to[batch] = q;
    System.arraycopy(vector, 0, vectors, 3 * batch, 3);
    square[batch] = vector[0] * vector[0] + vector[1] * vector[1] + vector[2] * vector[2];
    batch++;
    if (batch == BATCH) {
      flush(j);
    }
  }

  private void flush(int j) {
    function.evaluate(batch, square, value, slope, bend);
    double sum = 0;
    for (int n = 0; n < batch; n++) {
      sum += value[n];
    }
    out.value()[j] += sum;
    if (slope != null) {
      addGradients();
    }
    if (bend != null) {
      addSecondOrder(j);
    }
    batch = 0;
  }

  private void addGradients() {
    for (int n = 0; n < batch; n++) {
      for (int d = 0; d < 3; d++) {
        double share = slope[n] * vectors[3 * n + d];
        gradient[3 * from[n] + d] -= share;
        gradient[3 * to[n] + d] += share;
      }
    }
  }

  private void addSecondOrder(int j) {
    double laplacian = 0;
    double curvature = 0;
    for (int n = 0; n < batch; n++) {
      double w = PointVariable.inverseMass(in, from[n], to[n], from[n], to[n]);
      laplacian += w * (3 * slope[n] + bend[n] * square[n]);
      if (curved) {
        curvature += curvature(n, j);
      }
    }
    out.laplacian()[j] += laplacian;
    out.curvature()[j] += curvature;
  }

  private double curvature(int n, int j) {
    double fast = 0;
    double along = 0;
    for (int d = 0; d < 3; d++) {
      int at = d * in.stride() + j;
      double rate =
          in.velocities()[in.offset(to[n]) + at] - in.velocities()[in.offset(from[n]) + at];
      fast += rate * rate;
      along += rate * vectors[3 * n + d];
    }
    return slope[n] * fast + bend[n] * along * along;
  }
}
