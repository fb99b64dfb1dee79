package org.chikei.trajectory.trr;

import java.util.Arrays;
import org.chikei.trajectory.file.FoundFrames;

/** Frames of a TRR file with the layout of each. */
final class TrrFrames extends FoundFrames {
  private TrrLayout[] layouts = new TrrLayout[64];

  TrrFrames(int maximum) {
    super(maximum);
  }

  void add(long number, long position, double time, TrrLayout layout) {
    int frame = add(number, position, time);
    if (frame == layouts.length) {
      layouts = Arrays.copyOf(layouts, 2 * frame);
    }
    layouts[frame] = layout;
  }

  TrrLayout layout(int frame) {
    return layouts[frame];
  }
}
