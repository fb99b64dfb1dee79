package org.chikei.coordinates;

import java.util.Arrays;

/**
 * Points of one frame sorted into cells no narrower than the distance within which neighbours are
 * looked for, in a periodic box of any shape or without one. Filled again and again.
 */
final class Cells {
  private static final int MOST_ALONG = 128;
  private static final int OUTSIDE = Integer.MIN_VALUE;

  private final double[] box = new double[9];
  private final double[] inverse = new double[9];
  private final double[] origin = new double[3];
  private final int[] count = new int[3];
  private final int[] cellOf;
  private final int[] order;
  private final double[] wrapped;
  private final double range;
  private int[] starts = new int[1];
  private boolean periodic;

  /**
   * Makes empty cells.
   *
   * @param points how many points there are
   * @param range the distance within which neighbours are looked for
   */
  Cells(int points, double range) {
    this.range = range;
    this.cellOf = new int[points];
    this.order = new int[points];
    this.wrapped = new double[3 * points];
  }

  /**
   * Divides the space of a frame.
   *
   * @param vectors the box vectors, or null where positions are taken as they stand
   * @param x the positions, x, y, z of one point after the other
   * @return whether cells say more than that every point may be near every other
   */
  boolean divide(double[] vectors, double[] x) {
    periodic = vectors != null;
    if (periodic) {
      System.arraycopy(vectors, 0, box, 0, 9);
      Arrays.fill(origin, 0);
    } else {
      enclose(x);
    }
    if (!invert()) {
      return false;
    }
    long cells = 1;
    for (int k = 0; k < 3; k++) {
      // the width of the box along k is one over the length of the k-th reciprocal vector
      double width =
          1
              / Math.sqrt(
                  inverse[k] * inverse[k]
                      + inverse[3 + k] * inverse[3 + k]
                      + inverse[6 + k] * inverse[6 + k]);
      double along = Math.floor(width / (range * (1 + 1e-9)));
      count[k] = (int) Math.max(1, Math.min(MOST_ALONG, along));
      if (periodic && count[k] < 3) {
        return false;
      }
      cells *= count[k];
    }
    while (cells > 8L * cellOf.length + 64) {
      int widest = count[0] >= count[1] && count[0] >= count[2] ? 0 : count[1] >= count[2] ? 1 : 2;
      if (count[widest] <= 4) {
        break;
      }
      cells = cells / count[widest];
      count[widest] = Math.max(4, count[widest] / 2);
      cells *= count[widest];
    }
    return cells >= 64;
  }

  private void enclose(double[] x) {
    Arrays.fill(box, 0);
    for (int d = 0; d < 3; d++) {
      double low = Double.POSITIVE_INFINITY;
      double high = Double.NEGATIVE_INFINITY;
      for (int k = d; k < x.length; k += 3) {
        low = Math.min(low, x[k]);
        high = Math.max(high, x[k]);
      }
      origin[d] = low;
      box[4 * d] = Math.max(high - low, range) * (1 + 1e-12);
    }
  }

  private boolean invert() {
    double a = box[4] * box[8] - box[5] * box[7];
    double b = box[5] * box[6] - box[3] * box[8];
    double c = box[3] * box[7] - box[4] * box[6];
    double determinant = box[0] * a + box[1] * b + box[2] * c;
    inverse[0] = a / determinant;
    inverse[3] = b / determinant;
    inverse[6] = c / determinant;
    inverse[1] = (box[2] * box[7] - box[1] * box[8]) / determinant;
    inverse[4] = (box[0] * box[8] - box[2] * box[6]) / determinant;
    inverse[7] = (box[1] * box[6] - box[0] * box[7]) / determinant;
    inverse[2] = (box[1] * box[5] - box[2] * box[4]) / determinant;
    inverse[5] = (box[2] * box[3] - box[0] * box[5]) / determinant;
    inverse[8] = (box[0] * box[4] - box[1] * box[3]) / determinant;
    double sum = 0;
    for (double entry : inverse) {
      sum += entry;
    }
    return Double.isFinite(sum);
  }

  /**
   * Sorts points into the cells.
   *
   * @param x the positions of all points, all finite
   * @param members which points are sorted in
   */
  void fill(double[] x, int[] members) {
    int cells = count[0] * count[1] * count[2];
    if (starts.length < cells + 1) {
      starts = new int[cells + 1];
    }
    Arrays.fill(starts, 0, cells + 1, 0);
    for (int p = 0; p < cellOf.length; p++) {
      cellOf[p] = place(x, p);
    }
    for (int p : members) {
      starts[cellOf[p] + 1]++;
    }
    for (int c = 0; c < cells; c++) {
      starts[c + 1] += starts[c];
    }
    for (int k = members.length - 1; k >= 0; k--) {
      order[--starts[cellOf[members[k]] + 1]] = members[k];
    }
    // each start now stands one place too far on
    System.arraycopy(starts, 1, starts, 0, cells);
    starts[cells] = members.length;
  }

  /** Wraps a point into the box and tells its cell. */
  private int place(double[] x, int p) {
    double rx = x[3 * p] - origin[0];
    double ry = x[3 * p + 1] - origin[1];
    double rz = x[3 * p + 2] - origin[2];
    int cell = 0;
    for (int k = 0; k < 3; k++) {
      double fraction = rx * inverse[k] + ry * inverse[3 + k] + rz * inverse[6 + k];
      double turns = periodic ? Math.floor(fraction) : 0;
      rx -= turns * box[3 * k];
      ry -= turns * box[3 * k + 1];
      rz -= turns * box[3 * k + 2];
      int at = (int) ((fraction - turns) * count[k]);
      cell = cell * count[k] + Math.max(0, Math.min(count[k] - 1, at));
    }
    wrapped[3 * p] = rx;
    wrapped[3 * p + 1] = ry;
    wrapped[3 * p + 2] = rz;
    return cell;
  }

  /**
   * Finds the points that were sorted in and lie within the range of a point, or little beyond it.
   *
   * @param p the point
   * @param once whether to leave out those in cells of lower number, so that two points of
   *     different cells find each other once
   * @param found receives them
   * @return how many there are
   */
  int near(int p, boolean once, int[] found) {
    int cell = cellOf[p];
    int c = cell % count[2];
    int b = cell / count[2] % count[1];
    int a = cell / (count[1] * count[2]);
    int number = 0;
    for (int i = a - 1; i <= a + 1; i++) {
      int turnsA = turns(i, 0);
      for (int j = b - 1; turnsA != OUTSIDE && j <= b + 1; j++) {
        int turnsB = turns(j, 1);
        for (int k = c - 1; turnsB != OUTSIDE && k <= c + 1; k++) {
          int turnsC = turns(k, 2);
          if (turnsC != OUTSIDE) {
            int other =
                ((i - turnsA * count[0]) * count[1] + j - turnsB * count[1]) * count[2]
                    + k
                    - turnsC * count[2];
            if (!once || other >= cell) {
              number = within(p, other, turnsA, turnsB, turnsC, found, number);
            }
          }
        }
      }
    }
    return number;
  }

  /** Whether two points are in the same cell. */
  boolean together(int p, int q) {
    return cellOf[p] == cellOf[q];
  }

  /** How often one goes round the box to get to a cell along one direction. */
  private int turns(int index, int k) {
    if (index >= 0 && index < count[k]) {
      return 0;
    }
    return !periodic ? OUTSIDE : index < 0 ? -1 : 1;
  }

  private int within(int p, int cell, int a, int b, int c, int[] found, int number) {
    double x = a * box[0] + b * box[3] + c * box[6] - wrapped[3 * p];
    double y = a * box[1] + b * box[4] + c * box[7] - wrapped[3 * p + 1];
    double z = a * box[2] + b * box[5] + c * box[8] - wrapped[3 * p + 2];
    double most = range * range * (1 + 1e-9);
    int next = number;
    for (int at = starts[cell]; at < starts[cell + 1]; at++) {
      int q = order[at];
      double dx = x + wrapped[3 * q];
      double dy = y + wrapped[3 * q + 1];
      double dz = z + wrapped[3 * q + 2];
      if (dx * dx + dy * dy + dz * dz <= most) {
        found[next++] = q;
      }
    }
    return next;
  }
}
