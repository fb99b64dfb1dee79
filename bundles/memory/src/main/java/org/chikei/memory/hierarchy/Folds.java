package org.chikei.memory.hierarchy;

/** Two halves of a series, to try on the one what was learnt from the other. */
final class Folds {
  private static final int PIECES = 20;

  private Folds() {}

  /**
   * Which half a frame belongs to: whole segments in turn, or, where there are few, pieces of the
   * longest in turn.
   *
   * @param starts where segments begin, and the end of the last
   * @return 0 or 1 a frame
   */
  static byte[] of(int[] starts) {
    byte[] fold = new byte[starts[starts.length - 1]];
    int piece = 0;
    int longest = Math.max(1, fold.length / PIECES);
    for (int s = 0; s + 1 < starts.length; s++) {
      int pieces = Math.max(1, (starts[s + 1] - starts[s]) / longest);
      for (int p = 0; p < pieces; p++, piece++) {
        int length = starts[s + 1] - starts[s];
        int from = starts[s] + (int) ((long) length * p / pieces);
        int to = starts[s] + (int) ((long) length * (p + 1) / pieces);
        java.util.Arrays.fill(fold, from, to, (byte) (piece & 1));
      }
    }
    return fold;
  }
}
