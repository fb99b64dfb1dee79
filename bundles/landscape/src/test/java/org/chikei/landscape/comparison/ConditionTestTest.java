package org.chikei.landscape.comparison;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.chikei.api.analysis.Kinetics;
import org.chikei.api.result.StepResult;
import org.chikei.landscape.GaussianSystem;
import org.chikei.landscape.Runs;
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
