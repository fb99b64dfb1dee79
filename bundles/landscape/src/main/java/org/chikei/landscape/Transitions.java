package org.chikei.landscape;

import java.util.Arrays;

/**
 * Transitions between basins, counted on the way that the coordinate took. The system is in the
 * basin whose {@linkplain Cores core} it visited last, so recrossings of the top do not count. On a
 * circle two basins can have two barriers between them, so the direction of the way counts too.
 *
 * <p>A passage from one basin to another is counted whatever lies between: it begins when the core
 * of the one is entered and ends when that of the other is, with any number of further basins
 * visited on the way.
 *
 * <p>Nothing is known of a segment before its first visit of a core, and a segment may end before a
 * passage does: what it has waited counts as time, and no passage.
 */
final class Transitions {
  private final int basins;
  private final int blocks;
  private final double[][][] forward;
  private final double[][][] backward;
  private final double[][] exits;
  private final double[][] residence;
  private final Stays[] stays;
  private final double[][][] passages;
  private final double[][][] waiting;

  private Transitions(int basins, int blocks) {
    this.basins = basins;
    this.blocks = blocks;
    forward = new double[basins][basins][];
    backward = new double[basins][basins][];
    exits = new double[basins][blocks];
    residence = new double[basins][blocks];
    stays = new Stays[basins];
    Arrays.setAll(stays, basin -> new Stays());
    passages = new double[basins][basins][blocks];
    waiting = new double[basins][basins][blocks];
  }

  /**
   * Counts.
   *
   * @param track the bins visited
   * @param level the level of the bins of the landscape
   * @param lowestBin the bin that is number 0 in the landscape
   * @param circle whether the last bin borders on the first
   * @param cores the cores of the basins
   * @param blockFrames the number of frames of each block, in the order of the track
   * @return the counts
   */
  static Transitions count(
      BinTrack track, int level, int lowestBin, boolean circle, Cores cores, int[] blockFrames) {
    Transitions counted = new Transitions(cores.first().length, blockFrames.length);
    Follower follower = counted.new Follower(cores.coreOf(), lowestBin, circle, blockFrames);
    track.visit(level, follower);
    follower.segment(); // ends the last one
    return counted;
  }

  /** Follows the coordinate from core to core. */
  private final class Follower implements BinTrack.Visitor {
    private final int[] core;
    private final int lowestBin;
    private final boolean circle;
    private final int[] blockFrames;
    private int block;
    private int framesInBlock;

    /** The basin whose core was visited last, −1 before any in this segment. */
    private int state = -1;

    private int previous = -1;

    /** How many bins the coordinate has gone since it was in the core of its basin last. */
    private long gone;

    /** The step from frame to frame, all segments together. */
    private long step;

    /** The step at which the core of the basin was entered, −1 where that was not seen. */
    private long entered = -1;

    /** {@code since[a][b]}: the step up to which the waiting in a for b is counted, −1 for none. */
    private final long[][] since = new long[basins][basins];

    Follower(int[] core, int lowestBin, boolean circle, int[] blockFrames) {
      this.core = core;
      this.lowestBin = lowestBin;
      this.circle = circle;
      this.blockFrames = blockFrames;
      forget();
    }

    private void forget() {
      for (long[] row : since) {
        Arrays.fill(row, -1);
      }
    }

    @Override
    public void segment() {
      settle();
      forget();
      if (entered >= 0) {
        stays[state].add(step - entered, false);
      }
      entered = -1;
      state = -1;
      previous = -1;
    }

    @Override
    public void frame(int bin) {
      while (framesInBlock == blockFrames[block]) {
        settle();
        block++;
        framesInBlock = 0;
      }
      framesInBlock++;
      if (state >= 0) {
        residence[state][block]++;
        step++;
      }
      int place = bin == BinAxis.OUTSIDE ? -1 : bin - lowestBin;
      if (place < 0 || place >= core.length) {
        return;
      }
      if (previous >= 0) {
        gone += way(place - previous);
      }
      previous = place;
      int here = core[place];
      if (here >= 0) {
        if (here != state) {
          arrive(here);
        }
        gone = 0;
      }
    }

    private void arrive(int here) {
      if (state >= 0) {
        double[][][] ways = gone >= 0 ? forward : backward;
        if (ways[state][here] == null) {
          ways[state][here] = new double[blocks];
        }
        ways[state][here][block]++;
        exits[state][block]++;
        if (entered >= 0) {
          stays[state].add(step - entered, true);
        }
        entered = step;
      }
      for (int other = 0; other < basins; other++) {
        if (other == here) {
          continue;
        }
        if (since[other][here] >= 0) {
          waiting[other][here][block] += step - since[other][here];
          passages[other][here][block]++;
          since[other][here] = -1;
        }
        if (since[here][other] < 0) {
          since[here][other] = step;
        }
      }
      state = here;
    }

    /** Counts the waiting up to now into the block. */
    private void settle() {
      for (int a = 0; a < basins; a++) {
        for (int b = 0; b < basins; b++) {
          if (since[a][b] >= 0) {
            waiting[a][b][block] += step - since[a][b];
            since[a][b] = step;
          }
        }
      }
    }

    private int way(int difference) {
      int n = core.length;
      if (!circle) {
        return difference;
      }
      return difference > n / 2
          ? difference - n
          : difference < -n / 2 ? difference + n : difference;
    }
  }

  /**
   * Transitions from one basin to another, in the time that the system was in the one.
   *
   * @param from the one basin
   * @param to the other basin
   * @param along whether in the direction of the coordinate or against it
   */
  Passages over(int from, int to, boolean along) {
    double[] events = (along ? forward : backward)[from][to];
    return new Passages(events == null ? new double[blocks] : events, residence[from]);
  }

  /** Departures from a basin to wherever, in the time that the system was in it. */
  Passages from(int basin) {
    return new Passages(exits[basin], residence[basin]);
  }

  /** The stays in a basin whose beginning was seen. */
  Stays stays(int basin) {
    return stays[basin];
  }

  /**
   * First passages from one basin to another.
   *
   * @param from the one basin
   * @param to the other basin
   */
  Passages between(int from, int to) {
    return new Passages(passages[from][to], waiting[from][to]);
  }

  /** All transitions. */
  long total() {
    long total = 0;
    for (int basin = 0; basin < basins; basin++) {
      total += from(basin).count();
    }
    return total;
  }
}
