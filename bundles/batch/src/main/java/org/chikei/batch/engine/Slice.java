package org.chikei.batch.engine;

import java.io.IOException;
import java.util.Arrays;
import org.chikei.api.trajectory.FrameBatch;

/**
 * A fixed run of frames of one segment, found but not decoded, with the halo before and after it.
 *
 * @param index its number from 0 over the whole input
 * @param segment the segment's number from 0
 * @param run the number of the part where the segment begins
 * @param firstInSegment how many frames of the segment come before its own first one
 * @param from the row of its first own frame
 * @param to one past the row of its last own frame
 * @param frames the frames, halo included, by row
 * @param spacing the time between the frames of the segment in ps; NaN where there is none
 * @param fraction how much of the input was found when it was cut; NaN where it cannot be told
 */
record Slice(
    int index,
    int segment,
    int run,
    long firstInSegment,
    int from,
    int to,
    Frames frames,
    double spacing,
    double fraction) {

  /** How many frames a slice has, but for the last one of a segment. */
  static final int LENGTH = 1024;

  /** The frames by row. */
  record Frames(
      OpenPart[] parts, FrameBatch[] batches, int[] frames, double[] times, double[] weights) {

    int size() {
      return frames.length;
    }

    /** The frame's number and part, for messages. */
    String label(int row) {
      return "frame " + batches[row].number(frames[row]) + " of " + parts[row].part().written();
    }
  }

  /** The first own frames as a slice without halo, which takes over from this one. */
  Slice first(int most) throws IOException {
    int size = Math.min(most, to - from);
    Slice shorter =
        new Slice(
            index,
            segment,
            run,
            firstInSegment,
            0,
            size,
            new Frames(
                Arrays.copyOfRange(frames.parts, from, from + size),
                Arrays.copyOfRange(frames.batches, from, from + size),
                Arrays.copyOfRange(frames.frames, from, from + size),
                Arrays.copyOfRange(frames.times, from, from + size),
                Arrays.copyOfRange(frames.weights, from, from + size)),
            spacing,
            fraction);
    shorter.retain();
    release();
    return shorter;
  }

  /** The number and the part of its first own frame, for messages. */
  String label() {
    return frames.label(from);
  }

  /** Some of the frames, evenly spread over all rows; the slice stays as it is. */
  Frames spread(int most) {
    int size = Math.min(most, frames.size());
    Frames some =
        new Frames(
            new OpenPart[size],
            new FrameBatch[size],
            new int[size],
            new double[size],
            new double[size]);
    for (int k = 0; k < size; k++) {
      int row = (int) ((long) k * frames.size() / size);
      some.parts[k] = frames.parts[row];
      some.batches[k] = frames.batches[row];
      some.frames[k] = frames.frames[row];
      some.times[k] = frames.times[row];
      some.weights[k] = frames.weights[row];
    }
    return some;
  }

  void retain() {
    OpenPart previous = null;
    for (OpenPart part : frames.parts) {
      if (part != previous) {
        part.retain();
      }
      previous = part;
    }
  }

  void release() throws IOException {
    OpenPart previous = null;
    for (OpenPart part : frames.parts) {
      if (part != previous) {
        part.release();
      }
      previous = part;
    }
  }
}
