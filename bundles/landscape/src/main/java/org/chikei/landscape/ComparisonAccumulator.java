package org.chikei.landscape;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import org.chikei.api.analysis.Accumulator;
import org.chikei.api.analysis.Kinetics;
import org.chikei.api.analysis.SampleBlock;

/**
 * Collects what a comparison needs: sums by bin and block, shares of the metric by atom, the bins
 * visited.
 */
final class ComparisonAccumulator implements Accumulator {
  private static final int MAXIMUM_BLOCKS = 512;

  private final SampleLayout layout;
  private final int atoms;
  private final Binning binning;
  private final CellBlocks sums;
  private final CellBlocks shares;
  private final CellBlocks[] both;
  private final BinTrack track = new BinTrack();
  private final Moments moments = new Moments();
  private int lastSegment = -1;
  private int firstSegment = -1;
  private long undefined;
  private long frames;
  private int[] bins = new int[0];

  private int everything;
  private int[] places = new int[0];
  private double[] valid;
  private double[] weight;
  private double[] partial;
  private double[] column;
  private double[] ones;

  /**
   * Makes an empty accumulator.
   *
   * @param axis how values fall into bins
   * @param layout which sums a bin holds
   * @param atoms how many atoms share the metric; 0 where shares are not wanted
   * @param baseLength the length of the first blocks
   */
  ComparisonAccumulator(BinAxis axis, SampleLayout layout, int atoms, long baseLength) {
    this.layout = layout;
    this.atoms = atoms;
    this.binning = new Binning(axis);
    this.sums = new CellBlocks(layout.size(), baseLength, MAXIMUM_BLOCKS);
    this.shares = atoms == 0 ? null : new CellBlocks(atoms + 1, Long.MAX_VALUE, 1);
    this.both = shares == null ? new CellBlocks[] {sums} : new CellBlocks[] {sums, shares};
  }

  Binning binning() {
    return binning;
  }

  CellBlocks sums() {
    return sums;
  }

  /** Sums of weight and of each atom's share by bin; null without shares. */
  CellBlocks shares() {
    return shares;
  }

  BinTrack track() {
    return track;
  }

  /** Mean and deviation of all values. */
  Moments moments() {
    return moments;
  }

  /** How many frames had no value. */
  long undefined() {
    return undefined;
  }

  long frames() {
    return frames;
  }

  @Override
  public void add(SampleBlock block) {
    int from = block.from();
    int size = block.to() - from;
    if (bins.length < size) {
      bins = new int[size];
    }
    assign(block.values(0), from, size);
    boolean newSegment = block.segment() != lastSegment;
    if (newSegment) {
      sums.endSlice();
    }
    track.add(newSegment, binning.level(0), bins, size);
    if (firstSegment < 0) {
      firstSegment = block.segment();
    }
    lastSegment = block.segment();
    collect(block, from, size);
    if (shares != null) {
      share(block, from, size);
    }
    frames += size;
  }

  /** Finds the bin of each frame; joins bins first if the axis has become too long. */
  private void assign(double[] values, int from, int size) {
    boolean again = true;
    while (again) {
      again = false;
      for (int k = 0; k < size && !again; k++) {
        int bin = binning.bin(0, values[from + k]);
        bins[k] = bin;
        again = bin != BinAxis.OUTSIDE && binning.use(0, bin, both);
      }
    }
  }

  /** Adds the frames to the sums, block by block, one quantity after the other. */
  private void collect(SampleBlock block, int from, int size) {
    Columns columns = new Columns(block);
    int done = 0;
    while (done < size) {
      int count = (int) Math.min(size - done, sums.room());
      place(block, from + done, done, count);
      everything = sums.place(Binning.EVERYTHING);
      double[] s = sums.sums();
      add(s, SampleLayout.COUNT, ones, 0, valid, count);
      add(s, SampleLayout.WEIGHT, ones, 0, weight, count);
      add(s, SampleLayout.VALUE, column, 0, weight, count);
      columns.add(s, from + done, count);
      sums.endFrames(count);
      done += count;
    }
  }

  /**
   * Finds the cell of each frame of a run, and its weight; a frame without a value weighs nothing.
   */
  private void place(SampleBlock block, int from, int offset, int count) {
    double[] values = block.values(0);
    double[] weights = block.weights();
    BinAxis axis = binning.axis(0);
    reserve(count);
    for (int k = 0; k < count; k++) {
      double value = values[from + k];
      boolean exists = value == value;
      int bin = bins[offset + k];
      valid[k] = exists ? 1 : 0;
      weight[k] = exists ? (weights == null ? 1 : weights[from + k]) : 0;
      column[k] = exists ? axis.unwrapped(value) : 0;
      moments.add(value, weight[k]);
      undefined += exists ? 0 : 1;
      places[k] = bin == BinAxis.OUTSIDE ? -1 : sums.place(bin);
    }
  }

  private void reserve(int count) {
    if (places.length < count) {
      places = new int[count];
      valid = new double[count];
      weight = new double[count];
      partial = new double[count];
      column = new double[count];
      ones = new double[count];
      Arrays.fill(ones, 1);
    }
  }

  /** Adds weight times x to one quantity of each frame's cell and of everything. */
  private void add(double[] s, int quantity, double[] x, int from, double[] w, int count) {
    double sum = 0;
    for (int k = 0; k < count; k++) {
      double factor = w[k];
      if (factor != 0) {
        double term = factor * x[from + k];
        sum += term;
        int place = places[k];
        if (place >= 0) {
          s[place + quantity] += term;
        }
      }
    }
    s[everything + quantity] += sum;
  }

  /** The columns of a block that the layout has sums for. */
  private final class Columns {
    private final double[] metric;
    private final double[] averaged;
    private final double[][] velocities = new double[Kinetics.values().length][];
    private final double[][] accelerations = new double[Kinetics.values().length][];

    Columns(SampleBlock block) {
      metric = layout.metric() < 0 ? null : block.metric(0, 0);
      boolean has = layout.kinetics(Kinetics.MOMENTUM_AVERAGED) >= 0;
      averaged = has ? block.accelerations(Kinetics.MOMENTUM_AVERAGED, 0) : null;
      for (Kinetics kinetics : new Kinetics[] {Kinetics.DIRECT, Kinetics.SERIES}) {
        if (layout.kinetics(kinetics) >= 0) {
          velocities[kinetics.ordinal()] = block.velocities(kinetics, 0);
          accelerations[kinetics.ordinal()] = block.accelerations(kinetics, 0);
        }
      }
    }

    void add(double[] s, int from, int count) {
      if (metric != null) {
        int at = layout.metric();
        weigh(metric, metric, from, count);
        for (int k = 0; k < count; k++) {
          column[k] = Math.sqrt(metric[from + k]);
        }
        sum(s, at + SampleLayout.METRIC_WEIGHT, ones, 0, count);
        sum(s, at + SampleLayout.METRIC, metric, from, count);
        sum(s, at + SampleLayout.METRIC_ROOT, column, 0, count);
      }
      if (averaged != null) {
        int at = layout.kinetics(Kinetics.MOMENTUM_AVERAGED);
        weigh(averaged, averaged, from, count);
        sum(s, at + SampleLayout.KINETIC_WEIGHT, ones, 0, count);
        sum(s, at + SampleLayout.ACCELERATION, averaged, from, count);
      }
      kinetic(s, Kinetics.DIRECT, from, count);
      kinetic(s, Kinetics.SERIES, from, count);
    }

    private void kinetic(double[] s, Kinetics kinetics, int from, int count) {
      double[] velocity = velocities[kinetics.ordinal()];
      double[] acceleration = accelerations[kinetics.ordinal()];
      if (velocity == null) {
        return;
      }
      int at = layout.kinetics(kinetics);
      weigh(velocity, acceleration, from, count);
      sum(s, at + SampleLayout.KINETIC_WEIGHT, ones, 0, count);
      sum(s, at + SampleLayout.ACCELERATION, acceleration, from, count);
      sum(s, at + SampleLayout.VELOCITY, velocity, from, count);
      for (int k = 0; k < count; k++) {
        column[k] = Math.abs(velocity[from + k]);
      }
      sum(s, at + SampleLayout.SPEED, column, 0, count);
      square(velocity, from, count);
      sum(s, at + SampleLayout.SQUARE, column, 0, count);
      if (kinetics == Kinetics.SERIES) {
        square(acceleration, from, count);
        sum(s, at + SampleLayout.ACCELERATION_SQUARE, column, 0, count);
      }
    }

    private void square(double[] x, int from, int count) {
      for (int k = 0; k < count; k++) {
        column[k] = x[from + k] * x[from + k];
      }
    }

    /** Lets a frame weigh nothing where either of two quantities does not exist. */
    private void weigh(double[] x, double[] y, int from, int count) {
      for (int k = 0; k < count; k++) {
        double check = x[from + k] + y[from + k];
        partial[k] = check == check ? weight[k] : 0;
      }
    }

    private void sum(double[] s, int quantity, double[] x, int from, int count) {
      ComparisonAccumulator.this.add(s, quantity, x, from, partial, count);
    }
  }

  private void share(SampleBlock block, int from, int size) {
    double[] weights = block.weights();
    reserve(size);
    double[] first = block.metricShare(0, 0);
    for (int k = 0; k < size; k++) {
      boolean counts = bins[k] != BinAxis.OUTSIDE && first[from + k] == first[from + k];
      places[k] = counts ? shares.place(bins[k]) : -1;
      partial[k] = weights == null ? 1 : weights[from + k];
    }
    double[] s = shares.sums();
    for (int atom = -1; atom < atoms; atom++) {
      double[] x = atom < 0 ? ones : block.metricShare(0, atom);
      int start = atom < 0 ? 0 : from;
      for (int k = 0; k < size; k++) {
        if (places[k] >= 0) {
          s[places[k] + 1 + atom] += partial[k] * x[start + k];
        }
      }
    }
    shares.endFrame();
  }

  /** Ends the open block; nothing is added afterwards. */
  void close() {
    for (CellBlocks each : both) {
      each.endSlice();
    }
  }

  @Override
  public void merge(Accumulator other) {
    ComparisonAccumulator next = (ComparisonAccumulator) other;
    close();
    next.close();
    binning.agree(next.binning, both, next.both);
    boolean same = next.firstSegment == lastSegment;
    sums.merge(next.sums, same);
    if (shares != null) {
      shares.merge(next.shares, true);
    }
    track.append(next.track, same);
    if (firstSegment < 0) {
      firstSegment = next.firstSegment;
    }
    if (next.lastSegment >= 0) {
      lastSegment = next.lastSegment;
    }
    moments.merge(next.moments);
    undefined += next.undefined;
    frames += next.frames;
  }

  @Override
  public void write(DataOutput out) throws IOException {
    close();
    out.writeInt(firstSegment);
    out.writeInt(lastSegment);
    out.writeLong(undefined);
    out.writeLong(frames);
    moments.write(out);
    binning.write(out);
    for (CellBlocks each : both) {
      each.write(out);
    }
    track.write(out);
  }

  @Override
  public void read(DataInput in) throws IOException {
    firstSegment = in.readInt();
    lastSegment = in.readInt();
    undefined = in.readLong();
    frames = in.readLong();
    moments.read(in);
    binning.read(in);
    for (CellBlocks each : both) {
      each.read(in);
    }
    track.read(in);
  }
}
