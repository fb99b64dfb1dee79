package org.chikei.landscape;

import java.util.Arrays;

/**
 * Transitions between basins, counted on the way that the coordinate took. The system is in the
 * basin whose core it visited last; a core is the part of a basin below half the height of its
 * lowest barrier, so that recrossings of the top do not count. On a circle two basins can have two
 * barriers between them, so the direction of the way counts too.
 */
final class Transitions {
  private final long[][] forward;
  private final long[][] backward;
  private final long[] residence;

  private Transitions(int basins) {
    forward = new long[basins][basins];
    backward = new long[basins][basins];
    residence = new long[basins];
  }

  /**
   * Counts.
   *
   * @param track the bins visited
   * @param level the level of the bins of the landscape
   * @param lowestBin the bin that is number 0 in the landscape
   * @param circle whether the last bin borders on the first
   * @param basins the basins of the landscape
   * @param g the landscape by bin
   * @return the counts
   */
  static Transitions count(
      BinTrack track, int level, int lowestBin, boolean circle, Basins basins, double[] g) {
    Transitions counted = new Transitions(basins.minima().length);
    track.visit(level, counted.new Follower(cores(basins, g), lowestBin, circle));
    return counted;
  }

  /** Follows the coordinate from core to core. */
  private final class Follower implements BinTrack.Visitor {
    private final int[] core;
    private final int lowestBin;
    private final boolean circle;
    private int state = -1;
    private int previous = -1;

    /** How many bins the coordinate has gone since it was in the core of its basin last. */
    private long gone;

    Follower(int[] core, int lowestBin, boolean circle) {
      this.core = core;
      this.lowestBin = lowestBin;
      this.circle = circle;
    }

    @Override
    public void segment() {
      state = -1;
      previous = -1;
    }

    @Override
    public void frame(int bin) {
      int place = bin == BinAxis.OUTSIDE ? -1 : bin - lowestBin;
      if (place < 0 || place >= core.length) {
        if (state >= 0) {
          residence[state]++;
        }
        return;
      }
      if (previous >= 0) {
        gone += step(place - previous);
      }
      previous = place;
      int here = core[place];
      if (here >= 0) {
        if (state >= 0 && here != state) {
          (gone >= 0 ? forward : backward)[state][here]++;
        }
        state = here;
        gone = 0;
      }
      if (state >= 0) {
        residence[state]++;
      }
    }

    private int step(int difference) {
      int n = core.length;
      if (!circle) {
        return difference;
      }
      return difference > n / 2
          ? difference - n
          : difference < -n / 2 ? difference + n : difference;
    }
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

  /**
   * How often the system went from one basin to another.
   *
   * @param from the one basin
   * @param to the other basin
   * @param along whether in the direction of the coordinate or against it
   * @return the number
   */
  long count(int from, int to, boolean along) {
    return (along ? forward : backward)[from][to];
  }

  /** All transitions. */
  long total() {
    long total = 0;
    for (int from = 0; from < residence.length; from++) {
      for (int to = 0; to < residence.length; to++) {
        total += forward[from][to] + backward[from][to];
      }
    }
    return total;
  }

  /** How many frames the system was in a basin. */
  long residence(int basin) {
    return residence[basin];
  }
}
