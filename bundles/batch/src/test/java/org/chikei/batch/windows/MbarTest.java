package org.chikei.batch.windows;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.SplittableRandom;
import org.chikei.api.coordinate.Period;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Free energies, errors and overlap against those of pymbar 4 (of October 2025, relative tolerance
 * 1e-14), which a minimisation by scipy's BFGS confirmed to 2e-9, on the tables beside this class.
 */
class MbarTest {
  private static final double[][] CENTRES = {{-1.5}, {-1}, {-0.5}, {0}, {0.4}, {1}, {1.6}};
  private static final double[][] CONSTANTS = {{20}, {15}, {30}, {0}, {25}, {12}, {18}};

  private static Restraints harmonic() {
    return new Restraints(new int[] {0}, new Period[1], CENTRES, CONSTANTS, true);
  }

  private static Restraints torsions() {
    return new Restraints(
        new int[] {0, 1},
        new Period[] {Period.TURN, Period.TURN},
        new double[][] {{-3, 0}, {-1.5, 0.5}, {0, 0}, {1.5, -0.5}, {3, 2.5}, {2.8, -2.6}},
        new double[][] {{2, 1}, {3, 1.5}, {2, 2}, {2, 0}, {1.5, 1}, {2, 1}},
        true);
  }

  @Test
  void freeEnergiesAreThoseOfAnotherProgram() throws Exception {
    try (Joined joined = new Joined(harmonic(), Tables.samples("harmonic.csv"), 2.5)) {
      assertArrayEquals(
          new double[] {
            0,
            -1.614569549674,
            -2.159728088937,
            -3.325920549049,
            -2.490264841140,
            -1.940212283941,
            0.170363427061
          },
          joined.freeEnergies(),
          1e-9);
    }
  }

  @Test
  void freeEnergiesOfTwoPeriodicCoordinatesAreThoseOfAnotherProgram() throws Exception {
    try (Joined joined = new Joined(torsions(), Tables.samples("torsions.csv"), 1)) {
      assertArrayEquals(
          new double[] {
            0, 1.328149944421, 3.420715805657, 0.086186640553, 0.267217278163, 0.242290822752
          },
          joined.freeEnergies(),
          1e-9);
    }
  }

  /**
   * Both are estimates of one variance: pymbar's pools what ours keeps apart by window, from 60 to
   * 150 frames each.
   */
  @Test
  void errorsOfIndependentFramesAreThoseOfAnotherProgram() throws Exception {
    double[] pymbar = {0, 0.096179, 0.142964, 0.152719, 0.185915, 0.197003, 0.235864};
    try (Joined joined = new Joined(harmonic(), Tables.samples("harmonic.csv"), 2.5)) {
      double[][] scatter = new double[7][7];
      for (int k = 0; k < 7; k++) {
        joined.addScatter(k, 1, scatter);
      }
      double[][] covariance = joined.covariance(scatter);
      for (int k = 1; k < 7; k++) {
        assertEquals(pymbar[k], Math.sqrt(covariance[k][k]), 0.1 * pymbar[k]);
      }
    }
  }

  @Test
  void overlapIsThatOfAnotherProgram() throws Exception {
    try (Joined joined = new Joined(harmonic(), Tables.samples("harmonic.csv"), 2.5)) {
      double[][] overlap = joined.overlap();
      assertEquals(0.17385549845247195, overlap[0][1], 1e-9);
      assertEquals(0.2607832476787079, overlap[1][0], 1e-9);
      assertEquals(0.268343904546588, overlap[2][3], 1e-9);
      assertEquals(0.2146751236372704, overlap[3][2], 1e-9);
      for (double[] row : overlap) {
        double sum = 0;
        for (double each : row) {
          sum += each;
        }
        assertEquals(1, sum, 1e-12);
      }
    }
  }

  /** ⟨x²⟩ of the system without restraint, from pymbar's expectations. */
  @Test
  void weightsGiveTheExpectationsOfAnotherProgram() throws Exception {
    WindowSamples samples = Tables.samples("harmonic.csv");
    try (Joined joined = new Joined(harmonic(), samples, 2.5)) {
      double weight = 0;
      double square = 0;
      double frames = 0;
      for (int s = 0; s < samples.segments(); s++) {
        double[][] values = samples.values(s);
        double[] weights = new double[values[0].length];
        joined.weights().weigh(values, 0, weights.length, weights);
        for (int n = 0; n < weights.length; n++) {
          frames++;
          weight += weights[n];
          square += weights[n] * values[0][n] * values[0][n];
        }
      }
      assertEquals(0.287498313728, square / weight, 1e-9);
      assertEquals(1, weight / frames, 1e-12);
    }
  }

  /**
   * exp(−βU) of a harmonic system of stiffness K under k has F = ½ kT ln((K + k)/K) + ½ c² Kk/(K +
   * k), by Gaussian integrals. 20,000 independent frames a window.
   */
  @Test
  void freeEnergiesOfAHarmonicSystemAreExactWithinTheirErrors() throws Exception {
    double[] counts = {20_000, 20_000, 20_000, 20_000, 20_000, 20_000, 20_000};
    WindowSamples samples = harmonicSamples(counts, 11, 0);
    try (Joined joined = new Joined(harmonic(), samples, 2.5)) {
      WindowErrors errors = new WindowErrors(joined);
      double[] f = joined.freeEnergies();
      for (int k = 1; k < f.length; k++) {
        double exact = exact(k) - exact(0);
        assertTrue(errors.difference(k, 0) < 0.02);
        assertEquals(exact, f[k], 3 * errors.difference(k, 0));
      }
    }
  }

  /** Of every pair of windows, from 400 to 600 frames of each that know each other for a time. */
  @ParameterizedTest
  @ValueSource(doubles = {0, 5, 12})
  void errorsOfDifferencesCoverWhatTheyShouldForCorrelatedFrames(double time) throws Exception {
    double[] counts = {400, 500, 400, 600, 500, 400, 400};
    int seeds = Integer.getInteger("chikei.coverage", 60);
    int one = 0;
    int two = 0;
    int tried = 0;
    for (int seed = 1; seed <= seeds; seed++) {
      try (Joined joined = new Joined(harmonic(), harmonicSamples(counts, seed, time), 2.5)) {
        WindowErrors errors = new WindowErrors(joined);
        double[] f = joined.freeEnergies();
        for (int k = 1; k < f.length; k++) {
          for (int l = 0; l < k; l++) {
            double off = Math.abs(f[k] - f[l] - exact(k) + exact(l)) / errors.difference(k, l);
            one += off < 1 ? 1 : 0;
            two += off < 1.96 ? 1 : 0;
            tried++;
          }
        }
      }
    }
    System.out.printf(
        "free energies of windows, time %.0f: %.3f %.3f%n",
        time, one / (double) tried, two / (double) tried);
    // the free energies of one data set are correlated: about two of them are independent
    double slack = 3 / Math.sqrt(2.0 * seeds);
    assertEquals(0.68, one / (double) tried, 0.06 + 0.47 * slack);
    assertEquals(0.95, two / (double) tried, 0.02 + 0.22 * slack);
  }

  @Test
  void windowsThatShareNoFramesAreRefusedByNumber() {
    Restraints far =
        new Restraints(
            new int[] {0},
            new Period[1],
            new double[][] {{0}, {0.1}, {50}},
            new double[][] {{1000}, {1000}, {1000}},
            true);
    UnconnectedWindows e =
        assertThrows(
            UnconnectedWindows.class,
            () ->
                new Joined(
                    far,
                    Tables.samples(
                        new double[][] {{0.01, -0.02, 0}, {0.1, 0.09, 0.05}, {50, 50.01, 49.9}}),
                    2.5));
    assertTrue(
        e.getMessage().startsWith("the windows 3 share no frames with window 1"), e::getMessage);
    UnconnectedWindows empty =
        assertThrows(
            UnconnectedWindows.class,
            () ->
                new Joined(far, Tables.samples(new double[][] {{0.01}, {0.1}, {Double.NaN}}), 2.5));
    assertTrue(empty.getMessage().startsWith("window 3 has no frame"), empty::getMessage);
  }

  @Test
  void influencesOfAllFramesAddUpToNothingWindowByWindow() throws Exception {
    WindowSamples samples = Tables.samples("harmonic.csv");
    try (Joined joined = new Joined(harmonic(), samples, 2.5)) {
      int[] runs = new int[14];
      for (int s = 0; s < 7; s++) {
        int size = samples.values(s)[0].length;
        runs[2 * s] = 25;
        runs[2 * s + 1] = size - 25;
      }
      double[][] influences = joined.influences(runs);
      for (int s = 0; s < 7; s++) {
        for (int k = 0; k < 7; k++) {
          assertEquals(0, influences[2 * s][k] + influences[2 * s + 1][k], 1e-12);
        }
      }
    }
  }

  /** A window whose centre is not the one that it was run with. */
  @Test
  void aWindowThatDisagreesIsNamed() throws Exception {
    double[] counts = {2000, 2000, 2000, 2000, 2000, 2000, 2000};
    double[][] wrong = CENTRES.clone();
    wrong[4] = new double[] {0.6};
    Restraints restraints = new Restraints(new int[] {0}, new Period[1], wrong, CONSTANTS, true);
    try (Joined joined = new Joined(restraints, harmonicSamples(counts, 3, 2), 2.5)) {
      List<String> warnings =
          new WindowAgreement(joined, new WindowErrors(joined)).warnings(List.of());
      assertTrue(
          warnings.stream().anyMatch(w -> w.startsWith("window 5 disagrees")), warnings::toString);
    }
  }

  /** p-values of windows that agree: 5 % below 0.05, give or take three standard deviations. */
  @Test
  void windowsThatAgreeDisagreeByChanceAlone() throws Exception {
    double[] counts = {600, 600, 600, 600, 600, 600, 600};
    int low = 0;
    int tried = 0;
    for (int seed = 1; seed <= 60; seed++) {
      try (Joined joined = new Joined(harmonic(), harmonicSamples(counts, seed, 3), 2.5)) {
        WindowAgreement agreement = new WindowAgreement(joined, new WindowErrors(joined));
        assertEquals(List.of(), agreement.warnings(List.of()));
        for (int k = 0; k < 7; k++) {
          low += agreement.probability(k) < 0.05 ? 1 : 0;
          tried++;
        }
      }
    }
    assertEquals(0.05, low / (double) tried, 0.035);
  }

  private static double exact(int k) {
    double stiffness = 8;
    double c = CENTRES[k][0];
    double own = CONSTANTS[k][0];
    double sum = stiffness + own;
    return 0.5 * stiffness * own / sum * c * c / 2.5 + 0.5 * Math.log(sum / stiffness);
  }

  /** Gaussian frames whose correlation decays over a time; 0 for independent ones. */
  private static WindowSamples harmonicSamples(double[] counts, long seed, double time) {
    SplittableRandom random = new SplittableRandom(seed);
    double[][] frames = new double[counts.length][];
    for (int k = 0; k < frames.length; k++) {
      double sum = 8 + CONSTANTS[k][0];
      double keep = time == 0 ? 0 : Math.exp(-1 / time);
      frames[k] = new double[(int) counts[k]];
      double x = gauss(random);
      for (int n = 0; n < frames[k].length; n++) {
        x = keep * x + Math.sqrt(1 - keep * keep) * gauss(random);
        frames[k][n] = CONSTANTS[k][0] * CENTRES[k][0] / sum + Math.sqrt(2.5 / sum) * x;
      }
    }
    return Tables.samples(frames);
  }

  private static double gauss(SplittableRandom random) {
    double u = 1 - random.nextDouble();
    return Math.sqrt(-2 * Math.log(u)) * Math.cos(2 * Math.PI * random.nextDouble());
  }
}
