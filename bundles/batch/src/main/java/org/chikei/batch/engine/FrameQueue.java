package org.chikei.batch.engine;

import java.util.Arrays;
import org.chikei.api.trajectory.FrameBatch;

/** Frames of one segment that were found and wait for their slice, in columns. */
final class FrameQueue {
  private OpenFile[] files = new OpenFile[2048];
  private FrameBatch[] batches = new FrameBatch[2048];
  private int[] frames = new int[2048];
  private double[] times = new double[2048];
  private double[] weights = new double[2048];
  private int size;

  int size() {
    return size;
  }

  void add(OpenFile file, FrameBatch batch, int frame, double time, double weight) {
    if (size == frames.length) {
      int length = 2 * size;
      files = Arrays.copyOf(files, length);
      batches = Arrays.copyOf(batches, length);
      frames = Arrays.copyOf(frames, length);
      times = Arrays.copyOf(times, length);
      weights = Arrays.copyOf(weights, length);
    }
    files[size] = file;
    batches[size] = batch;
    frames[size] = frame;
    times[size] = time;
    weights[size] = weight;
    size++;
  }

  /** Forgets the first frames. */
  void removeFirst(int count) {
    int left = size - count;
    System.arraycopy(files, count, files, 0, left);
    System.arraycopy(batches, count, batches, 0, left);
    System.arraycopy(frames, count, frames, 0, left);
    System.arraycopy(times, count, times, 0, left);
    System.arraycopy(weights, count, weights, 0, left);
    Arrays.fill(files, left, size, null);
    Arrays.fill(batches, left, size, null);
    size = left;
  }

  /** Whether a frame of a file waits. */
  boolean holds(OpenFile file) {
    for (int k = 0; k < size; k++) {
      if (files[k] == file) {
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
        Arrays.copyOfRange(files, from, to),
        Arrays.copyOfRange(batches, from, to),
        Arrays.copyOfRange(frames, from, to),
        Arrays.copyOfRange(times, from, to),
        Arrays.copyOfRange(weights, from, to));
  }
}
