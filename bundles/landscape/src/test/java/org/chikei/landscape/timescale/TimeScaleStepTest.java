package org.chikei.landscape.timescale;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.chikei.api.analysis.Kinetics;
import org.chikei.api.analysis.SampleTable;
import org.chikei.api.analysis.StepFailure;
import org.chikei.api.coordinate.Period;
import org.chikei.api.parameter.ParameterException;
import org.chikei.api.result.Quantity;
import org.chikei.api.result.StepResult;
import org.chikei.api.result.Table;
import org.chikei.api.text.Words;
import org.chikei.landscape.GaussianSystem;
import org.chikei.landscape.Runs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The time between frames is 1 throughout. */
class TimeScaleStepTest {
  private static final Set<Kinetics> KINETICS = Set.of(Kinetics.DIRECT, Kinetics.SERIES);

  /**
   * Segments of one mode of frequency w, as kT and mass have it. Energies are those of the
   * canonical density at equal steps of probability, so that the ensemble has hardly any error of
   * its own.
   */
  private static SampleTable[] mode(int segments, int frames, double w, double kT, double mass) {
    SplittableRandom random = new SplittableRandom(4);
    SampleTable[] tables = new SampleTable[segments];
    int[] order = new int[segments];
    for (int s = 0; s < segments; s++) {
      int other = random.nextInt(s + 1);
      order[s] = order[other];
      order[other] = s;
    }
    for (int s = 0; s < segments; s++) {
      double share = (order[s] + 0.5) / segments;
      double amplitude = Math.sqrt(-2 * kT / mass * Math.log(share)) / w;
      double phase = 2 * Math.PI * random.nextDouble();
      double[] r = new double[frames];
      double[] v = new double[frames];
      double[] a = new double[frames];
      for (int k = 0; k < frames; k++) {
        r[k] = amplitude * Math.cos(w * k + phase);
        v[k] = -w * amplitude * Math.sin(w * k + phase);
        a[k] = -w * w * r[k];
      }
      tables[s] =
          new SampleTable(frames)
              .withValues(0, r)
              .withVelocities(Kinetics.DIRECT, 0, v)
              .withAccelerations(Kinetics.DIRECT, 0, a)
              .withVelocities(Kinetics.SERIES, 0, v)
              .withAccelerations(Kinetics.SERIES, 0, a);
    }
    return tables;
  }

  private static StepResult run(
      List<Double> taus, double kT, SampleTable[] segments, Object... settings) throws Exception {
    Map<String, Object> values = Runs.defaults(settings);
    values.put("taus", taus);
    return Runs.run(
        new TimeScaleStep(), Runs.coordinate("nm", null), values, kT, KINETICS, null, segments);
  }

  /** The constant k of k r²/2 that fits a landscape best where it is sampled, by counts. */
  private static double curvature(Table table, String column, double tau) {
    double[] taus = table.column("tau").values();
    double[] r = table.column("r").values();
    double[] y = table.column(column).values();
    double[] w = table.column("count").values();
    double s0 = 0;
    double s1 = 0;
    double s2 = 0;
    double t0 = 0;
    double t1 = 0;
    for (int k = 0; k < r.length; k++) {
      if (Math.abs(taus[k] - tau) < 1e-9 && Double.isFinite(y[k])) {
        double x = r[k] * r[k] / 2;
        s0 += w[k];
        s1 += w[k] * x;
        s2 += w[k] * x * x;
        t0 += w[k] * y[k];
        t1 += w[k] * y[k] * x;
      }
    }
    return (s0 * t1 - s1 * t0) / (s0 * s2 - s1 * s1);
  }

  @ParameterizedTest
  @CsvSource({"1, 1, 0.05", "2.5, 12, 0.0625"})
  void theRunningMeanOfAModeKeepsItsVmAndNarrowsItsG(double kT, double mass, double w)
      throws Exception {
    double unit = 1 / w;
    List<Double> taus = List.of(0.5 * unit, unit, 2 * unit, 3 * unit);
    StepResult result = run(taus, kT, mode(4000, 160, w, kT, mass), "bins", 40L);
    Table table = result.tables().get(0);
    assertEquals("time-scale", table.suffix());
    double plain = mass * w * w;
    assertEquals(plain, curvature(table, "G", 0), 0.01 * plain);
    // 1/sinc²(ωτ/2)
    double[] expected = {1.0211, 1.0877, 1.4123, 2.2613};
    for (int k = 0; k < 4; k++) {
      double tau = 2 * Math.rint(taus.get(k) / 2);
      double exact = Math.pow(w * tau / 2 / Math.sin(w * tau / 2), 2);
      assertEquals(expected[k], exact, 1e-4);
      assertEquals(exact * plain, curvature(table, "G", tau), 0.01 * exact * plain);
      assertEquals(plain, curvature(table, "Vm", tau), 0.01 * plain);
    }
  }

  @Test
  void everyTauHasTheVelocitiesOfItsDifferences() throws Exception {
    double w = 0.05;
    StepResult result = run(List.of(10.0, 30.0), 1, mode(4000, 120, w, 1, 1), "bins", 40L);
    Table table = result.tables().get(1);
    assertEquals("time-scale-every", table.suffix());
    double c0 = 1 / (w * w);
    for (double tau : new double[] {10, 30}) {
      // G stays; f = −2 (C(0) − C(τ)) r/(C(0) τ²)
      assertEquals(w * w, curvature(table, "G", tau), 0.01 * w * w);
      double force = 2 * (1 - Math.cos(w * tau)) / (tau * tau);
      assertEquals(force, curvature(table, "Vm", tau), 0.01 * force);
      // ⟨Ṙ²⟩ = (C(0) − C(2τ))/2τ²
      double square = c0 * (1 - Math.cos(2 * w * tau)) / (2 * tau * tau);
      double ratio = squareRatio(result, "every", tau);
      assertEquals(square, ratio, 0.01 * square);
    }
  }

  private static double squareRatio(StepResult result, String kind, double tau) {
    for (Object entry : (List<?>) ((Map<?, ?>) result.fields().get(kind)).get("scales")) {
      Map<?, ?> fields = (Map<?, ?>) entry;
      if (Math.abs(((Quantity) fields.get("tau")).value() - tau) < 1e-9) {
        return (Double) fields.get("square_velocity_ratio");
      }
    }
    throw new AssertionError("no tau " + tau);
  }

  /** A Langevin oscillator, integrated exactly from frame to frame by its Gaussian propagator. */
  private static SampleTable[] langevin(int segments, int frames, double w, double gamma) {
    SplittableRandom random = new SplittableRandom(9);
    int fine = 64;
    double h = 1.0 / fine;
    double kept = Math.exp(-gamma * h);
    double noise = Math.sqrt(1 - kept * kept);
    SampleTable[] tables = new SampleTable[segments];
    for (int s = 0; s < segments; s++) {
      double x = GaussianSystem.gauss(random) / w;
      double u = GaussianSystem.gauss(random);
      double[] r = new double[frames];
      double[] v = new double[frames];
      double[] a = new double[frames];
      for (int k = 0; k < frames; k++) {
        r[k] = x;
        v[k] = u;
        a[k] = -w * w * x;
        for (int n = 0; n < fine; n++) {
          u -= h / 2 * w * w * x;
          x += h / 2 * u;
          u = kept * u + noise * GaussianSystem.gauss(random);
          x += h / 2 * u;
          u -= h / 2 * w * w * x;
        }
      }
      tables[s] =
          new SampleTable(frames)
              .withValues(0, r)
              .withVelocities(Kinetics.DIRECT, 0, v)
              .withAccelerations(Kinetics.DIRECT, 0, a)
              .withVelocities(Kinetics.SERIES, 0, v)
              .withAccelerations(Kinetics.SERIES, 0, a);
    }
    return tables;
  }

  @Test
  void aLangevinOscillatorFollowsItsCorrelation() throws Exception {
    double w = 0.3;
    double gamma = 0.2;
    int tau = 8;
    StepResult result = run(List.of(8.0), 1, langevin(600, 200, w, gamma), "bins", 30L);
    double c0 = 1 / (w * w);
    double b = Math.sqrt(w * w - gamma * gamma / 4);
    java.util.function.DoubleUnaryOperator c =
        t -> c0 * Math.exp(-gamma * t / 2) * (Math.cos(b * t) + gamma / (2 * b) * Math.sin(b * t));
    // the variance of the mean by the trapezoidal rule over the frames
    double variance = 0;
    for (int i = 0; i <= tau; i++) {
      for (int k = 0; k <= tau; k++) {
        double weight = (i == 0 || i == tau ? 0.5 : 1) * (k == 0 || k == tau ? 0.5 : 1);
        variance += weight * c.applyAsDouble(Math.abs(i - k)) / (tau * tau);
      }
    }
    Table table = result.tables().get(0);
    // 600 segments of a few correlation times each leave a variance uncertain to some 2 %
    assertEquals(1 / variance, curvature(table, "G", tau), 0.08 / variance);
    double square = 2 * (c0 - c.applyAsDouble(tau)) / (tau * tau);
    assertEquals(square, squareRatio(result, "running_mean", tau), 0.05 * square);
    // Vm/G = ⟨(dR̄/dt)²⟩/⟨Ṙ²⟩
    assertEquals(square / variance, curvature(table, "Vm", tau), 0.08 * square / variance);
  }

  @Test
  void thePartingIsFoundAndSaid() throws Exception {
    double w = 0.05;
    StepResult result =
        run(List.of(4.0, 20.0, 40.0, 60.0), 1, mode(2000, 160, w, 1, 1), "bins", 40L);
    Map<?, ?> means = (Map<?, ?>) result.fields().get("running_mean");
    double parts = ((Quantity) means.get("parts_from")).value();
    assertTrue(parts >= 20 && parts <= 60, "parts from " + parts);
    assertTrue(
        result.headline().contains("G and Vm part from tau = " + Words.number(parts, 4)),
        result.headline());
    assertEquals(5, ((List<?>) means.get("scales")).size());
  }

  @Test
  void aTurnIsFollowedTheShortWayRound() throws Exception {
    // a rotor that goes round at a constant rate: its running mean does the same half a τ later
    int frames = 500;
    double[] r = new double[frames];
    double[] v = new double[frames];
    for (int k = 0; k < frames; k++) {
      r[k] = Period.TURN.wrap(0.7 * k);
      v[k] = 0.7;
    }
    SampleTable table =
        new SampleTable(frames)
            .withValues(0, r)
            .withVelocities(Kinetics.SERIES, 0, v)
            .withAccelerations(Kinetics.SERIES, 0, new double[frames]);
    Map<String, Object> values = Runs.defaults("bins", 12L);
    values.put("taus", List.of(10.0));
    StepResult result =
        Runs.run(
            new TimeScaleStep(),
            Runs.coordinate("rad", Period.TURN),
            values,
            1,
            Set.of(Kinetics.SERIES),
            null,
            table);
    Table means = result.tables().get(0);
    double[] tau = means.column("tau").values();
    double[] d = means.column("D").values();
    double[] count = means.column("count").values();
    double seen = 0;
    for (int k = 0; k < tau.length; k++) {
      if (tau[k] == 10 && count[k] > 0) {
        assertEquals(0.49, d[k], 1e-9);
        seen += count[k];
      }
    }
    assertEquals(490, seen);
  }

  @Test
  void whatCannotBeSeenIsRefused() throws Exception {
    ParameterException twice =
        assertThrows(
            ParameterException.class, () -> run(List.of(4.0, 4.0), 1, mode(2, 100, 0.1, 1, 1)));
    assertEquals("taus", twice.parameter());
    Map<String, Object> values = Runs.defaults();
    values.put("taus", List.of(10.0));
    StepFailure unresolved =
        assertThrows(
            StepFailure.class,
            () ->
                Runs.run(
                    new TimeScaleStep(),
                    Runs.coordinate("nm", null),
                    values,
                    1,
                    Set.of(Kinetics.DIRECT),
                    null,
                    mode(2, 100, 0.1, 1, 1)));
    assertTrue(unresolved.getMessage().contains("save frames more often"));
  }

  @Test
  void aResolutionThatNoSegmentHoldsIsLeftOutWithAWarning() throws Exception {
    StepResult result = run(List.of(4.0, 4.5, 90.0), 1, mode(200, 100, 0.1, 1, 1), "bins", 20L);
    assertTrue(
        result.warnings().stream()
            .anyMatch(w -> w.contains("too short for the running mean over tau = 90")),
        result.warnings()::toString);
    assertTrue(
        result.warnings().stream().anyMatch(w -> w.contains("the same whole number of frames")),
        result.warnings()::toString);
    Map<?, ?> means = (Map<?, ?>) result.fields().get("running_mean");
    assertEquals(2, ((List<?>) means.get("scales")).size());
  }
}
