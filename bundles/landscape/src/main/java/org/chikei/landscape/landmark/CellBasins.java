package org.chikei.landscape.landmark;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import org.chikei.landscape.passage.Basins;

/**
 * The basins of a landscape of one to three coordinates and the passes between neighbours, by
 * flooding and persistence: a basin counts if one must climb more than a threshold from its minimum
 * to reach a deeper one, and else belongs to that.
 *
 * @param minima the cell of each basin's minimum, the deepest first
 * @param prominences how far one must climb from each minimum to reach a deeper one; infinite for
 *     the deepest of its piece
 * @param basinOf the basin of each cell; −1 where there is none
 * @param passes the passes between each two basins that touch, the lowest first
 */
record CellBasins(int[] minima, double[] prominences, int[] basinOf, List<Pass> passes) {

  /**
   * A pass between two basins that touch.
   *
   * @param deep the number of the deeper basin
   * @param shallow the number of the other
   * @param cell the cell of the pass
   * @param first whether it is where the water of the two first meets, so that no way from one to
   *     the other stays lower
   */
  record Pass(int deep, int shallow, int cell, boolean first) {}

  /**
   * Finds basins and passes.
   *
   * @param grid the grid
   * @param y the landscape by cell; NaN where it is not known
   * @param minimumSamples how many independent samples the cell of a minimum needs; the deepest of
   *     all needs none
   * @param threshold the smallest prominence of a basin, by cell of its minimum and of the pass
   */
  static CellBasins find(
      CellGrid grid, double[] y, double minimumSamples, Basins.Threshold threshold) {
    int[] order = CellOrder.ascending(y);
    CellNeighbours near = new CellNeighbours(grid);
    int[] parent = new int[y.length];
    Arrays.fill(parent, -1);
    double[] prominence = new double[y.length];
    Arrays.fill(prominence, Double.POSITIVE_INFINITY);
    boolean[] dropped = new boolean[y.length];
    for (int cell : order) {
      parent[cell] = cell;
      int count = near.find(cell);
      for (int n = 0; n < count; n++) {
        int next = near.cell(n);
        if (parent[next] < 0) {
          continue;
        }
        int a = root(parent, cell);
        int b = root(parent, next);
        if (a != b) {
          int shallow = y[a] > y[b] || y[a] == y[b] && a > b ? a : b;
          prominence[shallow] = y[cell] - y[shallow];
          dropped[shallow] =
              shallow == cell || !(prominence[shallow] > threshold.at(shallow, cell));
          parent[shallow] = shallow == a ? b : a;
        }
      }
    }
    int[] cells =
        Arrays.stream(order)
            .filter(
                cell -> {
                  boolean summit = parent[cell] == cell || !Double.isInfinite(prominence[cell]);
                  boolean trusted = grid.independent()[cell] >= minimumSamples;
                  return summit && (trusted || cell == order[0]) && !dropped[cell];
                })
            .toArray();
    CellBasins basins =
        assign(
            grid, y, order, cells, Arrays.stream(cells).mapToDouble(c -> prominence[c]).toArray());
    List<Pass> passes = new ArrayList<>(basins.passes());
    passes.addAll(
        BasinBorders.furtherPasses(grid, y, order, basins.basinOf(), minimumSamples, threshold));
    passes.sort(Comparator.comparingDouble(pass -> y[pass.cell()]));
    return new CellBasins(cells, basins.prominences(), basins.basinOf(), List.copyOf(passes));
  }

  /** Floods once more with the minima known: what has no minimum of its own joins one that has. */
  private static CellBasins assign(
      CellGrid grid, double[] y, int[] order, int[] minima, double[] prominences) {
    int[] parent = new int[grid.cells()];
    int[] basin = new int[grid.cells()];
    Arrays.fill(parent, -1);
    Arrays.fill(basin, -1);
    for (int b = 0; b < minima.length; b++) {
      basin[minima[b]] = b;
    }
    int[] joined = new int[minima.length];
    Arrays.setAll(joined, b -> b);
    BitSet met = new BitSet();
    List<Pass> passes = new ArrayList<>();
    CellNeighbours near = new CellNeighbours(grid);
    for (int cell : order) {
      int count = near.find(cell);
      int below = basin[cell] >= 0 ? -1 : steepest(y, parent, cell, near, count);
      parent[cell] = below < 0 ? cell : root(parent, below);
      for (int n = 0; n < count; n++) {
        if (parent[near.cell(n)] >= 0) {
          // a pool without a minimum that counts spills over here
          int own = root(parent, cell);
          int other = root(parent, near.cell(n));
          if (own != other && (basin[own] < 0 || basin[other] < 0)) {
            int named = basin[own] < 0 ? other : own;
            parent[named == own ? other : own] = named;
          }
        }
      }
      int own = basin[root(parent, cell)];
      for (int n = 0; n < count; n++) {
        int other = parent[near.cell(n)] < 0 ? -1 : basin[root(parent, near.cell(n))];
        if (own >= 0 && other >= 0 && own != other) {
          int deep = Math.min(own, other);
          int shallow = Math.max(own, other);
          if (!met.get(deep * minima.length + shallow)) {
            met.set(deep * minima.length + shallow);
            int a = root(joined, deep);
            int b = root(joined, shallow);
            passes.add(new Pass(deep, shallow, cell, a != b));
            joined[b] = a;
          }
        }
      }
    }
    int[] of = new int[grid.cells()];
    for (int cell = 0; cell < of.length; cell++) {
      of[cell] = parent[cell] < 0 ? -1 : basin[root(parent, cell)];
    }
    return new CellBasins(minima, prominences, of, passes);
  }

  /** The flooded neighbour that lies steepest below a cell; −1 where there is none. */
  private static int steepest(double[] y, int[] parent, int cell, CellNeighbours near, int count) {
    int best = -1;
    double steepest = Double.NEGATIVE_INFINITY;
    for (int n = 0; n < count; n++) {
      int next = near.cell(n);
      if (parent[next] >= 0) {
        double slope = (y[cell] - y[next]) / near.distance(n);
        if (slope > steepest) {
          steepest = slope;
          best = next;
        }
      }
    }
    return best;
  }

  private static int root(int[] parent, int cell) {
    int root = cell;
    while (parent[root] != root) {
      root = parent[root];
    }
    int at = cell;
    while (parent[at] != root) {
      int next = parent[at];
      parent[at] = root;
      at = next;
    }
    return root;
  }
}
