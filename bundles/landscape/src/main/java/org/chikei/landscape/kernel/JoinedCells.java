package org.chikei.landscape.kernel;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The cells of a grid, joined along each axis by a power of two, so that a wide kernel costs no
 * more than a narrow one; along some of the axes only, whatever the others are.
 */
final class JoinedCells {
  private final FineGrid grid;
  private final int[] axes;
  private final boolean atPoints;
  private final int[] shape;
  private final int[] joined;
  private final int[] place;
  private final int cells;

  private JoinedCells(FineGrid grid, int[] axes, int[] joined, boolean atPoints) {
    this.grid = grid;
    this.axes = axes;
    this.joined = joined;
    this.atPoints = atPoints;
    shape = new int[axes.length];
    for (int k = 0; k < axes.length; k++) {
      shape[k] = (grid.shape()[axes[k]] + joined[k] - 1) / joined[k];
    }
    cells = Arrays.stream(shape).reduce(1, (x, y) -> x * y);
    place = new int[grid.cells()];
    int[] strides = new int[grid.dimensions()];
    int stride = 1;
    for (int a = strides.length - 1; a >= 0; a--) {
      strides[a] = stride;
      stride *= grid.shape()[a];
    }
    for (int cell = 0; cell < place.length; cell++) {
      for (int k = 0; k < axes.length; k++) {
        int index = cell / strides[axes[k]] % grid.shape()[axes[k]];
        place[cell] = place[cell] * shape[k] + index / joined[k];
      }
    }
  }

  /**
   * Cells of at most half a bandwidth, for results at the points of the grid.
   *
   * @param grid the grid
   * @param bandwidth the bandwidths
   */
  static JoinedCells toPoints(FineGrid grid, double[] bandwidth) {
    int[] axes = IntStream.range(0, grid.dimensions()).toArray();
    int[] joined = new int[axes.length];
    for (int a = 0; a < joined.length; a++) {
      joined[a] = 1;
      while (2 * joined[a] * grid.width(a) <= bandwidth[a] / 2 && fits(grid, a, 2 * joined[a])) {
        joined[a] *= 2;
      }
    }
    return new JoinedCells(grid, axes, joined, true);
  }

  /**
   * At most so many cells, for results at the cells themselves.
   *
   * @param grid the grid
   * @param axes the axes that are kept
   * @param most how many cells there may be
   */
  static JoinedCells toCells(FineGrid grid, int[] axes, int most) {
    int[] joined = new int[axes.length];
    Arrays.fill(joined, 1);
    while (true) {
      long all = 1;
      int longest = -1;
      for (int k = 0; k < axes.length; k++) {
        int length = (grid.shape()[axes[k]] + joined[k] - 1) / joined[k];
        all *= length;
        boolean can = fits(grid, axes[k], 2 * joined[k]);
        if (can && (longest < 0 || length > grid.shape()[axes[longest]] / joined[longest])) {
          longest = k;
        }
      }
      if (all <= most || longest < 0) {
        return new JoinedCells(grid, axes, joined, false);
      }
      joined[longest] *= 2;
    }
  }

  /** Whether a circle has a whole number of joined cells. */
  private static boolean fits(FineGrid grid, int a, int joined) {
    return !grid.circle(a) || grid.shape()[a] % joined == 0;
  }

  /** How many cells there are along each axis that is kept. */
  int[] shape() {
    return shape;
  }

  int cells() {
    return cells;
  }

  /** The width of a joined cell along one of the axes that are kept. */
  double width(int k) {
    return joined[k] * grid.width(axes[k]);
  }

  /** The volume of a cell. */
  double volume() {
    double volume = 1;
    for (int k = 0; k < axes.length; k++) {
      volume *= width(k);
    }
    return volume;
  }

  /** The joined cell that a cell of the grid belongs to. */
  int place(int cell) {
    return place[cell];
  }

  /** Adds one quantity of a block to a column of cells. */
  void add(int block, int quantity, double[] to) {
    grid.add(block, quantity, place, to);
  }

  /** One quantity of all blocks. */
  double[] total(int quantity) {
    double[] total = new double[cells];
    for (int b = 0; b < grid.blocks(); b++) {
      add(b, quantity, total);
    }
    return total;
  }

  /** How many places results are made at along each axis. */
  int[] points() {
    if (!atPoints) {
      return shape;
    }
    int[] points = new int[axes.length];
    for (int k = 0; k < points.length; k++) {
      points[k] = grid.points()[axes[k]];
    }
    return points;
  }

  /** The kernels from cells to where results are made, of the bandwidths given. */
  KernelBand[] bands(double[] bandwidth) {
    KernelBand[] bands = new KernelBand[axes.length];
    int[] points = points();
    for (int k = 0; k < bands.length; k++) {
      int a = axes[k];
      double place = atPoints ? grid.firstPlace(a) / joined[k] : 0.5;
      double step = atPoints ? (double) grid.step(a) / joined[k] : 1;
      bands[k] =
          new KernelBand(bandwidth[k], width(k), shape[k], grid.circle(a), place, step, points[k]);
    }
    return bands;
  }

  /**
   * What the kernels meet where axes end.
   *
   * @param bands the kernels
   * @param ends the lower and the upper end of each axis
   */
  KernelDomain[] domains(KernelBand[] bands, double[][] ends) {
    KernelDomain[] domains = new KernelDomain[axes.length];
    for (int k = 0; k < domains.length; k++) {
      domains[k] = KernelDomain.of(bands[k], ends[k], grid.begin(axes[k]), width(k));
    }
    return domains;
  }
}
