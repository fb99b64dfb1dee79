package org.chikei.landscape.comparison;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.chikei.api.analysis.Kinetics;
import org.chikei.api.analysis.SampleTable;
import org.chikei.api.result.StepResult;
import org.chikei.landscape.GaussianSystem;
import org.chikei.landscape.Hits;
import org.chikei.landscape.Runs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Means over bins of few independent samples have errors where these hold, and else none. */
class ThinBinsTest {
  private static final int SEEDS = Integer.getInteger("chikei.coverage", 60);
  private static final List<String> MEANS = List.of("D", "f", "m", "c", "G_iso");

  private static StepResult run(GaussianSystem system, double fewest, long seed) throws Exception {
    return Runs.run(
        new ComparisonStep(),
        Runs.coordinate("nm", null),
        Runs.defaults("bins", 40L, "minimum-samples", fewest),
        system.kT,
        GaussianSystem.kinetics(),
        Kinetics.DIRECT,
        system.sample(10_000, seed));
  }

  @ParameterizedTest
  @CsvSource({"8", "20", "2"})
  void meansOfFewerThanTheMinimumHaveNoErrorsAndThoseOfMoreHave(double fewest) throws Exception {
    GaussianSystem system = new GaussianSystem(GaussianSystem.View.RADIUS, 3, 50, 6, 2.5, 10, 40);
    StepResult result = run(system, fewest, 7);
    double[] independent = Runs.column(result, "independent_samples");
    double[] count = Runs.column(result, "count");
    double[] g = Runs.column(result, "G");
    int thin = 0;
    for (int k = 0; k < count.length; k++) {
      boolean enough = independent[k] >= fewest;
      thin += count[k] > 0 && !enough ? 1 : 0;
      for (String name : MEANS) {
        double error = Runs.column(result, name + "_err")[k];
        assertEquals(enough, error > 0, name + "_err in bin " + k);
        double value = Runs.column(result, name)[k];
        assertEquals(count[k] > 0, Double.isFinite(value), name + " in bin " + k);
      }
      assertEquals(count[k] > 0, Double.isFinite(g[k]), "G in bin " + k);
    }
    assertTrue(thin > 0, "no bin is thin");
    assertEquals(thin, ((Map<?, ?>) result.fields().get("bins")).get("too_few_samples"));
  }

  /**
   * D of bins that have just enough, 8 to 16 independent samples. So few know their own scatter
   * badly, whence more within one error (73 to 77 %) and fewer within 1.96 (92 to 93 %) than of
   * bins with more; of those with 2 to 4, which have none, 1.96 errors would hold 80 %.
   */
  @ParameterizedTest
  @CsvSource({"LINEAR, 1, 20", "RADIUS, 2, 30", "SQUARE, 2, 30"})
  void squaredVelocitiesOfBinsWithJustEnoughLieWithinTheirErrors(
      GaussianSystem.View view, int dimensions, double time) throws Exception {
    GaussianSystem system = new GaussianSystem(view, dimensions, 1, 1, 1, time);
    Hits hits = new Hits();
    for (int seed = 1; seed <= SEEDS; seed++) {
      StepResult result = run(system, 8, seed);
      double[] r = Runs.column(result, "r");
      double[] d = Runs.column(result, "D");
      double[] error = Runs.column(result, "D_err");
      double[] independent = Runs.column(result, "independent_samples");
      for (int k = 0; k < r.length; k++) {
        if (independent[k] < 16 && error[k] > 0) {
          hits.add(d[k] - system.squaredVelocity(r[k]), error[k]);
        }
      }
    }
    hits.assertHonest("D of 8 to 16 independent samples, " + view, 0.1, 0.04);
  }

  @Test
  void aGapBetweenWellSampledPlacesIsNamed() throws Exception {
    StepResult gap = wells(9);
    assertEquals(List.of(1.0, 2.0), pieces(gap));
    assertTrue(
        gap.warnings().stream()
            .anyMatch(
                w ->
                    w.contains(
                        "'q' falls into 2 pieces, since bins between them have fewer than 8")),
        gap.warnings()::toString);
    StepResult none = wells(2);
    assertEquals(List.of(1.0), pieces(none));
    assertTrue(
        none.warnings().stream().noneMatch(w -> w.contains("pieces")), none.warnings()::toString);
  }

  private static List<Double> pieces(StepResult result) {
    return Arrays.stream(Runs.column(result, "piece"))
        .filter(Double::isFinite)
        .distinct()
        .boxed()
        .toList();
  }

  /** Frames that change between two Gaussians of width 1 some distance apart. */
  private static StepResult wells(double distance) throws Exception {
    int frames = 20_000;
    SplittableRandom random = new SplittableRandom(3);
    double[][] c = new double[3][frames];
    for (int j = 0; j < frames; j++) {
      double x = GaussianSystem.gauss(random);
      c[0][j] = x + (random.nextBoolean() ? distance : -distance) / 2;
      c[1][j] = GaussianSystem.gauss(random);
      c[2][j] = -x;
    }
    double[] metric = new double[frames];
    Arrays.fill(metric, 1);
    return Runs.run(
        new ComparisonStep(),
        Runs.coordinate("nm", null),
        Runs.defaults("bins", 60L),
        1,
        Set.of(Kinetics.DIRECT),
        null,
        new SampleTable(frames)
            .withValues(0, c[0])
            .withVelocities(Kinetics.DIRECT, 0, c[1])
            .withAccelerations(Kinetics.DIRECT, 0, c[2])
            .withMetric(0, 0, metric));
  }
}
