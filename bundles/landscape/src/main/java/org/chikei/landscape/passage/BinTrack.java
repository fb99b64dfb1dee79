package org.chikei.landscape.passage;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.chikei.landscape.grid.BinAxis;

/**
 * The bins that a coordinate visited, in the order of time, so that transitions can be counted once
 * the basins are known. Two bytes a frame, in memory for the first few million frames of a run and
 * in a temporary file beyond.
 */
public final class BinTrack {
  private static final short OUTSIDE = Short.MIN_VALUE;

  /**
   * A run of frames within a segment, its bins relative to a base at some level of an open axis.
   */
  private record Stretch(boolean newSegment, int level, int base, short[] bins) {

    void write(DataOutput out) throws IOException {
      out.writeBoolean(newSegment);
      out.writeInt(level);
      out.writeInt(base);
      out.writeInt(bins.length);
      for (short bin : bins) {
        out.writeShort(bin);
      }
    }

    static Stretch read(DataInput in) throws IOException {
      boolean newSegment = in.readBoolean();
      int level = in.readInt();
      int base = in.readInt();
      short[] bins = new short[in.readInt()];
      for (int i = 0; i < bins.length; i++) {
        bins[i] = in.readShort();
      }
      return new Stretch(newSegment, level, base, bins);
    }
  }

  private final List<Stretch> stretches = new ArrayList<>();
  private final long mostInMemory;
  private long inMemory;
  private TemporaryFile spilled;

  /** Makes an empty track that keeps a quarter of a million frames in memory. */
  public BinTrack() {
    this(1L << 18);
  }

  /**
   * Makes an empty track.
   *
   * @param mostInMemory how many frames to keep in memory
   */
  public BinTrack(long mostInMemory) {
    this.mostInMemory = mostInMemory;
  }

  /**
   * Adds a run of frames.
   *
   * @param newSegment whether it begins a segment
   * @param level the level of the axis
   * @param bins the bins, or {@link BinAxis#OUTSIDE}
   * @param size how many
   */
  public void add(boolean newSegment, int level, int[] bins, int size) {
    int base = 0;
    for (int k = 0; k < size; k++) {
      if (bins[k] != BinAxis.OUTSIDE) {
        base = bins[k];
        break;
      }
    }
    short[] relative = new short[size];
    for (int k = 0; k < size; k++) {
      relative[k] = bins[k] == BinAxis.OUTSIDE ? OUTSIDE : (short) (bins[k] - base);
    }
    keep(new Stretch(newSegment, level, base, relative));
  }

  private void keep(Stretch stretch) {
    stretches.add(stretch);
    inMemory += stretch.bins().length;
    if (inMemory > mostInMemory) {
      spill();
    }
  }

  private void spill() {
    try {
      if (spilled == null) {
        spilled = new TemporaryFile();
      }
      for (Stretch stretch : stretches) {
        stretch.write(spilled.out());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(
          "the temporary folder cannot be written: " + e.getMessage(), e);
    }
    stretches.clear();
    inMemory = 0;
  }

  /**
   * Appends what came next.
   *
   * @param next the other track
   * @param sameSegment whether it continues the segment that this one ends in
   */
  public void append(BinTrack next, boolean sameSegment) {
    for (Stretch stretch : next.stretches) {
      boolean begins = stretch.newSegment() && !(sameSegment && stretch == next.stretches.get(0));
      keep(new Stretch(begins, stretch.level(), stretch.base(), stretch.bins()));
    }
  }

  /** Receives the frames of a track. */
  interface Visitor {
    /** A segment begins. */
    void segment();

    /** The bin of the next frame, or {@link BinAxis#OUTSIDE}. */
    void frame(int bin);
  }

  /**
   * Goes through all frames once, with bins at the level given; what was spilled is gone
   * afterwards.
   */
  void visit(int level, Visitor visitor) {
    if (spilled != null) {
      try (TemporaryFile file = spilled) {
        DataInput in = file.in();
        while (file.remaining() > 0) {
          visit(Stretch.read(in), level, visitor);
        }
      } catch (IOException e) {
        throw new UncheckedIOException("the temporary folder cannot be read: " + e.getMessage(), e);
      }
    }
    for (Stretch stretch : stretches) {
      visit(stretch, level, visitor);
    }
  }

  private static void visit(Stretch stretch, int level, Visitor visitor) {
    if (stretch.newSegment()) {
      visitor.segment();
    }
    int shift = level - stretch.level();
    for (short bin : stretch.bins()) {
      visitor.frame(bin == OUTSIDE ? BinAxis.OUTSIDE : stretch.base() + bin >> shift);
    }
  }

  public void write(DataOutput out) throws IOException {
    long bytes = spilled == null ? 0 : spilled.size();
    out.writeLong(bytes);
    if (spilled != null) {
      spilled.copyTo(out);
    }
    out.writeInt(stretches.size());
    for (Stretch stretch : stretches) {
      stretch.write(out);
    }
  }

  public void read(DataInput in) throws IOException {
    stretches.clear();
    inMemory = 0;
    long bytes = in.readLong();
    if (bytes > 0) {
      spilled = new TemporaryFile();
      spilled.copyFrom(in, bytes);
    }
    int count = in.readInt();
    for (int k = 0; k < count; k++) {
      keep(Stretch.read(in));
    }
  }
}
