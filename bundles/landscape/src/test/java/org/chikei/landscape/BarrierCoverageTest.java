package org.chikei.landscape;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.chikei.api.analysis.Kinetics;
import org.chikei.api.analysis.SampleTable;
import org.chikei.api.result.StepResult;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The height of a barrier whose place is found in the data, read on both landscapes: over many
 * seeded data sets the truth lies within its error as often as it should. A double well along x
 * with a harmonic y, walked through by Metropolis' rule and seen along a slanted axis: a linear
 * coordinate, so Vm is G exactly.
 */
class BarrierCoverageTest {
  private static final int SEEDS = Integer.getInteger("chikei.coverage", 80);
  private static final double STIFFNESS = 6;
  private static final double MASS = 2;

  @ParameterizedTest
  @CsvSource({"2.0, 30, 12000, 4", "1.5, 15, 8000, 2"})
  void theTruthLiesWithinTheErrorAsOftenAsItShould(
      double height, double degrees, int frames, int thinning) throws Exception {
    double cos = Math.cos(Math.toRadians(degrees));
    double sin = Math.sin(Math.toRadians(degrees));
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
              walk(height, cos, sin, frames, thinning, seed));
      List<?> barriers = (List<?>) result.fields().get("barriers");
      assertTrue(!barriers.isEmpty(), "no barrier with seed " + seed);
      Map<?, ?> barrier = (Map<?, ?>) barriers.get(0);
      double from = (Double) barrier.get("from");
      double at = (Double) barrier.get("at");
      double exact = free(at, height, cos, sin) - free(from, height, cos, sin);
      for (String name : List.of("G", "Vm", "Vm_gd", "G_ching")) {
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

  private static double potential(double x, double y, double height) {
    return height * (x * x - 1) * (x * x - 1) + STIFFNESS / 2 * y * y;
  }

  private static SampleTable walk(
      double height, double cos, double sin, int frames, int thinning, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[] r = new double[frames];
    double[] velocity = new double[frames];
    double[] acceleration = new double[frames];
    double[] metric = new double[frames];
    double x = random.nextBoolean() ? 1 : -1;
    double y = 0;
    double energy = potential(x, y, height);
    for (int j = -200; j < frames; j++) {
      for (int step = 0; step < thinning; step++) {
        double newX = x + 1.6 * (random.nextDouble() - 0.5);
        double newY = y + 1.2 * (random.nextDouble() - 0.5);
        double trial = potential(newX, newY, height);
        if (random.nextDouble() < Math.exp(energy - trial)) {
          x = newX;
          y = newY;
          energy = trial;
        }
      }
      if (j >= 0) {
        r[j] = cos * x + sin * y;
        velocity[j] = GaussianSystem.gauss(random) / Math.sqrt(MASS);
        acceleration[j] = -(cos * 4 * height * x * (x * x - 1) + sin * STIFFNESS * y) / MASS;
        metric[j] = 1 / MASS;
      }
    }
    return new SampleTable(frames)
        .withValues(0, r)
        .withMetric(0, 0, metric)
        .withVelocities(Kinetics.DIRECT, 0, velocity)
        .withAccelerations(Kinetics.DIRECT, 0, acceleration)
        .withAccelerations(Kinetics.MOMENTUM_AVERAGED, 0, acceleration);
  }

  /** −kT ln ρ(r) up to a constant, by quadrature across the axis. */
  private static double free(double r, double height, double cos, double sin) {
    double sum = 0;
    for (int i = -400; i <= 400; i++) {
      double across = i / 100.0;
      sum += Math.exp(-potential(r * cos - across * sin, r * sin + across * cos, height));
    }
    return -Math.log(sum);
  }
}
