package org.chikei.landscape.kernel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import org.chikei.api.analysis.Accumulator;
import org.chikei.api.analysis.Collector;
import org.chikei.api.analysis.CoordinateInfo;
import org.chikei.api.analysis.DataOverview;
import org.chikei.api.analysis.FinishContext;
import org.chikei.api.analysis.NoSampleFailure;
import org.chikei.api.analysis.SampleTable;
import org.chikei.api.analysis.StepFailure;
import org.chikei.api.analysis.StepRequest;
import org.chikei.api.coordinate.Period;
import org.chikei.api.parameter.ParameterException;
import org.chikei.api.parameter.Parameters;
import org.chikei.api.result.Quantity;
import org.chikei.api.result.StepResult;
import org.chikei.landscape.GaussianSystem;
import org.chikei.landscape.Runs;
import org.chikei.landscape.SelfConsistentWindows;
import org.chikei.landscape.SlantedWell;
import org.chikei.landscape.density.FreeEnergyStep;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Free energies under a kernel, against closed forms and a sum over single samples. */
public class KernelDensityTest {
  private static final int SEEDS = Integer.getInteger("chikei.coverage", 24);
  private static final CoordinateInfo LINE = Runs.coordinate("nm", null);
  private static final CoordinateInfo CIRCLE = Runs.coordinate("rad", Period.TURN);

  /** A normal process whose correlation decays within so many frames. */
  public static double[] process(int frames, double time, SplittableRandom random) {
    double memory = Math.exp(-1 / time);
    double[] x = new double[frames];
    double value = GaussianSystem.gauss(random);
    for (int j = 0; j < frames; j++) {
      x[j] = value;
      value = memory * value + Math.sqrt(1 - memory * memory) * GaussianSystem.gauss(random);
    }
    return x;
  }

  private static double[] map(double[] x, DoubleUnaryOperator f) {
    double[] y = new double[x.length];
    for (int j = 0; j < y.length; j++) {
      y[j] = f.applyAsDouble(x[j]);
    }
    return y;
  }

  private static StepResult run(
      List<CoordinateInfo> coordinates, SampleTable samples, Object... settings) throws Exception {
    Map<String, Object> parameters = Runs.defaults(settings);
    parameters.put("estimator", "kernel");
    return Runs.run(
        new FreeEnergyStep(), coordinates, parameters, 2.5, Set.of(), null, Runs.SLICE, samples);
  }

  private static StepResult run(CoordinateInfo coordinate, double[] values, Object... settings)
      throws Exception {
    return run(List.of(coordinate), new SampleTable(values.length).withValues(0, values), settings);
  }

  private static double bandwidth(StepResult result) {
    Map<?, ?> estimator = (Map<?, ?>) result.fields().get("estimator");
    return ((Quantity) estimator.get("bandwidth")).value();
  }

  /** Differences from an exact G over the errors, both measured from their means. */
  private static List<Double> offs(StepResult result, DoubleUnaryOperator exact) {
    double[] r = Runs.column(result, "r");
    double[] exactly = new double[r.length];
    for (int k = 0; k < r.length; k++) {
      exactly[k] = exact.applyAsDouble(r[k]);
    }
    return offs(result, exactly);
  }

  private static List<Double> offs(StepResult result, double[] exact) {
    double[] g = Runs.column(result, "G");
    double[] rho = Runs.column(result, "rho");
    double[] error = Runs.column(result, "G_err");
    double mean = 0;
    double all = 0;
    for (int k = 0; k < g.length; k++) {
      if (error[k] > 0) {
        mean += rho[k] * (g[k] - exact[k]);
        all += rho[k];
      }
    }
    List<Double> offs = new ArrayList<>();
    for (int k = 0; k < g.length; k++) {
      if (error[k] > 0) {
        offs.add((g[k] - exact[k] - mean / all) / error[k]);
      }
    }
    return offs;
  }

  private static void assertHonest(List<Double> offs, int least) {
    double square = offs.stream().mapToDouble(o -> o * o).average().orElseThrow();
    long far = offs.stream().filter(o -> Math.abs(o) > 3).count();
    assertTrue(offs.size() >= least, offs.size() + " points");
    // neighbours are correlated: of one curve some ten differences are independent
    assertTrue(square > 0.1 && square < 2.2, "mean square " + square);
    assertTrue(far <= 0.03 * offs.size(), far + " of " + offs.size() + " beyond three errors");
  }

  @ParameterizedTest
  @CsvSource({"0.3, 20000, 0.2", "0.3, 100000, 30", "2, 50000, 10"})
  void aParabola(double spread, int frames, double time) throws Exception {
    double[] x = map(process(frames, time, new SplittableRandom(4)), z -> 1 + spread * z);
    StepResult result = run(LINE, x);
    assertHonest(offs(result, r -> 1.25 * (r - 1) * (r - 1) / (spread * spread)), 20);
    assertEquals(List.of(), result.warnings());
    double[] rho = Runs.column(result, "rho");
    double[] r = Runs.column(result, "r");
    double sum = 0;
    for (double each : rho) {
      sum += each > 0 ? each * (r[1] - r[0]) : 0;
    }
    assertEquals(1, sum, 1e-9);
  }

  @ParameterizedTest
  @CsvSource({"0.5, 20000, 0.2, false", "3, 60000, 15, false", "0.5, 60000, 15, true"})
  void anEndWhereTheDensityIsGreatest(double scale, int frames, double time, boolean range)
      throws Exception {
    SplittableRandom random = new SplittableRandom(6);
    double[] x = process(frames, time, random);
    double[] y = process(frames, time, random);
    for (int j = 0; j < frames; j++) {
      x[j] = scale * (x[j] * x[j] + y[j] * y[j]) / 2;
    }
    StepResult result =
        range ? run(LINE, x, "range", List.of(0.0, 4 * scale), "bins", 40L) : run(LINE, x);
    assertHonest(offs(result, r -> 2.5 * r / scale), 20);
    // plain kernels lose half of the density at the end, 0.7 kT of G
    double[] g = Runs.column(result, "G");
    double[] r = Runs.column(result, "r");
    double[] error = Runs.column(result, "G_err");
    int first = g[0] == g[0] ? 0 : 1;
    int some = first + 8;
    assertEquals(
        2.5 * (r[some] - r[first]) / scale,
        g[some] - g[first],
        3 * Math.hypot(error[some], error[first]));
    List<?> ends = (List<?>) result.fields().get("ends");
    assertEquals(1, ends.size());
    assertEquals(0, (Double) ((Map<?, ?>) ends.get(0)).get("from"), 0.01 * scale);
  }

  @Test
  void aFlatBottomBetweenTwoWallsStaysFlat() throws Exception {
    double[] x = new double[40_000];
    SplittableRandom random = new SplittableRandom(2);
    for (int j = 0; j < x.length; j++) {
      x[j] = 0.2 + 0.6 * random.nextDouble();
    }
    StepResult result = run(LINE, x, "range", List.of(0.0, 1.0), "bins", 50L);
    assertHonest(offs(result, r -> 0), 28);
    double[] g = Runs.column(result, "G");
    assertTrue(Double.isNaN(g[5]) && Double.isNaN(g[45]), "beyond the walls there is nothing");
  }

  @Test
  void aRangeInTheMiddleOfTheDataIsNoEnd() throws Exception {
    double[] x = process(60_000, 5, new SplittableRandom(9));
    StepResult whole = run(LINE, x, "bandwidth", 0.2, "bins", 40L, "range", List.of(-4.0, 4.0));
    StepResult part = run(LINE, x, "bandwidth", 0.2, "bins", 10L, "range", List.of(-1.0, 1.0));
    double[] g = Runs.column(whole, "G");
    double[] h = Runs.column(part, "G");
    assertEquals(List.of(), part.fields().get("ends"));
    for (int k = 0; k < 10; k++) {
      assertEquals(g[15 + k] - g[15], h[k] - h[0], 1e-9);
    }
  }

  @ParameterizedTest
  @CsvSource({"1, 20000", "4, 20000", "0, 20000"})
  void aCircleHasNoEnds(double kappa, int frames) throws Exception {
    SplittableRandom random = new SplittableRandom(12);
    double[] x = new double[frames];
    for (int j = 0; j < frames; j++) {
      double angle;
      do {
        angle = Math.PI * (2 * random.nextDouble() - 1);
      } while (random.nextDouble() > Math.exp(kappa * (Math.cos(angle) - 1)));
      x[j] = Period.TURN.wrap(angle + 3);
    }
    StepResult result = run(CIRCLE, x);
    assertHonest(offs(result, r -> -2.5 * kappa * Math.cos(r - 3)), 50);
    // a part of the circle, across its seam and back, is the same curve
    StepResult part =
        run(CIRCLE, x, "bandwidth", 0.2, "bins", 36L, "range", List.of(Math.PI / 2, 1.5 * Math.PI));
    StepResult whole = run(CIRCLE, x, "bandwidth", 0.2, "bins", 72L);
    double[] g = Runs.column(whole, "G");
    double[] h = Runs.column(part, "G");
    for (int k = 0; k < 36; k++) {
      // cells of a twentieth of a turn's seventy-second lie elsewhere
      assertEquals(g[(54 + k) % 72] - g[54], h[k] - h[0], 2e-3 * 2.5, "at " + k);
    }
  }

  @Test
  void aSumOverSingleSamplesSaysTheSame() throws Exception {
    int frames = 200_000;
    double[] x = process(frames, 3, new SplittableRandom(1));
    for (CoordinateInfo info : List.of(LINE, CIRCLE)) {
      boolean circle = info == CIRCLE;
      double h = 0.25;
      double[] values = circle ? map(x, z -> Period.TURN.wrap(3 + z)) : x;
      StepResult result =
          circle
              ? run(info, values, "bandwidth", h, "bins", 24L)
              : run(info, values, "bandwidth", h, "bins", 20L, "range", List.of(-3.0, 3.0));
      double[] r = Runs.column(result, "r");
      double[] g = Runs.column(result, "G");
      double[] direct = new double[r.length];
      for (int k = 0; k < r.length; k++) {
        double sum = 0;
        double first = 0;
        for (double value : values) {
          double u = circle ? Period.TURN.nearest(value - r[k]) : value - r[k];
          double kernel = Math.exp(-u * u / (2 * h * h));
          sum += kernel;
          first += kernel * u;
        }
        direct[k] = -2.5 * (Math.log(sum) - first * first / (sum * sum) / (2 * h * h));
      }
      int middle = r.length / 2;
      for (int k = 0; k < r.length; k++) {
        double exact = direct[k] - direct[middle];
        // where samples stand in cells of an eighth of a bandwidth is chance: 4e-3 kT at 1000 of
        // them
        if (exact < 10) {
          assertEquals(exact, g[k] - g[middle], 0.01, "at " + r[k]);
        }
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"0, 40000", "0.8, 40000", "-0.95, 100000"})
  void twoCoordinatesThatLeanOnEachOther(double correlation, int frames) throws Exception {
    SplittableRandom random = new SplittableRandom(21);
    double[] x = process(frames, 4, random);
    double[] y = process(frames, 4, random);
    double rest = Math.sqrt(1 - correlation * correlation);
    for (int j = 0; j < frames; j++) {
      y[j] = correlation * x[j] + rest * y[j];
    }
    StepResult result =
        run(
            List.of(LINE, LINE),
            new SampleTable(frames).withValues(0, x).withValues(1, y),
            "bins",
            List.of(24L, 24L));
    double[] a = Runs.column(result, "a");
    double[] b = Runs.column(result, "b");
    double[] exact = new double[a.length];
    for (int k = 0; k < a.length; k++) {
      double off = (b[k] - correlation * a[k]) / rest;
      exact[k] = 1.25 * (a[k] * a[k] + off * off);
    }
    assertHonest(offs(result, exact), 60);
  }

  @Test
  void threeCoordinatesOneOfThemACircle() throws Exception {
    int frames = 20_000;
    SplittableRandom random = new SplittableRandom(31);
    double[] x = process(frames, 2, random);
    double[] y = map(process(frames, 2, random), z -> Period.TURN.wrap(3 + 0.6 * z));
    double[] z = process(frames, 2, random);
    StepResult result =
        run(
            List.of(LINE, CIRCLE, LINE),
            new SampleTable(frames).withValues(0, x).withValues(1, y).withValues(2, z),
            "bins",
            List.of(16L, 16L, 16L));
    double[] a = Runs.column(result, "a");
    double[] b = Runs.column(result, "b");
    double[] c = Runs.column(result, "c");
    double[] exact = new double[a.length];
    for (int k = 0; k < a.length; k++) {
      double off = Period.TURN.nearest(b[k] - 3) / 0.6;
      exact[k] = 1.25 * (a[k] * a[k] + off * off + c[k] * c[k]);
    }
    assertHonest(offs(result, exact), 300);
  }

  @Test
  void weightsUndoABias() throws Exception {
    // frames of a parabola of stiffness 1, weighed to one about 1 of stiffness 2
    double[] x = process(100_000, 5, new SplittableRandom(41));
    double[] weights = map(x, z -> 3 * Math.exp(-(z - 1) * (z - 1) + z * z / 2));
    StepResult result =
        run(List.of(LINE), new SampleTable(x.length).withValues(0, x).withWeights(weights));
    assertHonest(offs(result, r -> 2.5 * (r - 1) * (r - 1)), 20);
  }

  @Test
  void windowsJoinedByTheirFreeEnergies() throws Exception {
    SlantedWell well = SlantedWell.of(5, 25);
    double[] centres = {-1.4, -1.0, -0.6, -0.2, 0.2, 0.6, 1.0, 1.4};
    double square = 0;
    int seeds = 8;
    for (int seed = 1; seed <= seeds; seed++) {
      double[][] x = new double[centres.length][];
      SampleTable[] tables = new SampleTable[centres.length];
      for (int k = 0; k < centres.length; k++) {
        double centre = centres[k];
        SlantedWell.Walk walk =
            well.walk(q -> 6 * (q - centre) * (q - centre), centre, 2000, 4, 1000L * seed + k);
        tables[k] = walk.samples().ofRun(k);
        x[k] = walk.x();
      }
      SelfConsistentWindows windows = new SelfConsistentWindows(x, centres, 12);
      for (int k = 0; k < centres.length; k++) {
        tables[k].withWeights(windows.weights(k));
      }
      StepResult result =
          Runs.run(
              new FreeEnergyStep(),
              LINE,
              Runs.defaults("estimator", "kernel", "bins", 32L, "range", List.of(-1.6, 1.6)),
              1,
              Set.of(),
              null,
              windows,
              tables);
      square +=
          offs(result, well::free).stream().mapToDouble(o -> o * o).average().orElseThrow() / seeds;
    }
    // eight times some eight independent points
    assertTrue(square > 0.55 && square < 1.6, "mean square " + square);
  }

  @Test
  void framesThatKnowOfEachOtherAskForAWiderKernel() throws Exception {
    double narrow = 0;
    double wide = 0;
    for (int seed = 1; seed <= 6; seed++) {
      narrow += bandwidth(run(LINE, process(20_000, 0.1, new SplittableRandom(seed))));
      wide += bandwidth(run(LINE, process(20_000, 100, new SplittableRandom(seed))));
    }
    assertTrue(wide > 1.2 * narrow, wide + " against " + narrow);
  }

  @Test
  void aKernelTooWideIsTold() throws Exception {
    double[] x = map(process(100_000, 1, new SplittableRandom(2)), z -> z);
    // two wells: a kernel as wide as they are apart fills what lies between
    for (int j = 0; j < x.length; j++) {
      x[j] = 0.3 * x[j] + (j / 500 % 2 == 0 ? 1 : -1);
    }
    StepResult result = run(LINE, x, "bandwidth", 0.3);
    assertEquals(1, result.warnings().size());
    assertTrue(
        result.warnings().get(0).startsWith("smoothing over 0.30 nm shifts G by more than"),
        result.warnings().get(0));
    assertEquals(List.of(), run(LINE, x).warnings());
    Map<?, ?> estimator = (Map<?, ?>) result.fields().get("estimator");
    assertEquals("kernel", estimator.get("kind"));
    assertEquals("job", estimator.get("bandwidth_from"));
  }

  @Test
  void oddDataGiveAResultOrASentence() throws Exception {
    double[] same = new double[500];
    Arrays.fill(same, 1.25);
    assertThrows(NoSampleFailure.class, () -> run(LINE, same));
    StepResult given = run(LINE, same, "bandwidth", 0.2, "range", List.of(0.0, 2.0), "bins", 40L);
    double[] g = Runs.column(given, "G");
    assertEquals(0, Math.min(g[24], g[25]), 1e-12);
    assertThrows(NoSampleFailure.class, () -> run(LINE, new double[] {1}));
    assertThrows(NoSampleFailure.class, () -> run(LINE, same, "range", List.of(3.0, 4.0)));
    // beside the range, but under no bin of it
    assertThrows(NoSampleFailure.class, () -> run(LINE, same, "range", List.of(1.3, 2.3)));
    double[] some = process(2_000, 1, new SplittableRandom(5));
    some[7] = Double.NaN;
    StepResult coarse = run(LINE, some, "bandwidth", 0.05, "bins", 4L, "range", List.of(-2.0, 2.0));
    assertTrue(coarse.warnings().stream().anyMatch(w -> w.contains("ask for more bins")));
    StepResult wide = run(LINE, some, "bandwidth", 50.0);
    assertTrue(
        wide.warnings().stream().anyMatch(w -> w.contains("narrower")), wide.warnings()::toString);
    assertTrue(
        wide.warnings().stream().anyMatch(w -> w.contains("1 frames")), wide.warnings()::toString);
  }

  @Test
  void aFewFramesGetARuleOfThumb() throws Exception {
    StepResult result = run(LINE, new double[] {0, 0.1, 0.2, 0.1, 0.3, 0.15, 0.12});
    assertTrue(bandwidth(result) > 0.01 && bandwidth(result) < 0.1, bandwidth(result) + "");
  }

  /** The truth lies within one error in 62 to 74 % and within 1.96 in 93 to 97 % of points. */
  @ParameterizedTest
  @CsvSource({"parabola, 1", "parabola, 20", "end, 10", "circle, 10"})
  void theTruthLiesWithinTheErrorsAsOftenAsItShould(String shape, double time) throws Exception {
    int within = 0;
    int wide = 0;
    int all = 0;
    for (int seed = 0; seed < SEEDS; seed++) {
      SplittableRandom random = new SplittableRandom(500 + seed);
      int frames = 20_000;
      double[] x = process(frames, time, random);
      double[] y = process(frames, time, random);
      StepResult result =
          switch (shape) {
            case "parabola" -> run(LINE, x, "range", List.of(-2.2, 2.2), "bins", 22L);
            case "end" -> {
              double[] r = new double[frames];
              for (int j = 0; j < frames; j++) {
                r[j] = x[j] * x[j] + y[j] * y[j];
              }
              yield run(LINE, r, "range", List.of(0.0, 5.0), "bins", 20L);
            }
            default -> run(CIRCLE, map(x, z -> Period.TURN.wrap(3 + 0.9 * z)), "bins", 24L);
          };
      List<Double> offs =
          switch (shape) {
            case "parabola" -> offs(result, r -> 1.25 * r * r);
            case "end" -> offs(result, r -> 1.25 * r);
            default -> offs(result, KernelDensityTest::wrapped);
          };
      for (double off : offs) {
        within += Math.abs(off) < 1 ? 1 : 0;
        wide += Math.abs(off) < 1.96 ? 1 : 0;
        all++;
      }
    }
    System.out.printf(
        "kernel %s %.0f: %.3f %.3f%n", shape, time, within / (double) all, wide / (double) all);
    double room = 3 / Math.sqrt(8.0 * SEEDS);
    assertEquals(0.68, within / (double) all, 0.06 + 0.47 * room, "one error");
    assertEquals(0.95, wide / (double) all, 0.02 + 0.22 * room, "1.96 errors");
  }

  private static double wrapped(double r) {
    double sum = 0;
    for (int turn = -3; turn <= 3; turn++) {
      double z = (r - 3 + 2 * Math.PI * turn) / 0.9;
      sum += Math.exp(-z * z / 2);
    }
    return -2.5 * Math.log(sum);
  }

  @Test
  void whatWasSavedGoesOnAsIfNothingHadHappened() throws Exception {
    double[] x = process(6_000, 5, new SplittableRandom(3));
    SampleTable samples = new SampleTable(x.length).withValues(0, x);
    Map<String, Object> parameters = Runs.defaults();
    parameters.put("estimator", "kernel");
    DataOverview overview =
        new DataOverview(2.5, false, Set.of(), null, x.length, 1, 0, samples, 0, false);
    Collector collector =
        new FreeEnergyStep()
            .prepare(new StepRequest("q", List.of(LINE), new Parameters(parameters)))
            .collect(overview);
    List<double[]> curves = new ArrayList<>();
    for (boolean saved : new boolean[] {false, true}) {
      Accumulator all = collector.accumulator();
      for (int from = 0; from < x.length; from += 1000) {
        Accumulator part = collector.accumulator();
        part.add(samples.own(from, from + 1000, 0, from));
        all.merge(part);
        if (saved && from == 3000) {
          ByteArrayOutputStream bytes = new ByteArrayOutputStream();
          all.write(new DataOutputStream(bytes));
          all = collector.accumulator();
          all.read(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));
        }
      }
      samples.own(0, x.length, 0, 0);
      curves.add(
          Runs.column(
              collector.finish(all, new FinishContext(x.length, 1, 1, false, Map.of(), null)),
              "G"));
    }
    assertArrayEquals(curves.get(0), curves.get(1));
  }

  @Test
  void parametersThatDoNotGoTogetherAreRefused() {
    double[] x = process(1000, 1, new SplittableRandom(3));
    SampleTable samples = new SampleTable(1000).withValues(0, x).withValues(1, x);
    for (Object[] bad :
        new Object[][] {
          {List.of(LINE), "bandwidth", List.of(0.1, 0.2)},
          {List.of(LINE, LINE), "bandwidth", 0.1},
          {List.of(CIRCLE), "bandwidth", 0.6},
          {List.of(LINE, LINE), "bins", List.of(1000L, 1000L)}
        }) {
      @SuppressWarnings("unchecked")
      List<CoordinateInfo> coordinates = (List<CoordinateInfo>) bad[0];
      ParameterException refused =
          assertThrows(ParameterException.class, () -> run(coordinates, samples, bad[1], bad[2]));
      assertTrue(refused.getMessage().length() > 20, refused.getMessage());
    }
    assertThrows(
        ParameterException.class,
        () ->
            Runs.run(
                new FreeEnergyStep(),
                LINE,
                Runs.defaults("bandwidth", 0.1),
                2.5,
                Set.of(),
                null,
                samples));
    StepFailure tooNarrow =
        assertThrows(
            StepFailure.class,
            () -> run(LINE, x, "bandwidth", 1e-5, "range", List.of(0.0, 1.0), "bins", 40L));
    assertTrue(tooNarrow.getMessage().contains("too narrow"), tooNarrow.getMessage());
  }
}
