package org.chikei.landscape.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.chikei.api.analysis.AnalysisStep;
import org.chikei.api.analysis.CoordinateInfo;
import org.chikei.api.analysis.Kinetics;
import org.chikei.api.analysis.SampleTable;
import org.chikei.api.coordinate.Period;
import org.chikei.api.result.Exhibit;
import org.chikei.api.result.MapLayer;
import org.chikei.api.result.Quantity;
import org.chikei.api.result.StepResult;
import org.chikei.api.result.Table;
import org.chikei.landscape.GaussianSystem;
import org.chikei.landscape.Hits;
import org.chikei.landscape.Runs;
import org.chikei.landscape.density.FreeEnergyStep;
import org.chikei.landscape.landmark.LandmarksInSpaceTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Basins, saddles and paths of three sampled coordinates, against quadrature: a tilted double well
 * along one axis, Gaussians of variance 1/4 and 1/5 along the others, seen along axes turned
 * against these; kT = 1.
 */
class SampledLandmarksInSpaceTest {
  private static final int SETS = Integer.getInteger("chikei.coverage", 40);
  private static final double[] PLAIN = {0, 0, 0};
  private static final double[] TURNED = {0.5, 0.7, 0.3};

  private record Wells(double h, double tilt, double[][] rotation) {
    double at(double x) {
      return h * (x * x - 1) * (x * x - 1) + tilt * x;
    }

    double bend(double x) {
      return 4 * h * (3 * x * x - 1);
    }

    double extremum(double near) {
      double x = near;
      for (int n = 0; n < 50; n++) {
        x -= (4 * h * x * (x * x - 1) + tilt) / bend(x);
      }
      return x;
    }

    /** The part of all samples below the top of the barrier, and the density there. */
    double[] left() {
      double top = extremum(0);
      double below = 0;
      double all = 0;
      for (double x = -3 + 5e-5; x < 3; x += 1e-4) {
        double rho = Math.exp(-at(x));
        below += x < top ? rho : 0;
        all += rho;
      }
      return new double[] {below / all, Math.exp(-at(top)) / (all * 1e-4)};
    }

    double[] sample(SplittableRandom random) {
      double x;
      do {
        x = 4 * random.nextDouble() - 2;
      } while (random.nextDouble() * Math.exp(2 * Math.abs(tilt)) > Math.exp(-at(x)));
      return new double[] {
        x, 0.5 * GaussianSystem.gauss(random), Math.sqrt(0.2) * GaussianSystem.gauss(random)
      };
    }

    /** The values of the coordinates: q = R r, so r = Rᵀ q. */
    double[] seen(double[] q) {
      double[] r = new double[3];
      for (int a = 0; a < 3; a++) {
        for (int b = 0; b < 3; b++) {
          r[a] += rotation[b][a] * q[b];
        }
      }
      return r;
    }

    SampleTable table(int frames, long seed) {
      SplittableRandom random = new SplittableRandom(seed);
      double[][] c = new double[3][frames];
      for (int j = 0; j < frames; j++) {
        double[] r = seen(sample(random));
        for (int a = 0; a < 3; a++) {
          c[a][j] = r[a];
        }
      }
      return new SampleTable(frames).withValues(0, c[0]).withValues(1, c[1]).withValues(2, c[2]);
    }

    /** How much the mean over cubes of width w raises a landscape between two stationary places. */
    double byCells(double low, double high, double w) {
      return w * w / 24 * (bend(high) - bend(low));
    }
  }

  private static StepResult run(AnalysisStep step, SampleTable samples, Object... settings)
      throws Exception {
    CoordinateInfo q = Runs.coordinate("nm", null);
    return Runs.run(
        step,
        List.of(q, q, q),
        Runs.defaults(settings),
        1,
        Set.of(Kinetics.MOMENTUM_AVERAGED),
        null,
        Runs.SLICE,
        samples);
  }

  private static StepResult freeEnergy(SampleTable samples, int bins, double half)
      throws Exception {
    List<Double> range = List.of(-half, half);
    long n = bins;
    return run(
        new FreeEnergyStep(),
        samples,
        "bins",
        List.of(n, n, n),
        "range",
        List.of(range, range, range));
  }

  @SuppressWarnings("unchecked")
  private static List<Map<String, Object>> list(Object of, String name) {
    return (List<Map<String, Object>>) ((Map<String, Object>) of).get(name);
  }

  private static double at(Map<String, Object> landmark, int a) {
    return ((Quantity) ((List<?>) landmark.get("at")).get(a)).value();
  }

  private static void within(double expected, Object found, double slack, String what) {
    Quantity quantity = (Quantity) found;
    assertTrue(quantity.error() > 0, what + " has an error");
    assertEquals(
        expected, quantity.value(), 3 * quantity.error() + slack, what + " ± " + quantity.error());
  }

  @ParameterizedTest
  @CsvSource({"3, 0.2, 0, 1", "3, -0.3, 1, 2", "2.5, 0.1, 1, 3", "2, 0.15, 0, 4"})
  void populationsAndBarriersAreThoseOfQuadratureHoweverTheAxesAreTurned(
      double h, double tilt, int turned, long seed) throws Exception {
    Wells wells = new Wells(h, tilt, LandmarksInSpaceTest.rotation(turned == 1 ? TURNED : PLAIN));
    StepResult result = freeEnergy(wells.table(400_000, seed), 30, 2);
    double w = 4.0 / 30;
    double low = wells.extremum(tilt > 0 ? -1 : 1);
    double high = wells.extremum(tilt > 0 ? 1 : -1);
    double top = wells.extremum(0);
    List<Map<String, Object>> basins = list(result.fields(), "basins");
    assertEquals(2, basins.size());
    double[] place = wells.seen(new double[] {low, 0, 0});
    for (int a = 0; a < 3; a++) {
      assertEquals(place[a], at(basins.get(0), a), w, "within a bin");
    }
    double[] left = wells.left();
    double population = tilt > 0 ? left[0] : 1 - left[0];
    // the border is where cells meet: half a bin either way at the top of the barrier
    double border = w / 2 * left[1];
    within(population, basins.get(0).get("population"), border, "population of A");
    within(
        Math.log(population / (1 - population)),
        basins.get(1).get("reaction"),
        border / (population * (1 - population)),
        "reaction");
    within(wells.at(high) - wells.at(low), basins.get(1).get("G"), 0, "G of B");
    List<Map<String, Object>> saddles = list(result.fields(), "saddles");
    assertEquals(1, saddles.size(), "noise is no saddle");
    assertEquals("AB", saddles.get(0).get("name"));
    place = wells.seen(new double[] {top, 0, 0});
    for (int a = 0; a < 3; a++) {
      assertEquals(place[a], at(saddles.get(0), a), 2 * w, "within two bins, as it is shallow");
    }
    List<Map<String, Object>> barriers = list(saddles.get(0), "barriers");
    within(
        wells.at(top) - wells.at(low) + wells.byCells(low, top, w),
        barriers.get(0).get("G"),
        0,
        "barrier from A");
    within(
        wells.at(top) - wells.at(high) + wells.byCells(high, top, w),
        barriers.get(1).get("G"),
        0,
        "barrier from B");
    Table path = result.tables().get(1);
    assertEquals("path", path.suffix());
    for (int n = 1; n < path.rows(); n++) {
      double[] q =
          LandmarksInSpaceTest.product(
              wells.rotation(),
              new double[] {
                path.column("a").values()[n],
                path.column("b").values()[n],
                path.column("c").values()[n]
              });
      assertEquals(0, q[1], 0.35, "the path lies in the valley");
      assertEquals(0, q[2], 0.35, "the path lies in the valley");
      assertEquals(
          wells.at(q[0]) - wells.at(low) + wells.byCells(low, q[0], w),
          path.column("G").values()[n],
          4 * path.column("G_err").values()[n] + 0.05,
          "at " + q[0]);
    }
  }

  @ParameterizedTest
  @CsvSource({"3, 0.15, 0", "3.5, -0.2, 1", "3, 0.1, 1"})
  void errorsOfPopulationsAndBarriersAreHonest(double h, double tilt, int turned) throws Exception {
    Wells wells = new Wells(h, tilt, LandmarksInSpaceTest.rotation(turned == 1 ? TURNED : PLAIN));
    double w = 4.0 / 28;
    double low = wells.extremum(tilt > 0 ? -1 : 1);
    double high = wells.extremum(tilt > 0 ? 1 : -1);
    double top = wells.extremum(0);
    double left = wells.left()[0];
    double population = tilt > 0 ? left : 1 - left;
    Hits populations = new Hits();
    Hits minima = new Hits();
    Hits barriers = new Hits();
    int told = 0;
    for (int set = 0; set < SETS; set++) {
      StepResult result = freeEnergy(wells.table(60_000, 100 + set), 28, 2);
      List<Map<String, Object>> basins = list(result.fields(), "basins");
      List<Map<String, Object>> saddles = list(result.fields(), "saddles");
      if (basins.size() != 2) {
        continue;
      }
      told++;
      // chance may make the shallower basin seem the deeper one
      boolean right =
          LandmarksInSpaceTest.product(
                      wells.rotation(),
                      new double[] {
                        at(basins.get(0), 0), at(basins.get(0), 1), at(basins.get(0), 2)
                      })[0]
                  * low
              > 0;
      Quantity p = (Quantity) basins.get(right ? 0 : 1).get("population");
      populations.add(p.value() - population, p.error());
      Quantity g = (Quantity) basins.get(1).get("G");
      minima.add(g.value() - (right ? 1 : -1) * (wells.at(high) - wells.at(low)), g.error());
      double from = right ? low : high;
      Quantity b = (Quantity) list(saddles.get(0), "barriers").get(0).get("G");
      barriers.add(
          b.value() - (wells.at(top) - wells.at(from) + wells.byCells(from, top, w)), b.error());
    }
    assertTrue(told >= 0.9 * SETS, told + " of " + SETS + " told two basins");
    populations.assertHonest("population");
    minima.assertHonest("G of B");
    barriers.assertHonest("barrier");
  }

  @ParameterizedTest
  @CsvSource({"3, 0.25, 1", "3, 0, 2"})
  void aCircleInSpaceHasASaddleOnEitherSide(double h, double skew, long seed) throws Exception {
    int frames = 400_000;
    SplittableRandom random = new SplittableRandom(seed);
    double[][] r = new double[3][frames];
    for (int j = 0; j < frames; j++) {
      double x;
      do {
        x = Math.PI * (2 * random.nextDouble() - 1);
      } while (random.nextDouble()
          > Math.exp(-h * Math.sin(x) * Math.sin(x) * (1 + skew * Math.sin(x))));
      r[0][j] = 0.5 * GaussianSystem.gauss(random);
      r[1][j] = x;
      r[2][j] = 0.3 * Math.cos(x) + 0.5 * GaussianSystem.gauss(random);
    }
    CoordinateInfo line = Runs.coordinate("nm", null);
    StepResult result =
        Runs.run(
            new FreeEnergyStep(),
            List.of(line, Runs.coordinate("rad", Period.TURN), line),
            Runs.defaults("bins", List.of(20L, 36L, 20L)),
            1,
            Set.of(),
            null,
            Runs.SLICE,
            new SampleTable(frames).withValues(0, r[0]).withValues(1, r[1]).withValues(2, r[2]));
    assertEquals(2, list(result.fields(), "basins").size());
    List<Map<String, Object>> saddles = list(result.fields(), "saddles");
    assertEquals(List.of("AB", "AB2"), saddles.stream().map(s -> s.get("name")).toList());
    double w = 2 * Math.PI / 36;
    double low = at(saddles.get(0), 1);
    assertTrue(low * at(saddles.get(1), 1) < 0, "one on either side");
    assertTrue(skew == 0 || low < 0, "the lower one first");
    for (int s = 0; s < 2; s++) {
      double side = Math.signum(at(saddles.get(s), 1));
      assertEquals(side * Math.PI / 2, at(saddles.get(s), 1), 1.5 * w);
      // means over bins flatten 2h and −2h (1 + 3/2 skew) of second derivatives
      double flat = w * w / 24 * 2 * h * (2 + 1.5 * side * skew);
      Object barrier = list(saddles.get(s), "barriers").get(0).get("G");
      within(h * (1 + side * skew) - flat, barrier, 0, "at " + side);
    }
  }

  @Test
  void barriersOnVmAreThoseOfTheMeanForceAndDifferFromThoseOnG() throws Exception {
    int frames = 400_000;
    Wells wells = new Wells(3, 0, LandmarksInSpaceTest.rotation(PLAIN));
    SplittableRandom random = new SplittableRandom(5);
    double[][] c = new double[7][frames];
    double[] one = new double[frames];
    for (int j = 0; j < frames; j++) {
      double[] q = wells.sample(random);
      double x = q[0];
      // ⟨Ẋ²; x⟩ = 1 + 0.4 x, and f = D′ − D V′ goes with it at equilibrium
      c[3][j] = 1 + 0.4 * x;
      c[4][j] = 0.4 - c[3][j] * 12 * x * (x * x - 1);
      c[5][j] = -4 * q[1];
      c[6][j] = -5 * q[2];
      one[j] = 1;
      for (int a = 0; a < 3; a++) {
        c[a][j] = q[a];
      }
    }
    SampleTable samples = new SampleTable(frames);
    for (int a = 0; a < 3; a++) {
      samples.withValues(a, c[a]).withAccelerations(Kinetics.MOMENTUM_AVERAGED, a, c[4 + a]);
      for (int b = a; b < 3; b++) {
        samples.withMetric(a, b, a != b ? new double[frames] : a == 0 ? c[3] : one);
      }
    }
    List<Double> range = List.of(-1.8, 1.8);
    StepResult result =
        run(
            new FlowStep(),
            samples,
            "bins",
            List.of(36L, 14L, 14L),
            "range",
            List.of(range, range, range));
    List<Map<String, Object>> saddles = list(result.fields(), "saddles");
    assertEquals(1, saddles.size());
    for (Map<String, Object> barrier : list(saddles.get(0), "barriers")) {
      String name = (String) barrier.get("from");
      Map<String, Object> basin =
          list(result.fields(), "basins").stream()
              .filter(b -> b.get("name").equals(name))
              .findFirst()
              .orElseThrow();
      // ∫(D V′ − D′)dx from the minimum to 0
      double vm = at(basin, 0) < 0 ? 3 - 0.64 - 0.4 : 3 + 0.64 + 0.4;
      within(3, barrier.get("G"), 0.01, "G");
      within(vm, barrier.get("Vm"), 0.03, "Vm");
      within(vm - 3, barrier.get("difference"), 0.03, "difference");
      assertEquals(
          ((Quantity) barrier.get("Vm")).value() - ((Quantity) barrier.get("G")).value(),
          ((Quantity) barrier.get("difference")).value(),
          1e-9);
    }
    assertEquals("flow-path", result.tables().get(1).suffix());
    List<String> grids =
        result.exhibits().stream()
            .filter(exhibit -> exhibit instanceof Exhibit.Grid)
            .map(exhibit -> ((Exhibit.Grid) exhibit).title())
            .toList();
    assertTrue(
        grids.contains("Saddles of G")
            && grids.contains("Basins of G on the cells sampled well enough, measured from A"),
        grids::toString);
    // the slice across the wells at x of A shows B in brackets, the others show it plainly
    assertEquals(2, labels(result, "A").size() / 3);
    assertTrue(labels(result, "(B)").size() >= 2, "off the slice");
    assertTrue(labels(result, "B").size() >= 4, "on two slices");
  }

  /** The names on maps that are a given one. */
  private static List<String> labels(StepResult result, String wanted) {
    return result.exhibits().stream()
        .filter(exhibit -> exhibit instanceof Exhibit.Field)
        .flatMap(exhibit -> ((Exhibit.Field) exhibit).layers().stream())
        .filter(layer -> layer instanceof MapLayer.Place place && place.label().equals(wanted))
        .map(layer -> wanted)
        .toList();
  }

  @ParameterizedTest
  @ValueSource(ints = {2_000, 30_000, 300_000})
  void noiseIsNoBasinInSpace(int frames) throws Exception {
    for (int seed = 1; seed <= 3; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      double[][] r = new double[3][frames];
      for (int j = 0; j < frames; j++) {
        r[0][j] = random.nextDouble();
        r[1][j] = GaussianSystem.gauss(random);
        r[2][j] = r[1][j] + GaussianSystem.gauss(random);
      }
      StepResult result =
          run(
              new FreeEnergyStep(),
              new SampleTable(frames).withValues(0, r[0]).withValues(1, r[1]).withValues(2, r[2]));
      assertEquals(1, list(result.fields(), "basins").size(), "seed " + seed);
      assertEquals(1, result.tables().size(), "no path");
      assertFalse(result.fields().containsKey("path"));
    }
  }

  @Test
  void aPathLeadsBetweenTheBasinsThatAreChosen() throws Exception {
    Wells wells = new Wells(3, 0.3, LandmarksInSpaceTest.rotation(PLAIN));
    SampleTable samples = wells.table(100_000, 9);
    List<Object> backwards = List.of(List.of(1.0, 0.1, 0.0), List.of(-0.9, 0.0, 0.1));
    StepResult result =
        run(new FreeEnergyStep(), samples, "path", backwards, "bins", List.of(30L, 12L, 12L));
    double[] x = result.tables().get(1).column("a").values();
    assertTrue(x[0] > 0.8 && x[x.length - 1] < -0.8);
    Map<?, ?> path = (Map<?, ?>) result.fields().get("path");
    assertTrue(path.containsKey("c") && path.containsKey("G_err"));
    assertEquals("ds² = da² + db² + dc²", path.get("metric"));
    // the wells differ in the first coordinate alone: on the map of the others they coincide
    assertEquals(2, labels(result, "A").size());
    assertEquals(2, labels(result, "B").size());
    assertEquals(1, labels(result, "A, B").size());
  }
}
