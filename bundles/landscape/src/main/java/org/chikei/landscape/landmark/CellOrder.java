package org.chikei.landscape.landmark;

import java.util.Arrays;

/** The order of the cells of a landscape by height. */
final class CellOrder {
  private CellOrder() {}

  /** The cells whose height is known, the lowest first, of equal ones the first first. */
  static int[] ascending(double[] y) {
    double[] sorted = Arrays.stream(y).filter(height -> !Double.isNaN(height)).sorted().toArray();
    // where the next cell of the heights that are equal to one goes
    int[] next = new int[sorted.length];
    int[] first = new int[sorted.length];
    for (int k = 0; k < next.length; k++) {
      first[k] = k > 0 && Double.compare(sorted[k], sorted[k - 1]) == 0 ? first[k - 1] : k;
      next[k] = k;
    }
    int[] order = new int[sorted.length];
    for (int cell = 0; cell < y.length; cell++) {
      if (!Double.isNaN(y[cell])) {
        order[next[first[Arrays.binarySearch(sorted, y[cell])]]++] = cell;
      }
    }
    return order;
  }
}
