package org.chikei.landscape.comparison;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.chikei.api.analysis.JoinedWindows;
import org.chikei.api.analysis.SampleTable;
import org.chikei.api.result.StepResult;
import org.chikei.landscape.GaussianSystem;
import org.chikei.landscape.Runs;
import org.chikei.landscape.SelfConsistentWindows;
import org.chikei.landscape.SlantedWell;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The rate of transition-state theory needs no dynamics, so a biased run and umbrella windows know
 * it as an unbiased run does, of the double well of {@link SlantedWell}.
 */
class BiasedRatesTest {
  private static final double[] CENTRES = {-1.4, -1.0, -0.6, -0.2, 0.2, 0.6, 1.0, 1.4};
  private static final double CONSTANT = 12;

  private record Rate(double value, double error) {
    static Rate of(StepResult result, int at) {
      Map<?, ?> barrier = (Map<?, ?>) ((List<?>) result.fields().get("barriers")).get(at);
      return new Rate((Double) barrier.get("tst_rate"), (Double) barrier.get("tst_rate_err"));
    }

    void assertAgrees(Rate other) {
      assertEquals(value, other.value, 3 * Math.hypot(error, other.error));
    }
  }

  @ParameterizedTest
  @CsvSource({"2, 0", "3, 20"})
  void ratesOfReweightedAndDirectEstimatesAgree(double height, double degrees) throws Exception {
    SlantedWell well = SlantedWell.of(height, degrees);
    StepResult direct = run(null, well.walk(SlantedWell.Bias.NONE, 1, 100_000, 4, 5).samples());
    StepResult biased = run(null, biased(well, height));
    StepResult joined = windows(well);
    for (int way = 0; way < 2; way++) {
      Rate plain = Rate.of(direct, way);
      Map<?, ?> barrier = (Map<?, ?>) ((List<?>) direct.fields().get("barriers")).get(way);
      double width = Runs.column(direct, "r")[1] - Runs.column(direct, "r")[0];
      double exact =
          well.transitionStateRate((Double) barrier.get("from"), (Double) barrier.get("at"), width);
      for (StepResult result : List.of(direct, biased, joined)) {
        Rate rate = Rate.of(result, way);
        rate.assertAgrees(plain);
        assertEquals(exact, rate.value(), 3 * rate.error() + 0.01 * exact);
        assertTrue(rate.error() < 0.12 * exact, rate::toString);
      }
    }
  }

  private static SampleTable biased(SlantedWell well, double height) {
    SlantedWell.Bias bias = x -> -0.7 * height * (x * x - 1) * (x * x - 1) * Math.exp(-x * x / 2);
    SlantedWell.Walk walk = well.walk(bias, 1, 60_000, 4, 6);
    double[] weights = new double[walk.x().length];
    for (int j = 0; j < weights.length; j++) {
      weights[j] = Math.exp(bias.at(walk.x()[j]));
    }
    return walk.samples().withWeights(weights);
  }

  private static StepResult windows(SlantedWell well) throws Exception {
    double[][] x = new double[CENTRES.length][];
    SampleTable[] tables = new SampleTable[CENTRES.length];
    for (int k = 0; k < CENTRES.length; k++) {
      double centre = CENTRES[k];
      SlantedWell.Walk walk =
          well.walk(q -> 0.5 * CONSTANT * (q - centre) * (q - centre), centre, 5000, 4, 1000L + k);
      tables[k] = walk.samples().ofRun(k);
      x[k] = walk.x();
    }
    SelfConsistentWindows windows = new SelfConsistentWindows(x, CENTRES, CONSTANT);
    for (int k = 0; k < CENTRES.length; k++) {
      tables[k].withWeights(windows.weights(k));
    }
    return run(windows, tables);
  }

  private static StepResult run(JoinedWindows windows, SampleTable... tables) throws Exception {
    return Runs.run(
        new ComparisonStep(),
        Runs.coordinate("nm", null),
        Runs.defaults("bins", 50L, "range", List.of(-2.0, 2.0)),
        1,
        GaussianSystem.kinetics(),
        null,
        windows,
        tables);
  }
}
