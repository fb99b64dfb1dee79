package org.chikei.landscape.comparison;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import org.chikei.api.analysis.CoordinateInfo;
import org.chikei.api.analysis.Kinetics;
import org.chikei.api.analysis.SampleTable;
import org.chikei.api.coordinate.Period;
import org.chikei.api.parameter.ParameterException;
import org.chikei.api.result.Quantity;
import org.chikei.api.result.StepResult;
import org.chikei.landscape.GaussianSystem;
import org.chikei.landscape.Runs;
import org.chikei.landscape.SlantedWell;
import org.chikei.landscape.profile.Relabelling;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The same places under another name, against the closed forms along that name. */
class RelabellingTest {

  @ParameterizedTest
  @CsvSource({"2, 1, 1, 1", "3, 2, 1.5, 0.7"})
  void aRadiusAsItsSquareHasTheLandscapesOfTheSquare(
      int dimensions, double stiffness, double mass, double kT) throws Exception {
    GaussianSystem radius =
        new GaussianSystem(GaussianSystem.View.RADIUS, dimensions, stiffness, mass, kT, 2, 3, 5);
    GaussianSystem square =
        new GaussianSystem(GaussianSystem.View.SQUARE, dimensions, stiffness, mass, kT, 1);
    StepResult result = run("nm", null, kT, radius.sample(100_000, 5), "bins", 60L);
    // m* = kT/⟨4 kT R/m⟩, ⟨R⟩ = d kT/k; 1 % for the bins, and 100,000 samples
    double reference = mass * stiffness / (4 * dimensions * kT);
    Map<?, ?> relabelled = (Map<?, ?>) result.fields().get("relabelled");
    assertEquals("square", relabelled.get("by"));
    assertEquals("q²", relabelled.get("formula"));
    Quantity found = (Quantity) relabelled.get("reference_mass");
    assertEquals(reference, found.value(), 0.02 * reference);
    assertEquals("amu/nm^2", found.unit());
    assertEquals("nm^2", relabelled.get("unit"));
    assertFollows(result, "G_relabelled", r -> -kT * Math.log(square.density(r * r)), 0.01 * kT);
    assertFollows(result, "Vm_relabelled", r -> square.potential(r * r, reference), 0.01 * kT);
    double[] u = Runs.column(result, "r_relabelled");
    double[] r = Runs.column(result, "r");
    for (int k = 0; k < r.length; k++) {
      assertEquals(r[k] * r[k], u[k], 1e-12);
    }
  }

  /**
   * Two stiff bonds of length 1 without a potential: ρ ∝ sin θ, so the cosine is as likely
   * everywhere.
   */
  @Test
  void anAngleAsItsCosineIsFlatOnG() throws Exception {
    SplittableRandom random = new SplittableRandom(3);
    int frames = 100_000;
    double[] angle = new double[frames];
    double[] metric = new double[frames];
    double[] averaged = new double[frames];
    for (int j = 0; j < frames; j++) {
      double cos = 1 - 2 * random.nextDouble();
      angle[j] = Math.acos(cos);
      metric[j] = 4 - 2 * cos;
      averaged[j] = (4 - 2 * cos) * cos / Math.sin(angle[j]) + 2 * Math.sin(angle[j]);
    }
    SampleTable samples =
        new SampleTable(frames)
            .withValues(0, angle)
            .withMetric(0, 0, metric)
            .withAccelerations(Kinetics.MOMENTUM_AVERAGED, 0, averaged);
    StepResult result = run("rad", null, 1, samples, "bins", 60L);
    assertEquals("cosine", ((Map<?, ?>) result.fields().get("relabelled")).get("by"));
    assertFollows(result, "G_relabelled", r -> 0, 0.003);
    // D = (1 − c²)(4 − 2c), whose mean is 8/3; G is flat, so Vm = −m* ΔD
    assertFollows(
        result,
        "Vm_relabelled",
        r -> -3.0 / 8 * Math.pow(Math.sin(r), 2) * (4 - 2 * Math.cos(r)),
        0.003);
  }

  @ParameterizedTest
  @ValueSource(strings = {"square", "logarithm", "exponential"})
  void barriersOnGAndVmChangeAndOthersDoNot(String word) throws Exception {
    SlantedWell well = SlantedWell.of(2, 30);
    SampleTable samples = well.walk(SlantedWell.Bias.NONE, 1, 60_000, 4, 8).samples();
    double[] shifted = samples.values(0).clone();
    double shift = 3;
    for (int j = 0; j < shifted.length; j++) {
      shifted[j] += shift;
    }
    samples.withValues(0, shifted);
    StepResult result =
        run("nm", null, 1, samples, "bins", 80L, "range", List.of(1.0, 5.0), "relabel", word);
    Map<?, ?> barrier = (Map<?, ?>) ((List<?>) result.fields().get("barriers")).get(0);
    double from = (Double) barrier.get("from");
    double at = (Double) barrier.get("at");
    double exact = well.free(at - shift) - well.free(from - shift);
    double deviation = ((Quantity) result.fields().get("standard_deviation")).value();
    DoubleUnaryOperator slope =
        switch (word) {
          case "square" -> r -> 2 * r;
          case "logarithm" -> r -> 1 / r;
          default -> r -> Math.exp(r / deviation);
        };
    double stretch = Math.log(slope.applyAsDouble(at) / slope.applyAsDouble(from));
    assertTrue(Math.abs(stretch) > 0.1);
    assertEquals(stretch, (Double) barrier.get("G_relabelled") - (Double) barrier.get("G"), 1e-9);
    assertEquals(exact, (Double) barrier.get("G_iso"), 3.5 * (Double) barrier.get("G_iso_err"));
    assertEquals(exact, (Double) barrier.get("G_geo"), 3.5 * (Double) barrier.get("G_geo_err"));
    // Vm' = m*' [∫ D'/kT dG' − ΔD'] by quadrature, D' = slope²/m
    double reference =
        ((Quantity) ((Map<?, ?>) result.fields().get("relabelled")).get("reference_mass")).value();
    double rise = 0;
    int steps = 2000;
    for (int i = 0; i < steps; i++) {
      double before = from + (at - from) * i / steps;
      double behind = from + (at - from) * (i + 1) / steps;
      double middle = slope.applyAsDouble((before + behind) / 2);
      rise +=
          middle
              * middle
              * (well.free(behind - shift)
                  - well.free(before - shift)
                  + Math.log(slope.applyAsDouble(behind) / slope.applyAsDouble(before)));
    }
    rise -= Math.pow(slope.applyAsDouble(at), 2) - Math.pow(slope.applyAsDouble(from), 2);
    double unit = word.equals("exponential") ? Math.pow(slopeUnit(result, from, deviation), 2) : 1;
    assertEquals(
        rise * reference * unit / SlantedWell.MASS,
        (Double) barrier.get("Vm_relabelled"),
        3.5 * (Double) barrier.get("Vm_relabelled_err") + 0.01);
    assertTrue(result.exhibits().toString().contains("those on G_iso and G_geo do not change"));
  }

  /** The exponential has a zero and a unit of its own: du/dr over e^(r/σ). */
  private static double slopeUnit(StepResult result, double from, double deviation) {
    double[] r = Runs.column(result, "r");
    double[] u = Runs.column(result, "r_relabelled");
    int k = 0;
    while (r[k] < from - 1e-9) {
      k++;
    }
    return u[k] / deviation / Math.exp(r[k] / deviation);
  }

  @Test
  void aCircleStaysWhole() throws Exception {
    SplittableRandom random = new SplittableRandom(9);
    int frames = 40_000;
    double[] phi = new double[frames];
    double[] metric = new double[frames];
    for (int j = 0; j < frames; ) {
      double trial = Math.PI * (2 * random.nextDouble() - 1);
      if (random.nextDouble() < Math.exp(Math.cos(2 * trial) - 1)) {
        phi[j] = trial;
        metric[j++] = 1;
      }
    }
    double[] averaged = new double[frames];
    for (int j = 0; j < frames; j++) {
      averaged[j] = -2 * Math.sin(2 * phi[j]);
    }
    SampleTable samples =
        new SampleTable(frames)
            .withValues(0, phi)
            .withMetric(0, 0, metric)
            .withAccelerations(Kinetics.MOMENTUM_AVERAGED, 0, averaged);
    StepResult result = run("rad", Period.TURN, 1, samples, "bins", 72L);
    assertEquals("q + ½ sin q", ((Map<?, ?>) result.fields().get("relabelled")).get("formula"));
    assertFollows(
        result, "G_relabelled", r -> -Math.cos(2 * r) + Math.log(1 + Math.cos(r) / 2), 0.004);
  }

  @ParameterizedTest
  @ValueSource(strings = {"square", "logarithm", "cosine"})
  void whatDoesNotFitTheValuesIsToldAndLeftOut(String word) throws Exception {
    GaussianSystem system = new GaussianSystem(GaussianSystem.View.LINEAR, 1, 1, 1, 1, 5);
    StepResult result = run("rad", null, 1, system.sample(5000, 1), "relabel", word);
    assertFalse(result.fields().containsKey("relabelled"));
    assertTrue(result.warnings().toString().contains("relabelling by " + word), word);
    StepResult auto = run("rad", null, 1, system.sample(5000, 1), "relabel", "auto");
    assertEquals("exponential", ((Map<?, ?>) auto.fields().get("relabelled")).get("by"));
    assertFalse(auto.warnings().toString().contains("relabelling"));
    StepResult none = run("rad", null, 1, system.sample(5000, 1), "relabel", "none");
    assertFalse(none.fields().containsKey("relabelled"));
    assertFalse(none.warnings().toString().contains("relabelling"));
  }

  @ParameterizedTest
  @CsvSource({"cosine, nm, false", "wave, nm, false", "square, rad, true", "cosine, rad, true"})
  void whatCannotFitTheCoordinateIsRefused(String word, String unit, boolean circle) {
    ParameterException refusal =
        assertThrows(
            ParameterException.class,
            () -> Relabelling.check(word, Runs.coordinate(unit, circle ? Period.TURN : null)));
    assertTrue(refusal.getMessage().contains("'" + word + "'"), refusal.getMessage());
  }

  private static StepResult run(
      String unit, Period period, double kT, SampleTable samples, Object... parameters)
      throws Exception {
    CoordinateInfo coordinate = Runs.coordinate(unit, period);
    return Runs.run(
        new ComparisonStep(),
        coordinate,
        Runs.defaults(parameters),
        kT,
        Set.of(Kinetics.MOMENTUM_AVERAGED),
        null,
        samples);
  }

  /** Each curve, measured from its mean over the samples, is as exact as its error says. */
  private static void assertFollows(
      StepResult result, String name, DoubleUnaryOperator exact, double discretisation) {
    double[] r = Runs.column(result, "r");
    double[] y = Runs.column(result, name);
    double[] error = Runs.column(result, name + "_err");
    double[] rho = Runs.column(result, "rho");
    double mean = 0;
    double total = 0;
    for (int k = 0; k < r.length; k++) {
      if (error[k] > 0) {
        mean += rho[k] * (y[k] - exact.applyAsDouble(r[k]));
        total += rho[k];
      }
    }
    int compared = 0;
    for (int k = 0; k < r.length; k++) {
      if (error[k] > 0) {
        double off = y[k] - exact.applyAsDouble(r[k]) - mean / total;
        assertEquals(0, off, 3.7 * error[k] + discretisation, name + " at " + r[k]);
        compared++;
      }
    }
    assertTrue(compared > 20);
  }
}
