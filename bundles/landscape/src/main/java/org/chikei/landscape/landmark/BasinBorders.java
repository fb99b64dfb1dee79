package org.chikei.landscape.landmark;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;
import org.chikei.landscape.passage.Basins;

/**
 * Where the border between two basins dips again beside its lowest place, as on both sides of a
 * circle: by flooding the cells of the border alone, a dip counts if one must climb more than a
 * threshold along the border from there to a lower one, or cannot reach one along it.
 */
final class BasinBorders {
  private final CellGrid grid;
  private final double[] y;
  private final Basins.Threshold threshold;

  /** The number of each cell among those of the border at hand, the lowest first; −1 elsewhere. */
  private final int[] number;

  private final CellNeighbours first;
  private final CellNeighbours second;

  /** Cells within two steps of one; some more than once. */
  private final int[] near;

  private BasinBorders(CellGrid grid, double[] y, Basins.Threshold threshold) {
    this.grid = grid;
    this.y = y;
    this.threshold = threshold;
    number = new int[y.length];
    Arrays.fill(number, -1);
    first = new CellNeighbours(grid);
    second = new CellNeighbours(grid);
    int most = CellNeighbours.most(grid.dimensions());
    near = new int[most * (most + 1)];
  }

  /**
   * Finds the further dips.
   *
   * @param grid the grid
   * @param y the landscape by cell
   * @param order the known cells, the lowest first
   * @param basinOf the basin of each cell
   * @param minimumSamples how many independent samples the cell of a dip needs
   * @param threshold the smallest rise from a dip along the border that counts, by the cells of the
   *     dip and of the top
   * @return a pass for each dip but the lowest of each two basins
   */
  static List<CellBasins.Pass> furtherPasses(
      CellGrid grid,
      double[] y,
      int[] order,
      int[] basinOf,
      double minimumSamples,
      Basins.Threshold threshold) {
    BasinBorders borders = new BasinBorders(grid, y, threshold);
    int basins = 1 + Arrays.stream(basinOf).max().orElse(-1);
    long[] places = borderPlaces(grid, order, basinOf, basins);
    List<CellBasins.Pass> passes = new ArrayList<>();
    for (int from = 0, to; from < places.length; from = to) {
      long pair = places[from] / order.length;
      to = from;
      while (to < places.length && places[to] / order.length == pair) {
        to++;
      }
      int[] cells = new int[to - from];
      for (int k = 0; k < cells.length; k++) {
        cells[k] = order[(int) (places[from + k] % order.length)];
      }
      boolean[] dips = borders.dips(cells);
      for (int k = 1; k < cells.length; k++) {
        if (dips[k] && grid.independent()[cells[k]] >= minimumSamples) {
          int deep = (int) (pair / basins);
          passes.add(new CellBasins.Pass(deep, (int) (pair % basins), cells[k], false));
        }
      }
    }
    return passes;
  }

  /**
   * The cells on the borders, each as the pair of its basins times the number of known cells, plus
   * its rank among them; ascending.
   */
  private static long[] borderPlaces(CellGrid grid, int[] order, int[] basinOf, int basins) {
    LongStream.Builder places = LongStream.builder();
    boolean[] flooded = new boolean[basinOf.length];
    CellNeighbours near = new CellNeighbours(grid);
    for (int rank = 0; rank < order.length; rank++) {
      int cell = order[rank];
      int own = basinOf[cell];
      int count = near.find(cell);
      for (int n = 0; n < count; n++) {
        int other = basinOf[near.cell(n)];
        if (flooded[near.cell(n)] && own >= 0 && other >= 0 && other != own) {
          long pair = (long) Math.min(own, other) * basins + Math.max(own, other);
          places.add(pair * order.length + rank);
        }
      }
      flooded[cell] = true;
    }
    return places.build().sorted().distinct().toArray();
  }

  /** Which cells of a border are dips of it; the cells are given the lowest first. */
  private boolean[] dips(int[] cells) {
    boolean[] dips = new boolean[cells.length];
    int[] parent = new int[cells.length];
    for (int k = 0; k < cells.length; k++) {
      int count = findNear(cells[k]);
      int lowest = k;
      for (int n = 0; n < count; n++) {
        lowest = Math.min(lowest, root(parent, number[near[n]]));
      }
      number[cells[k]] = k;
      parent[k] = lowest;
      dips[k] = lowest == k;
      for (int n = 0; n < count; n++) {
        int root = root(parent, number[near[n]]);
        if (root != lowest) {
          parent[root] = lowest;
          dips[root] = y[cells[k]] - y[cells[root]] > threshold.at(cells[root], cells[k]);
        }
      }
    }
    for (int cell : cells) {
      number[cell] = -1;
    }
    return dips;
  }

  /** Finds the cells of the border at hand within two steps, and says how many. */
  private int findNear(int cell) {
    int count = 0;
    int touching = first.find(cell);
    for (int n = 0; n < touching; n++) {
      int next = first.cell(n);
      if (number[next] >= 0) {
        near[count++] = next;
      }
      int further = second.find(next);
      for (int m = 0; m < further; m++) {
        if (number[second.cell(m)] >= 0) {
          near[count++] = second.cell(m);
        }
      }
    }
    return count;
  }

  private static int root(int[] parent, int k) {
    int root = k;
    while (parent[root] != root) {
      parent[root] = parent[parent[root]];
      root = parent[root];
    }
    return root;
  }
}
