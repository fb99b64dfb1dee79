package org.chikei.landscape.comparison;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.chikei.api.analysis.Kinetics;
import org.chikei.api.analysis.SampleTable;
import org.chikei.api.result.StepResult;
import org.chikei.landscape.GaussianSystem;
import org.chikei.landscape.Runs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Independent runs are compared before they count as one. */
class RunAgreementTest {
  private static final int SEEDS = Integer.getInteger("chikei.coverage", 100);

  private static StepResult run(double kT, SampleTable... runs) throws Exception {
    for (int j = 0; j < runs.length; j++) {
      runs[j].ofRun(j);
    }
    return Runs.run(
        new ComparisonStep(),
        Runs.coordinate("nm", null),
        Runs.defaults("bins", 30L),
        kT,
        GaussianSystem.kinetics(),
        Kinetics.DIRECT,
        runs);
  }

  private static List<String> standingOut(StepResult result) {
    return result.warnings().stream()
        .filter(w -> w.contains("stands out") || w.contains("disagree with each other"))
        .toList();
  }

  private static double probability(StepResult result) {
    return (Double) ((Map<?, ?>) result.fields().get("runs")).get("p_value");
  }

  /** Runs of one system, of unequal length, at most 5 % false alarms. */
  @ParameterizedTest
  @CsvSource({"3, 6000, 5", "4, 6000, 60", "12, 2000, 10", "60, 800, 3"})
  void runsOfOneSystemSeldomStandOut(int count, int frames, double time) throws Exception {
    int alarms = 0;
    for (int seed = 1; seed <= SEEDS; seed++) {
      GaussianSystem system =
          new GaussianSystem(GaussianSystem.View.RADIUS, 3, 1, 1, 1, time, time / 3);
      SampleTable[] runs = new SampleTable[count];
      for (int j = 0; j < count; j++) {
        runs[j] = system.sample(frames * (1 + j % 2), 1000L * seed + j);
      }
      StepResult result = run(1, runs);
      alarms += standingOut(result).isEmpty() ? 0 : 1;
    }
    System.out.printf(
        "%d runs, tau %.0f: false alarms %.3f%n", count, time, alarms / (double) SEEDS);
    assertTrue(alarms <= 0.05 * SEEDS + 3 * Math.sqrt(0.05 * 0.95 * SEEDS), alarms + " alarms");
  }

  /** A run in a softer well, and one that is hotter. */
  @Test
  void aRunOfAnotherSystemIsNamed() throws Exception {
    GaussianSystem system = new GaussianSystem(GaussianSystem.View.LINEAR, 1, 1, 1, 1, 10);
    GaussianSystem softer = new GaussianSystem(GaussianSystem.View.LINEAR, 1, 0.7, 1, 1, 10);
    GaussianSystem hotter = new GaussianSystem(GaussianSystem.View.LINEAR, 1, 1, 1, 1.2, 10);
    StepResult soft =
        run(1, system.sample(8000, 1), softer.sample(8000, 2), system.sample(8000, 3));
    assertTrue(standingOut(soft).get(0).contains("run 2 of 3"), soft.warnings()::toString);
    StepResult hot = run(1, system.sample(8000, 1), system.sample(8000, 2), hotter.sample(8000, 3));
    assertTrue(standingOut(hot).get(0).contains("run 3 of 3"), hot.warnings()::toString);
    assertTrue(standingOut(hot).get(0).contains("mean squared velocity"), hot.warnings()::toString);
  }

  /** Two runs that each stay in a well of their own have not seen the same. */
  @Test
  void runsThatStayInDifferentPlacesAreToldApart() throws Exception {
    GaussianSystem system = new GaussianSystem(GaussianSystem.View.LINEAR, 1, 20, 1, 1, 5);
    SampleTable[] runs = new SampleTable[4];
    for (int j = 0; j < 4; j++) {
      runs[j] = system.sample(4000, j + 1);
      double[] x = runs[j].values(0).clone();
      for (int k = 0; k < x.length; k++) {
        x[k] += j < 2 ? -0.5 : 0.5;
      }
      runs[j].withValues(0, x);
    }
    StepResult result = run(1, runs);
    assertTrue(probability(result) < 1e-6);
    assertTrue(
        result.warnings().stream().anyMatch(w -> w.contains("disagree with each other")),
        result.warnings()::toString);
  }

  @Test
  void oneRunIsNotComparedAndShortOnesAreSaidToBeShort() throws Exception {
    GaussianSystem system = new GaussianSystem(GaussianSystem.View.LINEAR, 1, 1, 1, 1, 300);
    StepResult one = run(1, system.sample(4000, 1));
    assertTrue(!one.fields().containsKey("runs"));
    StepResult few = run(1, system.sample(60, 1), system.sample(60, 2));
    assertTrue(Double.isNaN(probability(few)));
    assertEquals(List.of(), standingOut(few));
  }
}
