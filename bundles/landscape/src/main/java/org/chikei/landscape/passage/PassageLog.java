package org.chikei.landscape.passage;

import java.util.Arrays;

/** When passages of one kind ended, and how long each was on its way from core to core. */
final class PassageLog {
  private int[] blocks = new int[8];
  private long[] durations = new long[8];
  private int count;

  /** Makes an empty log. */
  PassageLog() {
    count = 0;
  }

  /**
   * Adds a passage.
   *
   * @param block the block in which it ended
   * @param duration the steps from the last frame in the one core to the first in the other
   */
  void add(int block, long duration) {
    if (count == blocks.length) {
      blocks = Arrays.copyOf(blocks, 2 * count);
      durations = Arrays.copyOf(durations, 2 * count);
    }
    blocks[count] = block;
    durations[count++] = duration;
  }

  /** How many there are. */
  int count() {
    return count;
  }

  /**
   * Adds the flux of the passages by block: each counts one over the number of steps at which it
   * could have begun so as to end within its segment.
   *
   * @param lengths the lengths of the segments
   * @param flux receives the sums
   */
  void addFlux(SegmentLengths lengths, double[] flux) {
    for (int k = 0; k < count; k++) {
      flux[blocks[k]] += 1 / lengths.beginnings(durations[k]);
    }
  }
}
