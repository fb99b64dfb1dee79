package org.chikei.landscape;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import org.chikei.api.analysis.Accumulator;
import org.chikei.api.analysis.SampleBlock;

/** Collects the number and the weight of samples by cell and block. */
final class FreeEnergyAccumulator implements Accumulator {
  static final int COUNT = 0;
  static final int WEIGHT = 1;
  private static final int QUANTITIES = 2;
  private static final int MAXIMUM_BLOCKS = 512;

  private final Binning binning;
  private final CellBlocks sums;
  private final int[] bins;
  private final Moments[] moments;
  private int firstSegment = -1;
  private int lastSegment = -1;
  private long undefined;

  /**
   * Makes an empty accumulator.
   *
   * @param axes how values fall into bins
   * @param baseLength the length of the first blocks
   */
  FreeEnergyAccumulator(BinAxis[] axes, long baseLength) {
    binning = new Binning(axes);
    sums = new CellBlocks(QUANTITIES, baseLength, MAXIMUM_BLOCKS);
    bins = new int[axes.length];
    moments = new Moments[axes.length];
    Arrays.setAll(moments, a -> new Moments());
  }

  Binning binning() {
    return binning;
  }

  CellBlocks sums() {
    return sums;
  }

  /** Mean and deviation of all values of a coordinate. */
  Moments moments(int a) {
    return moments[a];
  }

  /** How many frames had no value. */
  long undefined() {
    return undefined;
  }

  /** Ends the open block; nothing is added afterwards. */
  void close() {
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
        count(Binning.EVERYTHING, weight);
        if (inside) {
          count(Binning.key(bins), weight);
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

  private void count(long key, double weight) {
    int place = sums.place(key);
    double[] s = sums.sums();
    s[place + COUNT] += 1;
    s[place + WEIGHT] += weight;
  }

  @Override
  public void merge(Accumulator other) {
    FreeEnergyAccumulator next = (FreeEnergyAccumulator) other;
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
