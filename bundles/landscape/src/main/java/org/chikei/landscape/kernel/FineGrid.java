package org.chikei.landscape.kernel;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.chikei.api.analysis.StepFailure;
import org.chikei.landscape.grid.BinAxis;
import org.chikei.landscape.grid.Binning;
import org.chikei.landscape.grid.CellAccumulator;
import org.chikei.landscape.grid.CellBlocks;
import org.chikei.landscape.grid.Grid;
import org.chikei.landscape.grid.GridSums;
import org.chikei.landscape.grid.PointAxis;

/**
 * Sums in the narrow cells that a kernel is laid over, by block, and the points at which results
 * are made. Cells are numbered as those of {@link GridSums}; the lowest cell that was seen is the
 * first along its axis, unless the axis is a circle.
 */
public final class FineGrid {
  private static final long MOST_CELLS = 6_000_000;

  private final PointAxis[] axes;
  private final int[] shape;
  private final int[] low;
  private final double[] width;
  private final int[] firstPoint;
  private final int[] points;
  private final double[][] extremes;
  private final int quantities;
  private final int cells;
  private final int[][] blockCells;
  private final double[][] blockSums;
  private final int[] frames;
  private final int[] runs;
  private final GridSums bins;
  private final double[][][][] along;

  /**
   * Lays out what an accumulator has collected; joins cells of open axes until about as many are
   * left as the axis aims at.
   *
   * @param axes the axes
   * @param accumulator an accumulator over their cells, closed
   * @throws StepFailure if the grid is too large
   */
  public FineGrid(PointAxis[] axes, CellAccumulator accumulator) throws StepFailure {
    this(
        axes,
        accumulator.binning(),
        accumulator.sums(),
        IntStream.range(0, axes.length)
            .mapToObj(accumulator::moments)
            .map(moments -> new double[] {moments.smallest(), moments.largest()})
            .toArray(double[][]::new));
  }

  /**
   * The same of sums.
   *
   * @param axes the axes
   * @param binning how their cells stand
   * @param sums the sums, with the cell of everything
   * @param extremes the least and the greatest value of all samples along each axis
   * @throws StepFailure if the grid is too large
   */
  public FineGrid(PointAxis[] axes, Binning binning, CellBlocks sums, double[][] extremes)
      throws StepFailure {
    this.axes = axes;
    this.extremes = extremes;
    int dimensions = axes.length;
    shape = new int[dimensions];
    low = new int[dimensions];
    width = new double[dimensions];
    firstPoint = new int[dimensions];
    points = new int[dimensions];
    long all = 1;
    for (int a = 0; a < dimensions; a++) {
      BinAxis axis = axes[a].cells();
      boolean open = axis.kind() == BinAxis.Kind.OPEN;
      while (open && (long) binning.high(a) - binning.low(a) + 1 > 1.5 * axis.count()) {
        binning.coarsen(a, sums);
      }
      boolean circle = axis.kind() == BinAxis.Kind.CIRCLE;
      boolean empty = binning.low(a) > binning.high(a);
      low[a] = circle || empty ? 0 : binning.low(a);
      shape[a] = circle ? axis.count() : empty ? 0 : binning.high(a) - low[a] + 1;
      width[a] = axis.width() * (1L << binning.level(a));
      int split = axes[a].split();
      firstPoint[a] = open ? Math.floorDiv(low[a], split) : axes[a].first();
      points[a] =
          !open
              ? axes[a].points()
              : empty ? 0 : Math.floorDiv(binning.high(a), split) - firstPoint[a] + 1;
      all *= shape[a];
    }
    if (all > MOST_CELLS) {
      throw new StepFailure(
          all
              + " cells under the kernel are more than can be held, at most "
              + MOST_CELLS
              + "; give a wider bandwidth, a shorter range or fewer bins");
    }
    cells = (int) all;
    quantities = sums.quantities();
    along = new double[dimensions][quantities][][];
    List<CellBlocks.Block> blocks = sums.blocks();
    blockCells = new int[blocks.size()][];
    blockSums = new double[blocks.size()][];
    frames = new int[blocks.size()];
    runs = new int[blocks.size()];
    int[] place = new int[sums.cells()];
    int[] bin = new int[sums.cells()];
    int allPoints = Arrays.stream(points).reduce(1, (x, y) -> x * y);
    for (int cell = 0; cell < place.length; cell++) {
      long key = sums.key(cell);
      place[cell] = key == Binning.EVERYTHING ? cells : 0;
      bin[cell] = key == Binning.EVERYTHING ? allPoints : 0;
      for (int a = 0; a < dimensions && key != Binning.EVERYTHING; a++) {
        int index = binning.binOf(key, a);
        int point = Math.floorDiv(index, axes[a].split()) - firstPoint[a];
        place[cell] = place[cell] * shape[a] + index - low[a];
        boolean inside = bin[cell] >= 0 && point >= 0 && point < points[a];
        bin[cell] = inside ? bin[cell] * points[a] + point : -1;
      }
    }
    int[][] binCells = new int[blocks.size()][];
    double[][] binSums = new double[blocks.size()][];
    for (int b = 0; b < blocks.size(); b++) {
      CellBlocks.Block block = blocks.get(b);
      blockCells[b] = Arrays.stream(block.cells).map(cell -> place[cell]).toArray();
      blockSums[b] = block.sums;
      frames[b] = block.frames;
      runs[b] = block.run;
      join(block, bin, b, binCells, binSums);
    }
    bins =
        GridSums.of(
            quantities,
            new Grid(points, centres(), widths()),
            new GridSums.Blocks(binCells, binSums, frames, runs));
  }

  /** Some blocks of a grid. */
  private FineGrid(FineGrid whole, int[] kept) {
    axes = whole.axes;
    shape = whole.shape;
    low = whole.low;
    width = whole.width;
    firstPoint = whole.firstPoint;
    points = whole.points;
    extremes = whole.extremes;
    quantities = whole.quantities;
    cells = whole.cells;
    along = new double[axes.length][quantities][][];
    blockCells = Arrays.stream(kept).mapToObj(b -> whole.blockCells[b]).toArray(int[][]::new);
    blockSums = Arrays.stream(kept).mapToObj(b -> whole.blockSums[b]).toArray(double[][]::new);
    frames = Arrays.stream(kept).map(b -> whole.frames[b]).toArray();
    runs = Arrays.stream(kept).map(b -> whole.runs[b]).toArray();
    bins = whole.bins.part(kept);
  }

  /** The samples of some blocks, in their order, as if no others had come. */
  public FineGrid part(int[] kept) {
    return new FineGrid(this, kept);
  }

  /** Joins the cells of a block that lie in one bin; leaves out those in none. */
  private void join(
      CellBlocks.Block block, int[] bin, int b, int[][] binCells, double[][] binSums) {
    int[] targets =
        Arrays.stream(block.cells)
            .map(cell -> bin[cell])
            .filter(t -> t >= 0)
            .sorted()
            .distinct()
            .toArray();
    double[] joined = new double[targets.length * quantities];
    for (int k = 0; k < block.cells.length; k++) {
      int target = bin[block.cells[k]];
      int at = target < 0 ? -1 : Arrays.binarySearch(targets, target);
      for (int q = 0; q < quantities && at >= 0; q++) {
        joined[at * quantities + q] += block.sums[k * quantities + q];
      }
    }
    binCells[b] = targets;
    binSums[b] = joined;
  }

  /** The same samples in the bins around the points. */
  public GridSums bins() {
    return bins;
  }

  int dimensions() {
    return axes.length;
  }

  /** How many cells there are along each axis. */
  int[] shape() {
    return shape;
  }

  int cells() {
    return cells;
  }

  /** How wide the cells of an axis are. */
  double width(int a) {
    return width[a];
  }

  boolean circle(int a) {
    return axes[a].cells().kind() == BinAxis.Kind.CIRCLE;
  }

  /** Where the first cell of an axis begins. */
  double begin(int a) {
    return axes[a].cells().origin() + low[a] * width[a];
  }

  /** The least and the greatest value of all samples, in or out of range. */
  double[] extremes(int a) {
    return extremes[a];
  }

  /** Where the cells of an axis end that could hold samples; infinite of an open axis. */
  double[] limits(int a) {
    BinAxis axis = axes[a].cells();
    return axis.kind() == BinAxis.Kind.INTERVAL
        ? new double[] {axis.origin(), axis.origin() + axis.count() * axis.width()}
        : new double[] {Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY};
  }

  /** The length of the circle that an axis is, or is a part of; 0 where it is none. */
  double turn(int a) {
    return axes[a].cells().period();
  }

  /** From the first cell to the last. */
  double length(int a) {
    return shape[a] * width[a];
  }

  /** How many points there are along each axis. */
  int[] points() {
    return points;
  }

  /** The place of a point along an axis, in cells from where the first begins. */
  double firstPlace(int a) {
    return (firstPoint[a] + 0.5) * axes[a].split() - low[a];
  }

  /** How many cells lie from one point to the next. */
  int step(int a) {
    return axes[a].split();
  }

  double[][] centres() {
    double[][] centres = new double[axes.length][];
    for (int a = 0; a < centres.length; a++) {
      centres[a] = new double[points[a]];
      for (int k = 0; k < points[a]; k++) {
        centres[a][k] = begin(a) + (firstPlace(a) + (double) k * step(a)) * width[a];
      }
    }
    return centres;
  }

  double[] widths() {
    double[] widths = width.clone();
    for (int a = 0; a < widths.length; a++) {
      widths[a] *= step(a);
    }
    return widths;
  }

  int quantities() {
    return quantities;
  }

  int blocks() {
    return blockCells.length;
  }

  int frames(int block) {
    return frames[block];
  }

  int run(int block) {
    return runs[block];
  }

  /**
   * Adds one quantity of a block to a column.
   *
   * @param block the block
   * @param quantity the quantity
   * @param place where each cell stands in the column
   * @param to the column
   */
  void add(int block, int quantity, int[] place, double[] to) {
    int[] places = blockCells[block];
    for (int k = 0; k < places.length; k++) {
      if (places[k] < cells) {
        to[place[places[k]]] += blockSums[block][k * quantities + quantity];
      }
    }
  }

  /** The cells of a block; that of everything comes as {@link #cells()}. */
  int[] cells(int block) {
    return blockCells[block];
  }

  /** The sums of the cells of a block, {@link #quantities()} numbers each. */
  double[] sums(int block) {
    return blockSums[block];
  }

  /** One quantity along one axis, whatever the others are, by block: {@code [block][cell]}. */
  double[][] along(int a, int quantity) {
    if (along[a][quantity] == null) {
      along[a][quantity] = sumAlong(a, quantity);
    }
    return along[a][quantity];
  }

  private double[][] sumAlong(int a, int quantity) {
    int stride = 1;
    for (int k = a + 1; k < shape.length; k++) {
      stride *= shape[k];
    }
    double[][] sums = new double[blockCells.length][shape[a]];
    for (int b = 0; b < sums.length; b++) {
      for (int k = 0; k < blockCells[b].length; k++) {
        if (blockCells[b][k] < cells) {
          sums[b][blockCells[b][k] / stride % shape[a]] += blockSums[b][k * quantities + quantity];
        }
      }
    }
    return sums;
  }
}
