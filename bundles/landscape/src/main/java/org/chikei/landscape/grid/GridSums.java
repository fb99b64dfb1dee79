package org.chikei.landscape.grid;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import org.chikei.api.analysis.JoinedWindows;

/**
 * Sums by cell on a grid, whole and by block: what an accumulator has become when the run is over.
 * Behind the last cell stands one more, the sums over every sample in or out of range.
 */
public final class GridSums {
  /** How many numbers are worked on at a time, to bound memory on large grids: 64 MB. */
  private static final int NUMBERS = 1 << 23;

  private final int quantities;
  private final Grid grid;
  private final int cells;
  private final double[] total;
  private final Blocks blocks;

  /** What joined windows add to the blocks; null where there are none. */
  private final WindowTerms windows;

  /**
   * Runs of frames.
   *
   * @param cells the cells of each block
   * @param sums their numbers
   * @param frames how many frames each block has
   * @param runs the run of each block
   */
  public record Blocks(int[][] cells, double[][] sums, int[] frames, int[] runs) {
    int count() {
      return cells.length;
    }
  }

  private GridSums(int quantities, Grid grid, double[] total, Blocks blocks, WindowTerms windows) {
    this.quantities = quantities;
    this.grid = grid;
    this.cells = grid.cells();
    this.total = total;
    this.blocks = blocks;
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
  public GridSums joined(JoinedWindows joined, IntPredicate unweighted) {
    return joined == null
        ? this
        : new GridSums(quantities, grid, total, blocks, WindowTerms.of(this, joined, unweighted));
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
  public static GridSums of(Binning binning, CellBlocks sums, CellBlocks... others) {
    CellBlocks[] all = new CellBlocks[others.length + 1];
    all[0] = sums;
    System.arraycopy(others, 0, all, 1, others.length);
    Grid grid = Grid.seen(binning, all);
    int[] cellOf = new int[sums.cells()];
    for (int cell = 0; cell < cellOf.length; cell++) {
      cellOf[cell] = grid.cell(binning, sums.key(cell));
    }
    return of(sums.quantities(), grid, blocks(sums.blocks(), cellOf));
  }

  private static Blocks blocks(List<CellBlocks.Block> from, int[] cellOf) {
    int count = from.size();
    Blocks blocks =
        new Blocks(new int[count][], new double[count][], new int[count], new int[count]);
    for (int b = 0; b < count; b++) {
      CellBlocks.Block block = from.get(b);
      blocks.cells[b] = Arrays.stream(block.cells).map(cell -> cellOf[cell]).toArray();
      blocks.sums[b] = block.sums;
      blocks.frames[b] = block.frames;
      blocks.runs[b] = block.run;
    }
    return blocks;
  }

  /**
   * Sums by block on a grid.
   *
   * @param quantities how many numbers each cell has
   * @param grid the grid
   * @param blocks the blocks, with the sums of everything in the cell behind the last
   */
  public static GridSums of(int quantities, Grid grid, Blocks blocks) {
    double[] total = new double[(grid.cells() + 1) * quantities];
    for (int b = 0; b < blocks.count(); b++) {
      double[] sums = blocks.sums[b];
      for (int k = 0; k < sums.length; k++) {
        total[blocks.cells[b][k / quantities] * quantities + k % quantities] += sums[k];
      }
    }
    return new GridSums(quantities, grid, total, blocks, null);
  }

  /**
   * Other sums of the same blocks on the same grid.
   *
   * @param newQuantities how many numbers each cell has
   * @param newTotal those of all blocks, the cell of everything last
   * @param newCells the cells of each block
   * @param newSums their numbers
   */
  public GridSums withSums(
      int newQuantities, double[] newTotal, int[][] newCells, double[][] newSums) {
    Blocks others = new Blocks(newCells, newSums, blocks.frames, blocks.runs);
    return new GridSums(newQuantities, grid, newTotal, others, null);
  }

  /** How many numbers each cell has. */
  public int quantities() {
    return quantities;
  }

  /** How many bins each coordinate has. */
  public int[] shape() {
    return grid.shape();
  }

  /** How many cells the grid has, without the one of everything. */
  public int cells() {
    return cells;
  }

  /** The bin of a cell along a coordinate. */
  public int bin(int cell, int a) {
    return grid.bin(cell, a);
  }

  /** The centre of each cell along a coordinate. */
  public double[] places(int a) {
    return grid.places(a);
  }

  /** The centres of the bins of a coordinate. */
  public double[] centres(int a) {
    return grid.centres()[a];
  }

  /** The width of the bins of a coordinate. */
  public double width(int a) {
    return grid.widths()[a];
  }

  /** The sums of all frames, cell by cell, the cell of everything last. */
  public double[] total() {
    return total;
  }

  /** One quantity of all cells. */
  public double[] quantity(int q) {
    double[] column = new double[cells];
    for (int k = 0; k < cells; k++) {
      column[k] = total[k * quantities + q];
    }
    return column;
  }

  /** How many blocks there are. */
  public int blocks() {
    return blocks.count();
  }

  /** How many frames a block has. */
  public int frames(int block) {
    return blocks.frames[block];
  }

  /** Which run a block belongs to; the first of several that it was joined from. */
  public int run(int block) {
    return blocks.runs[block];
  }

  /** Whether windows are joined. */
  public boolean hasWindows() {
    return windows != null;
  }

  /** One quantity by cell and block, {@code [cell][block]}, the cell of everything last. */
  public double[][] byBlock(int quantity) {
    return byBlock(quantity, 0, cells + 1);
  }

  /** The same of some cells, {@code [cell − from][block]}. */
  public double[][] byBlock(int quantity, int from, int to) {
    double[][] columns = ownByBlock(quantity, from, to);
    for (int cell = from; windows != null && cell < to; cell++) {
      for (int b = 0; b < blocks.count(); b++) {
        columns[cell - from][b] += windows.of(b, cell, quantity);
      }
    }
    return columns;
  }

  /**
   * One quantity by cell and block, for what is to be known of each cell by itself: where windows
   * are joined, what a block holds beyond the mean of its window, their weights taken as known.
   */
  public double[][] byBlockAlone(int quantity, int from, int to) {
    double[][] columns = ownByBlock(quantity, from, to);
    for (int cell = from; windows != null && cell < to; cell++) {
      for (int b = 0; b < blocks.count(); b++) {
        columns[cell - from][b] += windows.mean(b, cell, quantity);
      }
    }
    return columns;
  }

  private double[][] ownByBlock(int quantity, int from, int to) {
    double[][] columns = new double[to - from][blocks.count()];
    for (int b = 0; b < blocks.count(); b++) {
      int[] places = blocks.cells[b];
      double[] values = blocks.sums[b];
      for (int k = 0; k < places.length; k++) {
        if (places[k] >= from && places[k] < to) {
          columns[places[k] - from][b] += values[k * quantities + quantity];
        }
      }
    }
    return columns;
  }

  /** How many cells can be looked at by block at a time in bounded memory. */
  public int chunk() {
    return Math.max(1, NUMBERS / Math.max(1, blocks.count()));
  }

  /** Adds the sums of a block, laid out as {@link #total}. */
  public void addBlock(int block, double[] to) {
    for (int k = 0; k < blocks.cells[block].length; k++) {
      for (int q = 0; q < quantities; q++) {
        to[blocks.cells[block][k] * quantities + q] += blocks.sums[block][k * quantities + q];
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
  public GridSums only(int cell, int[] order) {
    double[] alone = new double[order.length];
    int[][] nothing = new int[blocks.count()][1];
    double[][] parts = new double[blocks.count()][order.length];
    for (int q = 0; q < order.length; q++) {
      if (order[q] >= 0) {
        alone[q] = total[cell * quantities + order[q]];
      }
    }
    for (int b = 0; b < parts.length; b++) {
      for (int k = 0; k < blocks.cells[b].length; k++) {
        for (int q = 0; q < order.length && blocks.cells[b][k] == cell; q++) {
          parts[b][q] = order[q] < 0 ? 0 : blocks.sums[b][k * quantities + order[q]];
        }
      }
    }
    return new GridSums(
        order.length,
        Grid.NONE,
        alone,
        new Blocks(nothing, parts, blocks.frames, blocks.runs),
        windows == null ? null : windows.only(cell, order));
  }

  /**
   * The sums of some blocks, as if no others had come. Not for joined windows, whose weights come
   * from all frames.
   *
   * @param kept the blocks, in their order
   */
  public GridSums part(int[] kept) {
    double[] sum = new double[total.length];
    int count = kept.length;
    Blocks some = new Blocks(new int[count][], new double[count][], new int[count], new int[count]);
    for (int k = 0; k < count; k++) {
      addBlock(kept[k], sum);
      some.cells[k] = blocks.cells[kept[k]];
      some.sums[k] = blocks.sums[kept[k]];
      some.frames[k] = blocks.frames[kept[k]];
      some.runs[k] = blocks.runs[kept[k]];
    }
    return new GridSums(quantities, grid, sum, some, null);
  }

  /** The sum of a quantity over the cells of the grid in one block. */
  public double inRange(int block, int quantity) {
    double sum = 0;
    for (int k = 0; k < blocks.cells[block].length; k++) {
      sum += blocks.cells[block][k] < cells ? blocks.sums[block][k * quantities + quantity] : 0;
    }
    for (int cell = 0; windows != null && cell < cells; cell++) {
      sum += windows.of(block, cell, quantity);
    }
    return sum;
  }

  /** Adds to {@code parts[cell − from][block]} which part of a cell's sum comes from a block. */
  public void addParts(int block, int quantity, int from, int to, double[][] parts) {
    for (int k = 0; k < blocks.cells[block].length; k++) {
      int cell = blocks.cells[block][k];
      double whole = total[cell * quantities + quantity];
      if (cell >= from && cell < to && whole > 0) {
        parts[cell - from][block] += blocks.sums[block][k * quantities + quantity] / whole;
      }
    }
    for (int cell = from; windows != null && cell < to; cell++) {
      double whole = total[cell * quantities + quantity];
      parts[cell - from][block] += whole > 0 ? windows.of(block, cell, quantity) / whole : 0;
    }
  }
}
