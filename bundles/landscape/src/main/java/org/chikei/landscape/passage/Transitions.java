package org.chikei.landscape.passage;

import java.util.Arrays;
import java.util.stream.LongStream;
import org.chikei.landscape.error.BlockTerms;
import org.chikei.landscape.grid.BinAxis;

/**
 * Transitions between basins, counted on the way that the coordinate took. The system is in the
 * basin whose {@linkplain Cores core} it visited last, so recrossings of the top do not count. On a
 * circle two basins can have two barriers between them, so the direction of the way counts too.
 *
 * <p>A first passage from one basin to another is counted whatever lies between: the system belongs
 * to that one of the two whose core it visited last, with any number of further basins visited on
 * the way. Nothing is known of a segment before its first visit of a core.
 */
public final class Transitions {
  private final int basins;
  private final int blocks;
  private final PassageLog[][] forward;
  private final PassageLog[][] backward;
  private final PassageLog[][] first;
  private final Stays[] stays;
  private final double[] steps;
  private final double[][] residence;
  private final double[][][] waiting;
  private LongStream.Builder lengthsSeen = LongStream.builder();
  private SegmentLengths lengths;

  private Transitions(int basins, int blocks) {
    this.basins = basins;
    this.blocks = blocks;
    forward = logs(basins);
    backward = logs(basins);
    first = logs(basins);
    stays = new Stays[basins];
    Arrays.setAll(stays, basin -> new Stays());
    steps = new double[blocks];
    residence = new double[basins][blocks];
    waiting = new double[basins][basins][blocks];
  }

  private static PassageLog[][] logs(int basins) {
    PassageLog[][] logs = new PassageLog[basins][basins];
    for (PassageLog[] row : logs) {
      Arrays.setAll(row, to -> new PassageLog());
    }
    return logs;
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
  public static Transitions count(
      BinTrack track, int level, int lowestBin, boolean circle, Cores cores, int[] blockFrames) {
    Transitions counted = new Transitions(cores.first().length, blockFrames.length);
    Follower follower = counted.new Follower(cores.coreOf(), lowestBin, circle, blockFrames);
    track.visit(level, follower);
    follower.segment(); // ends the last one
    counted.lengths = new SegmentLengths(counted.lengthsSeen.build().toArray());
    counted.lengthsSeen = null;
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

    /** The step from frame to frame within the segment, −1 before its first frame. */
    private long step = -1;

    /** The step at which the core of the basin was entered, −1 where that was not seen. */
    private long entered = -1;

    /** The step at which each basin's core was seen last. */
    private final long[] seen = new long[basins];

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
      if (step > 0) {
        lengthsSeen.add(step);
      }
      entered = -1;
      state = -1;
      previous = -1;
      step = -1;
    }

    @Override
    public void frame(int bin) {
      while (framesInBlock == blockFrames[block]) {
        settle();
        block++;
        framesInBlock = 0;
      }
      framesInBlock++;
      steps[block] += step < 0 ? 0 : 1;
      step++;
      if (state >= 0) {
        residence[state][block]++;
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
        seen[here] = step;
        gone = 0;
      }
    }

    private void arrive(int here) {
      if (state >= 0) {
        (gone >= 0 ? forward : backward)[state][here].add(block, step - seen[state]);
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
          first[other][here].add(block, step - seen[other]);
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

  private Passages passages(double[] inside, double[][] known, PassageLog... logs) {
    double[] flux = new double[blocks];
    double[] all = new double[blocks];
    long count = 0;
    for (PassageLog log : logs) {
      log.addFlux(lengths, flux);
      count += log.count();
    }
    for (double[] part : known) {
      BlockTerms.add(all, 1, part);
    }
    return new Passages(count, flux, inside, all, steps);
  }

  /**
   * Transitions from one basin to another.
   *
   * @param from the one basin
   * @param to the other basin
   * @param along whether in the direction of the coordinate or against it
   */
  public Passages over(int from, int to, boolean along) {
    return passages(residence[from], residence, (along ? forward : backward)[from][to]);
  }

  /** Departures from a basin to wherever. */
  public Passages from(int basin) {
    PassageLog[] both = Arrays.copyOf(forward[basin], 2 * basins);
    System.arraycopy(backward[basin], 0, both, basins, basins);
    return passages(residence[basin], residence, both);
  }

  /** The stays in a basin whose beginning was seen. */
  public Stays stays(int basin) {
    return stays[basin];
  }

  /**
   * First passages from one basin to another.
   *
   * @param from the one basin
   * @param to the other basin
   */
  public Passages between(int from, int to) {
    double[] inside = waiting[from][to];
    return passages(inside, new double[][] {inside, waiting[to][from]}, first[from][to]);
  }

  /** All transitions. */
  public long total() {
    long total = 0;
    for (int basin = 0; basin < basins; basin++) {
      total += from(basin).count();
    }
    return total;
  }
}
