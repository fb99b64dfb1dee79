package org.chikei.landscape;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
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
  private int lastSegment = -1;
  private int firstSegment = -1;
  private long undefined;
  private long frames;
  private int[] bins = new int[0];

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

  private void collect(SampleBlock block, int from, int size) {
    double[] values = block.values(0);
    double[] weights = block.weights();
    int metric = layout.metric();
    double[] g = metric < 0 ? null : block.metric(0, 0);
    int averaged = layout.kinetics(Kinetics.MOMENTUM_AVERAGED);
    double[] mean = averaged < 0 ? null : block.accelerations(Kinetics.MOMENTUM_AVERAGED, 0);
    int direct = layout.kinetics(Kinetics.DIRECT);
    double[] velocity = direct < 0 ? null : block.velocities(Kinetics.DIRECT, 0);
    double[] acceleration = direct < 0 ? null : block.accelerations(Kinetics.DIRECT, 0);
    int series = layout.kinetics(Kinetics.SERIES);
    double[] seriesVelocity = series < 0 ? null : block.velocities(Kinetics.SERIES, 0);
    double[] seriesAcceleration = series < 0 ? null : block.accelerations(Kinetics.SERIES, 0);
    for (int k = 0; k < size; k++) {
      int j = from + k;
      double value = values[j];
      if (value != value) {
        undefined++;
        sums.endFrame();
        continue;
      }
      double weight = weights == null ? 1 : weights[j];
      double unwrapped = binning.axis(0).unwrapped(value);
      int bin = bins[k];
      int everything = sums.place(Binning.EVERYTHING);
      int own = bin == BinAxis.OUTSIDE ? -1 : sums.place(bin);
      double[] s = sums.sums();
      for (int place = everything; place >= 0; place = place == own ? -1 : own) {
        s[place + SampleLayout.COUNT] += 1;
        s[place + SampleLayout.WEIGHT] += weight;
        s[place + SampleLayout.VALUE] += weight * unwrapped;
        if (g != null && g[j] == g[j]) {
          int at = place + metric;
          s[at + SampleLayout.METRIC_WEIGHT] += weight;
          s[at + SampleLayout.METRIC] += weight * g[j];
          s[at + SampleLayout.METRIC_ROOT] += weight * Math.sqrt(g[j]);
        }
        if (mean != null && mean[j] == mean[j]) {
          int at = place + averaged;
          s[at + SampleLayout.KINETIC_WEIGHT] += weight;
          s[at + SampleLayout.ACCELERATION] += weight * mean[j];
        }
        if (velocity != null) {
          kinetic(s, place + direct, weight, velocity[j], acceleration[j]);
        }
        if (seriesVelocity != null) {
          kinetic(s, place + series, weight, seriesVelocity[j], seriesAcceleration[j]);
          double square = seriesAcceleration[j] * seriesAcceleration[j];
          s[place + series + SampleLayout.ACCELERATION_SQUARE] +=
              square == square ? weight * square : 0;
        }
      }
      sums.endFrame();
    }
  }

  private static void kinetic(
      double[] s, int at, double weight, double velocity, double acceleration) {
    double check = velocity + acceleration;
    if (check == check) {
      s[at + SampleLayout.KINETIC_WEIGHT] += weight;
      s[at + SampleLayout.ACCELERATION] += weight * acceleration;
      s[at + SampleLayout.VELOCITY] += weight * velocity;
      s[at + SampleLayout.SPEED] += weight * Math.abs(velocity);
      s[at + SampleLayout.SQUARE] += weight * velocity * velocity;
    }
  }

  private void share(SampleBlock block, int from, int size) {
    double[] weights = block.weights();
    for (int atom = 0; atom < atoms; atom++) {
      double[] column = block.metricShare(0, atom);
      for (int k = 0; k < size; k++) {
        int j = from + k;
        double share = column[j];
        if (bins[k] == BinAxis.OUTSIDE || share != share) {
          continue;
        }
        int place = shares.place(bins[k]);
        double weight = weights == null ? 1 : weights[j];
        double[] s = shares.sums();
        s[place] += atom == 0 ? weight : 0;
        s[place + 1 + atom] += weight * share;
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
    binning.read(in);
    for (CellBlocks each : both) {
      each.read(in);
    }
    track.read(in);
  }
}
