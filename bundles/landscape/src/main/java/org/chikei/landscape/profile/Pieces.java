package org.chikei.landscape.profile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The runs of neighbouring bins that are sampled well enough to integrate along. Nothing is said
 * about a difference of an integral across pieces.
 *
 * @param runs the bins of each piece in the direction of the coordinate
 * @param closed whether the one piece is a full circle, cut before its least populated bin
 */
public record Pieces(List<int[]> runs, boolean closed) {

  /**
   * Finds the pieces.
   *
   * @param sampled which bins are sampled well enough
   * @param circle whether the last bin borders on the first
   * @param counts how many samples each bin has, to cut a full circle where there are fewest
   * @return the pieces; a single bin makes none
   */
  static Pieces find(boolean[] sampled, boolean circle, double[] counts) {
    int n = sampled.length;
    int start = -1;
    for (int k = 0; k < n && start < 0; k++) {
      start = sampled[k] ? -1 : k;
    }
    if (start < 0 && circle) {
      int cut = 0;
      for (int k = 1; k < n; k++) {
        cut = counts[k] < counts[cut] ? k : cut;
      }
      return new Pieces(List.of(run(cut, n, n)), n > 2);
    }
    List<int[]> runs = new ArrayList<>();
    int first = circle ? start : 0;
    int length = 0;
    for (int k = first; k < first + n; k++) {
      if (sampled[k % n]) {
        length++;
      } else {
        add(runs, k - length, length, n);
        length = 0;
      }
    }
    add(runs, first + n - length, length, n);
    runs.sort((a, b) -> Integer.compare(a[0], b[0]));
    return new Pieces(runs, false);
  }

  private static void add(List<int[]> runs, int from, int length, int n) {
    if (length > 1) {
      runs.add(run(from, length, n));
    }
  }

  private static int[] run(int from, int length, int n) {
    int[] run = new int[length];
    for (int k = 0; k < length; k++) {
      run[k] = (from + k) % n;
    }
    return run;
  }

  /** The piece of each bin, −1 for none. */
  public int[] pieceOf(int bins) {
    int[] piece = new int[bins];
    Arrays.fill(piece, -1);
    for (int p = 0; p < runs.size(); p++) {
      for (int bin : runs.get(p)) {
        piece[bin] = p;
      }
    }
    return piece;
  }
}
