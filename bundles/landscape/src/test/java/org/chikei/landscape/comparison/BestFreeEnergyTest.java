package org.chikei.landscape.comparison;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.chikei.api.analysis.Kinetics;
import org.chikei.api.analysis.SampleTable;
import org.chikei.api.result.StepResult;
import org.chikei.landscape.GaussianSystem;
import org.chikei.landscape.Runs;
import org.junit.jupiter.api.Test;

/** G from histogram and mean force together. */
class BestFreeEnergyTest {

  private static StepResult run(GaussianSystem system, SampleTable samples, Kinetics kinetics)
      throws Exception {
    return Runs.run(
        new ComparisonStep(),
        Runs.coordinate("nm", null),
        Runs.defaults("bins", 40L),
        system.kT,
        GaussianSystem.kinetics(),
        kinetics,
        samples);
  }

  /** The force of a harmonic system is a function of x: the histogram of a slow one knows less. */
  @Test
  void theMeanForceRulesWhereItKnowsBetterAndTheErrorIsThatOfTheTruth() throws Exception {
    GaussianSystem system = new GaussianSystem(GaussianSystem.View.LINEAR, 1, 100, 12, 2.5, 60);
    double histogram = 0;
    double best = 0;
    double squares = 0;
    double combinedSquares = 0;
    for (int seed = 1; seed <= 10; seed++) {
      StepResult result = run(system, system.sample(20_000, seed), Kinetics.DIRECT);
      assertEquals(Boolean.TRUE, best(result).get("combined"));
      histogram += distance(system, result, "G");
      best += distance(system, result, "G_best");
      double[] g = Runs.column(result, "G_err");
      double[] combined = Runs.column(result, "G_best_err");
      double[] share = Runs.column(result, "mean_force_share");
      for (int k = 0; k < g.length; k++) {
        if (share[k] > 0) {
          squares += g[k] * g[k];
          combinedSquares += combined[k] * combined[k];
        }
      }
    }
    assertTrue(best < 0.6 * histogram, histogram + " " + best);
    assertEquals(best / histogram, Math.sqrt(combinedSquares / squares), 0.15);
  }

  /** Forces that scatter by ten times their spread, and frames that forget each other at once. */
  @Test
  void theHistogramRulesWhereItKnowsBetter() throws Exception {
    GaussianSystem system = new GaussianSystem(GaussianSystem.View.LINEAR, 1, 100, 12, 2.5, 0.1);
    SampleTable samples = system.sample(40_000, 5);
    SplittableRandom random = new SplittableRandom(1);
    double[] force = samples.accelerations(Kinetics.DIRECT, 0).clone();
    for (int k = 0; k < force.length; k++) {
      force[k] += 10 * GaussianSystem.gauss(random);
    }
    StepResult result =
        run(system, samples.withAccelerations(Kinetics.DIRECT, 0, force), Kinetics.DIRECT);
    List<?> regions = (List<?>) best(result).get("regions");
    assertEquals(1, regions.size());
    assertEquals("histogram", ((Map<?, ?>) regions.get(0)).get("estimator"));
  }

  /** Forces of half their size: Ching's density cannot be that of the histogram. */
  @Test
  void whatDisagreesIsNotCombined() throws Exception {
    GaussianSystem system = new GaussianSystem(GaussianSystem.View.LINEAR, 1, 100, 12, 2.5, 5);
    SampleTable samples = system.sample(20_000, 4);
    double[] force = samples.accelerations(Kinetics.DIRECT, 0).clone();
    for (int k = 0; k < force.length; k++) {
      force[k] *= 0.5;
    }
    StepResult result =
        run(system, samples.withAccelerations(Kinetics.DIRECT, 0, force), Kinetics.DIRECT);
    assertEquals(Boolean.FALSE, best(result).get("combined"));
    assertTrue(best(result).get("why").toString().startsWith("the two disagree"));
    double[] g = Runs.column(result, "G");
    double[] best = Runs.column(result, "G_best");
    for (int k = 0; k < g.length; k++) {
      assertEquals(g[k], best[k], 1e-12);
    }
  }

  private static Map<?, ?> best(StepResult result) {
    return (Map<?, ?>) result.fields().get("best_free_energy");
  }

  /** The root of the mean squared deviation from the truth, each measured from its mean. */
  private static double distance(GaussianSystem system, StepResult result, String name) {
    double[] r = Runs.column(result, "r");
    double[] y = Runs.column(result, name);
    double[] piece = Runs.column(result, "piece");
    double mean = 0;
    double square = 0;
    int n = 0;
    for (int k = 0; k < r.length; k++) {
      if (piece[k] > 0) {
        double off = y[k] + system.kT * Math.log(system.density(r[k]));
        mean += off;
        square += off * off;
        n++;
      }
    }
    return Math.sqrt(square / n - mean * mean / n / n);
  }
}
