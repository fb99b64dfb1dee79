package org.chikei.memory;

import java.util.ArrayList;
import java.util.List;

/**
 * Runs of frames that are summed up apart from each other, so that their scatter tells the error of
 * a mean. They have equal lengths but for the last of a segment, and are whole segments where these
 * are short; which they are depends on the data alone.
 *
 * @param count how many blocks there are
 * @param chunk the most frames that a part has
 * @param parts runs of frames, none of which crosses the end of a segment
 */
record Blocks(int count, int chunk, List<Part> parts) {
  /** How many blocks there are at most. */
  static final int MOST = 40;

  /**
   * Frames that belong to one block.
   *
   * @param block the block
   * @param from the first frame
   * @param to the frame after the last
   * @param end the frame after the last of the segment
   */
  record Part(int block, int from, int to, int end) {}

  /**
   * Cuts.
   *
   * @param starts where each run begins, and at last the number of frames
   * @param lags how many frames are correlated with each other; blocks are twice as long or longer
   * @param skip how many frames at the beginning of each run are left out
   */
  static Blocks of(int[] starts, int lags, int skip) {
    long frames = 0;
    int longest = 0;
    for (int s = 0; s + 1 < starts.length; s++) {
      int length = Math.max(0, starts[s + 1] - starts[s] - skip);
      frames += length;
      longest = Math.max(longest, length);
    }
    int count = (int) Math.max(1, Math.min(MOST, frames / Math.max(1, 2 * lags)));
    int chunk = (int) Math.max(1, Math.min(longest, (frames + count - 1) / count));
    List<Part> parts = new ArrayList<>();
    long done = 0;
    for (int s = 0; s + 1 < starts.length; s++) {
      for (int from = starts[s] + skip; from < starts[s + 1]; from += chunk) {
        int to = Math.min(starts[s + 1], from + chunk);
        int block = (int) Math.min(count - 1L, (done + (to - from) / 2) * count / frames);
        parts.add(new Part(block, from, to, starts[s + 1]));
        done += to - from;
      }
    }
    return new Blocks(count, chunk, parts);
  }
}
