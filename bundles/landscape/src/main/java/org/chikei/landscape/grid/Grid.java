package org.chikei.landscape.grid;

/**
 * A rectangular grid of one to three coordinates, or of none. Cell {@code i} of one coordinate is
 * bin {@code i}; of two coordinates cell {@code i * n₂ + k}, and so on.
 *
 * @param shape how many bins each coordinate has
 * @param centres their centres
 * @param widths their widths
 */
public record Grid(int[] shape, double[][] centres, double[] widths) {
  /** A grid without coordinates. */
  static final Grid NONE = new Grid(new int[0], new double[0][], new double[0]);

  /** How many cells there are; none without coordinates. */
  int cells() {
    int cells = shape.length == 0 ? 0 : 1;
    for (int each : shape) {
      cells *= each;
    }
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
    double[] places = new double[cells()];
    for (int cell = 0; cell < places.length; cell++) {
      places[cell] = centres[a][bin(cell, a)];
    }
    return places;
  }

  /**
   * The grid that was seen; joins bins of open axes until about as many are left as the axis aims
   * at.
   *
   * @param binning where the bins are
   * @param sums all sums under that binning, renamed along with it
   */
  static Grid seen(Binning binning, CellBlocks... sums) {
    int dimensions = binning.dimensions();
    int[] shape = new int[dimensions];
    double[][] centres = new double[dimensions][];
    double[] widths = new double[dimensions];
    for (int a = 0; a < dimensions; a++) {
      BinAxis axis = binning.axis(a);
      boolean open = axis.kind() == BinAxis.Kind.OPEN;
      while (open && binning.high(a) - binning.low(a) + 1 > 1.5 * axis.count()) {
        binning.coarsen(a, sums);
      }
      int low = low(binning, a);
      boolean empty = binning.low(a) > binning.high(a);
      shape[a] = open ? (empty ? 0 : binning.high(a) - low + 1) : axis.count();
      widths[a] = axis.width() * (1L << binning.level(a));
      centres[a] = new double[shape[a]];
      for (int k = 0; k < shape[a]; k++) {
        centres[a][k] = axis.origin() + (low + k + 0.5) * widths[a];
      }
    }
    return new Grid(shape, centres, widths);
  }

  /** The cell of a key of that binning; the one behind the last for that of everything. */
  int cell(Binning binning, long key) {
    if (key == Binning.EVERYTHING) {
      return cells();
    }
    int cell = 0;
    for (int a = 0; a < shape.length; a++) {
      cell = cell * shape[a] + binning.binOf(key, a) - low(binning, a);
    }
    return cell;
  }

  /** The first bin of a coordinate. */
  private static int low(Binning binning, int a) {
    boolean open = binning.axis(a).kind() == BinAxis.Kind.OPEN;
    return open && binning.low(a) <= binning.high(a) ? binning.low(a) : 0;
  }
}
