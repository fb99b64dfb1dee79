package org.chikei.trajectory.file;

import org.chikei.api.InputException;
import org.chikei.api.trajectory.FrameBlock;

/** Tells boxes from what damage makes of them. A vector of length zero is a direction without. */
public final class BoxCheck {
  private static final double SHORTEST = 1e-4;
  private static final double LONGEST = 1e7;

  /** The volume of a box over the product of its edges, at least. */
  private static final double FLATTEST = 1e-6;

  private final double[] last = new double[9];

  /** Makes a check that remembers the last box, since most boxes are like the one before. */
  public BoxCheck() {}

  /**
   * Looks at the box of one frame.
   *
   * @param block where it is
   * @param row its row
   * @param file the file, for the message
   * @param found the frame's batch
   * @param frame the frame, from 0 within the batch
   * @throws InputException if no simulation has such a box
   */
  public void check(FrameBlock block, int row, TrajectoryFile file, FoundFrames found, int frame)
      throws InputException {
    double[] boxes = block.boxes();
    boolean same = true;
    for (int k = 0; k < 9; k++) {
      double entry = boxes[k * block.stride() + row];
      same &= entry == last[k];
      last[k] = entry;
    }
    if (!same) {
      String fault = fault(last);
      if (fault != null) {
        last[0] = Double.NaN;
        throw file.damaged(found.position(frame), found.number(frame), fault);
      }
    }
  }

  /**
   * Looks at a box.
   *
   * @param box three vectors in nm
   * @return what is wrong with it, or null
   */
  public static String fault(double[] box) {
    double product = 1;
    for (int v = 0; v < 9; v += 3) {
      double length =
          Math.sqrt(box[v] * box[v] + box[v + 1] * box[v + 1] + box[v + 2] * box[v + 2]);
      if (!(length == 0 || length > SHORTEST && length < LONGEST)) {
        return "a box vector of (%s, %s, %s) nm".formatted(box[v], box[v + 1], box[v + 2]);
      }
      product *= length;
    }
    double volume =
        box[0] * (box[4] * box[8] - box[5] * box[7])
            + box[1] * (box[5] * box[6] - box[3] * box[8])
            + box[2] * (box[3] * box[7] - box[4] * box[6]);
    return Math.abs(volume) >= FLATTEST * product ? null : "a box without volume";
  }

  /**
   * Whether there is a box at all.
   *
   * @param box three vectors
   * @return whether one of them is longer than zero
   */
  public static boolean exists(double[] box) {
    for (double entry : box) {
      if (entry != 0) {
        return true;
      }
    }
    return false;
  }
}
