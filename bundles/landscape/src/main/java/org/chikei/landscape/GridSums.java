package org.chikei.landscape;

import java.util.List;
import java.util.function.IntPredicate;
import org.chikei.api.analysis.JoinedWindows;

/**
 * Sums by cell on a rectangular grid, whole and by block: what an accumulator has become when the
 * run is over. Cell {@code i} of one coordinate is bin {@code i}; of two coordinates cell {@code i
 * * n₂ + k}, and so on. Behind the last cell stands one more, the sums over every sample in or out
 * of range.
 */
final class GridSums {
  /** How many numbers are worked on at a time, to bound memory on large grids: 64 MB. */
  private static final int NUMBERS = 1 << 23;

  private final int quantities;
  private final int[] shape;
  private final double[][] centres;
  private final double[] widths;
  private final int cells;
  private final double[] total;
  private final int[][] blockCells;
  private final double[][] blockSums;
  private final int[] blockFrames;
  private final int[] blockRuns;

  /** What joined windows add to the blocks; null where there are none. */
  private final WindowTerms windows;

  private GridSums(
      int quantities,
      int[] shape,
      double[][] centres,
      double[] widths,
      int cells,
      double[] total,
      int[][] blockCells,
      double[][] blockSums,
      int[] blockFrames,
      int[] blockRuns,
      WindowTerms windows) {
    this.quantities = quantities;
    this.shape = shape;
    this.centres = centres;
    this.widths = widths;
    this.cells = cells;
    this.total = total;
    this.blockCells = blockCells;
    this.blockSums = blockSums;
    this.blockFrames = blockFrames;
    this.blockRuns = blockRuns;
    this.windows = windows;
  }

  /**
   * The same sums where every block counts as joined windows have it: by what it holds beyond the
   * mean of its window, and by what it does to the weights of all frames. The sums of all blocks
   * are then no longer the total, but what moves it.
   *
   * @param joined the windows; null where there are none, which changes nothing
   * @param unweighted which quantities of the cells carry no weight
   * @return the sums
   */
  GridSums joined(JoinedWindows joined, IntPredicate unweighted) {
    return joined == null
        ? this
        : new GridSums(
            quantities,
            shape,
            centres,
            widths,
            cells,
            total,
            blockCells,
            blockSums,
            blockFrames,
            blockRuns,
            WindowTerms.of(this, joined, unweighted));
  }

  /**
   * Lays sums out on the grid that was seen; joins bins of open axes until about as many are left
   * as the axis aims at.
   *
   * @param binning where the bins are
   * @param sums the sums, with the cell of everything
   * @param others further sums under the same binning, renamed along with it
   * @return the grid
   */
  static GridSums of(Binning binning, CellBlocks sums, CellBlocks... others) {
    int dimensions = binning.dimensions();
    CellBlocks[] all = new CellBlocks[others.length + 1];
    all[0] = sums;
    System.arraycopy(others, 0, all, 1, others.length);
    int[] shape = new int[dimensions];
    int[] low = new int[dimensions];
    double[][] centres = new double[dimensions][];
    double[] widths = new double[dimensions];
    int cells = 1;
    for (int a = 0; a < dimensions; a++) {
      BinAxis axis = binning.axis(a);
      boolean open = axis.kind() == BinAxis.Kind.OPEN;
      while (open && binning.high(a) - binning.low(a) + 1 > 1.5 * axis.count()) {
        binning.coarsen(a, all);
      }
      boolean empty = binning.low(a) > binning.high(a);
      low[a] = open && !empty ? binning.low(a) : 0;
      shape[a] = open ? (empty ? 0 : binning.high(a) - binning.low(a) + 1) : axis.count();
      widths[a] = axis.width() * (1L << binning.level(a));
      centres[a] = new double[shape[a]];
      for (int k = 0; k < shape[a]; k++) {
        centres[a][k] = axis.origin() + (low[a] + k + 0.5) * widths[a];
      }
      cells *= shape[a];
    }
    int[] place = new int[sums.cells()];
    for (int cell = 0; cell < place.length; cell++) {
      place[cell] = place(binning, sums.key(cell), low, shape, cells);
    }
    return laidOut(sums, place, shape, centres, widths);
  }

  private static int place(Binning binning, long key, int[] low, int[] shape, int cells) {
    if (key == Binning.EVERYTHING) {
      return cells;
    }
    int place = 0;
    for (int a = 0; a < shape.length; a++) {
      place = place * shape[a] + binning.binOf(key, a) - low[a];
    }
    return place;
  }

  /**
   * Sums by block on a grid.
   *
   * @param quantities how many numbers each cell has
   * @param shape how many bins each coordinate has
   * @param centres their centres
   * @param widths their widths
   * @param blockCells the cells of each block, that of everything last
   * @param blockSums their numbers
   * @param frames how many frames each block has
   * @param runs the run of each block
   */
  static GridSums laidOut(
      int quantities,
      int[] shape,
      double[][] centres,
      double[] widths,
      int[][] blockCells,
      double[][] blockSums,
      int[] frames,
      int[] runs) {
    int cells = 1;
    for (int each : shape) {
      cells *= each;
    }
    double[] total = new double[(cells + 1) * quantities];
    for (int b = 0; b < blockCells.length; b++) {
      for (int k = 0; k < blockSums[b].length; k++) {
        total[blockCells[b][k / quantities] * quantities + k % quantities] += blockSums[b][k];
      }
    }
    return new GridSums(
        quantities,
        shape,
        centres,
        widths,
        cells,
        total,
        blockCells,
        blockSums,
        frames,
        runs,
        null);
  }

  /**
   * Other sums of the same blocks on the same grid.
   *
   * @param newQuantities how many numbers each cell has
   * @param newTotal those of all blocks, the cell of everything last
   * @param newCells the cells of each block
   * @param newSums their numbers
   */
  GridSums withSums(int newQuantities, double[] newTotal, int[][] newCells, double[][] newSums) {
    return new GridSums(
        newQuantities,
        shape,
        centres,
        widths,
        cells,
        newTotal,
        newCells,
        newSums,
        blockFrames,
        blockRuns,
        null);
  }

  private static GridSums laidOut(
      CellBlocks sums, int[] place, int[] shape, double[][] centres, double[] widths) {
    List<CellBlocks.Block> blocks = sums.blocks();
    int[][] blockCells = new int[blocks.size()][];
    double[][] blockSums = new double[blocks.size()][];
    int[] frames = new int[blocks.size()];
    int[] runs = new int[blocks.size()];
    for (int b = 0; b < blocks.size(); b++) {
      CellBlocks.Block block = blocks.get(b);
      int[] placed = new int[block.cells.length];
      for (int k = 0; k < placed.length; k++) {
        placed[k] = place[block.cells[k]];
      }
      blockCells[b] = placed;
      blockSums[b] = block.sums;
      frames[b] = block.frames;
      runs[b] = block.run;
    }
    return laidOut(sums.quantities(), shape, centres, widths, blockCells, blockSums, frames, runs);
  }

  /** How many numbers each cell has. */
  int quantities() {
    return quantities;
  }

  /** How many bins each coordinate has. */
  int[] shape() {
    return shape;
  }

  /** How many cells the grid has, without the one of everything. */
  int cells() {
    return cells;
  }

  /** The bin of a cell along a coordinate. */
  int bin(int cell, int a) {
    int stride = 1;
    for (int k = a + 1; k < shape.length; k++) {
      stride *= shape[k];
    }
    return cell / stride % shape[a];
  }

  /** The centre of each cell along a coordinate. */
  double[] places(int a) {
    double[] places = new double[cells];
    for (int cell = 0; cell < cells; cell++) {
      places[cell] = centres[a][bin(cell, a)];
    }
    return places;
  }

  /** The centres of the bins of a coordinate. */
  double[] centres(int a) {
    return centres[a];
  }

  /** The width of the bins of a coordinate. */
  double width(int a) {
    return widths[a];
  }

  /** The sums of all frames, cell by cell, the cell of everything last. */
  double[] total() {
    return total;
  }

  /** One quantity of all cells. */
  double[] quantity(int q) {
    double[] column = new double[cells];
    for (int k = 0; k < cells; k++) {
      column[k] = total[k * quantities + q];
    }
    return column;
  }

  /** How many blocks there are. */
  int blocks() {
    return blockCells.length;
  }

  /** How many frames a block has. */
  int frames(int block) {
    return blockFrames[block];
  }

  /** Which run a block belongs to; the first of several that it was joined from. */
  int run(int block) {
    return blockRuns[block];
  }

  /** Whether windows are joined. */
  boolean hasWindows() {
    return windows != null;
  }

  /** One quantity by cell and block, {@code [cell][block]}, the cell of everything last. */
  double[][] byBlock(int quantity) {
    return byBlock(quantity, 0, cells + 1);
  }

  /** The same of some cells, {@code [cell − from][block]}. */
  double[][] byBlock(int quantity, int from, int to) {
    double[][] columns = ownByBlock(quantity, from, to);
    for (int cell = from; windows != null && cell < to; cell++) {
      for (int b = 0; b < blockCells.length; b++) {
        columns[cell - from][b] += windows.of(b, cell, quantity);
      }
    }
    return columns;
  }

  /**
   * One quantity by cell and block, for what is to be known of each cell by itself: where windows
   * are joined, what a block holds beyond the mean of its window, their weights taken as known.
   */
  double[][] byBlockAlone(int quantity, int from, int to) {
    double[][] columns = ownByBlock(quantity, from, to);
    for (int cell = from; windows != null && cell < to; cell++) {
      for (int b = 0; b < blockCells.length; b++) {
        columns[cell - from][b] += windows.mean(b, cell, quantity);
      }
    }
    return columns;
  }

  private double[][] ownByBlock(int quantity, int from, int to) {
    double[][] columns = new double[to - from][blockCells.length];
    for (int b = 0; b < blockCells.length; b++) {
      int[] places = blockCells[b];
      double[] values = blockSums[b];
      for (int k = 0; k < places.length; k++) {
        if (places[k] >= from && places[k] < to) {
          columns[places[k] - from][b] += values[k * quantities + quantity];
        }
      }
    }
    return columns;
  }

  /** How many cells can be looked at by block at a time in bounded memory. */
  int chunk() {
    return Math.max(1, NUMBERS / Math.max(1, blockCells.length));
  }

  /** Adds the sums of a block, laid out as {@link #total}. */
  void addBlock(int block, double[] to) {
    for (int k = 0; k < blockCells[block].length; k++) {
      for (int q = 0; q < quantities; q++) {
        to[blockCells[block][k] * quantities + q] += blockSums[block][k * quantities + q];
      }
    }
    for (int at = 0; windows != null && at < to.length; at++) {
      to[at] += windows.of(block, at / quantities, at % quantities);
    }
  }

  /**
   * One cell as a grid without cells, its sums in another order: for what looks at one coordinate
   * only.
   *
   * @param cell the cell, {@link #cells()} for that of everything
   * @param order for each new quantity the present one, −1 for zero
   * @return a grid whose cell of everything is that cell
   */
  GridSums only(int cell, int[] order) {
    double[] alone = new double[order.length];
    int[][] nothing = new int[blockCells.length][1];
    double[][] parts = new double[blockCells.length][order.length];
    for (int q = 0; q < order.length; q++) {
      if (order[q] >= 0) {
        alone[q] = total[cell * quantities + order[q]];
      }
    }
    for (int b = 0; b < parts.length; b++) {
      for (int k = 0; k < blockCells[b].length; k++) {
        for (int q = 0; q < order.length && blockCells[b][k] == cell; q++) {
          parts[b][q] = order[q] < 0 ? 0 : blockSums[b][k * quantities + order[q]];
        }
      }
    }
    return new GridSums(
        order.length,
        new int[0],
        new double[0][],
        new double[0],
        0,
        alone,
        nothing,
        parts,
        blockFrames,
        blockRuns,
        windows == null ? null : windows.only(cell, order));
  }

  /**
   * The sums of some blocks, as if no others had come. Not for joined windows, whose weights come
   * from all frames.
   *
   * @param kept the blocks, in their order
   */
  GridSums part(int[] kept) {
    double[] sum = new double[total.length];
    int[][] keptCells = new int[kept.length][];
    double[][] keptSums = new double[kept.length][];
    int[] frames = new int[kept.length];
    int[] runs = new int[kept.length];
    for (int k = 0; k < kept.length; k++) {
      addBlock(kept[k], sum);
      keptCells[k] = blockCells[kept[k]];
      keptSums[k] = blockSums[kept[k]];
      frames[k] = blockFrames[kept[k]];
      runs[k] = blockRuns[kept[k]];
    }
    return new GridSums(
        quantities, shape, centres, widths, cells, sum, keptCells, keptSums, frames, runs, null);
  }

  /** The sum of a quantity over the cells of the grid in one block. */
  double inRange(int block, int quantity) {
    double sum = 0;
    for (int k = 0; k < blockCells[block].length; k++) {
      sum += blockCells[block][k] < cells ? blockSums[block][k * quantities + quantity] : 0;
    }
    for (int cell = 0; windows != null && cell < cells; cell++) {
      sum += windows.of(block, cell, quantity);
    }
    return sum;
  }

  /** Adds to {@code parts[cell − from][block]} which part of a cell's sum comes from a block. */
  void addParts(int block, int quantity, int from, int to, double[][] parts) {
    for (int k = 0; k < blockCells[block].length; k++) {
      int cell = blockCells[block][k];
      double whole = total[cell * quantities + quantity];
      if (cell >= from && cell < to && whole > 0) {
        parts[cell - from][block] += blockSums[block][k * quantities + quantity] / whole;
      }
    }
    for (int cell = from; windows != null && cell < to; cell++) {
      double whole = total[cell * quantities + quantity];
      parts[cell - from][block] += whole > 0 ? windows.of(block, cell, quantity) / whole : 0;
    }
  }
}
