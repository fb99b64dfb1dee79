package org.chikei.trajectory.series;

import java.util.Arrays;
import org.chikei.api.trajectory.FrameBatch;

/** Rows of a table that were found, with their bytes. */
final class RowBatch implements FrameBatch {
  /** What a batch may hold before it is given out, so that long lines fill no memory. */
  private static final int MOST_BYTES = 4 << 20;

  private byte[] text = new byte[4096];
  private int[] ends = new int[64];
  private double[] times = new double[64];
  private long[] lines = new long[64];
  private boolean[] begins = new boolean[64];
  private final long first;
  private int size;

  /**
   * Makes an empty batch, to be filled before it is given out.
   *
   * @param first the number of its first row in the file; −1 where rows come from anywhere
   */
  RowBatch(long first) {
    this.first = first;
  }

  /** Whether it holds as many bytes as a batch should. */
  boolean full() {
    return used() >= MOST_BYTES;
  }

  private int used() {
    return size == 0 ? 0 : ends[size - 1];
  }

  /** Adds the line at hand. */
  void add(LineStream line, long number, double time, boolean beginsSegment) {
    int at = used();
    int length = line.end() - line.start();
    if (at + length > text.length) {
      text = Arrays.copyOf(text, Math.max(2 * text.length, at + length));
    }
    if (size == ends.length) {
      ends = Arrays.copyOf(ends, 2 * size);
      times = Arrays.copyOf(times, 2 * size);
      lines = Arrays.copyOf(lines, 2 * size);
      begins = Arrays.copyOf(begins, 2 * size);
    }
    System.arraycopy(line.bytes(), line.start(), text, at, length);
    ends[size] = at + length;
    times[size] = time;
    lines[size] = number;
    begins[size] = beginsSegment;
    size++;
  }

  byte[] text() {
    return text;
  }

  int start(int row) {
    return row == 0 ? 0 : ends[row - 1];
  }

  int end(int row) {
    return ends[row];
  }

  /** The number of a row's line from 1; 0 where it is not known. */
  long line(int row) {
    return lines[row];
  }

  @Override
  public int size() {
    return size;
  }

  @Override
  public double time(int frame) {
    return times[frame];
  }

  @Override
  public long number(int frame) {
    return first < 0 ? -1 : first + frame;
  }

  @Override
  public boolean beginsSegment(int frame) {
    return begins[frame];
  }
}
