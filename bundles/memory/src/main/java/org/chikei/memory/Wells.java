package org.chikei.memory;

import java.util.ArrayList;
import java.util.List;

/** The wells of a landscape that are parted by barriers worth the name. */
final class Wells {
  /** The least height of a barrier above the shallower well, in kT. */
  private static final double LEAST = 1;

  private Wells() {}

  /**
   * The lowest cell of each well, in order.
   *
   * @param heights the landscape in kT
   * @param periodic whether its ends meet
   */
  static List<Integer> of(double[] heights, boolean periodic) {
    List<Integer> wells = new ArrayList<>();
    int n = heights.length;
    for (int cell = 0; cell < n; cell++) {
      double before = cell > 0 || periodic ? heights[(cell + n - 1) % n] : Double.MAX_VALUE;
      double after = cell + 1 < n || periodic ? heights[(cell + 1) % n] : Double.MAX_VALUE;
      if (heights[cell] < before && heights[cell] <= after) {
        wells.add(cell);
      }
    }
    while (wells.size() > 1) {
      int lowest = -1;
      double least = LEAST;
      for (int w = 0; w + (periodic ? 0 : 1) < wells.size(); w++) {
        int next = (w + 1) % wells.size();
        double shallower = Math.max(heights[wells.get(w)], heights[wells.get(next)]);
        double barrier = barrier(heights, wells.get(w), wells.get(next)) - shallower;
        if (barrier < least) {
          least = barrier;
          lowest = w;
        }
      }
      if (lowest < 0) {
        break;
      }
      int next = (lowest + 1) % wells.size();
      boolean first = heights[wells.get(lowest)] > heights[wells.get(next)];
      wells.remove(first ? lowest : next);
    }
    return wells;
  }

  /** The highest cell from one to another, upwards and on a circle if need be round its end. */
  static double barrier(double[] heights, int from, int to) {
    double highest = heights[from];
    for (int cell = from; cell != to; cell = (cell + 1) % heights.length) {
      highest = Math.max(highest, heights[cell]);
    }
    return highest;
  }
}
