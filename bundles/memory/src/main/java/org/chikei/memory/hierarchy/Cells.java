package org.chikei.memory.hierarchy;

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
      double[] kernel = new double[reach + 1];
      double total = 0;
      for (int k = 0; k <= reach; k++) {
        kernel[k] = Math.exp(-0.5 * k * k / (deviations[a] * deviations[a]));
        total += k == 0 ? kernel[k] : 2 * kernel[k];
      }
      int stride = stride(a);
      int length = counts[a];
      double[] line = new double[length];
      for (int block = 0; block < sums.length; block += stride * length) {
        for (int offset = 0; offset < stride; offset++) {
          smooth(sums, block + offset, stride, line, kernel, total);
        }
      }
    }
  }

  private static void smooth(
      double[] sums, int from, int stride, double[] line, double[] kernel, double total) {
    int length = line.length;
    boolean empty = true;
    for (int i = 0; i < length; i++) {
      line[i] = sums[from + i * stride];
      empty &= line[i] == 0;
    }
    if (empty) {
      return;
    }
    for (int i = 0; i < length; i++) {
      double sum = kernel[0] * line[i];
      for (int k = 1; k < kernel.length; k++) {
        if (i >= k) {
          sum += kernel[k] * line[i - k];
        }
        if (i + k < length) {
          sum += kernel[k] * line[i + k];
        }
      }
      sums[from + i * stride] = sum / total;
    }
  }
}
