package org.chikei.landscape.grid;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import org.chikei.api.analysis.Accumulator;
import org.chikei.api.analysis.SampleBlock;

/**
 * Collects the number and the weight of samples by cell and block, and sums of what is observed.
 */
public final class CellAccumulator implements Accumulator {
  public static final int COUNT = 0;
  public static final int WEIGHT = 1;
  private static final int QUANTITIES = 2;

  /** What each observed coordinate has of its own, in this order. */
  public static final int OBSERVED_WEIGHT = 0;

  /** The sum of the values, or of their cosines on a circle. */
  public static final int OBSERVED_SUM = 1;

  /** The sum of the sines on a circle. */
  public static final int OBSERVED_SINE = 2;

  private static final int OBSERVED = 3;
  private static final int MAXIMUM_BLOCKS = 512;

  private final Binning binning;
  private final CellBlocks sums;
  private final int[] bins;
  private final Moments[] moments;
  private final double[] periods;
  private final boolean biasAlong;
  private int firstSegment = -1;
  private int lastSegment = -1;
  private long undefined;

  /**
   * Makes an empty accumulator.
   *
   * @param axes how values fall into bins
   * @param baseLength the length of the first blocks
   * @param periods the period of each observed coordinate, 0 where it has none
   */
  public CellAccumulator(BinAxis[] axes, long baseLength, double... periods) {
    this(axes, baseLength, false, periods);
  }

  /**
   * Makes an empty accumulator.
   *
   * @param axes how values fall into bins
   * @param baseLength the length of the first blocks
   * @param biasAlong whether weights undo a bias that is a function of the axes, so that what is
   *     observed in a cell needs none
   * @param periods the period of each observed coordinate, 0 where it has none
   */
  public CellAccumulator(BinAxis[] axes, long baseLength, boolean biasAlong, double... periods) {
    this.biasAlong = biasAlong;
    this.periods = periods;
    binning = new Binning(axes);
    sums = new CellBlocks(QUANTITIES + OBSERVED * periods.length, baseLength, MAXIMUM_BLOCKS);
    bins = new int[axes.length];
    moments = new Moments[axes.length];
    Arrays.setAll(moments, a -> new Moments());
  }

  public Binning binning() {
    return binning;
  }

  public CellBlocks sums() {
    return sums;
  }

  /** Which quantity is the first of an observed coordinate. */
  public static int observed(int coordinate) {
    return QUANTITIES + OBSERVED * coordinate;
  }

  /** Mean and deviation of all values of a coordinate. */
  public Moments moments(int a) {
    return moments[a];
  }

  /** How many frames had no value. */
  public long undefined() {
    return undefined;
  }

  /** Ends the open block; nothing is added afterwards. */
  public void close() {
    sums.endSlice();
  }

  @Override
  public void add(SampleBlock block) {
    if (block.segment() != lastSegment) {
      sums.endSlice();
    }
    sums.run(block.run());
    if (firstSegment < 0) {
      firstSegment = block.segment();
    }
    lastSegment = block.segment();
    double[][] values = new double[bins.length][];
    for (int a = 0; a < bins.length; a++) {
      values[a] = block.values(a);
      reach(a, values[a], block.from(), block.to());
    }
    double[][] observed = new double[periods.length][];
    Arrays.setAll(observed, f -> block.values(bins.length + f));
    double[] weights = block.weights();
    for (int j = block.from(); j < block.to(); j++) {
      boolean exists = true;
      boolean inside = true;
      for (int a = 0; a < bins.length; a++) {
        double value = values[a][j];
        exists &= value == value;
        bins[a] = binning.bin(a, value);
        inside &= bins[a] != BinAxis.OUTSIDE;
      }
      if (exists) {
        double weight = weights == null ? 1 : weights[j];
        for (int a = 0; a < bins.length; a++) {
          moments[a].add(values[a][j], weight);
        }
        count(Binning.EVERYTHING, weight, weight, observed, j);
        if (inside) {
          count(Binning.key(bins), weight, biasAlong ? 1 : weight, observed, j);
        }
      } else {
        undefined++;
      }
      sums.endFrame();
    }
  }

  /** Notes which bins will be used, before any key is made of them. */
  private void reach(int a, double[] values, int from, int to) {
    for (int j = from; j < to; j++) {
      int bin = binning.bin(a, values[j]);
      if (bin != BinAxis.OUTSIDE) {
        binning.use(a, bin, sums);
      }
    }
  }

  private void count(long key, double weight, double inCell, double[][] observed, int j) {
    int place = sums.place(key);
    double[] s = sums.sums();
    s[place + COUNT] += 1;
    s[place + WEIGHT] += weight;
    for (int f = 0; f < periods.length; f++) {
      double value = observed[f][j];
      if (value == value) {
        int at = place + observed(f);
        double angle = periods[f] > 0 ? 2 * Math.PI * value / periods[f] : 0;
        s[at + OBSERVED_WEIGHT] += inCell;
        s[at + OBSERVED_SUM] += inCell * (periods[f] > 0 ? Math.cos(angle) : value);
        s[at + OBSERVED_SINE] += periods[f] > 0 ? inCell * Math.sin(angle) : 0;
      }
    }
  }

  @Override
  public void merge(Accumulator other) {
    CellAccumulator next = (CellAccumulator) other;
    close();
    next.close();
    binning.agree(next.binning, new CellBlocks[] {sums}, new CellBlocks[] {next.sums});
    sums.merge(next.sums, next.firstSegment == lastSegment);
    if (firstSegment < 0) {
      firstSegment = next.firstSegment;
    }
    if (next.lastSegment >= 0) {
      lastSegment = next.lastSegment;
    }
    for (int a = 0; a < moments.length; a++) {
      moments[a].merge(next.moments[a]);
    }
    undefined += next.undefined;
  }

  @Override
  public void write(DataOutput out) throws IOException {
    close();
    out.writeInt(firstSegment);
    out.writeInt(lastSegment);
    out.writeLong(undefined);
    for (Moments each : moments) {
      each.write(out);
    }
    binning.write(out);
    sums.write(out);
  }

  @Override
  public void read(DataInput in) throws IOException {
    firstSegment = in.readInt();
    lastSegment = in.readInt();
    undefined = in.readLong();
    for (Moments each : moments) {
      each.read(in);
    }
    binning.read(in);
    sums.read(in);
  }
}
