package org.chikei.landscape;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.chikei.api.analysis.Kinetics;
import org.chikei.api.result.StepResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConditionTestTest {
  private static final int SEEDS = Integer.getInteger("chikei.coverage", 200);

  @ParameterizedTest
  @CsvSource({"1, 10000, LINEAR, 1", "50, 10000, LINEAR, 1", "20, 20000, RADIUS, 3"})
  void raisesOneFalseAlarmInTwenty(double tau, int frames, GaussianSystem.View view, int dimensions)
      throws Exception {
    GaussianSystem system = new GaussianSystem(view, dimensions, 50, 6, 2.5, tau);
    int alarms = 0;
    for (int seed = 1; seed <= SEEDS; seed++) {
      alarms += pValue(system, frames, 1000 + seed, Kinetics.DIRECT) < 0.05 ? 1 : 0;
    }
    double rate = alarms / (double) SEEDS;
    System.out.println(view + " tau " + tau + ": false alarms " + rate);
    // binomial, four standard deviations
    assertEquals(0.05, rate, 0.01 + 4 * Math.sqrt(0.05 * 0.95 / SEEDS));
  }

  @Test
  void seesASquaredVelocityThatGrowsAlongTheCoordinate() throws Exception {
    GaussianSystem system = new GaussianSystem(GaussianSystem.View.SQUARE, 2, 50, 6, 2.5, 20);
    for (int seed = 1; seed <= 20; seed++) {
      assertTrue(pValue(system, 10_000, seed, Kinetics.DIRECT) < 1e-6);
    }
  }

  @Test
  void callsAConstantMetricExact() throws Exception {
    GaussianSystem system = new GaussianSystem(GaussianSystem.View.RADIUS, 3, 50, 6, 2.5, 20);
    assertEquals(1, pValue(system, 10_000, 1, Kinetics.MOMENTUM_AVERAGED));
  }

  @ParameterizedTest
  @CsvSource({"3.7, 2, 30", "1, 4, 10", "0.2, 3, 100", "2.5, 1, 8"})
  void theTailOfFMatchesItsClosedForms(double f, int upper, int lower) {
    double expected;
    if (upper == 2) {
      expected = Math.pow(1 + upper * f / lower, -lower / 2.0);
    } else {
      // Simpson's rule on the density of F in the variable x = lower / (lower + upper f)
      expected = quadrature(lower / (lower + upper * f), lower / 2.0, upper / 2.0);
    }
    assertEquals(expected, ContrastTest.tail(f, upper, lower), 1e-6);
  }

  private static double quadrature(double x, double a, double b) {
    return incomplete(x, a, b) / incomplete(1, a, b);
  }

  private static double incomplete(double x, double a, double b) {
    // substitution t = 1 − u² takes the singularity of b = 1/2 away
    int steps = 200_000;
    double low = Math.sqrt(1 - x);
    double sum = 0;
    for (int i = 0; i < steps; i++) {
      double u = low + (i + 0.5) * (1 - low) / steps;
      sum += Math.pow(1 - u * u, a - 1) * Math.pow(u * u, b - 1) * 2 * u;
    }
    return sum * (1 - low) / steps;
  }

  @SuppressWarnings("unchecked")
  private static double pValue(GaussianSystem system, int frames, long seed, Kinetics kinetics)
      throws Exception {
    StepResult result =
        Runs.run(
            new ComparisonStep(),
            Runs.coordinate("nm", null),
            Runs.defaults("bins", List.of(30L)),
            system.kT,
            GaussianSystem.kinetics(),
            kinetics,
            system.sample(frames, seed));
    return (Double) ((Map<String, Object>) result.fields().get("condition")).get("p_value");
  }
}
