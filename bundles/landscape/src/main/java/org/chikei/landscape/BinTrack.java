package org.chikei.landscape;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * The bins that a coordinate visited, in the order of time, so that transitions can be counted once
 * the basins are known. Two bytes a frame.
 */
final class BinTrack {
  private static final short OUTSIDE = Short.MIN_VALUE;

  /**
   * A run of frames within a segment, its bins relative to a base at some level of an open axis.
   */
  private record Stretch(boolean newSegment, int level, int base, short[] bins) {}

  private final List<Stretch> stretches = new ArrayList<>();

  /** Makes an empty track. */
  BinTrack() {}

  /**
   * Adds a run of frames.
   *
   * @param newSegment whether it begins a segment
   * @param level the level of the axis
   * @param bins the bins, or {@link BinAxis#OUTSIDE}
   * @param size how many
   */
  void add(boolean newSegment, int level, int[] bins, int size) {
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
    stretches.add(new Stretch(newSegment, level, base, relative));
  }

  /**
   * Appends what came next.
   *
   * @param next the other track
   * @param sameSegment whether it continues the segment that this one ends in
   */
  void append(BinTrack next, boolean sameSegment) {
    for (Stretch stretch : next.stretches) {
      boolean begins = stretch.newSegment() && !(sameSegment && stretch == next.stretches.get(0));
      stretches.add(new Stretch(begins, stretch.level(), stretch.base(), stretch.bins()));
    }
  }

  /** Receives the frames of a track. */
  interface Visitor {
    /** A segment begins. */
    void segment();

    /** The bin of the next frame, or {@link BinAxis#OUTSIDE}. */
    void frame(int bin);
  }

  /** Goes through all frames, with bins at the level given. */
  void visit(int level, Visitor visitor) {
    for (Stretch stretch : stretches) {
      if (stretch.newSegment()) {
        visitor.segment();
      }
      int shift = level - stretch.level();
      for (short bin : stretch.bins()) {
        visitor.frame(bin == OUTSIDE ? BinAxis.OUTSIDE : stretch.base() + bin >> shift);
      }
    }
  }

  void write(DataOutput out) throws IOException {
    out.writeInt(stretches.size());
    for (Stretch stretch : stretches) {
      out.writeBoolean(stretch.newSegment());
      out.writeInt(stretch.level());
      out.writeInt(stretch.base());
      out.writeInt(stretch.bins().length);
      for (short bin : stretch.bins()) {
        out.writeShort(bin);
      }
    }
  }

  void read(DataInput in) throws IOException {
    stretches.clear();
    int count = in.readInt();
    for (int k = 0; k < count; k++) {
      boolean newSegment = in.readBoolean();
      int level = in.readInt();
      int base = in.readInt();
      short[] bins = new short[in.readInt()];
      for (int i = 0; i < bins.length; i++) {
        bins[i] = in.readShort();
      }
      stretches.add(new Stretch(newSegment, level, base, bins));
    }
  }
}
