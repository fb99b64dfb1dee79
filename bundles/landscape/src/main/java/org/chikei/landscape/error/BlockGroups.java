package org.chikei.landscape.error;

import java.util.Arrays;
import org.chikei.landscape.grid.GridSums;

/** Runs of blocks taken together, so that what each adds to many cells can be held. */
public final class BlockGroups {
  private static final int MOST = 128;
  private static final int FEWEST = 16;

  /** How many numbers may be held: 128 MB. */
  private static final long NUMBERS = 1 << 24;

  private BlockGroups() {}

  /** How many groups the blocks make where one number is held for each of some cells. */
  public static int count(GridSums sums, int cells) {
    long held = Math.max(FEWEST, NUMBERS / Math.max(1, cells));
    return (int) Math.min(sums.blocks(), Math.min(MOST, held));
  }

  /** Looks at the sums of each group in turn, laid out as {@link GridSums#total}. */
  public static void each(GridSums sums, int groups, Visitor visitor) {
    double[] own = new double[sums.total().length];
    for (int g = 0; g < groups; g++) {
      Arrays.fill(own, 0);
      int from = (int) ((long) g * sums.blocks() / groups);
      int to = (int) ((long) (g + 1) * sums.blocks() / groups);
      for (int b = from; b < to; b++) {
        sums.addBlock(b, own);
      }
      visitor.visit(g, own);
    }
  }

  /** Looks at the sums of one group. */
  @FunctionalInterface
  public interface Visitor {
    /**
     * Looks.
     *
     * @param group its number
     * @param sums its sums; not kept
     */
    void visit(int group, double[] sums);
  }
}
