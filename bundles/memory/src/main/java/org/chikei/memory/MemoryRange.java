package org.chikei.memory;

import org.chikei.api.analysis.StepFailure;
import org.chikei.api.analysis.StepRequest;
import org.chikei.api.text.Words;

/** How far a memory kernel is followed, and how long it lasts. */
final class MemoryRange {
  private static final int DEFAULT_LAGS = 200;
  private static final int FEWEST_LAGS = 4;

  /** A memory must last for this many frames. */
  private static final double SHORTEST = 1.5;

  private MemoryRange() {}

  /** How many frames the kernel is followed for. */
  static int lags(StepRequest request, Motion motion, EvenFrames frames) throws StepFailure {
    double h = motion.step();
    int longest = motion.longest() - 1;
    if (!request.parameters().has("to")) {
      return Math.max(FEWEST_LAGS, Math.min(DEFAULT_LAGS, longest / 4));
    }
    double to = request.parameters().real("to");
    double lags = Math.rint(to / h);
    if (lags < FEWEST_LAGS) {
      throw new StepFailure(
          "'to: "
              + Words.number(to, 6)
              + "' is less than "
              + FEWEST_LAGS
              + " frames, which are "
              + frames.time(h, 3)
              + " apart; follow the kernel for longer, or save frames more often");
    }
    if (lags > longest) {
      throw new StepFailure(
          "'to: "
              + Words.number(to, 6)
              + "' is longer than the longest unbroken run of frames, "
              + frames.time(longest * h, 4));
    }
    return (int) lags;
  }

  /** Refuses a memory that is gone before the next frame. */
  static void refuseShort(EvenFrames frames, double[][] kernel, double h) throws StepFailure {
    double time = time(kernel, h);
    if (!(time >= SHORTEST * h)) {
      throw new StepFailure(
          "the memory of '"
              + frames.coordinate()
              + "' is gone within a frame, so that frames "
              + frames.time(h, 3)
              + " apart do not show how; "
              + frames.closer(h / 10)
              + " (a coordinate driven by white noise has no longer memory however close they"
              + " are)");
    }
  }

  /** 2 ∫Γ²/Γ(0)²: the τ of an exponential. */
  static double time(double[][] kernel, double h) {
    double sum = 0;
    double atZero = 0;
    for (double[] column : kernel) {
      for (int k = 1; k < column.length; k++) {
        sum += column[k] * column[k];
      }
      atZero += column[0] * column[0];
    }
    return 2 * h * (sum / atZero + 0.5);
  }
}
