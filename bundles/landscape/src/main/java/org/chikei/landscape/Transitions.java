package org.chikei.landscape;

import java.util.Arrays;

/**
 * Transitions between basins, counted on the way that the coordinate took. The system is in the
 * basin whose core it visited last; a core is the part of a basin below half the height of its
 * lowest barrier, so that recrossings of the top do not count.
 */
final class Transitions {
  private final long[][] counts;
  private final long[] residence;

  private Transitions(int basins) {
    counts = new long[basins][basins];
    residence = new long[basins];
  }

  /**
   * Counts.
   *
   * @param track the bins visited
   * @param level the level of the bins of the landscape
   * @param lowestBin the bin that is number 0 in the landscape
   * @param basins the basins of the landscape
   * @param g the landscape by bin
   * @return the counts
   */
  static Transitions count(BinTrack track, int level, int lowestBin, Basins basins, double[] g) {
    int[] core = cores(basins, g);
    Transitions counted = new Transitions(basins.minima().length);
    track.visit(
        level,
        new BinTrack.Visitor() {
          private int state = -1;

          @Override
          public void segment() {
            state = -1;
          }

          @Override
          public void frame(int bin) {
            int place = bin == BinAxis.OUTSIDE ? -1 : bin - lowestBin;
            int here = place < 0 || place >= core.length ? -1 : core[place];
            if (here >= 0 && here != state) {
              if (state >= 0) {
                counted.counts[state][here]++;
              }
              state = here;
            }
            if (state >= 0) {
              counted.residence[state]++;
            }
          }
        });
    return counted;
  }

  private static int[] cores(Basins basins, double[] g) {
    int[] core = new int[g.length];
    double[] limit = new double[basins.minima().length];
    Arrays.fill(limit, Double.POSITIVE_INFINITY);
    for (Basins.Barrier barrier : basins.barriers()) {
      for (int basin : new int[] {barrier.left(), barrier.right()}) {
        double bottom = g[basins.minima()[basin]];
        limit[basin] = Math.min(limit[basin], bottom + (g[barrier.top()] - bottom) / 2);
      }
    }
    for (int bin = 0; bin < core.length; bin++) {
      int basin = basins.basinOf()[bin];
      core[bin] = basin >= 0 && g[bin] <= limit[basin] ? basin : -1;
    }
    return core;
  }

  /** How often the system went from one basin to another. */
  long count(int from, int to) {
    return counts[from][to];
  }

  /** All transitions. */
  long total() {
    long total = 0;
    for (long[] row : counts) {
      for (long count : row) {
        total += count;
      }
    }
    return total;
  }

  /** How many frames the system was in a basin. */
  long residence(int basin) {
    return residence[basin];
  }
}
