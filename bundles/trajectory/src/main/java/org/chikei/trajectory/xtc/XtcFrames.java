package org.chikei.trajectory.xtc;

import java.util.Arrays;
import org.chikei.trajectory.file.FoundFrames;

/** Frames of an XTC file with the length of each. */
final class XtcFrames extends FoundFrames {
  private int[] lengths = new int[64];

  XtcFrames(int maximum) {
    super(maximum);
  }

  void add(long number, long position, double time, int length) {
    int frame = add(number, position, time);
    if (frame == lengths.length) {
      lengths = Arrays.copyOf(lengths, 2 * frame);
    }
    lengths[frame] = length;
  }

  int length(int frame) {
    return lengths[frame];
  }
}
