package org.chikei.landscape.comparison;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.chikei.api.analysis.Kinetics;
import org.chikei.api.result.StepResult;
import org.chikei.landscape.GaussianSystem;
import org.chikei.landscape.Runs;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Over many seeded data sets the truth lies within the stated error as often as it should: 68 %
 * within one, 95 % within 1.96. The number of seeds is a system property, so that a build stays
 * quick and a release can be thorough: {@code -Dchikei.coverage=1000}.
 */
class CoverageTest {
  private static final int SEEDS = Integer.getInteger("chikei.coverage", 60);

  static Stream<Arguments> systems() {
    return Stream.of(
        Arguments.of(
            new GaussianSystem(GaussianSystem.View.LINEAR, 1, 100, 12, 2.5, 20), 10_000, "direct"),
        Arguments.of(
            new GaussianSystem(GaussianSystem.View.LINEAR, 1, 100, 12, 2.5, 150), 20_000, "direct"),
        Arguments.of(
            new GaussianSystem(GaussianSystem.View.RADIUS, 3, 50, 6, 2.5, 10, 40),
            10_000,
            "direct"),
        Arguments.of(
            new GaussianSystem(GaussianSystem.View.RADIUS, 2, 1, 1, 1, 5, 100), 20_000, "direct"),
        Arguments.of(
            new GaussianSystem(GaussianSystem.View.SQUARE, 2, 1, 1, 1, 20, 50), 20_000, "direct"),
        Arguments.of(
            new GaussianSystem(GaussianSystem.View.SQUARE, 2, 1, 1, 1, 20, 50),
            20_000,
            "momentum-averaged"));
  }

  @ParameterizedTest
  @MethodSource("systems")
  void theTruthLiesWithinTheErrorAsOftenAsItShould(
      GaussianSystem system, int frames, String kinetics) throws Exception {
    Map<String, int[]> hits = new LinkedHashMap<>();
    for (int seed = 1; seed <= SEEDS; seed++) {
      Kinetics requested = kinetics.equals("direct") ? Kinetics.DIRECT : Kinetics.MOMENTUM_AVERAGED;
      double mass = system.kT / system.squaredVelocity(meanPlace(system));
      StepResult result =
          Runs.run(
              new ComparisonStep(),
              Runs.coordinate("nm", null),
              Runs.defaults("bins", 30L, "range", range(system), "reference-mass", mass),
              system.kT,
              GaussianSystem.kinetics(),
              requested,
              system.sample(frames, seed));
      count(hits, "G", result, "G", "G_err", r -> -system.kT * Math.log(system.density(r)), system);
      count(hits, "Vm", result, "Vm", "Vm_err", r -> system.potential(r, mass), system);
      count(hits, "Vm_gd", result, "Vm_gd", "Vm_gd_err", r -> system.potential(r, mass), system);
      count(
          hits,
          "G_ching",
          result,
          "G_ching",
          "G_ching_err",
          r -> -system.kT * Math.log(system.density(r)),
          system);
      count(
          hits,
          "G_best",
          result,
          "G_best",
          "G_best_err",
          r -> -system.kT * Math.log(system.density(r)),
          system);
      squares(hits, result, system);
    }
    StringBuilder report = new StringBuilder();
    boolean honest = true;
    hits.values().removeIf(hit -> hit[2] == 0);
    for (Map.Entry<String, int[]> hit : hits.entrySet()) {
      double tried = hit.getValue()[2];
      double one = hit.getValue()[0] / tried;
      double two = hit.getValue()[1] / tried;
      // bins of one data set are correlated: about eight of them are independent
      double slack = 3 / Math.sqrt(8.0 * SEEDS);
      honest &= one > 0.68 - 0.04 - 0.47 * slack && one < 0.68 + 0.06 + 0.47 * slack;
      honest &= two > 0.95 - 0.02 - 0.22 * slack && two < 0.95 + 0.02 + 0.22 * slack;
      report.append(String.format("%s %.3f %.3f; ", hit.getKey(), one, two));
    }
    System.out.println(system.view + " " + kinetics + ": " + report);
    assertTrue(honest, report::toString);
  }

  private static double meanPlace(GaussianSystem system) {
    return system.view == GaussianSystem.View.SQUARE
        ? system.dimensions * system.kT / system.stiffness
        : 1;
  }

  private static List<Object> range(GaussianSystem system) {
    double spread = Math.sqrt(system.kT / system.stiffness);
    return switch (system.view) {
      case LINEAR -> List.of(-1.8 * spread, 1.8 * spread);
      case RADIUS -> List.of(0.4 * spread, 2.6 * spread);
      default -> List.of(0.2 * spread * spread, 5.0 * spread * spread);
    };
  }

  private interface Function {
    double at(double r);
  }

  private static void count(
      Map<String, int[]> hits,
      String name,
      StepResult result,
      String column,
      String errorColumn,
      Function truth,
      GaussianSystem system) {
    double[] r = Runs.column(result, "r");
    double[] y = Runs.column(result, column);
    double[] error = Runs.column(result, errorColumn);
    double[] weight = Runs.column(result, "count");
    double width = r[1] - r[0];
    List<Integer> bins = new ArrayList<>();
    double total = 0;
    double mean = 0;
    double[] exact = new double[r.length];
    for (int k = 0; k < r.length; k++) {
      if (Double.isFinite(y[k]) && error[k] > 0) {
        exact[k] = binned(truth, r[k], width, system, name);
        bins.add(k);
        total += weight[k];
        mean += weight[k] * (y[k] - exact[k]);
      }
    }
    int[] hit = hits.computeIfAbsent(name, key -> new int[3]);
    for (int k : bins) {
      double off = Math.abs(y[k] - exact[k] - mean / total) / error[k];
      hit[0] += off < 1 ? 1 : 0;
      hit[1] += off < 1.96 ? 1 : 0;
      hit[2]++;
    }
  }

  /** D is known without a constant. */
  private static void squares(Map<String, int[]> hits, StepResult result, GaussianSystem system) {
    double[] r = Runs.column(result, "r");
    double[] d = Runs.column(result, "D");
    double[] error = Runs.column(result, "D_err");
    int[] hit = hits.computeIfAbsent("D", key -> new int[3]);
    for (int k = 0; k < r.length; k++) {
      if (error[k] > 1e-9 * d[k]) {
        double off = Math.abs(d[k] - system.squaredVelocity(r[k])) / error[k];
        hit[0] += off < 1 ? 1 : 0;
        hit[1] += off < 1.96 ? 1 : 0;
        hit[2]++;
      }
    }
  }

  /**
   * Over a bin, G is −kT ln of the mean density; the mean force's integral needs no correction
   * here.
   */
  private static double binned(
      Function truth, double r, double width, GaussianSystem system, String name) {
    if (!name.startsWith("G")) {
      return truth.at(r);
    }
    double sum = 0;
    int steps = 50;
    for (int i = 0; i < steps; i++) {
      sum += Math.exp(-truth.at(r + ((i + 0.5) / steps - 0.5) * width) / system.kT);
    }
    return -system.kT * Math.log(sum / steps);
  }
}
