package org.chikei.memory.hierarchy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Systems of which it is known what a projection lost. */
final class HierarchyTest {
  private static final double STEP = 0.02;

  private static Hierarchy of(Slanted system, int levels) {
    return of(new LevelSeries(system.starts, system.r1), Double.NaN, levels);
  }

  private static Hierarchy of(LevelSeries series, double period, int levels) {
    return Hierarchy.of(series, Differentiation.of(series, STEP, period), period, STEP, levels);
  }

  /**
   * From r1 alone: one basin; with r2 two that are states, of a like population by symmetry. The
   * floors of the scores are what the exact r2 gives less what 400 segments leave open (below 1 %
   * for well-separated wells, as trials with other seeds show).
   */
  @ParameterizedTest
  @CsvSource({
    "3, 6, 68.96, 0.94",
    "2, 20, 80, 0.98",
    "3, 30, 83, 0.98",
    "2.5, 8, 75, 0.96",
    "4, 15, 78, 0.98",
    "2.2, 12, 77, 0.97"
  })
  void twoWellsThatTheProjectionHidesComeBack(double h, double k, double degrees, double floor) {
    for (int seed = 11; seed < (Integer.getInteger("chikei.coverage", 20) > 20 ? 21 : 12); seed++) {
      twoWellsComeBack(new Slanted(h, k, Math.toRadians(degrees), 400, 500, STEP, seed), floor);
    }
  }

  private static void twoWellsComeBack(Slanted system, double floor) {
    Hierarchy hierarchy = of(system, 2);
    Level first = hierarchy.levels().get(0);
    Level second = hierarchy.levels().get(1);
    assertEquals(1, first.basins().size());
    assertFalse(first.folded());
    assertEquals(2, second.basins().size());
    assertFalse(second.folded());
    assertTrue(second.basins().get(1).prominence() > 1);
    for (Basin basin : second.basins()) {
      assertEquals(0.5, basin.stay().population(), 0.15);
      assertEquals(Stay.Verdict.STATE, basin.verdict());
      assertFalse(basin.unresolved());
    }
    double score = system.score(system.r1, second.series().values());
    assertTrue(score > floor, "score " + score);
    assertTrue(system.score(system.r1) < score - 0.1);
  }

  /**
   * A soft spring: peaks of ρ(r2) are caustics, through which the system runs and which no estimate
   * draws wider than it must. With c = cos α, r̈1 + k r1 = c q1 (4h + k − 4h q1²) turns back where
   * q1² = (4h + k)/12h, which puts them at ±⅔ c (4h + k) |q1|; the smoothing draws them inwards by
   * a part of its width. A hundred segments would not be enough to tell them from noise with every
   * seed.
   */
  @ParameterizedTest
  @CsvSource({
    "5, 1, 60, 300, 3",
    "5, 1, 60, 400, 7",
    "5, 1, 60, 400, 11",
    "5, 1, 60, 1500, 5",
    "6, 1, 55, 400, 3",
    "4.5, 0.7, 62, 400, 9"
  })
  void foldsAreNoWells(double h, double k, double degrees, int segments, long seed) {
    double angle = Math.toRadians(degrees);
    Level level = of(new Slanted(h, k, angle, segments, 500, STEP, seed), 2).levels().get(1);
    assertTrue(level.folded());
    double turn = 2.0 / 3 * Math.cos(angle) * (4 * h + k) * Math.sqrt((4 * h + k) / (12 * h));
    for (double caustic : new double[] {turn, -turn}) {
      Basin nearest =
          level.peaks().stream()
              .min(Comparator.comparingDouble(peak -> Math.abs(peak.at()[0] - caustic)))
              .orElseThrow();
      assertEquals(caustic, nearest.at()[0], 1.2 * nearest.resolution()[0]);
      assertEquals(Stay.Verdict.FOLD, nearest.verdict());
      assertTrue(nearest.unresolved(), "at " + caustic);
    }
  }

  /**
   * Modes ω = 1, 3 seen at 30°: Ω1² = 9/7, Ω2² = 10 − 9/7, Δ1² = Ω1²Ω2² − 9, r2 = 0.247436 q1 −
   * 3.857143 q2, and nothing after it. And two other modes by the same algebra.
   */
  @ParameterizedTest
  @CsvSource({"1, 3, 30", "1, 2, 45", "0.7, 2.5, 60"})
  void twoHarmonicModesEndWithTheSecondLevel(double slow, double fast, double degrees) {
    Modes modes = new Modes(slow, fast, Math.toRadians(degrees), STEP);
    Hierarchy hierarchy = of(new LevelSeries(modes.starts, modes.r1), Double.NaN, 0);
    assertEquals(2, hierarchy.levels().size(), hierarchy.stopped());
    Level first = hierarchy.levels().get(0);
    Level second = hierarchy.levels().get(1);
    double c = Math.cos(Math.toRadians(degrees));
    double s = Math.sin(Math.toRadians(degrees));
    double a = slow * slow;
    double b = fast * fast;
    double omega = 1 / (c * c / a + s * s / b);
    assertEquals(omega, first.squaredFrequency(), 0.01 * omega);
    assertEquals(a + b - omega, second.squaredFrequency(), 0.01 * (a + b - omega));
    double delta = omega * (a + b - omega) - a * b;
    assertEquals(delta, first.remaining().variance() / first.series().variance(), 0.01 * delta);
    assertTrue(second.remaining().square() < 1e-4 * second.series().square());
    // r2 = (Ω² − ω1²) cos θ q1 + (Ω² − ω2²) sin θ q2, by least squares
    double[] fit = modes.regress(second.series().values());
    assertEquals((omega - a) * c, fit[0], 0.01 * Math.abs((omega - a) * c) + 0.003);
    assertEquals((omega - b) * s, fit[1], 0.01 * Math.abs((omega - b) * s));
  }

  /**
   * Modes of random canonical energies: Ω1² is that of the sample, but r2 is linear in q1 and q2
   * whatever it is, so that nothing comes after it.
   */
  @ParameterizedTest
  @CsvSource({"1, 3, 30, 150", "0.7, 2.5, 60, 400"})
  void modesOfARandomSampleEndWithTheSecondLevel(
      double slow, double fast, double degrees, int segments) {
    Modes modes = new Modes(slow, fast, Math.toRadians(degrees), STEP, segments, 300, 17);
    Hierarchy hierarchy = of(new LevelSeries(modes.starts, modes.r1), Double.NaN, 0);
    assertEquals(2, hierarchy.levels().size(), hierarchy.stopped());
    LevelSeries second = hierarchy.levels().get(1).series();
    LevelSeries third = hierarchy.levels().get(1).remaining();
    assertTrue(third.square() < 1e-4 * second.square(), "left " + third.square() / second.square());
  }

  @Test
  void withMoreLevelsTheFirstCoordinateIsForetoldFurther() {
    Modes modes = new Modes(1, 3, Math.PI / 6, STEP);
    Hierarchy hierarchy = of(new LevelSeries(modes.starts, modes.r1), Double.NaN, 2);
    Foretelling foretelling = Foretelling.of(hierarchy.levels(), STEP, Double.NaN);
    int last = foretelling.times().length - 1;
    // the second level is the whole system: what errs is the force, known to a part of 1e-2
    assertTrue(
        foretelling.errors()[1][last] < 0.05 * foretelling.errors()[0][last],
        foretelling.errors()[1][last] + " against " + foretelling.errors()[0][last]);
    assertEquals(0, foretelling.errors()[0][0]);
  }

  @Test
  void aPeriodicCoordinateMayGoRound() {
    // a pendulum that turns freely: no force at all
    int frames = 4000;
    int segments = 20;
    double[] angle = new double[frames * segments];
    int[] starts = new int[segments + 1];
    for (int s = 0; s < segments; s++) {
      starts[s + 1] = (s + 1) * frames;
      double speed = 0.3 + 0.1 * s;
      for (int j = 0; j < frames; j++) {
        double at = 0.7 * s + speed * j * STEP + 0.2 * Math.sin(4 * j * STEP + s);
        angle[starts[s] + j] = at - 2 * Math.PI * Math.rint(at / (2 * Math.PI));
      }
    }
    Hierarchy hierarchy = of(new LevelSeries(starts, angle), 2 * Math.PI, 1);
    Level level = hierarchy.levels().get(0);
    // r̈ = −3.2 sin(4t + s), of which the angle knows next to nothing
    assertEquals(3.2 * 3.2 / 2, level.remaining().square(), 0.3);
    assertEquals(frames * segments - 6 * segments, level.remaining().defined());
  }

  @Test
  void segmentsAreNeverJoined() {
    LevelSeries series = new LevelSeries(new int[] {0, 50, 120}, new double[120]);
    for (int j = 0; j < 120; j++) {
      series.values()[j] = j < 50 ? j * j : 1e6 - 3.0 * j * j;
    }
    double[] second = Stencil.of(3, 6).apply(Stencil.of(3, 6).second(), series, Double.NaN);
    for (int j = 0; j < 120; j++) {
      boolean inside = j >= 3 && j < 47 || j >= 53 && j < 117;
      assertEquals(inside, Double.isFinite(second[j]), "frame " + j);
      if (inside) {
        assertEquals(j < 50 ? 2 : -6, second[j], 1e-7);
      }
    }
  }

  @Test
  void basinsOfADensityThatIsKnownAreItsOwn() {
    // two Gaussians of weights 3 and 1 at ±2, and a ripple that noise makes
    Random random = new Random(5);
    double[] r = new double[200_000];
    for (int j = 0; j < r.length; j++) {
      r[j] = (random.nextInt(4) == 0 ? 2 : -2) + 0.6 * random.nextGaussian();
    }
    double[][] columns = {r};
    Density density = Density.of(columns, Double.NaN, Folds.of(new int[] {0, r.length}));
    Watershed watershed = Watershed.of(density, 0.5);
    assertEquals(2, watershed.bottoms().length);
    assertEquals(-2, density.cells().centre(watershed.bottoms()[0])[0], 0.1);
    assertEquals(2, density.cells().centre(watershed.bottoms()[1])[0], 0.1);
    // the pass: the least of 3 e^(−(x+2)²/0.72) + e^(−(x−2)²/0.72), by quadrature of a fine table
    double pass = Double.POSITIVE_INFINITY;
    for (double x = -1; x < 1; x += 1e-3) {
      pass =
          Math.min(
              pass, 3 * Math.exp(-(x + 2) * (x + 2) / 0.72) + Math.exp(-(x - 2) * (x - 2) / 0.72));
    }
    assertEquals(Math.log(1 / pass), watershed.prominences()[1], 4 * watershed.errors()[1] + 0.15);
    List<Stay> stays = Stays.of(watershed, columns, new int[] {0, r.length}, 0.5);
    assertEquals(0.75, stays.get(0).population(), 0.01);
    assertEquals(1, stays.get(0).population() + stays.get(1).population(), 1e-12);
    // independent samples leave as often as chance has it: no state, however deep the pass
    assertEquals(Stay.Verdict.FOLD, stays.get(0).verdict());
  }

  /** Gaussians that hardly overlap: 2.355 standard deviations, the smoothing in quadrature. */
  @ParameterizedTest
  @CsvSource({"0.3, 0.5", "0.2, 0.2", "0.4, 0.15"})
  void aPeakIsAsWideAsItFallsToHalfOfItsHeight(double one, double other) {
    Random random = new Random(6);
    double[] r = new double[300_000];
    for (int j = 0; j < r.length; j++) {
      boolean left = random.nextBoolean();
      r[j] = (left ? -2 : 2) + (left ? one : other) * random.nextGaussian();
    }
    double[][] columns = {r};
    Density density = Density.of(columns, Double.NaN, Folds.of(new int[] {0, r.length}));
    Watershed watershed = Watershed.of(density, 0.5);
    assertEquals(2, watershed.bottoms().length);
    for (int k = 0; k < 2; k++) {
      int bottom = watershed.bottoms()[k];
      double deviation = density.cells().centre(bottom)[0] < 0 ? one : other;
      double expected = Math.hypot(2.3548 * deviation, density.resolution()[0]);
      // noise of the height of a peak of some thousands of samples
      assertEquals(expected, density.widths(bottom, watershed.halfWay(k))[0], 0.04 * expected);
    }
  }

  /** Bounds of Poisson: a mean stay of 40 against 8 · 1.5 cannot be told by one exit. */
  @ParameterizedTest
  @CsvSource({"20000, 40, STATE", "20000, 2, FOLD", "60, 40, UNDECIDED"})
  void staysTellStatesFromFoldsOnlyWhereThereAreEnough(
      int frames, double mean, Stay.Verdict verdict) {
    Stay stay = new Stay(0.5, frames, Math.round(frames / mean), 1.5, true);
    assertEquals(mean, stay.mean(), 0.35 * mean);
    assertEquals(stay.mean() / Math.sqrt(stay.exits()), stay.error(), 1e-12);
    assertEquals(verdict, stay.verdict());
    assertEquals(Stay.Verdict.ONLY, new Stay(1, frames, -1, 1.5, true).verdict());
  }

  @Test
  void noiseIsToldAndSmoothed() {
    Random random = new Random(9);
    double[] r = new double[40_000];
    double[] exact = new double[r.length];
    for (int j = 0; j < r.length; j++) {
      r[j] = Math.sin(2 * j * STEP) + 1e-3 * random.nextGaussian();
      exact[j] = -4 * Math.sin(2 * j * STEP);
    }
    Differentiation derivative =
        Differentiation.of(new LevelSeries(new int[] {0, r.length}, r), STEP, Double.NaN);
    double error = 0;
    int count = 0;
    for (int j = 0; j < r.length; j++) {
      if (Double.isFinite(derivative.second()[j])) {
        error += Math.pow(derivative.second()[j] - exact[j], 2);
        count++;
      }
    }
    double part = error / count / 8;
    assertTrue(part < 0.01, "error " + part);
    assertTrue(derivative.noise() > 0.3 * part && derivative.noise() < 3 * part + 1e-9);
    // three frames would have made noise of (1e-3/0.02²)² · 6 / 8 of it
    assertTrue(derivative.stencil().half() > 6);
  }

  /** A linear function is met to rounding, and a curved one to what noise leaves. */
  @Test
  void conditionalMeans() {
    Random random = new Random(3);
    int n = 50_000;
    double[][] columns = new double[2][n];
    double[] linear = new double[n];
    double[] curved = new double[n];
    for (int j = 0; j < n; j++) {
      columns[0][j] = random.nextGaussian();
      columns[1][j] = 5 * random.nextGaussian() + columns[0][j];
      linear[j] = 2 + 3 * columns[0][j] - 0.7 * columns[1][j];
      curved[j] = Math.sin(2 * columns[0][j]) * columns[1][j] + random.nextGaussian();
    }
    byte[] fold = Folds.of(new int[] {0, n});
    ConditionalMean straight = ConditionalMean.of(columns, Double.NaN, linear, fold);
    ConditionalMean bent = ConditionalMean.of(columns, Double.NaN, curved, fold);
    double square = 0;
    int inside = 0;
    for (int j = 0; j < 2000; j++) {
      double a = columns[0][j];
      double b = columns[1][j];
      assertEquals(2 + 3 * a - 0.7 * b, straight.at(a, b), 1e-6);
      if (Math.abs(a) < 2 && Math.abs(b) < 10) {
        square += Math.pow(bent.at(a, b) - Math.sin(2 * a) * b, 2);
        inside++;
      }
    }
    // noise of 1 over some 100 samples and more in each Gaussian, and as much bias: of 12 in all
    assertTrue(square / inside < 0.03, "mean square error " + square / inside);
    assertTrue(Double.isNaN(straight.at(1000, 0)));
  }
}
