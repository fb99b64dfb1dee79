package org.chikei.structure;

import java.util.Arrays;

/**
 * Finds the pairs of points that are nearer than a reach, in a time that grows with their number:
 * points are put into cells as wide as the reach, and cells into a hash table, so that neither an
 * outlier nor a skewed box costs memory. In a periodic box a pair may be visited once for each
 * image.
 */
final class NearPairs {

  /** Receives a pair. */
  interface Visitor {
    /**
     * A pair nearer than the reach.
     *
     * @param earlier the index of the one point
     * @param later the index of the other point, above the first one
     * @param distance how far apart
     */
    void visit(int earlier, int later, double distance);
  }

  /** More points than this in a cell are no matter that could exist, but placeholders. */
  private static final int CROWD = 300;

  private static final int MOST_CELLS = 1 << 20;

  private final double[] points;
  private final double reach;
  private final Box box;
  private final int[] cells = new int[3];
  private final double[] lowest = new double[3];
  private final double[][] inverse = new double[3][];

  private long[] keys;
  private int[] heads;
  private int[] counts;
  private int[] next;

  /**
   * Makes a search.
   *
   * @param points x, y, z of each point; those in a box are wrapped into it
   * @param reach the largest distance to find
   * @param box the periodic cell, each of its heights at least the reach, or null for none
   */
  NearPairs(double[] points, double reach, Box box) {
    this.points = box == null ? points : points.clone();
    this.reach = reach;
    this.box = box;
    if (box == null) {
      measure();
    } else {
      wrap();
    }
  }

  /**
   * Whether a box is wide enough for a search.
   *
   * @param box the box
   * @param reach the largest distance to find
   * @return true if each of its heights is at least the reach
   */
  static boolean fits(Box box, double reach) {
    for (int axis = 0; axis < 3; axis++) {
      if (height(box, axis) < reach) {
        return false;
      }
    }
    return true;
  }

  private static double height(Box box, int axis) {
    double[] normal = box.normal(axis);
    return box.volume() / Math.hypot(Math.hypot(normal[0], normal[1]), normal[2]);
  }

  private void measure() {
    Arrays.fill(lowest, Double.POSITIVE_INFINITY);
    for (int i = 0; i < points.length; i++) {
      lowest[i % 3] = Math.min(lowest[i % 3], points[i]);
    }
  }

  private void wrap() {
    double[] vectors = box.vectors();
    for (int axis = 0; axis < 3; axis++) {
      cells[axis] = (int) Math.min(MOST_CELLS, height(box, axis) / reach);
      double[] normal = box.normal(axis);
      double product =
          vectors[3 * axis] * normal[0]
              + vectors[3 * axis + 1] * normal[1]
              + vectors[3 * axis + 2] * normal[2];
      inverse[axis] = new double[] {normal[0] / product, normal[1] / product, normal[2] / product};
    }
    for (int i = 0; i < points.length; i += 3) {
      for (int axis = 0; axis < 3; axis++) {
        double turns = Math.floor(fraction(i, axis));
        for (int k = 0; k < 3; k++) {
          points[i + k] -= turns * vectors[3 * axis + k];
        }
      }
    }
  }

  private double fraction(int at, int axis) {
    double[] row = inverse[axis];
    return row[0] * points[at] + row[1] * points[at + 1] + row[2] * points[at + 2];
  }

  private int cell(int at, int axis) {
    if (box == null) {
      return (int) Math.min(MOST_CELLS, (points[at + axis] - lowest[axis]) / reach);
    }
    int cell = (int) Math.floor(fraction(at, axis) * cells[axis]);
    return Math.min(cells[axis] - 1, Math.max(0, cell));
  }

  /**
   * Visits all pairs, by ascending index of the later point.
   *
   * @param visitor receives them
   * @return false if the points crowd as no atoms do; then not all pairs were visited
   */
  boolean visit(Visitor visitor) {
    int size = points.length / 3;
    int capacity = Integer.highestOneBit(Math.max(4, size)) << 2;
    keys = new long[capacity];
    heads = new int[capacity];
    counts = new int[capacity];
    next = new int[size];
    Arrays.fill(keys, -1);
    for (int i = 0; i < size; i++) {
      int x = cell(3 * i, 0);
      int y = cell(3 * i, 1);
      int z = cell(3 * i, 2);
      for (int step = 0; step < 27; step++) {
        look(i, x + step % 3 - 1, y + step / 3 % 3 - 1, z + step / 9 - 1, visitor);
      }
      int slot = slot(key(x, y, z));
      keys[slot] = key(x, y, z);
      next[i] = counts[slot] == 0 ? -1 : heads[slot];
      heads[slot] = i;
      if (++counts[slot] > CROWD) {
        return false;
      }
    }
    return true;
  }

  private void look(int i, int x, int y, int z, Visitor visitor) {
    int turnsX = turns(x, 0);
    int turnsY = turns(y, 1);
    int turnsZ = turns(z, 2);
    long key = key(x - turnsX * cells[0], y - turnsY * cells[1], z - turnsZ * cells[2]);
    int slot = slot(key);
    if (keys[slot] != key) {
      return;
    }
    double shiftX = points[3 * i] - shift(turnsX, turnsY, turnsZ, 0);
    double shiftY = points[3 * i + 1] - shift(turnsX, turnsY, turnsZ, 1);
    double shiftZ = points[3 * i + 2] - shift(turnsX, turnsY, turnsZ, 2);
    for (int j = heads[slot]; j >= 0; j = next[j]) {
      double dx = points[3 * j] - shiftX;
      double dy = points[3 * j + 1] - shiftY;
      double dz = points[3 * j + 2] - shiftZ;
      double square = dx * dx + dy * dy + dz * dz;
      if (square < reach * reach) {
        visitor.visit(j, i, Math.sqrt(square));
      }
    }
  }

  /** How many boxes away a neighbouring cell is. */
  private int turns(int cell, int axis) {
    return box == null ? 0 : Math.floorDiv(cell, cells[axis]);
  }

  private double shift(int turnsX, int turnsY, int turnsZ, int k) {
    if (box == null) {
      return 0;
    }
    double[] vectors = box.vectors();
    return turnsX * vectors[k] + turnsY * vectors[3 + k] + turnsZ * vectors[6 + k];
  }

  private static long key(int x, int y, int z) {
    return (x + 1L) << 42 | (y + 1L) << 21 | z + 1L;
  }

  private int slot(long key) {
    int mask = keys.length - 1;
    long mixed = key * 0x9E3779B97F4A7C15L;
    int slot = (int) (mixed >>> 32) & mask;
    while (keys[slot] >= 0 && keys[slot] != key) {
      slot = slot + 1 & mask;
    }
    return slot;
  }
}
