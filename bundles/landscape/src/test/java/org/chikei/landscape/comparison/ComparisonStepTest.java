package org.chikei.landscape.comparison;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import org.chikei.api.analysis.Accumulator;
import org.chikei.api.analysis.Collector;
import org.chikei.api.analysis.CoordinateInfo;
import org.chikei.api.analysis.DataOverview;
import org.chikei.api.analysis.FinishContext;
import org.chikei.api.analysis.Kinetics;
import org.chikei.api.analysis.NoSampleFailure;
import org.chikei.api.analysis.SampleTable;
import org.chikei.api.analysis.StepRequest;
import org.chikei.api.coordinate.Period;
import org.chikei.api.parameter.ParameterException;
import org.chikei.api.parameter.Parameters;
import org.chikei.api.result.Quantity;
import org.chikei.api.result.StepResult;
import org.chikei.landscape.GaussianSystem;
import org.chikei.landscape.Runs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ComparisonStepTest {
  private static final Set<Kinetics> BOTH = GaussianSystem.kinetics();

  private static StepResult run(GaussianSystem system, SampleTable samples, Object... settings)
      throws Exception {
    return Runs.run(
        new ComparisonStep(),
        Runs.coordinate("nm", null),
        Runs.defaults(settings),
        system.kT,
        BOTH,
        null,
        samples);
  }

  @Test
  void callsALinearCoordinateEqual() throws Exception {
    GaussianSystem system = new GaussianSystem(GaussianSystem.View.LINEAR, 1, 40, 12, 2.5, 5);
    StepResult result = run(system, system.sample(20_000, 3), "bins", 40L);
    assertEquals("equal", result.fields().get("verdict"));
    assertEquals(12, ((Quantity) result.fields().get("reference_mass")).value(), 1e-9);
  }

  @ParameterizedTest
  @CsvSource({"2, 1, 1, 1", "3, 50, 6, 2.5"})
  void callsASquaredRadiusDifferent(int dimensions, double stiffness, double mass, double kT)
      throws Exception {
    GaussianSystem system =
        new GaussianSystem(GaussianSystem.View.SQUARE, dimensions, stiffness, mass, kT, 10);
    StepResult result = run(system, system.sample(20_000, 3), "bins", 50L);
    assertEquals("differ", result.fields().get("verdict"));
    assertTrue(result.headline().contains("G and Vm differ"), result.headline());
    assertTrue(result.headline().contains("The effective mass changes"), result.headline());
    double[] r = Runs.column(result, "r");
    double[] d = Runs.column(result, "D");
    double[] f = Runs.column(result, "f");
    double[] piece = Runs.column(result, "piece");
    for (int k = 0; k < r.length; k++) {
      if (!Double.isNaN(piece[k])) {
        // D and R̈ are functions of R here: what is left is where the few samples of a bin happen
        // to lie
        double scale = 2 * dimensions * system.kT / system.mass;
        assertEquals(system.squaredVelocity(r[k]), d[k], 4e-3 * (r[k] * scale + d[k]));
        assertEquals(system.meanForce(r[k]), f[k], 4e-3 * scale);
      }
    }
  }

  @Test
  void closesAFreeAngleBetweenStiffBonds() throws Exception {
    double m = 3;
    double b = 0.5;
    double kT = 2;
    int frames = 200_000;
    SplittableRandom random = new SplittableRandom(5);
    double[] angle = new double[frames];
    double[] metric = new double[frames];
    double[] averaged = new double[frames];
    for (int j = 0; j < frames; j++) {
      double theta = Math.acos(1 - 2 * random.nextDouble());
      double cos = Math.cos(theta);
      double sin = Math.sin(theta);
      angle[j] = theta;
      metric[j] = (4 - 2 * cos) / (m * b * b);
      averaged[j] = kT * ((4 - 2 * cos) * cos / sin + 2 * sin) / (m * b * b);
    }
    SampleTable samples =
        new SampleTable(frames)
            .withValues(0, angle)
            .withMetric(0, 0, metric)
            .withAccelerations(Kinetics.MOMENTUM_AVERAGED, 0, averaged);
    StepResult result =
        Runs.run(
            new ComparisonStep(),
            Runs.coordinate("rad", null),
            Runs.defaults("bins", 60L, "range", List.of(0.3, 2.8)),
            kT,
            Set.of(Kinetics.MOMENTUM_AVERAGED),
            null,
            samples);
    double[] r = Runs.column(result, "r");
    double[] ching = Runs.column(result, "G_ching");
    double[] g = Runs.column(result, "G");
    double[] gError = Runs.column(result, "G_err");
    int middle = 30;
    int beyond = 0;
    for (int k = 0; k < r.length; k++) {
      double exact = -kT * Math.log(Math.sin(r[k]) / Math.sin(r[middle]));
      // f is a function of θ: what is left is the mean over a bin of ln sin, h²/24 sin⁻² kT, 2e-3
      // kT at 0.3
      assertEquals(exact, ching[k] - ching[middle], 4e-3 * kT);
      beyond +=
          Math.abs(g[k] - g[middle] - exact) > 3 * Math.hypot(gError[k], gError[middle]) ? 1 : 0;
    }
    assertTrue(beyond <= 1, beyond + " of 60 bins are off by more than three errors");
    // trigonometry: Vm by quadrature of the exact mean force, m* = kT/<D>
    double mass = ((Quantity) result.fields().get("reference_mass")).value();
    double[] vm = Runs.column(result, "Vm");
    double exact = 0;
    int steps = 20_000;
    double h = (r[50] - r[10]) / steps;
    for (int i = 0; i < steps; i++) {
      double theta = r[10] + (i + 0.5) * h;
      double cos = Math.cos(theta);
      double sin = Math.sin(theta);
      exact -= mass * h * kT * ((4 - 2 * cos) * cos / sin + 2 * sin) / (m * b * b);
    }
    assertEquals(exact, vm[50] - vm[10], 2e-3 * kT);
  }

  @Test
  void givesTheSameNumbersInWhateverOrderSlicesAreFilled() throws Exception {
    GaussianSystem system = new GaussianSystem(GaussianSystem.View.SQUARE, 2, 1, 1, 1, 10);
    SampleTable samples = system.sample(9_000, 3);
    StepResult whole = run(system, samples, "bins", 30L);
    Collector collector =
        new ComparisonStep()
            .prepare(
                new StepRequest(
                    "q",
                    List.of(Runs.coordinate("nm", null)),
                    new Parameters(Runs.defaults("bins", 30L))))
            .collect(new DataOverview(1, false, BOTH, null, 9_000, 1, 0, samples));
    List<Accumulator> parts = new ArrayList<>();
    for (int from = 0; from < 9_000; from += Runs.SLICE) {
      parts.add(collector.accumulator());
    }
    for (int slice = parts.size() - 1; slice >= 0; slice--) {
      int from = slice * Runs.SLICE;
      parts.get(slice).add(samples.own(from, Math.min(9_000, from + Runs.SLICE), 0, from));
    }
    Accumulator all = collector.accumulator();
    parts.forEach(all::merge);
    StepResult again = collector.finish(all, new FinishContext(9_000, 1, 1, false, Map.of()));
    for (String column : List.of("G", "Vm", "G_ching_err", "Vm_gd")) {
      assertArrayEquals(Runs.column(whole, column), Runs.column(again, column));
    }
  }

  @Test
  void goesOnFromASavedAccumulator() throws Exception {
    GaussianSystem system = new GaussianSystem(GaussianSystem.View.RADIUS, 2, 1, 1, 1, 10);
    SampleTable samples = system.sample(5_000, 9);
    StepRequest request =
        new StepRequest(
            "q", List.of(Runs.coordinate("nm", null)), new Parameters(Runs.defaults("bins", 30L)));
    Collector collector =
        new ComparisonStep()
            .prepare(request)
            .collect(new DataOverview(1, false, BOTH, null, 5_000, 1, 0, samples));
    Accumulator straight = collector.accumulator();
    Accumulator saved = collector.accumulator();
    for (int from = 0; from < 5_000; from += 1000) {
      for (int which = 0; which < 2; which++) {
        Accumulator part = collector.accumulator();
        part.add(samples.own(from, from + 1000, 0, from));
        (which == 0 ? straight : saved).merge(part);
      }
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      saved.write(new DataOutputStream(bytes));
      saved = collector.accumulator();
      saved.read(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));
    }
    FinishContext context = new FinishContext(5_000, 1, 1, false, Map.of());
    StepResult expected = collector.finish(straight, context);
    StepResult actual = collector.finish(saved, context);
    for (String column : List.of("count", "G", "Vm", "G_err", "Vm_gd_err")) {
      assertArrayEquals(Runs.column(expected, column), Runs.column(actual, column));
    }
    assertEquals(expected.fields(), actual.fields());
  }

  @Test
  void statesMeanAndDeviationOfAllSamples() throws Exception {
    GaussianSystem system = new GaussianSystem(GaussianSystem.View.RADIUS, 3, 50, 6, 2.5, 3);
    SampleTable samples = system.sample(30_000, 5);
    StepResult result = run(system, samples, "bins", 10L, "range", List.of(0.2, 0.3));
    double sum = 0;
    for (double value : samples.values(0)) {
      sum += value / 30_000;
    }
    double squares = 0;
    for (double value : samples.values(0)) {
      squares += (value - sum) * (value - sum) / 30_000;
    }
    Quantity mean = (Quantity) result.fields().get("mean");
    assertEquals(sum, mean.value(), 1e-12);
    assertEquals(
        Math.sqrt(squares), ((Quantity) result.fields().get("standard_deviation")).value(), 1e-12);
    // Maxwell's distribution: mean 2 σ √(2/π)
    double exact = 2 * Math.sqrt(2.5 / 50) * Math.sqrt(2 / Math.PI);
    assertEquals(exact, mean.value(), 4 * mean.error());
  }

  @Test
  void takesABiasOutByItsWeights() throws Exception {
    // sampled in a stiffer well, weighed back to the softer one
    GaussianSystem stiff = new GaussianSystem(GaussianSystem.View.LINEAR, 1, 2, 1, 1, 3);
    GaussianSystem soft = new GaussianSystem(GaussianSystem.View.LINEAR, 1, 1, 1, 1, 3);
    SampleTable samples = stiff.sample(40_000, 12);
    double[] weights = new double[40_000];
    for (int j = 0; j < weights.length; j++) {
      double x = samples.values(0)[j];
      weights[j] = Math.exp(0.5 * x * x);
    }
    StepResult result =
        run(soft, samples.withWeights(weights), "bins", 20L, "range", List.of(-2.0, 2.0));
    double[] r = Runs.column(result, "r");
    double[] g = Runs.column(result, "G");
    double[] error = Runs.column(result, "G_err");
    for (int k = 2; k < 18; k++) {
      double width = r[1] - r[0];
      double exact = 0.5 * r[k] * r[k] - width * width / 24 * (r[k] * r[k] - 1);
      double middle = 0.5 * r[9] * r[9] - width * width / 24 * (r[9] * r[9] - 1);
      assertEquals(exact - middle, g[k] - g[9], 4 * Math.hypot(error[k], error[9]), "at " + r[k]);
    }
  }

  @Test
  void keepsATorsionsRangeAcrossTheCut() throws Exception {
    int frames = 20_000;
    SplittableRandom random = new SplittableRandom(2);
    double[] values = new double[frames];
    double[] ones = new double[frames];
    for (int j = 0; j < frames; j++) {
      values[j] = Period.TURN.wrap(Math.PI + 0.5 * GaussianSystem.gauss(random));
      ones[j] = 1;
    }
    SampleTable samples =
        new SampleTable(frames)
            .withValues(0, values)
            .withMetric(0, 0, ones)
            .withAccelerations(Kinetics.MOMENTUM_AVERAGED, 0, new double[frames]);
    StepResult result =
        Runs.run(
            new ComparisonStep(),
            Runs.coordinate("rad", Period.TURN),
            Runs.defaults("bins", 20L, "range", List.of(2.1, 4.1)),
            1,
            Set.of(Kinetics.MOMENTUM_AVERAGED),
            null,
            samples);
    double[] r = Runs.column(result, "r");
    double[] mean = Runs.column(result, "r_mean");
    assertEquals(2.15, r[0], 1e-12);
    assertEquals(4.05, r[19], 1e-12);
    for (int k = 0; k < 20; k++) {
      assertEquals(r[k], mean[k], 0.05);
    }
    double[] g = Runs.column(result, "G");
    // Gaussian of width 0.5 around π
    double expected = (Math.pow(r[0] - Math.PI, 2) - Math.pow(r[10] - Math.PI, 2)) / 0.5;
    assertEquals(expected, g[0] - g[10], 0.2);
  }

  @Test
  void warnsWhereVelocitiesBelongToAnotherTime() throws Exception {
    GaussianSystem system = new GaussianSystem(GaussianSystem.View.LINEAR, 1, 40, 12, 2.5, 5);
    SampleTable samples = system.sample(20_000, 3);
    double[] velocity = samples.velocities(Kinetics.DIRECT, 0);
    double[] x = samples.values(0);
    double omega = Math.sqrt(40 / 12.0);
    for (int j = 0; j < velocity.length; j++) {
      velocity[j] = Math.cos(0.15) * velocity[j] + Math.sin(0.15) * omega * x[j];
    }
    StepResult result = run(system, samples, "bins", 40L);
    assertTrue(
        result.warnings().stream().anyMatch(w -> w.contains("half steps")),
        () -> result.warnings().toString());
    StepResult clean = run(system, system.sample(20_000, 3), "bins", 40L);
    assertTrue(clean.warnings().isEmpty(), () -> clean.warnings().toString());
  }

  @Test
  void choosesDirectKineticsWhereConstraintsHoldAtoms() throws Exception {
    GaussianSystem system = new GaussianSystem(GaussianSystem.View.RADIUS, 3, 40, 12, 2.5, 5);
    SampleTable samples = system.sample(20_000, 3);
    double[] velocity = samples.velocities(Kinetics.DIRECT, 0);
    for (int j = 0; j < velocity.length; j++) {
      velocity[j] *= Math.sqrt(0.7);
    }
    StepResult result = run(system, samples, "bins", 40L);
    assertEquals("direct", ((Map<?, ?>) result.fields().get("kinetics")).get("used"));
    assertTrue(
        result.warnings().stream().anyMatch(w -> w.contains("constraints")),
        () -> result.warnings().toString());
  }

  @Test
  void seesNoLandscapeAlongAConstraint() throws Exception {
    GaussianSystem system = new GaussianSystem(GaussianSystem.View.RADIUS, 3, 40, 12, 2.5, 5);
    SampleTable samples = system.sample(5_000, 3);
    double[] velocity = samples.velocities(Kinetics.DIRECT, 0);
    for (int j = 0; j < velocity.length; j++) {
      velocity[j] *= 1e-6;
    }
    StepResult result = run(system, samples, "bins", 40L);
    assertEquals("undecided", result.fields().get("verdict"));
    assertTrue(result.headline().contains("constraints hold"), result.headline());
    assertEquals(1, result.warnings().size(), () -> result.warnings().toString());
  }

  @ParameterizedTest
  @CsvSource({
    "1, save velocities and forces",
    ", write frames closer together",
    ", average its drift by conditional-average"
  })
  void saysWhatItCanWithoutKinetics(String point, String remedy) throws Exception {
    GaussianSystem system = new GaussianSystem(GaussianSystem.View.SQUARE, 2, 1, 1, 1, 10);
    List<String> points = point == null ? List.of() : List.of(point);
    StepResult result =
        Runs.run(
            new ComparisonStep(),
            new CoordinateInfo("q", "distance", "nm", Optional.empty(), List.of(), points),
            Runs.defaults("bins", 30L),
            1,
            Set.of(),
            null,
            system.sample(10_000, 4));
    assertEquals("undecided", result.fields().get("verdict"));
    assertTrue(
        ((String) result.fields().get("why")).contains(remedy),
        () -> result.fields().get("why").toString());
    assertTrue(Double.isNaN(Runs.column(result, "D")[3]));
    assertTrue(Double.isNaN(Runs.column(result, "Vm")[3]));
    assertTrue(Double.isFinite(Runs.column(result, "G")[3]));
    assertTrue(Double.isFinite(Runs.column(result, "Vm_gd")[3]));
  }

  @Test
  void refusesARangeWithoutASample() {
    GaussianSystem system = new GaussianSystem(GaussianSystem.View.LINEAR, 1, 1, 1, 1, 3);
    NoSampleFailure failure =
        assertThrows(
            NoSampleFailure.class,
            () -> run(system, system.sample(100, 1), "range", List.of(50.0, 60.0)));
    assertTrue(failure.getMessage().contains("from 50"), failure.getMessage());
  }

  @Test
  void refusesSettingsThatDoNotGoTogether() {
    assertMessage("the lower end comes first", "range", List.of(2.0, 1.0));
    assertMessage("2 numbers for one coordinate", "bins", List.of(5L, 6L));
    CoordinateInfo torsion = Runs.coordinate("rad", Period.TURN);
    ParameterException failure =
        assertThrows(
            ParameterException.class,
            () ->
                new ComparisonStep()
                    .prepare(
                        new StepRequest(
                            "q",
                            List.of(torsion),
                            new Parameters(Runs.defaults("range", List.of(-4.0, 4.0))))));
    assertTrue(failure.getMessage().contains("longer than the period"), failure.getMessage());
  }

  private static void assertMessage(String expected, String key, Object value) {
    ParameterException failure =
        assertThrows(
            ParameterException.class,
            () ->
                new ComparisonStep()
                    .prepare(
                        new StepRequest(
                            "q",
                            List.of(Runs.coordinate("nm", null)),
                            new Parameters(Runs.defaults(key, value)))));
    assertTrue(failure.getMessage().contains(expected), failure.getMessage());
    assertEquals(key, failure.parameter());
  }
}
