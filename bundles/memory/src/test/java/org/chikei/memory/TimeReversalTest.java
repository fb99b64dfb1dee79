package org.chikei.memory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.chikei.api.analysis.CoordinateInfo;
import org.chikei.api.analysis.Kinetics;
import org.chikei.api.analysis.StepRequest;
import org.chikei.api.coordinate.Period;
import org.chikei.api.parameter.Parameters;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeReversalTest {
  private static final double STEP = 0.05;
  private static final int LAGS = 60;

  /**
   * A particle on a circle, in 1 − cos x, with Γ(t) = 4 exp(−2t) at kT = 1, pushed by a constant
   * force.
   */
  private static Motion circle(double push, int frames, long seed) {
    double[][] xva = CoverageTest.run(x -> push - Math.sin(x), 0, frames, seed);
    return new Motion(
        STEP,
        Optional.of(new Period(-Math.PI, Math.PI)),
        new int[] {0, frames},
        Arrays.stream(xva[0]).map(x -> Math.IEEEremainder(x, 2 * Math.PI)).toArray(),
        xva[1],
        xva[2]);
  }

  /** Two particles in wells of their own; each pushes the other, but they not alike. */
  private static List<Motion> pair(double curl, int frames, long seed) {
    Random random = new Random(seed);
    double[][][] out = new double[2][3][frames];
    int substeps = 10;
    double dt = STEP / substeps;
    double decay = Math.exp(-2 * dt);
    double noise = Math.sqrt(4 * (1 - decay * decay));
    double[] x = new double[2];
    double[] v = new double[2];
    double[] z = new double[2];
    for (int j = -2000; j < frames; j++) {
      for (int a = 0; a < 2 && j >= 0; a++) {
        out[a][0][j] = x[a];
        out[a][1][j] = v[a];
        out[a][2][j] = force(x, a, curl) + z[a];
      }
      for (int k = 0; k < substeps; k++) {
        for (int a = 0; a < 2; a++) {
          v[a] += dt / 2 * (force(x, a, curl) + z[a]);
        }
        for (int a = 0; a < 2; a++) {
          x[a] += dt * v[a];
          z[a] = decay * z[a] - (1 - decay) * 2 * v[a] + noise * random.nextGaussian();
        }
        for (int a = 0; a < 2; a++) {
          v[a] += dt / 2 * (force(x, a, curl) + z[a]);
        }
      }
    }
    return Arrays.stream(out)
        .map(o -> new Motion(STEP, Optional.empty(), new int[] {0, frames}, o[0], o[1], o[2]))
        .toList();
  }

  private static double force(double[] x, int a, double curl) {
    return -2 * x[a] + (a == 0 ? 0.5 + curl : 0.5 - curl) * x[1 - a];
  }

  private static Memory memory(List<Motion> motions) throws Exception {
    List<CoordinateInfo> coordinates =
        List.of("x", "y").subList(0, motions.size()).stream()
            .map(n -> new CoordinateInfo(n, "column", "", Optional.empty(), List.of(), List.of()))
            .toList();
    return Memory.of(
        new StepRequest(
            "m", coordinates, new Parameters(Map.of("to", LAGS * STEP, "along", "given"))),
        new MotionChoice(motions, Kinetics.DIRECT, "", 0),
        new EvenFrames("x", "a memory kernel", ""));
  }

  @ParameterizedTest
  @CsvSource({"0, true", "2, false"})
  void aDrivenParticleIsToldFromOneInEquilibrium(double push, boolean same) throws Exception {
    for (int seed = 0; seed < 4; seed++) {
      Memory memory = memory(List.of(circle(push, 60_000, seed)));
      assertEquals(same, memory.reversible(), "seed " + seed);
      List<String> warnings =
          MemoryWarnings.of(
              List.of(
                  new CoordinateInfo("x", "column", "", Optional.empty(), List.of(), List.of())),
              new MotionChoice(memory.motions(), Kinetics.DIRECT, "", 0),
              memory);
      assertEquals(!same, warnings.stream().anyMatch(w -> w.contains("looks different backwards")));
    }
  }

  @ParameterizedTest
  @CsvSource({"0, true", "0.5, false"})
  void forcesThatTurnAPairAreToldFromThoseOfAPotential(double curl, boolean same) throws Exception {
    for (int seed = 0; seed < 3; seed++) {
      assertEquals(same, memory(pair(curl, 60_000, seed)).reversible(), "seed " + seed);
    }
  }

  /**
   * Twelve runs of a million frames had 0.58 of the variance; eight short ones scatter about it.
   */
  @Test
  void bothDirectionsOfTimeHaveLessNoiseThanOne() {
    double one = 0;
    double both = 0;
    for (int seed = 0; seed < 8; seed++) {
      Motion motion = CoverageTest.run(40_000, 70 + seed);
      MeanForce force = MeanForce.of(List.of(motion), Blocks.of(motion.starts(), LAGS, 0));
      double[][] columns = {motion.velocity(), motion.acceleration(), force.rest()[0]};
      double[][] means =
          Correlations.of(
                  motion.starts(),
                  LAGS,
                  0,
                  columns,
                  new int[] {0, 1, 2, 2, 0, 1},
                  new int[] {0, 0, 0, 1, 2, 2})
              .means(-1);
      double[][][] kinds =
          Arrays.stream(means).map(m -> new double[][] {m}).toArray(double[][][]::new);
      one += squares(Kernels.of(kinds, STEP));
      both += squares(Kernels.of(TimeReversal.even(kinds), STEP));
    }
    assertTrue(both < 0.8 * one, both / one + " of the variance");
  }

  private static double squares(Kernels kernels) {
    double squares = 0;
    for (int k = 0; k <= LAGS; k++) {
      double off = kernels.second()[0][k] - 4 * Math.exp(-2 * k * STEP);
      squares += off * off;
    }
    return squares;
  }
}
