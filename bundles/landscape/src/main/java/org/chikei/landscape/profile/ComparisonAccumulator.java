package org.chikei.landscape.profile;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import org.chikei.api.analysis.Accumulator;
import org.chikei.api.analysis.Kinetics;
import org.chikei.api.analysis.SampleBlock;
import org.chikei.landscape.grid.BinAxis;
import org.chikei.landscape.grid.Binning;
import org.chikei.landscape.grid.CellBlocks;
import org.chikei.landscape.grid.Moments;
import org.chikei.landscape.passage.BinTrack;

/**
 * Collects what a comparison needs: sums by bin and block, shares of the metric by atom, the bins
 * visited.
 */
public final class ComparisonAccumulator implements Accumulator {
  private static final int MAXIMUM_BLOCKS = 512;
  private static final Kinetics[] MOVING = {Kinetics.DIRECT, Kinetics.SERIES};

  private final SampleLayout layout;
  private final int atoms;
  private final Binning binning;
  private final CellBlocks sums;
  private final CellBlocks shares;
  private final CellBlocks[] both;
  private final BinTrack track = new BinTrack();
  private final boolean tracked;
  private final Moments moments = new Moments();
  private int lastSegment = -1;
  private int firstSegment = -1;
  private long undefined;
  private long frames;
  private int[] bins = new int[0];

  private int everything;
  private int[] places = new int[0];
  private double[] weight;

  /** What frames weigh in the means of their bin. */
  private double[] inBin;

  private double[] unwrapped;
  private double[] ones;

  /**
   * Makes an empty accumulator.
   *
   * @param axis how values fall into bins
   * @param layout which sums a bin holds
   * @param atoms how many atoms share the metric; 0 where shares are not wanted
   * @param baseLength the length of the first blocks
   */
  public ComparisonAccumulator(BinAxis axis, SampleLayout layout, int atoms, long baseLength) {
    this(axis, layout, atoms, baseLength, true);
  }

  /** The same of sums alone, which does not keep the order in which bins are visited. */
  public static ComparisonAccumulator untracked(
      BinAxis axis, SampleLayout layout, long baseLength) {
    return new ComparisonAccumulator(axis, layout, 0, baseLength, false);
  }

  private ComparisonAccumulator(
      BinAxis axis, SampleLayout layout, int atoms, long baseLength, boolean tracked) {
    this.tracked = tracked;
    this.layout = layout;
    this.atoms = atoms;
    this.binning = new Binning(axis);
    this.sums = new CellBlocks(layout.size(), baseLength, MAXIMUM_BLOCKS);
    this.shares = atoms == 0 ? null : new CellBlocks(atoms + 1, Long.MAX_VALUE, 1);
    this.both = shares == null ? new CellBlocks[] {sums} : new CellBlocks[] {sums, shares};
  }

  public Binning binning() {
    return binning;
  }

  public CellBlocks sums() {
    return sums;
  }

  /** Sums of weight and of each atom's share by bin; null without shares. */
  public CellBlocks shares() {
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
    sums.run(block.run());
    if (tracked) {
      track.add(newSegment, binning.level(0), bins, size);
    }
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

  /**
   * Adds the frames to the sums, block by block. What comes with each kind of data has a plain loop
   * of its own, so that few loops have to be compiled.
   */
  private void collect(SampleBlock block, int from, int size) {
    int done = 0;
    while (done < size) {
      int count = (int) Math.min(size - done, sums.room());
      int first = from + done;
      place(block, first, done, count);
      everything = sums.place(Binning.EVERYTHING);
      double[] s = sums.sums();
      addValues(s, count);
      if (layout.metric() >= 0) {
        addMetric(s, block.metric(0, 0), first, count);
      }
      int averaged = layout.kinetics(Kinetics.MOMENTUM_AVERAGED);
      if (averaged >= 0) {
        addForce(s, averaged, block.accelerations(Kinetics.MOMENTUM_AVERAGED, 0), first, count);
      }
      for (Kinetics kinetics : MOVING) {
        int at = layout.kinetics(kinetics);
        if (at >= 0) {
          double[] v = block.velocities(kinetics, 0);
          double[] a = block.accelerations(kinetics, 0);
          addMotion(s, at, v, a, first, count);
          if (kinetics == Kinetics.SERIES) {
            addRoughness(s, at + SampleLayout.ACCELERATION_SQUARE, v, a, first, count);
          }
        }
      }
      sums.endFrames(count);
      done += count;
    }
  }

  /**
   * Finds the cell of each frame of a run, and its weight; a frame without a value weighs nothing.
   */
  private void place(SampleBlock block, int from, int offset, int count) {
    reserve(block.to());
    double[] values = block.values(0);
    double[] weights = block.weights() == null ? ones : block.weights();
    BinAxis axis = binning.axis(0);
    for (int k = 0; k < count; k++) {
      double value = values[from + k];
      boolean exists = value == value;
      int bin = bins[offset + k];
      weight[k] = exists ? weights[from + k] : 0;
      inBin[k] = layout.biasAlong() && exists ? 1 : weight[k];
      unwrapped[k] = axis.unwrapped(value);
      moments.add(value, weight[k]);
      undefined += exists ? 0 : 1;
      places[k] = bin == BinAxis.OUTSIDE ? -1 : sums.place(bin);
    }
  }

  private void reserve(int count) {
    if (places.length < count) {
      places = new int[count];
      weight = new double[count];
      inBin = new double[count];
      unwrapped = new double[count];
      ones = new double[count];
      Arrays.fill(ones, 1);
    }
  }

  /** Adds count, weight and value of each frame to its cell and to the cell of everything. */
  private void addValues(double[] s, int count) {
    double counts = 0;
    double weights = 0;
    double sum = 0;
    for (int k = 0; k < count; k++) {
      double x = unwrapped[k];
      if (x == x) {
        double w = weight[k];
        counts++;
        weights += w;
        sum += w * x;
        int place = places[k];
        if (place >= 0) {
          s[place + SampleLayout.COUNT]++;
          s[place + SampleLayout.WEIGHT] += w;
          s[place + SampleLayout.VALUE] += inBin[k] * x;
        }
      }
    }
    s[everything + SampleLayout.COUNT] += counts;
    s[everything + SampleLayout.WEIGHT] += weights;
    s[everything + SampleLayout.VALUE] += sum;
  }

  /** Adds the metric of each frame that has one, and its root. */
  private void addMetric(double[] s, double[] metric, int from, int count) {
    int at = layout.metric();
    double weights = 0;
    double sum = 0;
    double roots = 0;
    for (int k = 0; k < count; k++) {
      double g = metric[from + k];
      double w = weight[k];
      double b = inBin[k];
      if (b != 0 && g == g) {
        double root = Math.sqrt(g);
        weights += w;
        sum += w * g;
        roots += w * root;
        int place = places[k];
        if (place >= 0) {
          s[place + at + SampleLayout.METRIC_WEIGHT] += b;
          s[place + at + SampleLayout.METRIC] += b * g;
          s[place + at + SampleLayout.METRIC_ROOT] += b * root;
        }
      }
    }
    s[everything + at + SampleLayout.METRIC_WEIGHT] += weights;
    s[everything + at + SampleLayout.METRIC] += sum;
    s[everything + at + SampleLayout.METRIC_ROOT] += roots;
  }

  /** Adds the acceleration of each frame that has one. */
  private void addForce(double[] s, int at, double[] acceleration, int from, int count) {
    double weights = 0;
    double sum = 0;
    for (int k = 0; k < count; k++) {
      double a = acceleration[from + k];
      double w = weight[k];
      double b = inBin[k];
      if (b != 0 && a == a) {
        weights += w;
        sum += w * a;
        int place = places[k];
        if (place >= 0) {
          s[place + at + SampleLayout.KINETIC_WEIGHT] += b;
          s[place + at + SampleLayout.ACCELERATION] += b * a;
        }
      }
    }
    s[everything + at + SampleLayout.KINETIC_WEIGHT] += weights;
    s[everything + at + SampleLayout.ACCELERATION] += sum;
  }

  /** Adds acceleration, velocity, speed and square of each frame that has both of the former. */
  private void addMotion(
      double[] s, int at, double[] velocity, double[] acceleration, int from, int count) {
    double weights = 0;
    double accelerations = 0;
    double velocities = 0;
    double speeds = 0;
    double squares = 0;
    for (int k = 0; k < count; k++) {
      double v = velocity[from + k];
      double a = acceleration[from + k];
      double w = weight[k];
      double b = inBin[k];
      if (b != 0 && v + a == v + a) {
        weights += w;
        accelerations += w * a;
        velocities += w * v;
        speeds += w * Math.abs(v);
        squares += w * (v * v);
        int place = places[k];
        if (place >= 0) {
          s[place + at + SampleLayout.KINETIC_WEIGHT] += b;
          s[place + at + SampleLayout.ACCELERATION] += b * a;
          s[place + at + SampleLayout.VELOCITY] += b * v;
          s[place + at + SampleLayout.SPEED] += b * Math.abs(v);
          s[place + at + SampleLayout.SQUARE] += b * (v * v);
        }
      }
    }
    s[everything + at + SampleLayout.KINETIC_WEIGHT] += weights;
    s[everything + at + SampleLayout.ACCELERATION] += accelerations;
    s[everything + at + SampleLayout.VELOCITY] += velocities;
    s[everything + at + SampleLayout.SPEED] += speeds;
    s[everything + at + SampleLayout.SQUARE] += squares;
  }

  /** Adds the square of the acceleration of each frame that has a velocity too. */
  private void addRoughness(
      double[] s, int quantity, double[] velocity, double[] acceleration, int from, int count) {
    double sum = 0;
    for (int k = 0; k < count; k++) {
      double a = acceleration[from + k];
      double check = velocity[from + k] + a;
      if (inBin[k] != 0 && check == check) {
        sum += weight[k] * (a * a);
        if (places[k] >= 0) {
          s[places[k] + quantity] += inBin[k] * (a * a);
        }
      }
    }
    s[everything + quantity] += sum;
  }

  private void share(SampleBlock block, int from, int size) {
    reserve(block.to());
    double[] weights = block.weights() == null || layout.biasAlong() ? ones : block.weights();
    double[] first = block.metricShare(0, 0);
    for (int k = 0; k < size; k++) {
      boolean counts = bins[k] != BinAxis.OUTSIDE && first[from + k] == first[from + k];
      places[k] = counts ? shares.place(bins[k]) : -1;
    }
    for (int atom = -1; atom < atoms; atom++) {
      double[] x = atom < 0 ? ones : block.metricShare(0, atom);
      addShare(shares.sums(), 1 + atom, x, weights, from, size);
    }
    shares.endFrame();
  }

  private void addShare(double[] s, int quantity, double[] x, double[] w, int from, int size) {
    for (int k = 0; k < size; k++) {
      if (places[k] >= 0) {
        s[places[k] + quantity] += w[from + k] * x[from + k];
      }
    }
  }

  /** Ends the open block; nothing is added afterwards. */
  public void close() {
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
