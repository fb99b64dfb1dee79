package org.chikei.landscape.flow;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import org.chikei.api.analysis.Accumulator;
import org.chikei.api.analysis.Kinetics;
import org.chikei.api.analysis.SampleBlock;
import org.chikei.landscape.grid.BinAxis;
import org.chikei.landscape.grid.Binning;
import org.chikei.landscape.grid.CellBlocks;
import org.chikei.landscape.grid.SymmetricMatrix;

/** Collects the sums of two or three coordinates by cell and block. */
final class FlowAccumulator implements Accumulator {
  /** In space each block holds many cells, and each cell many sums. */
  private static final int[] MAXIMUM_BLOCKS = {512, 512, 256};

  private final FlowLayout layout;
  private final Binning binning;
  private final CellBlocks sums;
  private final int dimensions;
  private final int[] bins;
  private final double[][] values;
  private int firstSegment = -1;
  private int lastSegment = -1;
  private long undefined;
  private int[] places = new int[0];
  private double[] weight = new double[0];

  /** What a frame weighs among those of its cell. */
  private double[] inCell = new double[0];

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
    dimensions = axes.length;
    bins = new int[dimensions];
    values = new double[dimensions][];
    binning = new Binning(axes);
    sums = new CellBlocks(layout.size(), baseLength, MAXIMUM_BLOCKS[dimensions - 1]);
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
    for (int a = 0; a < dimensions; a++) {
      values[a] = block.values(a);
      for (int j = block.from(); j < block.to(); j++) {
        int bin = binning.bin(a, values[a][j]);
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
    addValues(s, from, count);
    if (layout.metric() >= 0) {
      double[][] columns = new double[SymmetricMatrix.size(dimensions)][];
      for (int a = 0; a < dimensions; a++) {
        for (int b = a; b < dimensions; b++) {
          columns[SymmetricMatrix.place(dimensions, a, b)] = block.metric(a, b);
        }
      }
      addColumns(s, layout.metric(), columns, from, count);
    }
    for (Kinetics kinetics : Kinetics.values()) {
      int at = layout.kinetics(kinetics);
      if (at < 0) {
        continue;
      }
      boolean moves = kinetics != Kinetics.MOMENTUM_AVERAGED;
      double[][] motion = new double[moves ? 2 * dimensions : dimensions][];
      for (int a = 0; a < dimensions; a++) {
        motion[a] = block.accelerations(kinetics, a);
        if (moves) {
          motion[dimensions + a] = block.velocities(kinetics, a);
        }
      }
      if (moves) {
        addMotion(s, at, kinetics == Kinetics.SERIES, motion, from, count);
      } else {
        addColumns(s, at, motion, from, count);
      }
    }
  }

  /** Finds the cell of each frame, and its weight; a frame without a value weighs nothing. */
  private void place(SampleBlock block, int from, int count) {
    if (places.length < count) {
      places = new int[count];
      weight = new double[count];
      inCell = new double[count];
    }
    double[] weights = block.weights();
    for (int k = 0; k < count; k++) {
      boolean exists = true;
      boolean inside = true;
      for (int a = 0; a < dimensions; a++) {
        double x = values[a][from + k];
        exists &= x == x;
        bins[a] = binning.bin(a, x);
        inside &= bins[a] != BinAxis.OUTSIDE;
      }
      undefined += exists ? 0 : 1;
      weight[k] = !exists ? 0 : weights == null ? 1 : weights[from + k];
      inCell[k] = layout.biasAlong() && exists ? 1 : weight[k];
      places[k] = exists && inside ? sums.place(Binning.key(bins)) : exists ? -1 : -2;
    }
    everything = sums.place(Binning.EVERYTHING);
  }

  private void addValues(double[] s, int from, int count) {
    for (int k = 0; k < count; k++) {
      for (int place = first(k); place >= 0; place = next(k, place)) {
        s[place + FlowLayout.COUNT]++;
        s[place + FlowLayout.WEIGHT] += weight[k];
        for (int a = 0; a < dimensions; a++) {
          s[place + FlowLayout.VALUE + a] +=
              inCell[k] * binning.axis(a).unwrapped(values[a][from + k]);
        }
      }
    }
  }

  /** Where a frame counts first: in the cell of everything, −1 for nowhere. */
  private int first(int k) {
    return places[k] >= -1 ? everything : -1;
  }

  /** Where it counts next: in its own cell, if it has one. */
  private int next(int k, int place) {
    return place == everything ? places[k] : -1;
  }

  /** Adds what it weighs and some columns of each frame that has all of them. */
  private void addColumns(double[] s, int at, double[][] columns, int from, int count) {
    for (int k = 0; k < count; k++) {
      double check = 0;
      for (double[] column : columns) {
        check += column[from + k];
      }
      double w = inCell[k];
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
      double check = 0;
      for (double[] column : motion) {
        check += column[from + k];
      }
      double w = inCell[k];
      if (w == 0 || check != check) {
        continue;
      }
      for (int place = first(k); place >= 0; place = next(k, place)) {
        addMotion(s, place + at, w, squares, motion, from + k);
      }
    }
  }

  private void addMotion(double[] s, int at, double w, boolean squares, double[][] motion, int j) {
    s[at] += w;
    int product = at + layout.product();
    for (int a = 0; a < dimensions; a++) {
      double acceleration = motion[a][j];
      double velocity = motion[dimensions + a][j];
      s[at + FlowLayout.ACCELERATION + a] += w * acceleration;
      s[at + layout.velocity() + a] += w * velocity;
      for (int b = a; b < dimensions; b++) {
        s[product++] += w * (velocity * motion[dimensions + b][j]);
      }
      if (squares) {
        s[at + layout.accelerationSquare() + a] += w * (acceleration * acceleration);
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
