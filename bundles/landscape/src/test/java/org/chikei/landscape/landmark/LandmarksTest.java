package org.chikei.landscape.landmark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.chikei.api.analysis.AnalysisStep;
import org.chikei.api.analysis.CoordinateInfo;
import org.chikei.api.analysis.Kinetics;
import org.chikei.api.analysis.SampleTable;
import org.chikei.api.coordinate.Period;
import org.chikei.api.parameter.ParameterException;
import org.chikei.api.result.Quantity;
import org.chikei.api.result.StepResult;
import org.chikei.api.result.Table;
import org.chikei.landscape.GaussianSystem;
import org.chikei.landscape.Runs;
import org.chikei.landscape.density.FreeEnergyStep;
import org.chikei.landscape.flow.FlowStep;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Basins, saddles and paths of sampled landscapes, against quadrature. */
class LandmarksTest {

  private static StepResult run(AnalysisStep step, SampleTable samples, Object... settings)
      throws Exception {
    CoordinateInfo q = Runs.coordinate("nm", null);
    return Runs.run(
        step,
        List.of(q, q),
        Runs.defaults(settings),
        1,
        Set.of(Kinetics.MOMENTUM_AVERAGED),
        null,
        Runs.SLICE,
        samples);
  }

  /** x after exp(−h(x² − 1)² − tilt x), y after a Gaussian of variance 1/4; kT = 1. */
  private static double[][] doubleWell(int frames, double h, double tilt, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[][] r = new double[2][frames];
    for (int j = 0; j < frames; j++) {
      double x;
      do {
        x = 4 * random.nextDouble() - 2;
      } while (random.nextDouble() * Math.exp(2 * Math.abs(tilt)) > Math.exp(-well(x, h, tilt)));
      r[0][j] = x;
      r[1][j] = 0.5 * GaussianSystem.gauss(random);
    }
    return r;
  }

  private static double well(double x, double h, double tilt) {
    return h * (x * x - 1) * (x * x - 1) + tilt * x;
  }

  @SuppressWarnings("unchecked")
  private static List<Map<String, Object>> list(Object of, String name) {
    return (List<Map<String, Object>>) ((Map<String, Object>) of).get(name);
  }

  private static void within(double expected, Object found, String what) {
    Quantity quantity = (Quantity) found;
    double sigma = quantity.error();
    assertTrue(sigma > 0, what + " has an error");
    assertEquals(expected, quantity.value(), 3 * sigma, what + " ± " + sigma);
  }

  @ParameterizedTest
  @CsvSource({"3, 0.2, 1", "4, -0.4, 2", "2.5, 0, 3", "1.5, 0.1, 4", "2, 0, 5", "2, 0.1, 6"})
  void populationsAndBarriersOfADoubleWellAreThoseOfQuadrature(double h, double tilt, long seed)
      throws Exception {
    double[][] r = doubleWell(300_000, h, tilt, seed);
    SampleTable samples = new SampleTable(300_000).withValues(0, r[0]).withValues(1, r[1]);
    StepResult result =
        run(
            new FreeEnergyStep(),
            samples,
            "bins",
            List.of(50L, 30L),
            "range",
            List.of(List.of(-2.0, 2.0), List.of(-1.8, 1.8)));
    double[] left = extremum(-1, h, tilt, -1);
    double[] right = extremum(1, h, tilt, -1);
    double[] top = extremum(0, h, tilt, 1);
    double inLeft = 0;
    double all = 0;
    for (double x = -2 + 5e-5; x < 2; x += 1e-4) {
      double rho = Math.exp(-well(x, h, tilt));
      inLeft += x < top[0] ? rho : 0;
      all += rho;
    }
    List<Map<String, Object>> basins = list(result.fields(), "basins");
    assertEquals(2, basins.size());
    boolean leftIsDeeper = ((Quantity) ((List<?>) basins.get(0).get("at")).get(0)).value() < 0;
    assertTrue(tilt == 0 || leftIsDeeper == tilt > 0);
    // the border is where cells meet: half a bin either way at the top of the barrier
    Quantity population = (Quantity) basins.get(leftIsDeeper ? 0 : 1).get("population");
    double border = 0.04 * Math.exp(-top[1]) / all * 1e4;
    assertEquals(inLeft / all, population.value(), 3 * population.error() + border);
    assertEquals(0, ((Quantity) basins.get(0).get("reaction")).value());
    Quantity reaction = (Quantity) basins.get(1).get("reaction");
    assertEquals(
        Math.log((leftIsDeeper ? inLeft : all - inLeft) / (leftIsDeeper ? all - inLeft : inLeft)),
        reaction.value(),
        3 * reaction.error() + border * all * all / (inLeft * (all - inLeft)));
    double[] deep = leftIsDeeper ? left : right;
    double[] shallow = leftIsDeeper ? right : left;
    within(shallow[1] - deep[1], basins.get(1).get("G"), "G of B");
    assertEquals(1, list(result.fields(), "saddles").size(), "noise is no saddle");
    Map<String, Object> saddle = list(result.fields(), "saddles").get(0);
    assertEquals("AB", saddle.get("name"));
    List<?> place = (List<?>) saddle.get("at");
    assertEquals(top[0], ((Quantity) place.get(0)).value(), 0.08, "within a bin");
    within(top[1] - deep[1], list(saddle, "barriers").get(0).get("G"), "barrier from A");
    within(top[1] - shallow[1], list(saddle, "barriers").get(1).get("G"), "barrier from B");
    Table path = result.tables().get(1);
    assertEquals("path", path.suffix());
    double[] x = path.column("a").values();
    double[] g = path.column("G").values();
    double[] error = path.column("G_err").values();
    for (int n = 1; n < x.length; n++) {
      assertEquals(0, path.column("b").values()[n], 0.25, "the path lies in the valley");
      assertEquals(well(x[n], h, tilt) - deep[1], g[n], 4 * error[n] + 0.02);
    }
    assertEquals(2, x[0] * (leftIsDeeper ? -1 : 1) + Math.abs(x[x.length - 1]), 0.15);
  }

  @ParameterizedTest
  @CsvSource({"3, 0.2, 1", "2.5, -0.3, 2"})
  void underAKernelTheyAreFoundToo(double h, double tilt, long seed) throws Exception {
    double[][] r = doubleWell(60_000, h, tilt, seed);
    SampleTable samples = new SampleTable(60_000).withValues(0, r[0]).withValues(1, r[1]);
    StepResult result = run(new FreeEnergyStep(), samples, "estimator", "kernel");
    double[] deep = extremum(tilt > 0 ? -1 : 1, h, tilt, -1);
    double[] shallow = extremum(tilt > 0 ? 1 : -1, h, tilt, -1);
    double[] top = extremum(0, h, tilt, 1);
    List<Map<String, Object>> basins = list(result.fields(), "basins");
    assertEquals(2, basins.size());
    List<Map<String, Object>> barriers = list(list(result.fields(), "saddles").get(0), "barriers");
    for (double[] from : new double[][] {deep, shallow}) {
      Quantity g = (Quantity) barriers.get(from == deep ? 0 : 1).get("G");
      assertTrue(g.error() > 0 && g.error() < 0.3, "± " + g.error());
      // what smoothing lowers a barrier by, half a squared bandwidth of 0.1 times 12h, less than
      // which it may be, since bandwidths from the data are to stay below errors
      assertEquals(top[1] - from[1], g.value(), 3 * g.error() + 0.06 * h);
    }
    Quantity at = (Quantity) ((List<?>) basins.get(0).get("at")).get(0);
    assertEquals(deep[0], at.value(), 0.08);
  }

  /** Place and height of the extremum near a place. */
  private static double[] extremum(double near, double h, double tilt, int sign) {
    double best = near;
    for (double x = near - 0.3; x <= near + 0.3; x += 1e-5) {
      best = sign * well(x, h, tilt) > sign * well(best, h, tilt) ? x : best;
    }
    return new double[] {best, well(best, h, tilt)};
  }

  @Test
  void barriersOnVmAreThoseOfTheMeanForceAndDifferFromThoseOnG() throws Exception {
    int frames = 300_000;
    double[][] r = doubleWell(frames, 3, 0, 5);
    double[][] c = new double[5][frames];
    for (int j = 0; j < frames; j++) {
      double x = r[0][j];
      // ⟨Ẋ²; x⟩ = 1 + 0.4 x, and f = D′ − D V′ goes with it at equilibrium
      c[0][j] = 1 + 0.4 * x;
      c[2][j] = 1;
      c[3][j] = 0.4 - c[0][j] * 12 * x * (x * x - 1);
      c[4][j] = -4 * r[1][j];
    }
    SampleTable samples =
        new SampleTable(frames)
            .withValues(0, r[0])
            .withValues(1, r[1])
            .withAccelerations(Kinetics.MOMENTUM_AVERAGED, 0, c[3])
            .withAccelerations(Kinetics.MOMENTUM_AVERAGED, 1, c[4])
            .withMetric(0, 0, c[0])
            .withMetric(0, 1, c[1])
            .withMetric(1, 1, c[2]);
    StepResult result = run(new FlowStep(), samples, "bins", List.of(50L, 30L));
    Map<String, Object> saddle = list(result.fields(), "saddles").get(0);
    List<Map<String, Object>> barriers = list(saddle, "barriers");
    for (Map<String, Object> barrier : barriers) {
      String name = (String) barrier.get("from");
      Map<String, Object> basin =
          list(result.fields(), "basins").stream()
              .filter(b -> b.get("name").equals(name))
              .findFirst()
              .orElseThrow();
      boolean left = ((Quantity) ((List<?>) basin.get("at")).get(0)).value() < 0;
      // ∫(D V′ − D′)dx from the minimum to 0
      double vm = left ? 3 - 0.64 - 0.4 : 3 + 0.64 + 0.4;
      within(3, barrier.get("G"), "G");
      Quantity found = (Quantity) barrier.get("Vm");
      assertEquals(vm, found.value(), 3 * found.error() + 0.02);
      Quantity difference = (Quantity) barrier.get("difference");
      assertEquals(vm - 3, difference.value(), 3 * difference.error() + 0.02);
      assertEquals(found.value() - ((Quantity) barrier.get("G")).value(), difference.value(), 1e-9);
    }
    Table path = result.tables().get(1);
    assertEquals("flow-path", path.suffix());
    int end = path.rows() - 1;
    double sign = path.column("a").values()[0] < 0 ? 1 : -1;
    assertEquals(
        sign * (1.96 - 4.04),
        path.column("Vm").values()[end],
        3 * path.column("Vm_err").values()[end] + 0.03);
    assertTrue(result.fields().get("path") instanceof Map<?, ?> map && map.containsKey("G_err"));
  }

  @ParameterizedTest
  @CsvSource({"3, 0.25, 1", "4, 0.15, 2", "3, 0, 3"})
  void aCircleHasASaddleOnEitherSide(double h, double skew, long seed) throws Exception {
    int frames = 300_000;
    SplittableRandom random = new SplittableRandom(seed);
    double[][] r = new double[2][frames];
    for (int j = 0; j < frames; j++) {
      double x;
      do {
        x = Math.PI * (2 * random.nextDouble() - 1);
      } while (random.nextDouble() > Math.exp(-torsion(x, h, skew)));
      r[0][j] = x;
      r[1][j] = 0.5 * GaussianSystem.gauss(random);
    }
    StepResult result =
        Runs.run(
            new FreeEnergyStep(),
            List.of(Runs.coordinate("rad", Period.TURN), Runs.coordinate("nm", null)),
            Runs.defaults("bins", List.of(48L, 30L)),
            1,
            Set.of(),
            null,
            Runs.SLICE,
            new SampleTable(frames).withValues(0, r[0]).withValues(1, r[1]));
    assertEquals(2, list(result.fields(), "basins").size());
    List<Map<String, Object>> saddles = list(result.fields(), "saddles");
    assertEquals(List.of("AB", "AB2"), saddles.stream().map(s -> s.get("name")).toList());
    double low = ((Quantity) ((List<?>) saddles.get(0).get("at")).get(0)).value();
    double high = ((Quantity) ((List<?>) saddles.get(1).get("at")).get(0)).value();
    assertEquals(Math.PI / 2, Math.abs(low), 0.14, "within a bin");
    assertEquals(Math.PI / 2, Math.abs(high), 0.14, "within a bin");
    assertTrue(low * high < 0, "one on either side");
    assertTrue(skew == 0 || low < 0, "the lower one first");
    within(h * (1 - skew), barrierOn(saddles, skew == 0 || low < 0 ? 0 : 1), "at −90°");
    within(h * (1 + skew), barrierOn(saddles, skew == 0 || low < 0 ? 1 : 0), "at 90°");
  }

  private static Object barrierOn(List<Map<String, Object>> saddles, int saddle) {
    return list(saddles.get(saddle), "barriers").get(0).get("G");
  }

  /** Wells at 0 and 180°, tops of different heights at ±90°. */
  private static double torsion(double x, double h, double skew) {
    return h * Math.sin(x) * Math.sin(x) * (1 + skew * Math.sin(x));
  }

  @ParameterizedTest
  @ValueSource(ints = {2_000, 30_000, 300_000})
  void noiseIsNoBasin(int frames) throws Exception {
    for (int seed = 1; seed <= 5; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      double[][] r = new double[2][frames];
      for (int j = 0; j < frames; j++) {
        r[0][j] = random.nextDouble();
        r[1][j] = GaussianSystem.gauss(random);
      }
      StepResult result =
          run(
              new FreeEnergyStep(),
              new SampleTable(frames).withValues(0, r[0]).withValues(1, r[1]),
              "bins",
              List.of(40L, 40L));
      assertEquals(1, list(result.fields(), "basins").size(), "seed " + seed);
      assertEquals(1, result.tables().size(), "no path");
    }
  }

  @Test
  void aPathLeadsBetweenTheBasinsThatAreChosenOrSaysWhyNot() throws Exception {
    double[][] r = doubleWell(100_000, 3, 0.3, 9);
    SampleTable samples = new SampleTable(100_000).withValues(0, r[0]).withValues(1, r[1]);
    List<Object> backwards = new ArrayList<>();
    backwards.add(List.of(1.0, 0.1));
    backwards.add(List.of(-0.9, 0.0));
    StepResult result = run(new FreeEnergyStep(), samples, "path", backwards);
    double[] x = result.tables().get(1).column("a").values();
    assertTrue(x[0] > 0.8 && x[x.length - 1] < -0.8);
    List<Object> same = List.of(List.of(1.0, 0.1), List.of(1.1, 0.0));
    result = run(new FreeEnergyStep(), samples, "path", same);
    assertEquals(1, result.tables().size());
    assertTrue(
        result.warnings().get(0).contains("both lie in basin B"), result.warnings()::toString);
    List<Object> far = List.of(List.of(1.0, 0.1), List.of(90.0, 0.0));
    result = run(new FreeEnergyStep(), samples, "path", far);
    assertTrue(
        result.warnings().get(0).contains("no basin was sampled"), result.warnings()::toString);
    assertFalse(result.fields().containsKey("path"));
  }

  @Test
  void aPathNeedsTwoCoordinates() {
    SampleTable samples = new SampleTable(3).withValues(0, new double[] {1, 2, 3});
    List<Object> ends = List.of(List.of(1.0, 0.1), List.of(90.0, 0.0));
    assertThrows(
        ParameterException.class,
        () ->
            Runs.run(
                new FreeEnergyStep(),
                Runs.coordinate("nm", null),
                Runs.defaults("path", ends),
                1,
                Set.of(),
                null,
                samples));
  }
}
