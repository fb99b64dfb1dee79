package org.chikei.landscape.comparison;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.chikei.api.analysis.Kinetics;
import org.chikei.api.result.StepResult;
import org.chikei.landscape.GaussianSystem;
import org.chikei.landscape.Runs;
import org.chikei.landscape.SlantedWell;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The height of a barrier whose place is found in the data, read on both landscapes: over many
 * seeded data sets the truth lies within its error as often as it should.
 */
class BarrierCoverageTest {
  private static final int SEEDS = Integer.getInteger("chikei.coverage", 80);

  @ParameterizedTest
  @CsvSource({"2.0, 30, 12000, 4", "1.5, 15, 8000, 2"})
  void theTruthLiesWithinTheErrorAsOftenAsItShould(
      double height, double degrees, int frames, int thinning) throws Exception {
    SlantedWell well = SlantedWell.of(height, degrees);
    Map<String, int[]> hits = new LinkedHashMap<>();
    for (int seed = 1; seed <= SEEDS; seed++) {
      StepResult result =
          Runs.run(
              new ComparisonStep(),
              Runs.coordinate("nm", null),
              Runs.defaults("bins", 50L, "range", List.of(-2.0, 2.0)),
              1,
              GaussianSystem.kinetics(),
              Kinetics.DIRECT,
              well.walk(SlantedWell.Bias.NONE, 1, frames, thinning, seed).samples());
      List<?> barriers = (List<?>) result.fields().get("barriers");
      assertTrue(!barriers.isEmpty(), "no barrier with seed " + seed);
      Map<?, ?> barrier = (Map<?, ?>) barriers.get(0);
      double from = (Double) barrier.get("from");
      double at = (Double) barrier.get("at");
      double exact = well.free(at) - well.free(from);
      for (String name : List.of("G", "Vm", "Vm_gd", "G_ching", "G_best")) {
        count(hits, name, barrier, exact);
      }
    }
    StringBuilder report = new StringBuilder();
    boolean honest = true;
    for (Map.Entry<String, int[]> hit : hits.entrySet()) {
      double one = hit.getValue()[0] / (double) SEEDS;
      double two = hit.getValue()[1] / (double) SEEDS;
      double slack = 3 / Math.sqrt(SEEDS);
      honest &= one > 0.68 - 0.06 - 0.47 * slack && one < 0.68 + 0.06 + 0.47 * slack;
      honest &= two > 0.95 - 0.02 - 0.22 * slack;
      report.append(String.format("%s %.3f %.3f; ", hit.getKey(), one, two));
    }
    System.out.println("barrier of " + height + " at " + degrees + " degrees: " + report);
    assertTrue(honest, report::toString);
  }

  private static void count(Map<String, int[]> hits, String name, Map<?, ?> barrier, double exact) {
    double value = (Double) barrier.get(name);
    double error = (Double) barrier.get(name.equals("G_ching") ? "G_ching_err" : name + "_err");
    int[] hit = hits.computeIfAbsent(name, key -> new int[2]);
    hit[0] += Math.abs(value - exact) < error ? 1 : 0;
    hit[1] += Math.abs(value - exact) < 1.96 * error ? 1 : 0;
  }
}
