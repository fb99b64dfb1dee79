package org.chikei.landscape.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.chikei.api.analysis.CoordinateInfo;
import org.chikei.api.analysis.SampleTable;
import org.chikei.api.coordinate.Period;
import org.chikei.api.parameter.ParameterException;
import org.chikei.api.result.StepResult;
import org.chikei.landscape.GaussianSystem;
import org.chikei.landscape.Runs;
import org.chikei.landscape.average.ConditionalAverageStep;
import org.chikei.landscape.average.ConditionalAverageStepTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Conditional means by local fits, where those over bins are right and where they are not. */
class LocalLinearMeansTest {
  private static final int SEEDS = Integer.getInteger("chikei.coverage", 24);
  private static final CoordinateInfo X = ConditionalAverageStepTest.named("x", null);
  private static final CoordinateInfo Y = ConditionalAverageStepTest.named("y", null);
  private static final CoordinateInfo ANGLE = ConditionalAverageStepTest.named("t", Period.TURN);
  private static final CoordinateInfo F = ConditionalAverageStepTest.named("F", null);

  private static StepResult run(
      List<CoordinateInfo> all, int own, SampleTable samples, boolean biasAlong, Object... settings)
      throws Exception {
    Map<String, Object> parameters = Runs.defaults(settings);
    parameters.put("drift-landscape", false);
    parameters.putIfAbsent("estimator", "local-linear");
    return Runs.run(
        new ConditionalAverageStepTest.Observing(new ConditionalAverageStep(), own),
        all,
        parameters,
        1,
        Set.of(),
        null,
        Runs.SLICE,
        null,
        biasAlong,
        samples);
  }

  private static StepResult run(double[] x, double[] f, Object... settings) throws Exception {
    SampleTable samples = new SampleTable(x.length).withValues(0, x).withValues(1, f);
    return run(List.of(X, F), 1, samples, false, settings);
  }

  private static double[] normal(int frames, long seed) {
    return KernelDensityTest.process(frames, 0.05, new SplittableRandom(seed));
  }

  /**
   * ⟨exp(ax); x⟩ where the density is steep as well: the mean over a bin differs from the value at
   * its centre by quadrature of both.
   */
  @ParameterizedTest
  @CsvSource({"1.2, 0.4", "-1.5, 0.3"})
  void wideBinsAreOffWhereLocalFitsAreNot(double a, double width) throws Exception {
    double[] x = normal(400_000, 3);
    double[] f = Arrays.stream(x).map(q -> Math.exp(a * q)).toArray();
    double end = 5.5 * width;
    Object[] bins = {"range", List.of(-end, end), "bins", 11L};
    StepResult binned = run(x, f, "estimator", "bins", bins[0], bins[1], bins[2], bins[3]);
    StepResult local = run(x, f, bins);
    double[] r = Runs.column(local, "r");
    double worstOfBins = 0;
    for (int k = 0; k < r.length; k++) {
      double exact = Math.exp(a * r[k]);
      double norm = 0;
      double sum = 0;
      for (int i = 0; i < 400; i++) {
        double q = r[k] + ((i + 0.5) / 400 - 0.5) * width;
        norm += Math.exp(-q * q / 2);
        sum += Math.exp(-q * q / 2 + a * q);
      }
      double ofBin = Runs.column(binned, "F")[k];
      assertEquals(sum / norm / exact, ofBin / exact, 4 * Runs.column(binned, "F_err")[k] / exact);
      worstOfBins = Math.max(worstOfBins, Math.abs(ofBin / exact - 1));
      assertEquals(1, Runs.column(local, "F")[k] / exact, 0.005, "at " + r[k]);
    }
    assertTrue(worstOfBins > 0.01, worstOfBins + "");
  }

  @Test
  void aStraightLineIsFoundToTheLastFrameWhateverTheDensity() throws Exception {
    SplittableRandom random = new SplittableRandom(4);
    double[] x = new double[20_000];
    double[] f = new double[x.length];
    for (int j = 0; j < x.length; j++) {
      x[j] = -Math.log(1 - random.nextDouble());
      f[j] = 3 - 2 * x[j];
    }
    StepResult result = run(x, f, "bandwidth", 0.3, "bins", 40L);
    double[] r = Runs.column(result, "r");
    double[] mean = Runs.column(result, "F");
    double[] error = Runs.column(result, "F_err");
    for (int k = 0; k < r.length; k++) {
      if (error[k] > 0) {
        // cells of an eighth of the bandwidth hold samples at their centres; many average that out
        assertEquals(3 - 2 * r[k], mean[k], 4 * error[k] + 0.002, "at " + r[k]);
        assertTrue(r[k] > 4 || error[k] < 0.02, "no scatter but that of cells: " + error[k]);
      }
    }
    assertTrue(r[0] < 0.3 && error[0] > 0);
  }

  @Test
  void circlesAreGoneAround() throws Exception {
    int frames = 60_000;
    double[] y = KernelDensityTest.process(frames, 5, new SplittableRandom(7));
    double[] t = new double[frames];
    double[] angle = new double[frames];
    double[] f = new double[frames];
    SplittableRandom random = new SplittableRandom(8);
    for (int j = 0; j < frames; j++) {
      t[j] = Period.TURN.wrap(3 + 1.5 * GaussianSystem.gauss(random));
      f[j] = Math.cos(t[j]) + 0.5 * Math.sin(2 * t[j]) + y[j];
      // a direction that goes round once with t
      angle[j] = Period.TURN.wrap(t[j] + 0.5 + 0.3 * y[j]);
    }
    StepResult result =
        run(
            List.of(ANGLE, F, ConditionalAverageStepTest.named("u", Period.TURN)),
            1,
            new SampleTable(frames).withValues(0, t).withValues(1, f).withValues(2, angle),
            false,
            "bins",
            48L);
    double[] r = Runs.column(result, "r");
    int far = 0;
    for (int k = 0; k < 48; k++) {
      double exact = Math.cos(r[k]) + 0.5 * Math.sin(2 * r[k]);
      double off = Math.abs(Runs.column(result, "F")[k] - exact) / Runs.column(result, "F_err")[k];
      double turned = Period.TURN.nearest(Runs.column(result, "u")[k] - r[k] - 0.5);
      far += off > 3 ? 1 : 0;
      far += Math.abs(turned) > 3 * Runs.column(result, "u_err")[k] ? 1 : 0;
    }
    assertTrue(far <= 2, far + " of 96 are off by more than three errors");
    assertEquals(List.of(), result.warnings());
  }

  @ParameterizedTest
  @CsvSource({"1", "-2"})
  void alongTwoCoordinatesAPlaneAndASaddle(double twist) throws Exception {
    int frames = 60_000;
    SplittableRandom random = new SplittableRandom(4);
    double[] x = KernelDensityTest.process(frames, 3, random);
    double[] y = KernelDensityTest.process(frames, 3, random);
    double[] f = new double[frames];
    for (int j = 0; j < frames; j++) {
      f[j] = 2 * x[j] - y[j] + twist * x[j] * y[j] + GaussianSystem.gauss(random);
    }
    List<Double> range = List.of(-1.8, 1.8);
    StepResult result =
        run(
            List.of(X, Y, F),
            2,
            new SampleTable(frames).withValues(0, x).withValues(1, y).withValues(2, f),
            false,
            "bins",
            List.of(9L, 9L),
            "range",
            List.of(range, range));
    double[] a = Runs.column(result, "a");
    double[] b = Runs.column(result, "b");
    double square = 0;
    for (int k = 0; k < a.length; k++) {
      double exact = 2 * a[k] - b[k] + twist * a[k] * b[k];
      double off = (Runs.column(result, "F")[k] - exact) / Runs.column(result, "F_err")[k];
      square += off * off / a.length;
    }
    assertTrue(square > 0.3 && square < 2, "mean square " + square);
  }

  /** The truth lies within one error in 62 to 74 % and within 1.96 in 93 to 97 % of points. */
  @ParameterizedTest
  @CsvSource({"1, false", "20, false", "20, true"})
  void theTruthLiesWithinTheErrorsAsOftenAsItShould(double time, boolean weighted)
      throws Exception {
    int within = 0;
    int wide = 0;
    int all = 0;
    for (int seed = 0; seed < SEEDS; seed++) {
      SplittableRandom random = new SplittableRandom(900 + seed);
      int frames = 20_000;
      double[] x = KernelDensityTest.process(frames, time, random);
      double[] y = KernelDensityTest.process(frames, time, random);
      double[] weights = new double[frames];
      double[] f = new double[frames];
      for (int j = 0; j < frames; j++) {
        f[j] = x[j] * x[j] + y[j] - 0.7 * x[j];
        weights[j] = 0.5 + random.nextDouble();
      }
      SampleTable samples = new SampleTable(frames).withValues(0, x).withValues(1, f);
      StepResult result =
          run(
              List.of(X, F),
              1,
              weighted ? samples.withWeights(weights) : samples,
              false,
              "bins",
              16L,
              "range",
              List.of(-2.0, 2.0));
      double[] r = Runs.column(result, "r");
      for (int k = 0; k < r.length; k++) {
        double exact = r[k] * r[k] - 0.7 * r[k];
        double off =
            Math.abs(Runs.column(result, "F")[k] - exact) / Runs.column(result, "F_err")[k];
        within += off < 1 ? 1 : 0;
        wide += off < 1.96 ? 1 : 0;
        all++;
      }
    }
    System.out.printf(
        "local-linear %.0f %b: %.3f %.3f%n",
        time, weighted, within / (double) all, wide / (double) all);
    double room = 3 / Math.sqrt(8.0 * SEEDS);
    assertEquals(0.68, within / (double) all, 0.06 + 0.47 * room, "one error");
    assertEquals(0.95, wide / (double) all, 0.02 + 0.22 * room, "1.96 errors");
  }

  @ParameterizedTest
  @CsvSource({"bins", "local-linear"})
  void aBiasAlongTheCoordinateLeavesFramesAtOneValueAlike(String estimator) throws Exception {
    int frames = 40_000;
    double[] x = KernelDensityTest.process(frames, 2, new SplittableRandom(5));
    double[] f = new double[frames];
    double[] weights = new double[frames];
    SplittableRandom random = new SplittableRandom(6);
    for (int j = 0; j < frames; j++) {
      f[j] = x[j] * x[j] + GaussianSystem.gauss(random);
      // a bias that also changes in time, as one that is still being filled
      weights[j] = Math.exp(x[j] * (j / 10 % 4 - 1.5));
    }
    SampleTable samples =
        new SampleTable(frames).withValues(0, x).withValues(1, f).withWeights(weights);
    Object[] settings = {
      "bins", 12L, "range", List.of(-1.5, 1.5), "estimator", estimator, "drift-landscape", false
    };
    StepResult plain = run(List.of(X, F), 1, samples, true, settings);
    StepResult weighed = run(List.of(X, F), 1, samples, false, settings);
    assertTrue(
        plain.fields().get("means").toString().startsWith("unweighted, since the bias is"),
        plain.fields().get("means").toString());
    assertTrue(weighed.fields().get("means").toString().startsWith("weighted, since"));
    double[] r = Runs.column(plain, "r");
    double ratio = 0;
    for (int k = 0; k < r.length; k++) {
      double exact = r[k] * r[k] + (estimator.equals("bins") ? 0.25 * 0.25 / 12 : 0);
      assertEquals(exact, Runs.column(plain, "F")[k], 4 * Runs.column(plain, "F_err")[k] + 0.01);
      ratio += Runs.column(plain, "F_err")[k] / Runs.column(weighed, "F_err")[k] / r.length;
    }
    assertTrue(ratio < 0.95, "errors without weights are smaller: " + ratio);
    StepResult free =
        run(
            List.of(X, F),
            1,
            new SampleTable(frames).withValues(0, x).withValues(1, f),
            false,
            settings);
    assertEquals("unweighted, since every frame weighs the same", free.fields().get("means"));
  }

  @Test
  void aDriftLandscapeIsMadeOfLocalFitsToo() throws Exception {
    double[] x = KernelDensityTest.process(60_000, 5, new SplittableRandom(12));
    double[] f = Arrays.stream(x).map(q -> -q + q * q * q / 4).toArray();
    Map<String, Object> parameters =
        Runs.defaults(
            "drift-landscape",
            true,
            "estimator",
            "local-linear",
            "bins",
            24L,
            "range",
            List.of(-1.5, 1.5));
    StepResult result =
        Runs.run(
            new ConditionalAverageStepTest.Observing(new ConditionalAverageStep(), 1),
            List.of(X, F),
            parameters,
            1,
            Set.of(),
            null,
            Runs.SLICE,
            new SampleTable(x.length).withValues(0, x).withValues(1, f));
    double[] r = Runs.column(result, "r");
    double[] landscape = Runs.column(result, "F_landscape");
    for (int k = 1; k < r.length; k++) {
      double exact = (r[k] * r[k] - r[0] * r[0]) / 2 - (Math.pow(r[k], 4) - Math.pow(r[0], 4)) / 16;
      // the trapezoidal rule over steps of 0.125 and what smoothing shifts
      assertEquals(exact, landscape[k] - landscape[0], 0.01, "at " + r[k]);
    }
  }

  @Test
  void binsHaveNoBandwidth() {
    double[] x = normal(100, 1);
    ParameterException refused =
        assertThrows(
            ParameterException.class, () -> run(x, x, "estimator", "bins", "bandwidth", 0.1));
    assertTrue(refused.getMessage().contains("bins have no bandwidth"), refused.getMessage());
  }
}
