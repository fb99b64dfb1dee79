package org.chikei.landscape.flow;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Comparator;

/**
 * The cells of a grid of two or three coordinates that are sampled well enough, which of them
 * border on each other, and the corners that they share. A piece is a set of cells joined by their
 * sides; pieces share no corner.
 */
final class FlowRegion {
  private final int dimensions;
  private final int[] shape;
  private final int[] strides;
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
    this.dimensions = shape.length;
    this.shape = shape;
    this.strides = new int[dimensions];
    for (int a = dimensions - 1, stride = 1; a >= 0; a--) {
      strides[a] = stride;
      stride *= shape[a];
    }
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
      for (int a = 0; a < dimensions; a++) {
        for (int side = -1; side <= 1; side += 2) {
          int next = beside(cell, a, side);
          if (next >= 0 && sampled[next] && piece[next] == -1) {
            piece[next] = pieces;
            open.add(next);
          }
        }
      }
    }
    if (size >= corners()) {
      pieces++;
      return;
    }
    for (int cell = 0; cell < piece.length; cell++) {
      piece[cell] = piece[cell] == pieces ? -2 : piece[cell];
    }
  }

  /** Numbers the corners piece by piece, along the shortest coordinate first. */
  private void number() {
    Integer[] order = new Integer[dimensions];
    Arrays.setAll(order, a -> a);
    Arrays.sort(order, Comparator.comparingInt(a -> -shape[a]));
    long all = 1;
    for (int each : shape) {
      all *= each + 1;
    }
    int each = corners();
    long[] keys = new long[each * cells.length];
    for (int k = 0; k < cells.length; k++) {
      for (int c = 0; c < each; c++) {
        long place = 0;
        for (int a : order) {
          int bin = bin(cells[k], a) + (isHigh(c, a) ? 1 : 0);
          place = place * (shape[a] + 1) + (circle[a] ? bin % shape[a] : bin);
        }
        keys[each * k + c] = piece[cells[k]] * all + place;
      }
    }
    long[] distinct = Arrays.stream(keys).sorted().distinct().toArray();
    nodes = distinct.length;
    for (int k = 0; k < cells.length; k++) {
      corners[cells[k]] = new int[each];
      for (int c = 0; c < each; c++) {
        corners[cells[k]][c] = Arrays.binarySearch(distinct, keys[each * k + c]);
      }
    }
  }

  /** How many corners a cell has. */
  private int corners() {
    return 1 << dimensions;
  }

  /** Whether a corner lies at the high end of a coordinate: the last one changes first. */
  private boolean isHigh(int corner, int a) {
    return (corner >> (dimensions - 1 - a) & 1) == 1;
  }

  /** The bin of a cell along a coordinate. */
  int bin(int cell, int a) {
    return cell / strides[a] % shape[a];
  }

  private int beside(int cell, int a, int side) {
    int bin = bin(cell, a);
    int next = bin + side;
    if (next < 0 || next >= shape[a]) {
      if (!circle[a]) {
        return -1;
      }
      next = Math.floorMod(next, shape[a]);
    }
    return cell + (next - bin) * strides[a];
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

  int dimensions() {
    return dimensions;
  }

  /** The corners of a cell, the last coordinate's low and high end first. */
  int[] corners(int cell) {
    return corners[cell];
  }

  /** What a corner of a cell adds to the slope along a coordinate at the centre. */
  double slope(int corner, int a) {
    return (isHigh(corner, a) ? 1.0 : -1.0) / (corners() / 2 * widths[a]);
  }

  /** The gradient at the centre of a cell of values on its corners. */
  void gradient(int[] at, double[] v, double[] gradient) {
    for (int a = 0; a < dimensions; a++) {
      double sum = 0;
      for (int c = 0; c < at.length; c++) {
        sum += isHigh(c, a) ? v[at[c]] : -v[at[c]];
      }
      gradient[a] = sum / (corners() / 2 * widths[a]);
    }
  }

  /** Adds the product of a flux at the centre of a cell with the gradient of each corner's φ. */
  void addDivergence(int[] at, double[] flux, double[] out) {
    for (int a = 0; a < dimensions; a++) {
      double part = flux[a] / (corners() / 2 * widths[a]);
      for (int c = 0; c < at.length; c++) {
        out[at[c]] += isHigh(c, a) ? part : -part;
      }
    }
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
