package org.chikei.memory.hierarchy;

import java.util.Arrays;

/**
 * The density of one to three coordinates on a grid, smoothed by a Gaussian whose width is the one
 * that makes the other half of the data likeliest.
 *
 * @param cells the grid
 * @param values the density in each cell, in samples a cell
 * @param blocks the same of each of several parts of the data
 * @param resolution the full width of the Gaussian at half of its height, along each coordinate
 */
record Density(Cells cells, double[] values, double[][] blocks, double[] resolution) {
  private static final double HALF = 2 * Math.sqrt(2 * Math.log(2));
  private static final int BLOCKS = 12;

  private static final double[] WIDTHS = {0.03, 0.045, 0.065, 0.09, 0.13, 0.19, 0.27, 0.4};
  private static final double[] NARROWEST = {0, 0, 0, 0.12};

  /**
   * Counts and smooths.
   *
   * @param columns the coordinates
   * @param period the period of the first; NaN for none
   * @param fold 0 or 1 a frame
   */
  static Density of(double[][] columns, double period, byte[] fold) {
    return of(columns, period, fold, 1);
  }

  /** The same with the width of the Gaussian multiplied by a factor. */
  static Density of(double[][] columns, double period, byte[] fold, double factor) {
    Cells cells = Cells.of(columns, period);
    double[][] halves = new double[2][cells.size()];
    double[] sum = new double[columns.length];
    double[] squares = new double[columns.length];
    long count = 0;
    for (int j = 0; j < fold.length; j++) {
      int cell = Cells.defined(columns, j) ? cells.cell(columns, j) : -1;
      if (cell >= 0) {
        halves[fold[j]][cell]++;
        count++;
        for (int a = 0; a < columns.length; a++) {
          sum[a] += columns[a][j];
          squares[a] += columns[a][j] * columns[a][j];
        }
      }
    }
    double[] deviation = new double[columns.length];
    for (int a = 0; a < deviation.length; a++) {
      double mean = sum[a] / count;
      deviation[a] = Math.sqrt(Math.max(0, squares[a] / count - mean * mean)) / cells.width()[a];
    }
    cells.wrap(halves[0]);
    cells.wrap(halves[1]);
    double best = WIDTHS[WIDTHS.length - 1];
    double most = Double.NEGATIVE_INFINITY;
    for (double width : WIDTHS) {
      if (width < NARROWEST[columns.length]) {
        continue;
      }
      double[] smoothing = smoothing(width, deviation);
      double likelihood =
          likelihood(cells, halves[0], halves[1], smoothing)
              + likelihood(cells, halves[1], halves[0], smoothing);
      if (likelihood > most) {
        most = likelihood;
        best = width;
      }
    }
    best *= factor;
    double[] smoothing = smoothing(best, deviation);
    double[][] blocks = blocks(cells, columns, smoothing);
    double[] all = new double[cells.size()];
    for (double[] block : blocks) {
      for (int c = 0; c < all.length; c++) {
        all[c] += block[c];
      }
    }
    double[] resolution = new double[columns.length];
    Arrays.setAll(resolution, a -> HALF * smoothing[a] * cells.width()[a]);
    return new Density(cells, all, blocks, resolution);
  }

  /** Runs of frames of equal length: far longer than a memory, so that they are independent. */
  private static double[][] blocks(Cells cells, double[][] columns, double[] smoothing) {
    double[][] blocks = new double[BLOCKS][cells.size()];
    int frames = columns[0].length;
    for (int j = 0; j < frames; j++) {
      int cell = Cells.defined(columns, j) ? cells.cell(columns, j) : -1;
      if (cell >= 0) {
        blocks[(int) ((long) j * BLOCKS / frames)][cell]++;
      }
    }
    for (double[] block : blocks) {
      cells.wrap(block);
      cells.smooth(block, smoothing);
    }
    return blocks;
  }

  /**
   * How wide the density is along each coordinate through a cell.
   *
   * @param cell the cell
   * @param above where the density falls below this, the width ends
   */
  double[] widths(int cell, double above) {
    double[] widths = new double[cells.dimensions()];
    for (int a = 0; a < widths.length; a++) {
      widths[a] = (reach(cell, a, -1, above) + reach(cell, a, 1, above)) * cells.width()[a];
      if (a == 0 && cells.period() > 0) {
        widths[a] = Math.min(widths[a], cells.period());
      }
    }
    return widths;
  }

  /** How many cells it is that way, to where a straight line between two cells crosses. */
  private double reach(int cell, int a, int way, double above) {
    int along = cells.along(cell, a);
    int at = cell;
    for (int steps = 0; ; steps++) {
      along += way;
      if (along < 0 || along >= cells.counts()[a]) {
        return steps;
      }
      int next = at + way * cells.stride(a);
      if (values[next] < above) {
        return steps + (values[at] - above) / (values[at] - values[next]);
      }
      at = next;
    }
  }

  /** The standard error of ln ρ(a) − ln ρ(b), by leaving out one block at a time. */
  double error(int a, int b) {
    double sum = 0;
    double squares = 0;
    for (double[] block : blocks) {
      double without =
          Math.log(Math.max(values[a] - block[a], 1e-300))
              - Math.log(Math.max(values[b] - block[b], 1e-300));
      sum += without;
      squares += without * without;
    }
    double mean = sum / BLOCKS;
    return Math.sqrt(Math.max(0, (BLOCKS - 1) * (squares / BLOCKS - mean * mean)));
  }

  private static double[] smoothing(double width, double[] deviation) {
    double[] smoothing = new double[deviation.length];
    for (int a = 0; a < smoothing.length; a++) {
      smoothing[a] = Math.max(0.5, width * deviation[a]);
    }
    return smoothing;
  }

  private static double likelihood(
      Cells cells, double[] known, double[] tried, double[] smoothing) {
    double[] smooth = known.clone();
    cells.smooth(smooth, smoothing);
    double total = 0;
    for (double value : smooth) {
      total += value;
    }
    double floor = 1e-3 / smooth.length;
    double sum = 0;
    for (int c = 0; c < smooth.length; c++) {
      if (tried[c] > 0) {
        sum += tried[c] * Math.log(smooth[c] / total + floor);
      }
    }
    return sum;
  }
}
