package org.chikei.landscape.grid;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * The state of the axes while samples are collected: which bin a sample falls into, and how often
 * the bins of open axes were joined in pairs so far. Cells are named by the bins of one, two or
 * three coordinates.
 */
public final class Binning {
  /** The key of the cell that collects every sample, in or out of range. */
  public static final long EVERYTHING = Long.MIN_VALUE;

  private static final int BITS = 20;
  private static final long BIAS = 1L << (BITS - 1);
  private static final long MASK = (1L << BITS) - 1;

  /**
   * How many bins an open axis may span before its bins are joined, for one, two, three
   * coordinates.
   */
  private static final int[] LARGEST_SPAN = {512, 256, 128};

  private final BinAxis[] axes;
  private final int[] levels;
  private final int[] low;
  private final int[] high;

  /**
   * Makes a binning.
   *
   * @param axes one axis a coordinate, from one to three
   */
  public Binning(BinAxis... axes) {
    this.axes = axes;
    this.levels = new int[axes.length];
    this.low = new int[axes.length];
    this.high = new int[axes.length];
    for (int a = 0; a < axes.length; a++) {
      low[a] = Integer.MAX_VALUE;
      high[a] = Integer.MIN_VALUE;
    }
  }

  int dimensions() {
    return axes.length;
  }

  public BinAxis axis(int a) {
    return axes[a];
  }

  public int level(int a) {
    return levels[a];
  }

  /** The lowest bin seen; above {@link #high} where none was. */
  public int low(int a) {
    return low[a];
  }

  public int high(int a) {
    return high[a];
  }

  /** The bin of a value at the present level, or {@link BinAxis#OUTSIDE}. */
  public int bin(int a, double value) {
    int index = axes[a].index(value);
    return index == BinAxis.OUTSIDE ? index : index >> levels[a];
  }

  /**
   * Notes that a bin is used, joining bins if the axis has become too long.
   *
   * @param a the axis
   * @param bin a bin at the present level
   * @param sums sums whose cells are renamed if bins are joined
   * @return true if bins were joined, so that the bin has another name now
   */
  public boolean use(int a, int bin, CellBlocks... sums) {
    if (bin >= low[a] && bin <= high[a]) {
      return false;
    }
    low[a] = Math.min(low[a], bin);
    high[a] = Math.max(high[a], bin);
    if (axes[a].kind() != BinAxis.Kind.OPEN || !tooLong(a)) {
      return false;
    }
    while (tooLong(a)) {
      coarsen(a, sums);
    }
    return true;
  }

  private boolean tooLong(int a) {
    long largest = Math.max(LARGEST_SPAN[axes.length - 1], 2L * axes[a].count());
    return (long) high[a] - low[a] >= largest;
  }

  /** Joins the bins of one axis in pairs. */
  public void coarsen(int a, CellBlocks... sums) {
    levels[a]++;
    if (low[a] <= high[a]) {
      low[a] >>= 1;
      high[a] >>= 1;
    }
    for (CellBlocks each : sums) {
      each.rename(key -> key == EVERYTHING ? key : withBin(key, a, binOf(key, a) >> 1));
    }
  }

  /**
   * Brings two binnings to the same levels and the same reach.
   *
   * @param next the other binning
   * @param mine sums under this binning
   * @param others sums under the other binning
   */
  public void agree(Binning next, CellBlocks[] mine, CellBlocks[] others) {
    for (int a = 0; a < axes.length; a++) {
      while (levels[a] < next.levels[a]) {
        coarsen(a, mine);
      }
      while (next.levels[a] < levels[a]) {
        next.coarsen(a, others);
      }
      low[a] = Math.min(low[a], next.low[a]);
      high[a] = Math.max(high[a], next.high[a]);
      while (axes[a].kind() == BinAxis.Kind.OPEN && low[a] <= high[a] && tooLong(a)) {
        coarsen(a, mine);
        next.coarsen(a, others);
      }
    }
  }

  /** The key of a cell of one coordinate. */
  public static long key(int bin) {
    return bin;
  }

  /** The key of a cell of several coordinates. */
  public static long key(int[] bins) {
    if (bins.length == 1) {
      return bins[0];
    }
    long key = 0;
    for (int a = 0; a < bins.length; a++) {
      key |= (bins[a] + BIAS & MASK) << BITS * a;
    }
    return key;
  }

  /** The bin of one coordinate that a key names. */
  public int binOf(long key, int a) {
    return axes.length == 1 ? (int) key : (int) ((key >> BITS * a & MASK) - BIAS);
  }

  private long withBin(long key, int a, int bin) {
    if (axes.length == 1) {
      return bin;
    }
    return key & ~(MASK << BITS * a) | (bin + BIAS & MASK) << BITS * a;
  }

  public void write(DataOutput out) throws IOException {
    for (int a = 0; a < axes.length; a++) {
      out.writeInt(levels[a]);
      out.writeInt(low[a]);
      out.writeInt(high[a]);
    }
  }

  public void read(DataInput in) throws IOException {
    for (int a = 0; a < axes.length; a++) {
      levels[a] = in.readInt();
      low[a] = in.readInt();
      high[a] = in.readInt();
    }
  }
}
