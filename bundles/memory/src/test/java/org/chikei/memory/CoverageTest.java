package org.chikei.memory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import org.chikei.api.analysis.CoordinateInfo;
import org.chikei.api.analysis.Kinetics;
import org.chikei.api.analysis.StepRequest;
import org.chikei.api.parameter.Parameters;
import org.junit.jupiter.api.Test;

/**
 * Standard errors hold what they promise: ±1.96 of them cover the truth in 95 % of runs. More and
 * longer runs with {@code -Dchikei.coverage=200}.
 */
class CoverageTest {
  private static final double STEP = 0.05;
  private static final int LAGS = 60;

  /**
   * A particle in 1.5 (x² − 1)² at kT = 1 with Γ(t) = 4 exp(−2t), whose random force is Markovian.
   */
  static Motion run(int frames, long seed) {
    double[][] xva = run(x -> -6 * x * (x * x - 1), 1, frames, seed);
    return new Motion(STEP, Optional.empty(), new int[] {0, frames}, xva[0], xva[1], xva[2]);
  }

  /** Position, velocity and acceleration of a particle with that memory in any force. */
  static double[][] run(DoubleUnaryOperator force, double start, int frames, long seed) {
    Random random = new Random(seed);
    double[][] out = new double[3][frames];
    int substeps = 10;
    double dt = STEP / substeps;
    double decay = Math.exp(-2 * dt);
    double noise = Math.sqrt(4 * (1 - decay * decay));
    double x = start;
    double v = random.nextGaussian();
    double z = 2 * random.nextGaussian();
    for (int j = -500; j < frames; j++) {
      if (j >= 0) {
        out[0][j] = x;
        out[1][j] = v;
        out[2][j] = force.applyAsDouble(x) + z;
      }
      for (int k = 0; k < substeps; k++) {
        v += dt / 2 * (force.applyAsDouble(x) + z);
        x += dt / 2 * v;
        z = decay * z - (1 - decay) * 2 * v + noise * random.nextGaussian();
        x += dt / 2 * v;
        v += dt / 2 * (force.applyAsDouble(x) + z);
      }
    }
    return out;
  }

  @Test
  void errorsCover() throws Exception {
    int runs = Integer.getInteger("chikei.coverage", 20);
    boolean thorough = runs > 20;
    int frames = thorough ? 100_000 : 20_000;
    StepRequest request =
        new StepRequest(
            "x",
            List.of(new CoordinateInfo("x", "column", "", Optional.empty(), List.of(), List.of())),
            new Parameters(Map.of("to", LAGS * STEP, "along", "given")));
    double covered = 0;
    double friction = 0;
    double fitted = 0;
    double atZero = 0;
    double squares = 0;
    double errors = 0;
    for (int run = 0; run < runs; run++) {
      Memory memory =
          Memory.of(
              request,
              new MotionChoice(List.of(run(frames, 40 + run)), Kinetics.DIRECT, "", 0),
              new EvenFrames("x", "a memory kernel", ""));
      for (int k = 1; k <= LAGS; k++) {
        double off = memory.kernels().second()[0][k] - 4 * Math.exp(-2 * k * STEP);
        double error = memory.errors()[0][k];
        covered += Math.abs(off) < 1.96 * error ? 1.0 / LAGS / runs : 0;
        squares += off * off;
        errors += error * error;
      }
      double first = memory.kernels().second()[0][0] - 4;
      atZero += Math.abs(first) < 1.96 * memory.errors()[0][0] ? 1.0 / runs : 0;
      double off = memory.kernels().friction()[0][LAGS] - 2 * (1 - Math.exp(-2 * LAGS * STEP));
      friction += Math.abs(off) < 1.96 * memory.frictionErrors()[0][LAGS] ? 1.0 / runs : 0;
      double[] kernel = memory.kernels().second()[0];
      KernelFit fit = KernelFit.of(kernel, STEP, memory.memoryTime(), memory.errors()[0]);
      double fittedError = memory.without().errorOf(0, fit::frictionOf);
      fitted += Math.abs(fit.friction() - 2) < 1.96 * fittedError ? 1.0 / runs : 0;
    }
    // lags of one run go together, so that few runs scatter: 5 to 8 % a run in the mean over lags
    assertEquals(0.96, covered, thorough ? 0.04 : 0.08);
    // at 0 a mean force that had seen the noise would take some of it away
    assertTrue(atZero >= (thorough ? 0.90 : 0.79), atZero + " of the kernels at 0");
    assertTrue(friction >= (thorough ? 0.90 : 0.79), friction + " of the frictions");
    assertTrue(fitted >= (thorough ? 0.90 : 0.79), fitted + " of the fitted frictions");
    assertEquals(1.1, Math.sqrt(errors / squares), thorough ? 0.25 : 0.5);
  }
}
