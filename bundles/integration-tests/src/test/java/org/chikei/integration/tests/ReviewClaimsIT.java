package org.chikei.integration.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.DoubleUnaryOperator;
import org.chikei.integration.tests.ExecutableJar.Outcome;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What the founding review says of the two landscapes (S. Kawai, Ensemble 16(1), 2014, section 3),
 * each sentence held against coordinates of real atoms in a sample whose every frame is drawn from
 * the canonical distribution.
 */
class ReviewClaimsIT {
  private static final String JOB =
      """
      source:
        trajectory: sample.xyz
        structure: structure.xyz
        units: {length: nm, time: ps, velocity: nm/ps, force: kJ/mol/nm}
        masses: {1: 12, 2: 16, 3: 20, 4: 16, 5: 12, 6: 14, 7: 12, 8: 12}
        temperature: 300
      coordinates:
        - {name: z, type: position, atoms: [1], component: z}
        - {name: d, type: distance, atoms: [1, 2]}
        - {name: mu, type: elliptic, atoms: [3], foci: [[-0.1, 0, 0], [0.1, 0, 0]], component: mu}
        - {name: s, type: irc, frames: path.xyz, atoms: [4, 5], fit: none}
        - name: near
          type: switched-centre
          around: [6]
          atoms: [7, 8]
          switching: {kind: rational, r0: 0.25}
      analysis:
        - {step: comparison, of: z, bins: 40}
        - {step: comparison, of: d, bins: 40}
        - {step: comparison, of: mu, bins: 40}
        - {step: comparison, of: s, bins: 40}
        - {step: comparison, of: near, bins: 40}
      output: {directory: results}
      """;

  private static final double[] MASSES = ReviewSample.MASSES;

  @TempDir static Path folder;
  private static Outcome outcome;

  @BeforeAll
  static void run() throws Exception {
    ReviewSample.write(folder, 30_000, 20140101);
    Files.writeString(folder.resolve("job.yaml"), JOB);
    outcome = ExecutableJar.run(folder, "run", "job.yaml");
    assertEquals(0, outcome.status(), outcome::errors);
  }

  @Test
  @DisplayName(
      "For a Cartesian coordinate of an atom <v²; r> is the same everywhere, so free-energy landscape"
          + " and potential of mean force are the same (21)")
  void alongACartesianCoordinateTheyAreEqual() throws Exception {
    assertEqualLandscapes("z", MASSES[0]);
  }

  @Test
  @DisplayName(
      "For a distance between nuclei no coefficient of p² in the kinetic energy depends on the place, so"
          + " they are the same")
  void alongADistanceTheyAreEqual() throws Exception {
    assertEqualLandscapes("d", 1 / (1 / MASSES[0] + 1 / MASSES[1]));
  }

  /** Vm from the forces and G from the counts agree, beside the verdict on (21). */
  private static void assertEqualLandscapes(String name, double mass) throws Exception {
    assertTrue(
        outcome.output().contains("Along " + name + ", G and Vm are equal"), outcome::output);
    Table table = Table.read(folder.resolve("results/" + name + ".comparison.csv"));
    assertFollows(table, "Vm");
    double[] d = table.column("D");
    double[] count = table.column("count");
    for (int k = 0; k < d.length; k++) {
      assertTrue(count[k] == 0 || Math.abs(d[k] * mass / ReviewSample.KT - 1) < 1e-4);
    }
  }

  /** |∇μ|² = 1/[c² (sinh²μ + sin²ν)], averaged over ν with the volume (sinh²μ + sin²ν) sin ν. */
  @Test
  @DisplayName(
      "Along an elliptic coordinate the condition does not hold in general, and they differ")
  void alongAnEllipticCoordinateTheyDiffer() throws Exception {
    assertDifferentLandscapes(
        "mu", mu -> 2 / (0.01 * MASSES[2] * (2 * Math.pow(Math.sinh(mu), 2) + 4.0 / 3)), 0.002);
  }

  /**
   * |∇s|² = 1/(1 − κη)² averaged over η with the volume (1 − κη): 1 along straight parts, ∫ w/(1 −
   * κη)/∫ w in the turn, w = exp(−(η/0.06)⁴). The path is smoothed over the two places where its
   * curvature jumps, which are left out.
   */
  @Test
  @DisplayName(
      "Along the arc length of a reaction path its curvature puts a coefficient that depends on s before"
          + " p², and they differ")
  void alongAReactionPathTheyDiffer() throws Exception {
    double turn = 0;
    double whole = 0;
    for (double eta = -0.095; eta < 0.095; eta += 1e-5) {
      double weight = Math.exp(-Math.pow(eta / 0.06, 4));
      turn += weight / (1 - eta / 0.1);
      whole += weight;
    }
    double inTurn = turn / whole;
    double middle = 4 * (Math.PI * 0.05 + 0.12); // mass 16, s from the first frame of the path
    double half = 4 * Math.PI * 0.05;
    assertDifferentLandscapes(
        "s",
        s -> {
          double off = Math.abs(s - middle);
          return Math.abs(off - half) < 0.15 ? Double.NaN : off < half ? inTurn : 1;
        },
        0.02);
  }

  /**
   * One member near: 1/m = 1/14 + 1/12; where both are equally near, half of each, and the weights
   * change with the place besides.
   */
  @Test
  @DisplayName(
      "Along a collective coordinate whose members change with its value the effective mass changes, and"
          + " they differ")
  void whereMembersChangeTheyDiffer() throws Exception {
    assertDifferentLandscapes("near", r -> Double.NaN, 0);
    double[] m = Table.read(folder.resolve("results/near.comparison.csv")).column("m");
    double lightest = Double.POSITIVE_INFINITY;
    double heaviest = 0;
    for (double mass : m) {
      lightest = mass < lightest ? mass : lightest;
      heaviest = mass > heaviest ? mass : heaviest;
    }
    assertTrue(heaviest > 1.5 * lightest, heaviest + " and " + lightest);
  }

  private static void assertDifferentLandscapes(
      String name, DoubleUnaryOperator inverseMass, double tolerance) throws Exception {
    assertTrue(outcome.output().contains("Along " + name + ", G and Vm differ"), outcome::output);
    Table table = Table.read(folder.resolve("results/" + name + ".comparison.csv"));
    double[] r = table.column("r");
    double[] d = table.column("D");
    double[] error = table.column("D_err");
    double[] piece = table.column("piece");
    int compared = 0;
    for (int k = 0; k < r.length; k++) {
      double exact = inverseMass.applyAsDouble(r[k]) * ReviewSample.KT;
      if (piece[k] > 0 && exact > 0) {
        assertEquals(exact, d[k], 4 * error[k] + tolerance * exact, name + " at " + r[k]);
        compared++;
      }
    }
    assertTrue(tolerance == 0 || compared > 15, () -> "few places compared");
  }

  @ParameterizedTest
  @ValueSource(strings = {"z", "d", "mu", "s", "near"})
  @DisplayName(
      "Ching's formula holds whatever the quantity and the system, as its derivation shows (17)–(20)")
  void chingsFormulaHoldsAlongAll(String name) throws Exception {
    assertFollows(Table.read(folder.resolve("results/" + name + ".comparison.csv")), "G_ching");
    assertTrue(!outcome.errors().contains("Ching's density of '" + name), outcome::errors);
  }

  /**
   * A curve is G but for a constant, piece by piece: within 4 errors of either, since some 200 bins
   * are looked at, and what a mean over a bin differs from its centre, 0.03 kT at the steepest.
   */
  private static void assertFollows(Table table, String curve) {
    double[] g = table.column("G");
    double[] gError = table.column("G_err");
    double[] y = table.column(curve);
    double[] error = table.column(curve + "_err");
    double[] count = table.column("count");
    double[] piece = table.column("piece");
    for (int number = 1; number <= 3; number++) {
      double mean = 0;
      double frames = 0;
      for (int k = 0; k < g.length; k++) {
        if (piece[k] == number) {
          mean += count[k] * (y[k] - g[k]);
          frames += count[k];
        }
      }
      assertTrue(number > 1 || frames > 20_000, () -> "few frames in the first piece");
      for (int k = 0; k < g.length; k++) {
        if (piece[k] == number) {
          double off = y[k] - g[k] - mean / frames;
          double tolerance = 4 * Math.hypot(error[k], gError[k]) + 0.03 * ReviewSample.KT;
          assertEquals(0, off, tolerance, curve + " at " + table.column("r")[k]);
        }
      }
    }
  }
}
