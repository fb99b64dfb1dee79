package org.chikei.landscape.comparison;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import org.chikei.api.analysis.Kinetics;
import org.chikei.api.analysis.SampleTable;
import org.chikei.api.analysis.StepFailure;
import org.chikei.api.coordinate.Period;
import org.chikei.api.parameter.ParameterException;
import org.chikei.api.result.Quantity;
import org.chikei.api.result.StepResult;
import org.chikei.landscape.GaussianSystem;
import org.chikei.landscape.Hits;
import org.chikei.landscape.Runs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** D and mean force of a comparison by local fits, where bins are too wide for means over them. */
class LocalComparisonTest {
  private static final int SEEDS = Integer.getInteger("chikei.coverage", 60);

  /** The free elliptic coordinate of {@link EllipticCoordinateTest}. */
  private static SampleTable elliptic(int frames, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[] mu = new double[frames];
    double[] metric = new double[frames];
    double[] averaged = new double[frames];
    double most = Math.pow(Math.sinh(2), 2) + 1;
    for (int j = 0; j < frames; ) {
      double m = 2 * random.nextDouble();
      double nu = 2 * Math.PI * random.nextDouble();
      double area = Math.pow(Math.sinh(m), 2) + Math.pow(Math.sin(nu), 2);
      if (random.nextDouble() * most < area * Math.exp(-hill(m))) {
        mu[j] = m;
        metric[j] = 1 / area;
        averaged[j] = -slope(m) / area;
        j++;
      }
    }
    return new SampleTable(frames)
        .withValues(0, mu)
        .withMetric(0, 0, metric)
        .withAccelerations(Kinetics.MOMENTUM_AVERAGED, 0, averaged);
  }

  private static double hill(double mu) {
    return 5 * Math.exp(-Math.pow((mu - 1) / 0.25, 2));
  }

  private static double slope(double mu) {
    return -2 * (mu - 1) / 0.0625 * hill(mu);
  }

  private static double d(double mu) {
    return 2 / Math.cosh(2 * mu);
  }

  private static StepResult run(SampleTable samples, Object... settings) throws Exception {
    return Runs.run(
        new ComparisonStep(),
        Runs.coordinate("", null),
        Runs.defaults(settings),
        1,
        Set.of(Kinetics.MOMENTUM_AVERAGED),
        null,
        samples);
  }

  @ParameterizedTest
  @CsvSource({"11, 13, 0", "12, 11, 0", "13, 13, 0.03", "14, 12, 0.02"})
  void wideBinsShiftMeansByManyErrorsAndLocalFitsByNone(long seed, long bins, double bandwidth)
      throws Exception {
    SampleTable samples = elliptic(300_000, seed);
    List<Double> range = List.of(0.0375, 1.9875);
    StepResult wide = run(samples, "bins", bins, "range", range);
    List<Object> settings =
        new ArrayList<>(List.of("bins", bins, "range", range, "estimator", "local-linear"));
    if (bandwidth > 0) {
      settings.addAll(List.of("bandwidth", bandwidth));
    }
    StepResult local = run(samples, settings.toArray());
    double[] r = Runs.column(local, "r");
    int shifted = 0;
    int shiftedD = 0;
    for (int k = 0; k < r.length; k++) {
      double f = -slope(r[k]) * d(r[k]);
      double of = Runs.column(wide, "f")[k] - f;
      shifted += Math.abs(of) > 5 * Runs.column(wide, "f_err")[k] ? 1 : 0;
      double ofD = Runs.column(wide, "D")[k] - d(r[k]);
      shiftedD += Math.abs(ofD) > 5 * Runs.column(wide, "D_err")[k] ? 1 : 0;
      double error = Runs.column(local, "f_err")[k];
      assertTrue(error > 0, "at " + r[k]);
      double slack = shift(local, 1, m -> -slope(m) * d(m), r[k]);
      assertEquals(f, Runs.column(local, "f")[k], 3.5 * error + slack, "f at " + r[k]);
      double slackD = shift(local, 0, LocalComparisonTest::d, r[k]);
      double errorD = Runs.column(local, "D_err")[k];
      assertEquals(d(r[k]), Runs.column(local, "D")[k], 3.5 * errorD + slackD, "D at " + r[k]);
      // kept below errors but for a tenth of the samples where the data choose the bandwidth
      assertTrue(bandwidth > 0 || slack < 2 * error + 0.02, slack + " of f at " + r[k]);
      assertEquals(1 / Runs.column(local, "D")[k], Runs.column(local, "m")[k], 1e-9);
    }
    assertTrue(shifted >= 4, shifted + " means of f shifted");
    assertTrue(shiftedD >= 1, shiftedD + " means of D shifted");
    // what is made of means over bins stays as it is
    for (String column : List.of("G", "Vm_gd", "G_ching", "count")) {
      for (int k = 0; k < r.length; k++) {
        assertEquals(Runs.column(wide, column)[k], Runs.column(local, column)[k], 1e-12);
      }
    }
  }

  /** By how much smoothing shifts a fit: half the squared bandwidth times the curvature. */
  private static double shift(StepResult result, int which, DoubleUnaryOperator of, double r) {
    Map<?, ?> estimator = (Map<?, ?>) ((List<?>) result.fields().get("estimators")).get(which);
    double h = ((Quantity) estimator.get("bandwidth")).value();
    // the second difference over the kernel's own width counts what lies beyond the curvature too
    double bend = of.applyAsDouble(r + h) - 2 * of.applyAsDouble(r) + of.applyAsDouble(r - h);
    return 1.2 * Math.abs(bend) / 2;
  }

  @ParameterizedTest
  @CsvSource({"RADIUS, 2, 20, 50", "SQUARE, 2, 20, 50", "RADIUS, 3, 10, 40"})
  void errorsOfLocalFitsAreHonest(String view, int dimensions, double first, double second)
      throws Exception {
    GaussianSystem system =
        new GaussianSystem(GaussianSystem.View.valueOf(view), dimensions, 1, 1, 1, first, second);
    double mass = 1 / system.squaredVelocity(1);
    Hits squares = new Hits();
    Hits forces = new Hits();
    Hits potentials = new Hits();
    for (int seed = 1; seed <= SEEDS; seed++) {
      StepResult result = run(system, Kinetics.DIRECT, mass, system.sample(20_000, seed));
      double[] r = Runs.column(result, "r");
      double[] vm = Runs.column(result, "Vm");
      double[] count = Runs.column(result, "count");
      double all = Arrays.stream(count).sum();
      double mean = 0;
      for (int k = 0; k < r.length; k++) {
        mean += count[k] / all * (vm[k] - system.potential(r[k], mass));
      }
      for (int k = 2; k < r.length; k += 4) {
        double d = system.squaredVelocity(r[k]);
        double f = system.meanForce(r[k]);
        double v = system.potential(r[k], mass);
        squares.add(Runs.column(result, "D")[k] - d, Runs.column(result, "D_err")[k]);
        forces.add(Runs.column(result, "f")[k] - f, Runs.column(result, "f_err")[k]);
        potentials.add(vm[k] - mean - v, Runs.column(result, "Vm_err")[k]);
      }
    }
    squares.assertHonest(view + " D");
    forces.assertHonest(view + " f");
    potentials.assertHonest(view + " Vm");
  }

  private static StepResult run(
      GaussianSystem system, Kinetics kinetics, Object mass, SampleTable samples) throws Exception {
    boolean square = system.view == GaussianSystem.View.SQUARE;
    List<Double> range = square ? List.of(0.2, 4.2) : List.of(0.5, 2.5);
    return Runs.run(
        new ComparisonStep(),
        Runs.coordinate("nm", null),
        Runs.defaults(
            "bins", 16L, "range", range, "reference-mass", mass, "estimator", "local-linear"),
        1,
        GaussianSystem.kinetics(),
        kinetics,
        samples);
  }

  @Test
  void aStraightMeanForceWithoutScatterIsFoundAsItIs() throws Exception {
    GaussianSystem system = new GaussianSystem(GaussianSystem.View.SQUARE, 2, 1, 1, 1, 5, 10);
    StepResult result = run(system, Kinetics.MOMENTUM_AVERAGED, "mean", system.sample(40_000, 3));
    for (int k = 0; k < 16; k++) {
      double r = Runs.column(result, "r")[k];
      // samples count at the centres of cells of up to half a bandwidth of 1, within which they
      // lean
      // by w²/12 times the slope of ln ρ, −1/2
      assertEquals(4 - 2 * r, Runs.column(result, "f")[k], 0.02, "at " + r);
      assertEquals(4 * r, Runs.column(result, "D")[k], 0.04, "at " + r);
    }
  }

  @ParameterizedTest
  @CsvSource({"0, 1", "0.08, 2"})
  void aCircleAndAnOpenAxisAreFittedAtTheCentresOfTheirBins(double bandwidth, long seed)
      throws Exception {
    int frames = 100_000;
    SplittableRandom random = new SplittableRandom(seed);
    double[] angle = new double[frames];
    double[] metric = new double[frames];
    double[] force = new double[frames];
    for (int j = 0; j < frames; j++) {
      do {
        angle[j] = Math.PI * (2 * random.nextDouble() - 1);
      } while (random.nextDouble() * Math.E > Math.exp(Math.cos(angle[j])));
      // ⟨θ̇²⟩ = 2 + cos θ, f = D′ − D V′ with V = −cos θ
      metric[j] = (2 + Math.cos(angle[j])) * (1 + 0.2 * GaussianSystem.gauss(random));
      force[j] = -Math.sin(angle[j]) * (3 + Math.cos(angle[j])) + GaussianSystem.gauss(random);
    }
    SampleTable samples =
        new SampleTable(frames)
            .withValues(0, angle)
            .withMetric(0, 0, metric)
            .withAccelerations(Kinetics.MOMENTUM_AVERAGED, 0, force);
    for (Period period : new Period[] {Period.TURN, null}) {
      List<Object> settings = new ArrayList<>(List.of("bins", 12L, "estimator", "local-linear"));
      if (bandwidth > 0) {
        settings.addAll(List.of("bandwidth", bandwidth));
      }
      StepResult result =
          Runs.run(
              new ComparisonStep(),
              Runs.coordinate("rad", period),
              Runs.defaults(settings.toArray()),
              1,
              Set.of(Kinetics.MOMENTUM_AVERAGED),
              null,
              samples);
      double[] r = Runs.column(result, "r");
      assertTrue(period == null || r.length == 12);
      int known = 0;
      for (int k = 0; k < r.length; k++) {
        double error = Runs.column(result, "f_err")[k];
        if (error > 0 && Math.abs(r[k]) < Math.PI) {
          known++;
          double f = -Math.sin(r[k]) * (3 + Math.cos(r[k]));
          double slack = Math.abs(Runs.column(result, "f_bias")[k]);
          assertEquals(f, Runs.column(result, "f")[k], 3.5 * error + slack, "f at " + r[k]);
          double ofD = 3.5 * Runs.column(result, "D_err")[k];
          ofD += Math.abs(Runs.column(result, "D_bias")[k]);
          assertEquals(2 + Math.cos(r[k]), Runs.column(result, "D")[k], ofD, "D at " + r[k]);
        }
      }
      assertTrue(known >= 11, known + " bins");
      List<?> estimators = (List<?>) result.fields().get("estimators");
      Map<?, ?> ofF = (Map<?, ?>) estimators.get(1);
      assertEquals("f", ofF.get("name"));
      assertEquals("local-linear", ofF.get("kind"));
      assertEquals(bandwidth > 0 ? "job" : "cross-validation", ofF.get("bandwidth_from"));
      double width = ((Quantity) ofF.get("bandwidth")).value();
      assertTrue(bandwidth > 0 ? width == bandwidth : width > 0 && width < 1, "± " + width);
    }
  }

  @Test
  void aReferenceMassAtTheMinimumHasTheErrorOfTheFitThere() throws Exception {
    GaussianSystem system = new GaussianSystem(GaussianSystem.View.SQUARE, 2, 1, 1, 1, 5, 10);
    StepResult result = run(system, Kinetics.DIRECT, "minimum", system.sample(40_000, 3));
    Quantity mass = (Quantity) result.fields().get("reference_mass");
    double[] d = Runs.column(result, "D");
    double[] count = Runs.column(result, "count");
    int most = 0;
    for (int k = 1; k < count.length; k++) {
      most = count[k] > count[most] ? k : most;
    }
    assertEquals(1 / d[most], mass.value(), 1e-9);
    // m* = kT/D there, whose relative error is D's own
    assertEquals(Runs.column(result, "D_err")[most] / d[most] * mass.value(), mass.error(), 1e-9);
  }

  @Test
  void withoutKineticsThereIsNothingToFit() throws Exception {
    SplittableRandom random = new SplittableRandom(5);
    double[] x = new double[5_000];
    Arrays.setAll(x, j -> GaussianSystem.gauss(random));
    double[] none = new double[x.length];
    Arrays.fill(none, Double.NaN);
    StepResult result =
        Runs.run(
            new ComparisonStep(),
            Runs.coordinate("nm", null),
            Runs.defaults("estimator", "local-linear"),
            1,
            Set.of(),
            null,
            new SampleTable(x.length).withValues(0, x).withMetric(0, 0, none));
    assertEquals(List.of(), result.fields().get("estimators"));
    assertTrue(Double.isNaN(Runs.column(result, "f")[0]));
    assertEquals("undecided", result.fields().get("verdict"));
  }

  @Test
  void aBandwidthThatDoesNotFitIsRefused() throws Exception {
    SampleTable samples = elliptic(2_000, 1);
    ParameterException alone =
        assertThrows(ParameterException.class, () -> run(samples, "bandwidth", 0.1));
    assertTrue(alone.getMessage().contains("bins have no bandwidth"), alone.getMessage());
    StepFailure narrow =
        assertThrows(
            StepFailure.class, () -> run(samples, "estimator", "local-linear", "bandwidth", 1e-6));
    assertTrue(narrow.getMessage().contains("too narrow"), narrow.getMessage());
    assertFalse(run(samples).fields().containsKey("estimators"), "bins are the default");
  }
}
