package org.chikei.landscape.passage;

import java.util.Arrays;

/** The lengths of all segments, in steps from frame to frame. */
final class SegmentLengths {
  private final long[] ascending;

  /** {@code above[k]}: the sum of all lengths from the k-th on. */
  private final double[] above;

  /**
   * Sorts.
   *
   * @param lengths the lengths, in any order
   */
  SegmentLengths(long[] lengths) {
    ascending = lengths.clone();
    Arrays.sort(ascending);
    above = new double[ascending.length + 1];
    for (int k = ascending.length - 1; k >= 0; k--) {
      above[k] = above[k + 1] + ascending[k];
    }
  }

  /**
   * At how many steps of all segments something can begin that takes some steps, and end within.
   */
  double beginnings(long duration) {
    int low = 0;
    int high = ascending.length;
    while (low < high) {
      int middle = (low + high) / 2;
      if (ascending[middle] < duration) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return above[low] - (double) (ascending.length - low) * (duration - 1);
  }
}
