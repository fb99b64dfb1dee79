package org.chikei.batch.engine;

import java.util.Arrays;
import org.chikei.api.trajectory.FrameBatch;

/** Frames of one segment that were found and wait for their slice, in columns. */
final class FrameQueue {
  private OpenPart[] parts = new OpenPart[2048];
  private FrameBatch[] batches = new FrameBatch[2048];
  private int[] frames = new int[2048];
  private double[] times = new double[2048];
  private double[] weights = new double[2048];
  private int size;

  int size() {
    return size;
  }

  void add(OpenPart part, FrameBatch batch, int frame, double time, double weight) {
    if (size == frames.length) {
      int length = 2 * size;
      parts = Arrays.copyOf(parts, length);
      batches = Arrays.copyOf(batches, length);
      frames = Arrays.copyOf(frames, length);
      times = Arrays.copyOf(times, length);
      weights = Arrays.copyOf(weights, length);
    }
    parts[size] = part;
    batches[size] = batch;
    frames[size] = frame;
    times[size] = time;
    weights[size] = weight;
    size++;
  }

  /** Forgets the first frames. */
  void removeFirst(int count) {
    int left = size - count;
    System.arraycopy(parts, count, parts, 0, left);
    System.arraycopy(batches, count, batches, 0, left);
    System.arraycopy(frames, count, frames, 0, left);
    System.arraycopy(times, count, times, 0, left);
    System.arraycopy(weights, count, weights, 0, left);
    Arrays.fill(parts, left, size, null);
    Arrays.fill(batches, left, size, null);
    size = left;
  }

  /** Whether a frame of a part waits. */
  boolean holds(OpenPart part) {
    for (int k = 0; k < size; k++) {
      if (parts[k] == part) {
        return true;
      }
    }
    return false;
  }

  double spacing(int most) {
    return TimeLine.spacing(times, 0, Math.min(size, most));
  }

  /** The frames of a slice with its halo. */
  Slice.Frames copy(int from, int to) {
    return new Slice.Frames(
        Arrays.copyOfRange(parts, from, to),
        Arrays.copyOfRange(batches, from, to),
        Arrays.copyOfRange(frames, from, to),
        Arrays.copyOfRange(times, from, to),
        Arrays.copyOfRange(weights, from, to));
  }
}
