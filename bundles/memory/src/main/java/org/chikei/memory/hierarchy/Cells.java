package org.chikei.memory.hierarchy;

import java.util.Arrays;

/**
 * A regular grid of cells over the region that one to three coordinates visit, with a margin around
 * it. Where the first coordinate is periodic the margin holds copies of the far side.
 *
 * @param low the centre of the first cell along each coordinate
 * @param width the width of a cell
 * @param counts how many cells there are along each coordinate
 * @param margin how many of them at either end are margin
 * @param period the period of the first coordinate; NaN for none
 */
record Cells(double[] low, double[] width, int[] counts, int margin, double period) {
  private static final int[] ACROSS = {0, 400, 160, 56};
  private static final double[] REACH = {0, 0.15, 0.15, 0.12};

  /** A grid over all frames in which every coordinate has a value. */
  static Cells of(double[][] columns, double period) {
    int dimensions = columns.length;
    int inner = ACROSS[dimensions];
    int margin = (int) Math.ceil(REACH[dimensions] * inner);
    double[] low = new double[dimensions];
    double[] width = new double[dimensions];
    int[] counts = new int[dimensions];
    for (int a = 0; a < dimensions; a++) {
      double from = Double.POSITIVE_INFINITY;
      double to = Double.NEGATIVE_INFINITY;
      for (int j = 0; j < columns[a].length; j++) {
        if (defined(columns, j)) {
          from = Math.min(from, columns[a][j]);
          to = Math.max(to, columns[a][j]);
        }
      }
      if (a == 0 && period > 0) {
        from = -period / 2;
        to = period / 2;
      }
      width[a] = Math.max((to - from) / inner, 1e-12);
      low[a] = from + width[a] / 2 - margin * width[a];
      counts[a] = inner + 2 * margin;
    }
    return new Cells(low, width, counts, margin, period);
  }

  static boolean defined(double[][] columns, int j) {
    for (double[] column : columns) {
      if (!Double.isFinite(column[j])) {
        return false;
      }
    }
    return true;
  }

  int dimensions() {
    return counts.length;
  }

  int size() {
    int size = 1;
    for (int count : counts) {
      size *= count;
    }
    return size;
  }

  /** How far apart two neighbours along a coordinate are in an array of cells. */
  int stride(int a) {
    int stride = 1;
    for (int k = a + 1; k < counts.length; k++) {
      stride *= counts[k];
    }
    return stride;
  }

  /** Where a value lies along a coordinate, in cells from the centre of the first. */
  double place(int a, double value) {
    double inside = a == 0 && period > 0 ? value - period * Math.rint(value / period) : value;
    return (inside - low[a]) / width[a];
  }

  /** The cell of a point; −1 if it is outside. */
  int cell(double[][] columns, int j) {
    int cell = 0;
    for (int a = 0; a < counts.length; a++) {
      double place = place(a, columns[a][j]);
      if (!(place > -0.5 && place < counts[a] - 0.5)) {
        return -1;
      }
      cell = cell * counts[a] + (int) Math.rint(place);
    }
    return cell;
  }

  /** The centre of a cell. */
  double[] centre(int cell) {
    double[] centre = new double[counts.length];
    int rest = cell;
    for (int a = counts.length - 1; a >= 0; a--) {
      centre[a] = low[a] + width[a] * (rest % counts[a]);
      rest /= counts[a];
    }
    return centre;
  }

  /** The number of a cell along a coordinate. */
  int along(int cell, int a) {
    return cell / stride(a) % counts[a];
  }

  /** Copies sums from the far side of a circle into the margin; a second column may be shifted. */
  void wrap(double[] sums) {
    if (!(period > 0)) {
      return;
    }
    int stride = stride(0);
    int inner = counts[0] - 2 * margin;
    for (int m = 0; m < margin; m++) {
      System.arraycopy(sums, (m + inner) * stride, sums, m * stride, stride);
      System.arraycopy(sums, (m + margin) * stride, sums, (m + margin + inner) * stride, stride);
    }
  }

  /**
   * Smooths sums along every coordinate with a Gaussian, truncated at three standard deviations.
   *
   * @param sums one a cell; replaced
   * @param deviations the standard deviation along each coordinate, in cells
   */
  void smooth(double[] sums, double[] deviations) {
    for (int a = 0; a < counts.length; a++) {
      int reach = Math.min(counts[a] - 1, (int) Math.ceil(3 * deviations[a]));
      double[] kernel = new double[2 * reach + 1];
      double total = 0;
      for (int k = -reach; k <= reach; k++) {
        kernel[reach + k] = Math.exp(-0.5 * k * k / (deviations[a] * deviations[a]));
        total += kernel[reach + k];
      }
      for (int k = 0; k < kernel.length; k++) {
        kernel[k] /= total;
      }
      int stride = stride(a);
      double[] rows = new double[stride * counts[a]];
      for (int block = 0; block < sums.length; block += rows.length) {
        System.arraycopy(sums, block, rows, 0, rows.length);
        Arrays.fill(sums, block, block + rows.length, 0);
        if (stride == 1) {
          spread(rows, kernel, sums, block);
        } else {
          spread(rows, stride, kernel, sums, block);
        }
      }
    }
  }

  /** Spreads each value of a line over its neighbours. */
  private static void spread(double[] line, double[] kernel, double[] into, int at) {
    int reach = kernel.length / 2;
    for (int i = 0; i < line.length; i++) {
      double value = line[i];
      if (value == 0) {
        continue;
      }
      int from = Math.max(0, i - reach);
      int to = Math.min(line.length - 1, i + reach);
      int first = from - i + reach;
      for (int k = 0; k <= to - from; k++) {
        into[at + from + k] += value * kernel[first + k];
      }
    }
  }

  /** Spreads each row of values over its neighbours. */
  private static void spread(double[] rows, int stride, double[] kernel, double[] into, int at) {
    int reach = kernel.length / 2;
    int count = rows.length / stride;
    for (int i = 0; i < count; i++) {
      int row = i * stride;
      int begin = row;
      while (begin < row + stride && rows[begin] == 0) {
        begin++;
      }
      int length = row + stride - begin;
      for (int k = Math.max(0, i - reach); k <= Math.min(count - 1, i + reach); k++) {
        double part = kernel[k - i + reach];
        int target = at + k * stride + begin - row;
        for (int o = 0; o < length; o++) {
          into[target + o] += part * rows[begin + o];
        }
      }
    }
  }
}
