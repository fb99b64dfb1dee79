package org.chikei.api.coordinate;

import java.util.Arrays;

/**
 * Finds the shortest image of a vector in a periodic box of any shape.
 *
 * <p>The box is reduced (Minkowski) first, so that after rounding the fractional coordinates the
 * shortest image is among the 27 neighbours; a vector shorter than half the shortest lattice vector
 * needs no search. A box vector of length zero stands for a direction that is not periodic. Not
 * thread-safe: it remembers the last box.
 */
public final class NearestImage {
  private static final double OPEN = 1e9;

  private final double[] raw = new double[9];
  private final double[] cell = new double[9];
  private final double[] inverse = new double[9];
  private final double[] vector = new double[3];
  private boolean periodic;
  private boolean rectangular;
  private double safeSquare;

  /** Makes a search that has seen no box yet. */
  public NearestImage() {}

  /**
   * Shortens the vectors of the first frames of a block, each in its own box.
   *
   * @param boxes nine columns of box vectors as in {@link
   *     org.chikei.api.trajectory.FrameBlock#boxes}
   * @param stride the distance between columns
   * @param size the number of frames
   * @param dx x of the vector in each frame, replaced by that of its shortest image
   * @param dy y
   * @param dz z
   */
  public void reduce(double[] boxes, int stride, int size, double[] dx, double[] dy, double[] dz) {
    if (size == 0) {
      return;
    }
    if (!isConstant(boxes, stride, size)) {
      for (int j = 0; j < size; j++) {
        if (!isShort(boxes, stride, j, dx[j] * dx[j] + dy[j] * dy[j] + dz[j] * dz[j])) {
          use(boxes, stride, j);
          reduce(j, dx, dy, dz);
        }
      }
      return;
    }
    use(boxes, stride, 0);
    if (periodic && rectangular) {
      wrap(size, dx, cell[0], inverse[0]);
      wrap(size, dy, cell[4], inverse[4]);
      wrap(size, dz, cell[8], inverse[8]);
    } else if (periodic) {
      for (int j = 0; j < size; j++) {
        reduce(j, dx, dy, dz);
      }
    }
  }

  /**
   * Shortens one vector in the box of one frame.
   *
   * @param boxes nine columns of box vectors
   * @param stride the distance between columns
   * @param frame the frame
   * @param displacement x, y, z of the vector, replaced by those of its shortest image
   */
  public void reduce(double[] boxes, int stride, int frame, double[] displacement) {
    use(boxes, stride, frame);
    reduce(displacement);
  }

  private void reduce(int j, double[] dx, double[] dy, double[] dz) {
    vector[0] = dx[j];
    vector[1] = dy[j];
    vector[2] = dz[j];
    reduce(vector);
    dx[j] = vector[0];
    dy[j] = vector[1];
    dz[j] = vector[2];
  }

  private void reduce(double[] v) {
    if (periodic && rectangular) {
      for (int d = 0; d < 3; d++) {
        v[d] -= cell[4 * d] * Math.rint(v[d] * inverse[4 * d]);
      }
    } else if (periodic && v[0] * v[0] + v[1] * v[1] + v[2] * v[2] > safeSquare) {
      search(v);
    }
  }

  private static void wrap(int size, double[] column, double length, double inverseLength) {
    for (int j = 0; j < size; j++) {
      column[j] -= length * Math.rint(column[j] * inverseLength);
    }
  }

  /** Whether the first frames of a block have one box: each column equals itself shifted by one. */
  private static boolean isConstant(double[] boxes, int stride, int size) {
    for (int k = 0; k < 9; k++) {
      int from = k * stride;
      int to = from + size;
      if (Arrays.mismatch(boxes, from, to - 1, boxes, from + 1, to) >= 0) {
        return false;
      }
    }
    return true;
  }

  /**
   * Whether a vector is its own nearest image at first sight. No lattice vector is shorter than the
   * shortest of the box vectors' parts at right angles to those before them; where the box is lower
   * triangular, as programs write it, these stand on its diagonal.
   */
  private static boolean isShort(double[] boxes, int stride, int frame, double square) {
    double x = boxes[frame];
    double y = boxes[4 * stride + frame];
    double z = boxes[8 * stride + frame];
    return boxes[stride + frame] == 0
        && boxes[2 * stride + frame] == 0
        && boxes[5 * stride + frame] == 0
        && 4 * square <= Math.min(x * x, Math.min(y * y, z * z));
  }

  private void search(double[] v) {
    for (int k = 0; k < 3; k++) {
      double fraction = v[0] * inverse[k] + v[1] * inverse[3 + k] + v[2] * inverse[6 + k];
      double turns = Math.rint(fraction);
      if (turns != 0) {
        for (int d = 0; d < 3; d++) {
          v[d] -= turns * cell[3 * k + d];
        }
      }
    }
    double best = v[0] * v[0] + v[1] * v[1] + v[2] * v[2];
    if (best <= safeSquare) {
      return;
    }
    int bestA = 0;
    int bestB = 0;
    int bestC = 0;
    for (int a = -1; a <= 1; a++) {
      for (int b = -1; b <= 1; b++) {
        for (int c = -1; c <= 1; c++) {
          double x = v[0] + a * cell[0] + b * cell[3] + c * cell[6];
          double y = v[1] + a * cell[1] + b * cell[4] + c * cell[7];
          double z = v[2] + a * cell[2] + b * cell[5] + c * cell[8];
          double square = x * x + y * y + z * z;
          if (square < best * (1 - 1e-14)) {
            best = square;
            bestA = a;
            bestB = b;
            bestC = c;
          }
        }
      }
    }
    for (int d = 0; d < 3; d++) {
      v[d] += bestA * cell[d] + bestB * cell[3 + d] + bestC * cell[6 + d];
    }
  }

  private void use(double[] boxes, int stride, int frame) {
    boolean same = true;
    for (int k = 0; k < 9; k++) {
      same &= raw[k] == boxes[k * stride + frame];
    }
    if (same) {
      return;
    }
    for (int k = 0; k < 9; k++) {
      raw[k] = boxes[k * stride + frame];
      cell[k] = raw[k];
    }
    prepare();
  }

  private void prepare() {
    double longest = Math.max(square(0), Math.max(square(1), square(2)));
    periodic = longest > 0;
    if (!periodic) {
      return;
    }
    for (int k = 0; k < 3; k++) {
      if (square(k) == 0) {
        open(k);
      }
    }
    rectangular = isDiagonal();
    if (!rectangular) {
      minkowski();
      rectangular = isDiagonal();
    }
    invert();
    safeSquare = 0.25 * Math.min(square(0), Math.min(square(1), square(2)));
  }

  private boolean isDiagonal() {
    return cell[1] == 0
        && cell[2] == 0
        && cell[3] == 0
        && cell[5] == 0
        && cell[6] == 0
        && cell[7] == 0;
  }

  /** Replaces a vector of length zero by a very long one at right angles to the others. */
  private void open(int k) {
    int p = 3 * ((k + 1) % 3);
    int q = 3 * ((k + 2) % 3);
    double[] normal = {
      cell[p + 1] * cell[q + 2] - cell[p + 2] * cell[q + 1],
      cell[p + 2] * cell[q] - cell[p] * cell[q + 2],
      cell[p] * cell[q + 1] - cell[p + 1] * cell[q]
    };
    double length =
        Math.sqrt(normal[0] * normal[0] + normal[1] * normal[1] + normal[2] * normal[2]);
    if (length == 0) {
      // two vectors are missing: the axis that is most at right angles to the one that is there
      double[] there = {cell[p] + cell[q], cell[p + 1] + cell[q + 1], cell[p + 2] + cell[q + 2]};
      int axis = 0;
      for (int d = 1; d < 3; d++) {
        if (Math.abs(there[d]) < Math.abs(there[axis])) {
          axis = d;
        }
      }
      double along =
          there[axis] / (there[0] * there[0] + there[1] * there[1] + there[2] * there[2]);
      for (int d = 0; d < 3; d++) {
        normal[d] = (d == axis ? 1 : 0) - along * there[d];
      }
      length = Math.sqrt(normal[0] * normal[0] + normal[1] * normal[1] + normal[2] * normal[2]);
    }
    for (int d = 0; d < 3; d++) {
      cell[3 * k + d] = normal[d] / length * OPEN;
    }
  }

  /** Makes the basis Minkowski-reduced: no integer combination of the others shortens a vector. */
  private void minkowski() {
    boolean changed = true;
    for (int round = 0; changed && round < 100; round++) {
      changed = false;
      for (int k = 0; k < 3; k++) {
        int p = (k + 1) % 3;
        int q = (k + 2) % 3;
        changed |= shorten(k, p, -Math.rint(dot(k, p) / square(p)), q, 0);
        changed |= shorten(k, p, 0, q, -Math.rint(dot(k, q) / square(q)));
        for (int a = -1; a <= 1; a++) {
          for (int b = -1; b <= 1; b++) {
            changed |= shorten(k, p, a, q, b);
          }
        }
      }
    }
  }

  /** Adds multiples of two vectors to a third if that makes it shorter. */
  private boolean shorten(int k, int p, double turnsP, int q, double turnsQ) {
    double square = 0;
    for (int d = 0; d < 3; d++) {
      double component = cell[3 * k + d] + turnsP * cell[3 * p + d] + turnsQ * cell[3 * q + d];
      square += component * component;
    }
    if (!(square < square(k) * (1 - 1e-12))) {
      return false;
    }
    for (int d = 0; d < 3; d++) {
      cell[3 * k + d] += turnsP * cell[3 * p + d] + turnsQ * cell[3 * q + d];
    }
    return true;
  }

  private void invert() {
    double a = cell[4] * cell[8] - cell[5] * cell[7];
    double b = cell[5] * cell[6] - cell[3] * cell[8];
    double c = cell[3] * cell[7] - cell[4] * cell[6];
    double determinant = cell[0] * a + cell[1] * b + cell[2] * c;
    // rows of the cell are the vectors; fraction = displacement · inverse
    inverse[0] = a / determinant;
    inverse[3] = b / determinant;
    inverse[6] = c / determinant;
    inverse[1] = (cell[2] * cell[7] - cell[1] * cell[8]) / determinant;
    inverse[4] = (cell[0] * cell[8] - cell[2] * cell[6]) / determinant;
    inverse[7] = (cell[1] * cell[6] - cell[0] * cell[7]) / determinant;
    inverse[2] = (cell[1] * cell[5] - cell[2] * cell[4]) / determinant;
    inverse[5] = (cell[2] * cell[3] - cell[0] * cell[5]) / determinant;
    inverse[8] = (cell[0] * cell[4] - cell[1] * cell[3]) / determinant;
  }

  private double square(int k) {
    return dot(k, k);
  }

  private double dot(int p, int q) {
    return cell[3 * p] * cell[3 * q]
        + cell[3 * p + 1] * cell[3 * q + 1]
        + cell[3 * p + 2] * cell[3 * q + 2];
  }
}
