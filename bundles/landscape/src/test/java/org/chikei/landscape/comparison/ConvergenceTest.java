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
import org.chikei.landscape.SlantedWell;
import org.chikei.landscape.error.Plateau;
import org.junit.jupiter.api.Test;

/** What a shorter run would have said, and whether a longer one still changes it. */
class ConvergenceTest {
  private static final int SEEDS = Integer.getInteger("chikei.coverage", 40);
  private static final int FRAMES = 16_384;

  private static StepResult run(SampleTable... segments) throws Exception {
    return Runs.run(
        new ComparisonStep(),
        Runs.coordinate("nm", null),
        Runs.defaults("bins", 30L, "range", List.of(-1.6, 1.6), "reference-mass", 2.0),
        1,
        GaussianSystem.kinetics(),
        Kinetics.DIRECT,
        segments);
  }

  private static SampleTable walk(SlantedWell well, int frames, long seed) {
    return well.walk(x -> 0, 1, frames, 4, seed).samples();
  }

  private static boolean moved(StepResult result) {
    return result.warnings().stream().anyMatch(w -> w.startsWith("the last quarter of the run"));
  }

  /** Read at the same two bins, to the last digits but for the order of sums. */
  @Test
  void halfOfARunSaysWhatARunOfHalfTheLengthSays() throws Exception {
    SlantedWell well = SlantedWell.of(2, 25);
    SampleTable first = walk(well, FRAMES / 2, 3);
    StepResult whole = run(first, walk(well, FRAMES / 2, 4));
    StepResult half = run(first);
    Map<?, ?> convergence = (Map<?, ?>) whole.fields().get("convergence");
    assertEquals(
        List.of(0.125, 0.25, 0.375, 0.5, 0.625, 0.75, 0.875, 1.0), convergence.get("part"));
    Map<?, ?> barrier = (Map<?, ?>) ((List<?>) convergence.get("barriers")).get(0);
    double[] r = Runs.column(half, "r");
    double[] g = Runs.column(half, "G");
    double[] vm = Runs.column(half, "Vm_gd");
    int from = bin(r, (Double) barrier.get("from"));
    int at = bin(r, (Double) barrier.get("at"));
    assertEquals(g[at] - g[from], (Double) ((List<?>) barrier.get("G")).get(3), 1e-9);
    assertEquals(vm[at] - vm[from], (Double) ((List<?>) barrier.get("Vm_gd")).get(3), 1e-9);
    assertEquals(half.fields().get("verdict"), ((List<?>) convergence.get("verdict")).get(3));
    assertEquals(whole.fields().get("verdict"), ((List<?>) convergence.get("verdict")).get(7));
  }

  private static int bin(double[] r, double place) {
    int nearest = 0;
    for (int k = 0; k < r.length; k++) {
      nearest = Math.abs(r[k] - place) < Math.abs(r[nearest] - place) ? k : nearest;
    }
    return nearest;
  }

  /** A run at equilibrium moves by more than its error allows in at most 5 % of cases. */
  @Test
  void aRunAtEquilibriumSeldomSeemsToMove() throws Exception {
    SlantedWell well = SlantedWell.of(2, 25);
    int alarms = 0;
    for (int seed = 1; seed <= SEEDS; seed++) {
      alarms += moved(run(walk(well, FRAMES, seed))) ? 1 : 0;
    }
    System.out.printf("the last quarter moves a barrier: %.3f%n", alarms / (double) SEEDS);
    assertTrue(alarms <= 0.05 * SEEDS + 3 * Math.sqrt(0.05 * 0.95 * SEEDS), alarms + " alarms");
  }

  /** The barrier doubles in the last quarter. */
  @Test
  void aBarrierThatMovesInTheLastQuarterIsToldOf() throws Exception {
    StepResult result =
        run(
            walk(SlantedWell.of(1.5, 25), 3 * FRAMES / 4, 1),
            walk(SlantedWell.of(4, 25), FRAMES / 4, 2));
    assertTrue(moved(result), result.warnings()::toString);
  }

  /** An autoregressive series: the sum's variance is n (1 + ρ)/(1 − ρ) times that of a term. */
  @Test
  void theErrorReachesThePlateauOfAnAutoregressiveSeries() {
    GaussianSystem system =
        new GaussianSystem(GaussianSystem.View.LINEAR, 1, 1, 1, 1, -1 / Math.log(0.8));
    int n = 1 << 14;
    double[] terms = system.sample(n, 5).values(0);
    double exact = Math.sqrt(n * 1.8 / 0.2);
    Plateau plateau = Plateau.of(1, terms);
    assertEquals(1, plateau.frames()[0], 0);
    assertEquals(Math.sqrt(n), plateau.error()[0], 0.05 * Math.sqrt(n));
    assertEquals(exact, plateau.error()[6], 0.15 * exact);
    assertEquals(exact, plateau.chosen(), 0.1 * exact);
    assertTrue(plateau.window() > 5 && plateau.window() < 100, "" + plateau.window());
  }
}
