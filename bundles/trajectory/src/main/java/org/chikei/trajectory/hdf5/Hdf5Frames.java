package org.chikei.trajectory.hdf5;

import java.util.Arrays;
import org.chikei.trajectory.file.FoundFrames;

/** Frames with the rows where velocities, forces, box and ids of the same moment stand. */
final class Hdf5Frames extends FoundFrames {
  /** How many things have rows of their own. */
  static final int OTHERS = 4;

  static final int VELOCITIES = 0;
  static final int FORCES = 1;
  static final int BOX = 2;
  static final int IDS = 3;

  private long[] rows = new long[OTHERS * 64];

  Hdf5Frames(int maximum) {
    super(maximum);
  }

  void add(long number, double time, long[] others) {
    int frame = add(number, -1, time);
    if (OTHERS * (frame + 1) > rows.length) {
      rows = Arrays.copyOf(rows, 2 * rows.length);
    }
    System.arraycopy(others, 0, rows, OTHERS * frame, OTHERS);
  }

  /** The row of something in a frame; −1 where it is not there. */
  long row(int frame, int other) {
    return rows[OTHERS * frame + other];
  }
}
