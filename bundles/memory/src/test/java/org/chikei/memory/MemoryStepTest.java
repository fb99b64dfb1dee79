package org.chikei.memory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.chikei.api.analysis.Accumulator;
import org.chikei.api.analysis.Collector;
import org.chikei.api.analysis.CoordinateInfo;
import org.chikei.api.analysis.DataOverview;
import org.chikei.api.analysis.FinishContext;
import org.chikei.api.analysis.Kinetics;
import org.chikei.api.analysis.SampleTable;
import org.chikei.api.analysis.StepFailure;
import org.chikei.api.analysis.StepRequest;
import org.chikei.api.parameter.Parameters;
import org.chikei.api.result.Quantity;
import org.chikei.api.result.StepResult;
import org.chikei.api.result.Table;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class MemoryStepTest {
  private static final int SLICE = 700;

  /** Runs the step the way a job does: slice by slice, merged in order. */
  private static StepResult run(
      double[][] xva, int frames, double spacing, Kinetics requested, Map<String, Object> settings)
      throws Exception {
    CoordinateInfo x =
        new CoordinateInfo("x", "column", "", Optional.empty(), List.of(), List.of());
    SampleTable table =
        new SampleTable(xva[0].length)
            .withValues(0, xva[0])
            .withVelocities(Kinetics.DIRECT, 0, xva[1])
            .withAccelerations(Kinetics.DIRECT, 0, xva[2]);
    DataOverview overview =
        new DataOverview(
            1,
            true,
            Set.of(Kinetics.DIRECT, Kinetics.SERIES),
            requested,
            xva[0].length,
            spacing,
            0,
            table);
    Collector collector =
        new MemoryStep()
            .prepare(new StepRequest("x", List.of(x), new Parameters(all(settings))))
            .collect(overview);
    Accumulator whole = collector.accumulator();
    int segments = xva[0].length / frames;
    for (int s = 0; s < segments; s++) {
      for (int from = 0; from < frames; from += SLICE) {
        Accumulator part = collector.accumulator();
        int to = Math.min(frames, from + SLICE);
        part.add(table.own(s * frames + from, s * frames + to, s, from));
        whole.merge(part);
      }
    }
    return collector.finish(
        whole, new FinishContext(xva[0].length, segments, spacing, false, Map.of()));
  }

  /** With the defaults of what is not set. */
  private static Map<String, Object> all(Map<String, Object> settings) {
    Map<String, Object> all = new HashMap<>(Map.of("along", "auto", "simulate", false, "seed", 1L));
    all.putAll(settings);
    return all;
  }

  private static double[] column(StepResult result, String name) {
    return result.tables().get(0).column(name).values();
  }

  @ParameterizedTest
  @EnumSource(
      value = Kinetics.class,
      names = {"DIRECT", "SERIES"})
  void aBathOfOscillatorsHasItsKernel(Kinetics kinetics) throws Exception {
    KacZwanzigRun bath = new KacZwanzigRun(1.5, 3, 0.4);
    StepResult result =
        run(bath.run(100, 2000, 0.05, 10, 11), 2000, 0.05, kinetics, Map.of("to", 3.0));
    double[] gamma = column(result, "gamma");
    double[] error = column(result, "gamma_err");
    double[] force = column(result, "c_xixi");
    double[] vv = column(result, "c_vv");
    assertEquals(61, gamma.length);
    double off = 0;
    double norm = 0;
    int beyond = 0;
    for (int k = 0; k < gamma.length; k++) {
      double exact = bath.kernel(k * 0.05);
      off += Math.pow(gamma[k] - exact, 2);
      norm += exact * exact;
      beyond += Math.abs(gamma[k] - exact) > 4 * error[k] + 0.02 * bath.kernel(0) ? 1 : 0;
    }
    // 400 segments of 4,000 frames are within 4 %; an eighth of these has 2.8 times the noise
    assertTrue(Math.sqrt(off / norm) < 0.12, Math.sqrt(off / norm) + " off");
    assertTrue(beyond <= 3, beyond + " of 61 are off by more than four errors");
    assertEquals(kinetics.word(), ((Map<?, ?>) result.fields().get("kinetics")).get("used"));
    Quantity friction = (Quantity) result.fields().get("friction");
    double exact = 0;
    for (int k = 0; k < 3000; k++) {
      exact += 0.001 * bath.kernel((k + 0.5) * 0.001);
    }
    assertEquals(exact, friction.value(), 4 * friction.error());
    assertTrue(friction.error() < 0.2 * exact, friction.toString());
    Quantity level = (Quantity) result.fields().get("level_friction");
    assertEquals(exact, level.value(), 4 * friction.error());
    assertTrue(level.error() <= friction.error(), level.toString());
    // the theorem that ties the random force to the kernel
    for (int k = 0; k < 20; k++) {
      assertEquals(gamma[k] * vv[0], force[k], 0.06 * gamma[0]);
    }
    assertEquals(3, result.fields().get("votes"));
    assertEquals(
        true, ((Map<?, ?>) result.fields().get("random_force")).get("gaussian"), "Gaussian");
  }

  @Test
  void aRelabelledCoordinateHasTheSameKernelAlongTheIsometricOne() throws Exception {
    KacZwanzigRun bath = new KacZwanzigRun(1.5, 3, 0.4);
    double[][] xva = bath.run(60, 2000, 0.05, 10, 12);
    double[][] bent = new double[3][xva[0].length];
    for (int j = 0; j < xva[0].length; j++) {
      double e = Math.exp(0.4 * xva[0][j]);
      bent[0][j] = e;
      bent[1][j] = 0.4 * e * xva[1][j];
      bent[2][j] = 0.4 * e * (xva[2][j] + 0.4 * xva[1][j] * xva[1][j]);
    }
    Map<String, Object> settings = Map.of("to", 2.0);
    StepResult straight = run(xva, 2000, 0.05, Kinetics.DIRECT, settings);
    StepResult result = run(bent, 2000, 0.05, Kinetics.DIRECT, settings);
    assertEquals("given", straight.fields().get("along"));
    assertEquals("isometric", result.fields().get("along"));
    assertTrue(
        result.warnings().stream().anyMatch(w -> w.contains("isometric")),
        () -> result.warnings().toString());
    double[] one = column(straight, "gamma");
    double[] other = column(result, "gamma");
    // the same data: what is left is how well ⟨ṙ²; r⟩ is known
    for (int k = 0; k < one.length; k++) {
      assertEquals(one[k], other[k], 0.05 * one[0]);
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = Kinetics.class,
      names = {"DIRECT", "SERIES"})
  void refusesFramesThatAreTooFarApartAndSaysWhatWouldDo(Kinetics kinetics) {
    double[][] xva = new KacZwanzigRun(2, 4, 0.5).run(4, 500, 1.5, 200, 3);
    StepFailure failure =
        assertThrows(StepFailure.class, () -> run(xva, 500, 1.5, kinetics, Map.of("to", 30.0)));
    assertTrue(failure.getMessage().contains("save frames every 0."), () -> failure.getMessage());
  }

  @Test
  void refusesWhiteNoiseThatHasNoMemory() {
    Random random = new Random(2);
    double[][] xva = new double[3][20_000];
    double h = 0.02;
    double v = 0;
    for (int j = 1; j < xva[0].length; j++) {
      v += -h * 20 * v + Math.sqrt(40 * h) * random.nextGaussian();
      xva[0][j] = xva[0][j - 1] * (1 - h * 0.01) + h * v;
    }
    StepFailure failure =
        assertThrows(
            StepFailure.class, () -> run(xva, 20_000, h, Kinetics.SERIES, Map.of("to", 1.0)));
    assertTrue(failure.getMessage().contains("memory"), () -> failure.getMessage());
  }

  @Test
  void refusesWhatStandsStillAndWhatIsTooShort() {
    double[][] still = new double[3][1000];
    Arrays.fill(still[0], 0.7);
    Map<String, Object> settings = Map.of("to", 1.0);
    assertTrue(
        assertThrows(StepFailure.class, () -> run(still, 1000, 0.1, null, settings))
            .getMessage()
            .contains("does not move"));
    assertTrue(
        assertThrows(StepFailure.class, () -> run(new double[3][50], 50, 0.1, null, settings))
            .getMessage()
            .contains("too few"));
    double[][] moving = new double[3][1000];
    Arrays.setAll(moving[0], j -> Math.sin(0.05 * j));
    StepFailure failure =
        assertThrows(
            StepFailure.class, () -> run(moving, 250, 0.1, Kinetics.SERIES, Map.of("to", 30.0)));
    assertTrue(failure.getMessage().contains("longest unbroken run"), failure.getMessage());
  }

  @ParameterizedTest
  @CsvSource({"1.5, 3, 0.4, 3", "1, 6, 0.25, 2"})
  void aSimulationWithTheFittedKernelIsLikeTheData(double h, double gamma, double tau, double to)
      throws Exception {
    KacZwanzigRun bath = new KacZwanzigRun(h, gamma, tau);
    StepResult result =
        run(
            bath.run(100, 2000, 0.05, 10, 11),
            2000,
            0.05,
            Kinetics.DIRECT,
            Map.of("to", to, "simulate", true));
    Map<?, ?> simulation = (Map<?, ?>) result.fields().get("simulation");
    // the correlation of the data has 4 % of noise
    assertTrue((double) simulation.get("velocity_distance") < 0.05, simulation.toString());
    Table landscape = table(result, "memory-landscape");
    double[] x = landscape.column("r").values();
    double[] simulated = landscape.column("G_simulated").values();
    double[] error = landscape.column("G_simulated_err").values();
    double[] vm = landscape.column("Vm").values();
    int judged = 0;
    for (int k = 0; k < x.length; k++) {
      double exact = h * Math.pow(x[k] * x[k] - 1, 2);
      if (exact < 3) {
        judged++;
        assertEquals(vm[k], simulated[k], 0.06 + 3 * error[k]);
        assertTrue(error[k] < 0.05, x[k] + ": " + error[k]);
      }
    }
    assertTrue(judged > 15, judged + " cells");
    Table passages = table(result, "memory-passages");
    double[] seen = passages.column("time").values();
    double[] seenError = passages.column("time_err").values();
    double[] time = passages.column("simulated_time").values();
    double[] timeError = passages.column("simulated_time_err").values();
    assertEquals(2, time.length);
    for (int k = 0; k < 2; k++) {
      assertEquals(seen[k], time[k], 4 * Math.hypot(seenError[k], timeError[k]));
      assertTrue(timeError[k] < 0.1 * time[k]);
    }
  }

  private static Table table(StepResult result, String suffix) {
    return result.tables().stream()
        .filter(t -> t.suffix().equals(suffix))
        .findFirst()
        .orElseThrow();
  }
}
