package org.chikei.landscape.grid;

import java.util.function.IntPredicate;
import org.chikei.api.analysis.JoinedWindows;

/**
 * What blocks of frames add to sums where windows are joined, beyond the sums of their own frames.
 * How many frames each window has is given, so a block counts by what it holds beyond its window's
 * mean; and a block moves the free energies f of the windows, with them the weights of all frames:
 * a weighted sum S answers to f of window k by −S⁽ᵏ⁾, the part of S that comes from that window,
 * since the frames of the window are spread as its share of all frames is.
 */
final class WindowTerms {
  private final int[] windowOf;

  /** The part of a window's frames that a block has. */
  private final double[] shareOf;

  private final double[][] influences;

  /** By window, laid out as the total sums. */
  private final double[][] totals;

  private final int quantities;
  private final int everything;
  private final IntPredicate unweighted;

  private WindowTerms(
      int[] windowOf,
      double[] shareOf,
      double[][] influences,
      double[][] totals,
      int quantities,
      int everything,
      IntPredicate unweighted) {
    this.windowOf = windowOf;
    this.shareOf = shareOf;
    this.influences = influences;
    this.totals = totals;
    this.quantities = quantities;
    this.everything = everything;
    this.unweighted = unweighted;
  }

  /**
   * Looks at all blocks.
   *
   * @param sums the sums as they are
   * @param windows the windows
   * @param unweighted which quantities of the cells, the one of everything excepted, carry no
   *     weight
   * @return the terms
   */
  static WindowTerms of(GridSums sums, JoinedWindows windows, IntPredicate unweighted) {
    int blocks = sums.blocks();
    int[] windowOf = new int[blocks];
    int[] lengths = new int[blocks];
    double[] frames = new double[windows.count()];
    double[][] totals = new double[windows.count()][sums.total().length];
    for (int b = 0; b < blocks; b++) {
      windowOf[b] = sums.run(b);
      lengths[b] = sums.frames(b);
      frames[windowOf[b]] += lengths[b];
      sums.addBlock(b, totals[windowOf[b]]);
    }
    double[] shareOf = new double[blocks];
    for (int b = 0; b < blocks; b++) {
      shareOf[b] = lengths[b] / frames[windowOf[b]];
    }
    return new WindowTerms(
        windowOf,
        shareOf,
        windows.influences(lengths),
        totals,
        sums.quantities(),
        sums.cells(),
        unweighted);
  }

  /** Minus the part of a block in the sum of its window. */
  double mean(int block, int cell, int quantity) {
    return -shareOf[block] * totals[windowOf[block]][cell * quantities + quantity];
  }

  /** What to add to the sum of a block itself. */
  double of(int block, int cell, int quantity) {
    int at = cell * quantities + quantity;
    double term = mean(block, cell, quantity);
    if (cell == everything || !unweighted.test(quantity)) {
      double[] influence = influences[block];
      for (int k = 0; k < totals.length; k++) {
        term -= totals[k][at] * influence[k];
      }
    }
    return term;
  }

  /** The same for one cell alone, which becomes that of everything, its sums in another order. */
  WindowTerms only(int cell, int[] order) {
    double[][] alone = new double[totals.length][order.length];
    for (int k = 0; k < alone.length; k++) {
      for (int q = 0; q < order.length; q++) {
        alone[k][q] = order[q] < 0 ? 0 : totals[k][cell * quantities + order[q]];
      }
    }
    boolean whole = cell == everything;
    return new WindowTerms(
        windowOf,
        shareOf,
        influences,
        alone,
        order.length,
        whole ? 0 : -1,
        q -> order[q] >= 0 && unweighted.test(order[q]));
  }
}
