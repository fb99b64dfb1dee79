package org.chikei.landscape.comparison;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.chikei.api.analysis.Kinetics;
import org.chikei.api.analysis.SampleTable;
import org.chikei.api.result.Quantity;
import org.chikei.api.result.StepResult;
import org.chikei.landscape.GaussianSystem;
import org.chikei.landscape.LangevinWell;
import org.chikei.landscape.passage.Passages;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rates and first-passage times of dynamics whose rates are known otherwise. */
class RatesTest {
  private static final double STEP = 0.001;

  /** The quadrature knows the motion but for the step, worth about 1 %. */
  @ParameterizedTest
  @CsvSource({"2.5, 0.0, 1, 800000", "2.0, 0.3, 1, 600000", "2.0, -0.3, 200, 3000"})
  void meanFirstPassageTimesAreThoseOfTheOverdampedEquation(
      double height, double tilt, int segments, int frames) throws Exception {
    LangevinWell well = new LangevinWell(height, tilt);
    SplittableRandom random = new SplittableRandom(17);
    StepResult result =
        LangevinWell.compare(
            Set.of(), tables(segments, () -> well.overdamped(frames, STEP, random.split())));
    for (int way = 0; way < 2; way++) {
      Quantity mean = (Quantity) passage(result, way).get("mean");
      double exact = exactPassage(well, result, way);
      assertEquals(exact, mean.value(), 3 * mean.error() + 0.02 * exact);
      assertTrue(mean.error() < 0.25 * exact, () -> mean + " for " + exact);
      // with two basins the passage over their barrier is the first passage
      double rate = (Double) barrier(result, way).get("observed_rate");
      assertEquals(1 / mean.value(), rate, 1e-12);
    }
  }

  /**
   * Segments of 0.6 and 1.2 units of time, where passages take 2.9 and 5.4, and are on their way
   * for 0.2 of them: as many passages over the time in the basin would be too few by a quarter.
   */
  @Test
  void segmentsMuchShorterThanThePassagesKnowTheMeanTimeToo() throws Exception {
    LangevinWell well = new LangevinWell(2, 0.3);
    SplittableRandom random = new SplittableRandom(23);
    SampleTable[] tables =
        IntStream.range(0, 4000)
            .mapToObj(k -> well.overdamped(k % 2 == 0 ? 600 : 1200, STEP, random.split()))
            .toArray(SampleTable[]::new);
    StepResult result = LangevinWell.compare(Set.of(), tables);
    for (int way = 0; way < 2; way++) {
      Quantity mean = (Quantity) passage(result, way).get("mean");
      double exact = exactPassage(well, result, way);
      assertEquals(exact, mean.value(), 3 * mean.error() + 0.02 * exact);
      assertTrue(mean.error() < 0.1 * exact, mean::toString);
    }
  }

  static double exactPassage(LangevinWell well, StepResult result, int way) {
    List<?> basins = (List<?>) result.fields().get("basins");
    Map<?, ?> from = (Map<?, ?>) basins.get(way);
    Map<?, ?> to = (Map<?, ?>) basins.get(1 - way);
    return well.passage(
        (Double) from.get(way == 0 ? "core_to" : "core_from"),
        (Double) to.get(way == 0 ? "core_from" : "core_to"),
        STEP);
  }

  static Map<?, ?> passage(StepResult result, int at) {
    return (Map<?, ?>) ((List<?>) result.fields().get("passage_times")).get(at);
  }

  static Map<?, ?> barrier(StepResult result, int at) {
    return (Map<?, ?>) ((List<?>) result.fields().get("barriers")).get(at);
  }

  private interface Source {
    SampleTable next();
  }

  private static SampleTable[] tables(int count, Source source) {
    return IntStream.range(0, count).mapToObj(k -> source.next()).toArray(SampleTable[]::new);
  }

  @Test
  void positionsAloneKnowTheRateOfTransitionStateTheory() throws Exception {
    LangevinWell well = new LangevinWell(2, 0);
    SampleTable table = well.overdamped(1_000_000, STEP, new SplittableRandom(8));
    StepResult result = LangevinWell.compare(Set.of(), table);
    assertEquals("none", ((Map<?, ?>) result.fields().get("kinetics")).get("used"));
    for (int way = 0; way < 2; way++) {
      Map<?, ?> barrier = barrier(result, way);
      double error = (Double) barrier.get("tst_rate_err");
      double exact = well.transitionStateRate(); // the metric is that of the unit of time
      assertEquals(exact, (Double) barrier.get("tst_rate"), 3.5 * error + 0.01 * exact);
      assertTrue(error < 0.15 * exact, barrier::toString);
    }
  }

  /**
   * κ = √(1 + (γ/2ω)²) − γ/2ω, ω the frequency of the top: Kramers' rate, which is that of Grote
   * and Hynes for friction without memory. It holds for barriers of many kT, to a relative kT/V‡ or
   * so where the well gives energy away fast enough, so the tolerance is 10 % beside 3 errors.
   */
  @ParameterizedTest
  @CsvSource({"5, 1.5", "5, 4", "6, 2", "5, 8"})
  void transmissionFollowsKramersFromMediumToHighFriction(double height, double friction)
      throws Exception {
    LangevinWell well = new LangevinWell(height, 0);
    SplittableRandom random = new SplittableRandom(5);
    StepResult result =
        LangevinWell.compare(
            GaussianSystem.kinetics(),
            tables(10, () -> well.underdamped(100_000, 10, 0.01, friction, random.split())));
    double reduced = friction / (2 * Math.sqrt(4 * height));
    double kramers = Math.sqrt(1 + reduced * reduced) - reduced;
    assertTrue(
        result.warnings().stream()
            .noneMatch(warning -> warning.contains("disagree") || warning.contains("more than kT")),
        result.warnings()::toString);
    for (int way = 0; way < 2; way++) {
      Map<?, ?> barrier = barrier(result, way);
      double rate = (Double) barrier.get("tst_rate");
      double exact = 0.1 * well.transitionStateRate(); // a frame is 0.1
      assertEquals(exact, rate, 3 * (Double) barrier.get("tst_rate_err") + 0.01 * exact);
      double kappa = (Double) barrier.get("kappa");
      double error = (Double) barrier.get("kappa_err");
      assertEquals(kramers, kappa, 3 * error + 0.1 * kramers);
      assertTrue(kappa < 1 + 3 * error);
      assertTrue(error < 0.12 * kramers, barrier::toString);
    }
  }

  /**
   * Without friction each crossing of the top in one dimension leads to the other core, so κ is 1:
   * the limit of transition-state theory. A segment keeps its energy, so crossings come in bursts.
   */
  @Test
  void withoutFrictionTransitionStateTheoryIsExactAndCrossingsComeInBursts() throws Exception {
    LangevinWell well = new LangevinWell(1.5, 0);
    SplittableRandom random = new SplittableRandom(3);
    StepResult result =
        LangevinWell.compare(
            GaussianSystem.kinetics(),
            tables(800, () -> well.underdamped(1000, 3, 0.02, 0, random.split())));
    for (int way = 0; way < 2; way++) {
      Map<?, ?> barrier = barrier(result, way);
      double kappa = (Double) barrier.get("kappa");
      assertEquals(1, kappa, 3 * (Double) barrier.get("kappa_err"));
      assertTrue((Double) barrier.get("kappa_err") < 0.1, barrier::toString);
      assertTrue(
          (Double) barrier.get("independent_transitions")
              < 0.3 * ((Number) barrier.get("transitions")).doubleValue(),
          barrier::toString);
    }
    assertTrue(
        result.warnings().stream().anyMatch(warning -> warning.contains("come in bursts")),
        result.warnings()::toString);
  }

  /**
   * What made a crossing of the top made a transition, so κ of the velocities of the run is known
   * several times better than one of momenta at large, to which no velocities leave no choice.
   */
  @Test
  void transmissionIsOfTheCrossingsThatTheRunMade() throws Exception {
    LangevinWell well = new LangevinWell(1.5, 0);
    SplittableRandom random = new SplittableRandom(31);
    SampleTable[] tables = tables(800, () -> well.underdamped(1000, 3, 0.02, 0, random.split()));
    StepResult result = LangevinWell.compare(GaussianSystem.kinetics(), tables);
    StepResult averaged = LangevinWell.compare(Set.of(Kinetics.MOMENTUM_AVERAGED), tables);
    assertEquals("momentum-averaged", ((Map<?, ?>) result.fields().get("kinetics")).get("used"));
    for (int way = 0; way < 2; way++) {
      Map<?, ?> barrier = barrier(result, way);
      Map<?, ?> without = barrier(averaged, way);
      assertEquals(barrier.get("tst_rate"), without.get("tst_rate"));
      double exact = 1 / well.densityAgainstTop((Double) barrier.get("at"));
      double kappa = (Double) barrier.get("kappa");
      double error = (Double) barrier.get("kappa_err");
      double larger = (Double) without.get("kappa_err");
      assertEquals(exact, kappa, 3 * error);
      assertEquals(exact, (Double) without.get("kappa"), 3 * larger);
      assertTrue(error < 0.02 && larger > 4 * error, error + " against " + larger);
      double ratio = (Double) barrier.get("observed_rate") / (Double) barrier.get("tst_rate");
      assertEquals(kappa, ratio, 3 * larger);
    }
  }

  /** e^(−T/τ) = 0.05 where nothing was seen in T: τ > T/2.996. */
  @Test
  void tooFewPassagesTellWhatTheTimeExceeds() {
    double[] steps = {600, 400};
    Passages none = new Passages(0, new double[2], steps, steps, steps);
    FirstPassage unseen = new FirstPassage(-1, 1, none, 0.5, "ps");
    assertTrue(Double.isNaN(unseen.mean().value()));
    assertEquals(500 / 2.995732, unseen.longerThan().value(), 1e-4);
    // Poisson of mean 7.7537 sees 3 or fewer with probability 0.05 (tables of χ², 8 degrees)
    Passages three = new Passages(3, new double[] {0.001, 0.002}, steps, steps, steps);
    assertEquals(
        500 / 7.753656, new FirstPassage(-1, 1, three, 0.5, "ps").longerThan().value(), 1e-4);
    Passages many = new Passages(10, new double[] {0.006, 0.004}, steps, steps, steps);
    FirstPassage seen = new FirstPassage(-1, 1, many, 0.5, "ps");
    assertEquals(50, seen.mean().value(), 1e-12);
    assertTrue(Double.isNaN(seen.longerThan().value()));
  }

  @Test
  void aBiasedRunHasNoRatesOfItsOwnAndSaysWhy() throws Exception {
    LangevinWell well = new LangevinWell(2, 0);
    SampleTable table = well.underdamped(100_000, 5, 0.02, 2, new SplittableRandom(9));
    StepResult unbiased = LangevinWell.compare(GaussianSystem.kinetics(), table);
    assertTrue((Double) barrier(unbiased, 0).get("observed_rate") > 0);
    double[] weights = new double[table.end()];
    for (int k = 0; k < weights.length; k++) {
      weights[k] = Math.exp(0.2 * table.values(0)[k]);
    }
    StepResult result = LangevinWell.compare(GaussianSystem.kinetics(), table.withWeights(weights));
    assertTrue(((List<?>) result.fields().get("passage_times")).isEmpty());
    Map<?, ?> barrier = barrier(result, 0);
    assertTrue(Double.isNaN((Double) barrier.get("observed_rate")));
    assertTrue(Double.isNaN((Double) barrier.get("kappa")));
    assertTrue((Double) barrier.get("tst_rate") > 0);
    String why = (String) result.fields().get("rates");
    assertTrue(why.contains("a biased system goes from basin to basin in times of its own"), why);
  }

  @Test
  void framesTooFarApartForTheirTransitionsAreNamed() throws Exception {
    LangevinWell well = new LangevinWell(1.5, 0);
    SplittableRandom random = new SplittableRandom(4);
    StepResult result =
        LangevinWell.compare(
            GaussianSystem.kinetics(), well.underdamped(20_000, 300, 0.02, 3, random));
    assertTrue(Double.isNaN((Double) barrier(result, 0).get("kappa")));
    assertTrue((Double) barrier(result, 0).get("observed_rate") > 0);
    assertTrue(
        result.warnings().stream()
            .anyMatch(warning -> warning.contains("transitions between frames are missed")),
        result.warnings()::toString);
  }
}
