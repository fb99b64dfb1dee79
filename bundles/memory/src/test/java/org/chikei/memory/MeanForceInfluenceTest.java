package org.chikei.memory;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MeanForceInfluenceTest {
  private static final int LAGS = 160;

  /**
   * In deep wells, where kernels magnify what lasts. Origins far apart would double the last of the
   * errors, which forty blocks know to 11 %.
   */
  @Test
  void someStretchesOfTheRunGiveTheErrorsOfAll() {
    int segments = 60;
    int frames = 4000;
    double[][] xva = new KacZwanzigRun(3, 2, 1).run(segments, frames, 0.05, 10, 5);
    int[] starts = new int[segments + 1];
    Arrays.setAll(starts, s -> s * frames);
    Motion motion = new Motion(0.05, Optional.empty(), starts, xva[0], xva[1], xva[2]);
    Blocks blocks = Blocks.of(starts, LAGS, 0);
    MeanForce force = MeanForce.of(List.of(motion), blocks);
    Correlations correlations =
        Correlations.of(
            starts,
            LAGS,
            0,
            new double[][] {motion.velocity(), motion.acceleration(), force.rest()[0]},
            new int[] {0, 1, 2, 2},
            new int[] {0, 0, 0, 1});
    long all = (long) motion.frames() * (LAGS + 1);
    double[] exact = errors(motion, force, correlations, blocks.count(), 10 * all);
    double[] some = errors(motion, force, correlations, blocks.count(), all / 8);
    for (int k = 0; k <= LAGS; k++) {
      assertEquals(exact[k], some[k], 0.15 * exact[k], "lag " + k);
    }
  }

  private static double[] errors(
      Motion motion, MeanForce force, Correlations correlations, int blocks, long most) {
    double[][][] means = byKind(correlations.means(-1));
    MeanForceInfluence influence =
        new MeanForceInfluence(List.of(motion), force, means[Kernels.VV], most);
    Jackknife jackknife = new Jackknife(1, LAGS, blocks);
    for (int b = 0; b < blocks; b++) {
      double[][][] without = byKind(correlations.means(b));
      influence.correct(without, b);
      jackknife.set(b, Kernels.of(without, motion.step()).second());
    }
    return jackknife.errors()[0];
  }

  private static double[][][] byKind(double[][] pairs) {
    return new double[][][] {{pairs[0]}, {pairs[1]}, {pairs[2]}, {pairs[3]}};
  }
}
