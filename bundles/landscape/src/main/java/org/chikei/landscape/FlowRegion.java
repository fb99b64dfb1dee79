package org.chikei.landscape;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Comparator;

/**
 * The cells of a grid of two coordinates that are sampled well enough, which of them border on each
 * other, and the corners that they share. A piece is a set of cells joined by their edges; pieces
 * share no corner.
 */
final class FlowRegion {
  private static final int SMALLEST_PIECE = 4;

  private final int[] shape;
  private final double[] widths;
  private final boolean[] circle;
  private final int[] piece;
  private int pieces;
  private final int[] cells;
  private final int[][] corners;
  private int nodes;

  /**
   * Finds the region.
   *
   * @param shape the number of bins of each coordinate
   * @param widths the widths of the bins
   * @param circle whether the last bin of a coordinate borders on its first
   * @param sampled which cells are sampled well enough
   */
  FlowRegion(int[] shape, double[] widths, boolean[] circle, boolean[] sampled) {
    this.shape = shape;
    this.widths = widths;
    this.circle = circle;
    piece = new int[sampled.length];
    Arrays.fill(piece, -1);
    for (int cell = 0; cell < piece.length; cell++) {
      if (sampled[cell] && piece[cell] == -1) {
        flood(cell, sampled);
      }
    }
    int count = 0;
    for (int cell = 0; cell < piece.length; cell++) {
      piece[cell] = Math.max(piece[cell], -1);
      count += piece[cell] >= 0 ? 1 : 0;
    }
    cells = new int[count];
    for (int cell = 0, k = 0; cell < piece.length; cell++) {
      if (piece[cell] >= 0) {
        cells[k++] = cell;
      }
    }
    corners = new int[piece.length][];
    number();
  }

  /** Gives a set of joined cells its number, −2 where it is too small to say anything. */
  private void flood(int start, boolean[] sampled) {
    ArrayDeque<Integer> open = new ArrayDeque<>();
    open.add(start);
    piece[start] = pieces;
    int size = 0;
    while (!open.isEmpty()) {
      int cell = open.remove();
      size++;
      for (int a = 0; a < 2; a++) {
        for (int side = -1; side <= 1; side += 2) {
          int next = beside(cell, a, side);
          if (next >= 0 && sampled[next] && piece[next] == -1) {
            piece[next] = pieces;
            open.add(next);
          }
        }
      }
    }
    if (size >= SMALLEST_PIECE) {
      pieces++;
      return;
    }
    for (int cell = 0; cell < piece.length; cell++) {
      piece[cell] = piece[cell] == pieces ? -2 : piece[cell];
    }
  }

  /** Numbers the corners piece by piece, along the shorter coordinate first. */
  private void number() {
    int columns = shape[1] + 1;
    int rows = shape[0] + 1;
    long[] keys = new long[4 * cells.length];
    for (int k = 0; k < cells.length; k++) {
      for (int c = 0; c < 4; c++) {
        long i = (cells[k] / shape[1] + c / 2) % (circle[0] ? shape[0] : rows);
        long j = (cells[k] % shape[1] + c % 2) % (circle[1] ? shape[1] : columns);
        long place = shape[0] < shape[1] ? j * rows + i : i * columns + j;
        keys[4 * k + c] = (long) piece[cells[k]] * rows * columns + place;
      }
    }
    long[] distinct = Arrays.stream(keys).sorted().distinct().toArray();
    nodes = distinct.length;
    for (int k = 0; k < cells.length; k++) {
      corners[cells[k]] = new int[4];
      for (int c = 0; c < 4; c++) {
        corners[cells[k]][c] = Arrays.binarySearch(distinct, keys[4 * k + c]);
      }
    }
  }

  private int beside(int cell, int a, int side) {
    int i = cell / shape[1] + (a == 0 ? side : 0);
    int j = cell % shape[1] + (a == 1 ? side : 0);
    int place = a == 0 ? i : j;
    if (place < 0 || place >= shape[a]) {
      if (!circle[a]) {
        return -1;
      }
      i = Math.floorMod(i, shape[0]);
      j = Math.floorMod(j, shape[1]);
    }
    return i * shape[1] + j;
  }

  /** The cell beside one along a coordinate, −1 where the region ends. */
  int neighbour(int cell, int a, int side) {
    int next = beside(cell, a, side);
    return next >= 0 && piece[next] >= 0 && next != cell ? next : -1;
  }

  /** The cells of the region, ascending. */
  int[] cells() {
    return cells;
  }

  /** The number of all cells of the grid. */
  int all() {
    return piece.length;
  }

  /** The piece of a cell, −1 outside the region. */
  int piece(int cell) {
    return piece[cell];
  }

  int pieces() {
    return pieces;
  }

  double width(int a) {
    return widths[a];
  }

  /** The number of corners. */
  int nodes() {
    return nodes;
  }

  /** The corners of a cell: low a and low b, low and high, high and low, high and high. */
  int[] corners(int cell) {
    return corners[cell];
  }

  /**
   * The slope of values by cell along a coordinate, as far as neighbours know it.
   *
   * @param y the values
   * @param off how far off the centre along the coordinate each stands; null for not at all
   */
  double slope(double[] y, double[] off, int cell, int a) {
    int before = neighbour(cell, a, -1);
    int behind = neighbour(cell, a, 1);
    int low = before < 0 ? cell : before;
    int high = behind < 0 ? cell : behind;
    if (low == high) {
      return 0;
    }
    int steps = (before < 0 ? 0 : 1) + (behind < 0 ? 0 : 1);
    double distance = steps * widths[a] + (off == null ? 0 : off[high] - off[low]);
    return (y[high] - y[low]) / distance;
  }

  /** The second derivative of values by cell along a coordinate; 0 beside the edge. */
  double bend(double[] y, int cell, int a) {
    int before = neighbour(cell, a, -1);
    int behind = neighbour(cell, a, 1);
    if (before < 0 || behind < 0) {
      return 0;
    }
    return (y[behind] - 2 * y[cell] + y[before]) / (widths[a] * widths[a]);
  }

  /** The cells of the largest population first. */
  Integer[] byPopulation(double[] weight) {
    Integer[] order = new Integer[cells.length];
    Arrays.setAll(order, k -> cells[k]);
    Arrays.sort(order, Comparator.comparingDouble(cell -> -weight[cell]));
    return order;
  }
}
