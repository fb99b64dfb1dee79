package org.chikei.landscape;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import org.chikei.api.analysis.Accumulator;
import org.chikei.api.analysis.Kinetics;
import org.chikei.api.analysis.SampleBlock;

/** Collects the sums of two coordinates by cell and block. */
final class FlowAccumulator implements Accumulator {
  private static final int MAXIMUM_BLOCKS = 512;

  private final FlowLayout layout;
  private final Binning binning;
  private final CellBlocks sums;
  private final int[] bins = new int[2];
  private int firstSegment = -1;
  private int lastSegment = -1;
  private long undefined;
  private int[] places = new int[0];
  private double[] weight = new double[0];
  private int everything;

  /**
   * Makes an empty accumulator.
   *
   * @param axes how values fall into bins
   * @param layout which sums a cell holds
   * @param baseLength the length of the first blocks
   */
  FlowAccumulator(BinAxis[] axes, FlowLayout layout, long baseLength) {
    this.layout = layout;
    binning = new Binning(axes);
    sums = new CellBlocks(layout.size(), baseLength, MAXIMUM_BLOCKS);
  }

  Binning binning() {
    return binning;
  }

  CellBlocks sums() {
    return sums;
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
    for (int a = 0; a < 2; a++) {
      double[] values = block.values(a);
      for (int j = block.from(); j < block.to(); j++) {
        int bin = binning.bin(a, values[j]);
        if (bin != BinAxis.OUTSIDE) {
          binning.use(a, bin, sums);
        }
      }
    }
    int done = block.from();
    while (done < block.to()) {
      int count = (int) Math.min(block.to() - done, sums.room());
      collect(block, done, count);
      sums.endFrames(count);
      done += count;
    }
  }

  private void collect(SampleBlock block, int from, int count) {
    place(block, from, count);
    double[] s = sums.sums();
    addValues(s, block.values(0), block.values(1), from, count);
    if (layout.metric() >= 0) {
      double[][] columns = {block.metric(0, 0), block.metric(0, 1), block.metric(1, 1)};
      addColumns(s, layout.metric(), columns, from, count);
    }
    for (Kinetics kinetics : Kinetics.values()) {
      int at = layout.kinetics(kinetics);
      if (at < 0) {
        continue;
      }
      double[] a = block.accelerations(kinetics, 0);
      double[] b = block.accelerations(kinetics, 1);
      if (kinetics == Kinetics.MOMENTUM_AVERAGED) {
        addColumns(s, at, new double[][] {a, b}, from, count);
      } else {
        double[] u = block.velocities(kinetics, 0);
        double[] v = block.velocities(kinetics, 1);
        addMotion(s, at, kinetics == Kinetics.SERIES, new double[][] {a, b, u, v}, from, count);
      }
    }
  }

  /** Finds the cell of each frame, and its weight; a frame without a value weighs nothing. */
  private void place(SampleBlock block, int from, int count) {
    if (places.length < count) {
      places = new int[count];
      weight = new double[count];
    }
    double[] a = block.values(0);
    double[] b = block.values(1);
    double[] weights = block.weights();
    for (int k = 0; k < count; k++) {
      double x = a[from + k];
      double y = b[from + k];
      boolean exists = x == x && y == y;
      undefined += exists ? 0 : 1;
      weight[k] = !exists ? 0 : weights == null ? 1 : weights[from + k];
      bins[0] = binning.bin(0, x);
      bins[1] = binning.bin(1, y);
      boolean inside = exists && bins[0] != BinAxis.OUTSIDE && bins[1] != BinAxis.OUTSIDE;
      places[k] = inside ? sums.place(Binning.key(bins)) : exists ? -1 : -2;
    }
    everything = sums.place(Binning.EVERYTHING);
  }

  private void addValues(double[] s, double[] a, double[] b, int from, int count) {
    BinAxis first = binning.axis(0);
    BinAxis second = binning.axis(1);
    for (int k = 0; k < count; k++) {
      if (places[k] >= -1) {
        double w = weight[k];
        double x = w * first.unwrapped(a[from + k]);
        double y = w * second.unwrapped(b[from + k]);
        addValue(s, everything, w, x, y);
        if (places[k] >= 0) {
          addValue(s, places[k], w, x, y);
        }
      }
    }
  }

  private static void addValue(double[] s, int place, double w, double x, double y) {
    s[place + FlowLayout.COUNT]++;
    s[place + FlowLayout.WEIGHT] += w;
    s[place + FlowLayout.VALUE_A] += x;
    s[place + FlowLayout.VALUE_B] += y;
  }

  /** Adds the weight and some columns of each frame that has all of them. */
  private void addColumns(double[] s, int at, double[][] columns, int from, int count) {
    for (int k = 0; k < count; k++) {
      double check = 0;
      for (double[] column : columns) {
        check += column[from + k];
      }
      double w = weight[k];
      if (w == 0 || check != check) {
        continue;
      }
      addRow(s, everything + at, w, columns, from + k);
      if (places[k] >= 0) {
        addRow(s, places[k] + at, w, columns, from + k);
      }
    }
  }

  private static void addRow(double[] s, int at, double w, double[][] columns, int j) {
    s[at] += w;
    for (int c = 0; c < columns.length; c++) {
      s[at + 1 + c] += w * columns[c][j];
    }
  }

  /** Adds accelerations, velocities and products of each frame that has all of them. */
  private void addMotion(
      double[] s, int at, boolean squares, double[][] motion, int from, int count) {
    for (int k = 0; k < count; k++) {
      double a = motion[0][from + k];
      double b = motion[1][from + k];
      double u = motion[2][from + k];
      double v = motion[3][from + k];
      double check = a + b + u + v;
      double w = weight[k];
      if (w == 0 || check != check) {
        continue;
      }
      for (int place = everything; place >= 0; place = place == everything ? places[k] : -1) {
        int to = place + at;
        s[to] += w;
        s[to + FlowLayout.ACCELERATION] += w * a;
        s[to + FlowLayout.ACCELERATION + 1] += w * b;
        s[to + FlowLayout.VELOCITY] += w * u;
        s[to + FlowLayout.VELOCITY + 1] += w * v;
        s[to + FlowLayout.PRODUCT] += w * (u * u);
        s[to + FlowLayout.PRODUCT + 1] += w * (u * v);
        s[to + FlowLayout.PRODUCT + 2] += w * (v * v);
        if (squares) {
          s[to + FlowLayout.ACCELERATION_SQUARE] += w * (a * a);
          s[to + FlowLayout.ACCELERATION_SQUARE + 1] += w * (b * b);
        }
      }
    }
  }

  @Override
  public void merge(Accumulator other) {
    FlowAccumulator next = (FlowAccumulator) other;
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
    undefined += next.undefined;
  }

  @Override
  public void write(DataOutput out) throws IOException {
    close();
    out.writeInt(firstSegment);
    out.writeInt(lastSegment);
    out.writeLong(undefined);
    binning.write(out);
    sums.write(out);
  }

  @Override
  public void read(DataInput in) throws IOException {
    firstSegment = in.readInt();
    lastSegment = in.readInt();
    undefined = in.readLong();
    binning.read(in);
    sums.read(in);
  }
}
