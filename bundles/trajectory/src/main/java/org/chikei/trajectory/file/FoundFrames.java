package org.chikei.trajectory.file;

import java.util.Arrays;
import org.chikei.api.trajectory.FrameBatch;

/**
 * Frames of a file by their places. A format whose decoder needs to know more of a frame extends
 * this by an array of its own.
 */
public class FoundFrames implements FrameBatch {
  private static final int START = 1024;

  private long[] numbers;
  private long[] positions;
  private double[] times;
  private int size;

  /**
   * Makes an empty batch, to be filled before it is given out.
   *
   * @param maximum how many frames will be added at most
   */
  public FoundFrames(int maximum) {
    int capacity = Math.min(maximum, START);
    numbers = new long[capacity];
    positions = new long[capacity];
    times = new double[capacity];
  }

  /**
   * Adds a frame.
   *
   * @param number the frame's number in the file, or −1 if it is not known
   * @param position where it begins in the file
   * @param time its time in ps
   * @return its place in this batch
   */
  public final int add(long number, long position, double time) {
    if (size == numbers.length) {
      int capacity = (int) Math.min(2L * size, Integer.MAX_VALUE - 8);
      numbers = Arrays.copyOf(numbers, capacity);
      positions = Arrays.copyOf(positions, capacity);
      times = Arrays.copyOf(times, capacity);
    }
    numbers[size] = number;
    positions[size] = position;
    times[size] = time;
    return size++;
  }

  @Override
  public final int size() {
    return size;
  }

  @Override
  public final double time(int frame) {
    return times[frame];
  }

  @Override
  public final long number(int frame) {
    return numbers[frame];
  }

  /**
   * Where a frame begins.
   *
   * @param frame from 0 within the batch
   * @return the place in the file in bytes
   */
  public final long position(int frame) {
    return positions[frame];
  }

  /**
   * Names a frame for a message.
   *
   * @param frame from 0 within the batch
   * @return such as {@code "frame 17 (t = 17.0 ps)"}
   */
  public final String name(int frame) {
    String name =
        numbers[frame] < 0 ? "the frame at byte " + positions[frame] : "frame " + numbers[frame];
    return Double.isNaN(times[frame]) ? name : name + " (t = " + (float) times[frame] + " ps)";
  }
}
