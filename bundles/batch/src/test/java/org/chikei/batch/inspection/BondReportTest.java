package org.chikei.batch.inspection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.chikei.api.structure.Atom;
import org.chikei.api.structure.Bond;
import org.chikei.api.structure.Structure;
import org.chikei.batch.engine.BondColumns;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Harmonic bonds whose R and Ṙ are drawn from their exact distribution. */
final class BondReportTest {
  private static final double KT = 2.494;
  private static final double MASS = 12;

  private final Structure structure = chain(21);

  private static Structure chain(int atoms) {
    List<Atom> all = new ArrayList<>();
    List<Bond> bonds = new ArrayList<>();
    for (int k = 0; k < atoms; k++) {
      all.add(new Atom(k + 1, "C", "C" + k, "X", 1, "", MASS));
      if (k > 0) {
        bonds.add(new Bond(k - 1, k, 1));
      }
    }
    return new Structure(all, bonds, false, null, "chain");
  }

  /**
   * Frames of bonds with frequencies of 150 to 450 per ps (1.4 to 4 THz·2π …), Ṙ being older than R
   * by a lag: R(t) = A cos φ, Ṙ(t − τ) = −Aω sin(φ − ωτ) for every amplitude and phase.
   */
  private BondColumns frames(int frames, double lag, double heat, boolean rigid, long seed) {
    Random random = new Random(seed);
    int bonds = structure.bonds().size();
    double[][] lengths = new double[bonds][frames];
    double[][] rates = new double[bonds][frames];
    double inverseMass = 2 / MASS;
    for (int b = 0; b < bonds; b++) {
      double frequency = 150 + 15 * b;
      double sigma = Math.sqrt(heat * KT * inverseMass) / frequency;
      for (int j = 0; j < frames; j++) {
        double x = sigma * random.nextGaussian();
        double y = sigma * random.nextGaussian();
        double angle = frequency * lag;
        lengths[b][j] = rigid ? 0.1 + 1e-8 * x : 0.15 + x;
        rates[b][j] = rigid ? 1e-6 * y : frequency * (y * Math.cos(angle) + x * Math.sin(angle));
      }
    }
    return new BondColumns(structure.bonds(), lengths, rates);
  }

  @Test
  void velocitiesOfTheSameTimeGiveNoFalseAlarm() {
    for (long seed = 1; seed <= 400; seed++) {
      BondReport report = BondReport.judge(structure, frames(200, 0, 1, false, seed), KT, false);
      assertFalse(report.halfStepVelocities());
      assertEquals(List.of(), report.warnings());
    }
  }

  @ParameterizedTest
  @CsvSource({"1000, 0.00025", "1000, 0.001", "200, 0.001", "1000, -0.0005"})
  void halfStepVelocitiesAreFoundWithTheirLag(int frames, double lag) {
    for (long seed = 1; seed <= 20; seed++) {
      BondColumns columns = frames(frames, lag, 1, false, seed);
      BondReport report = BondReport.judge(structure, columns, KT, false);
      assertTrue(report.halfStepVelocities());
      assertTrue(report.warnings().get(0).contains(lag > 0 ? "before the pos" : "after the pos"));
    }
    BondColumns columns = frames(frames, lag, 1, false, 7);
    List<BondMotion> motions = new ArrayList<>();
    for (int b = 0; b < columns.bonds().size(); b++) {
      motions.add(
          BondMotion.of(
              columns.bonds().get(b), columns.lengths()[b], columns.rates()[b], 2 / MASS));
    }
    VelocityLag found = VelocityLag.of(motions);
    // sin ωτ instead of ωτ takes up to 8 % of a lag of 1 fs at 450/ps
    assertEquals(lag, found.lag(), 4 * found.error() + 0.08 * Math.abs(lag));
  }

  @Test
  void rigidBondsAreNamed() {
    BondReport report = BondReport.judge(structure, frames(20, 0, 1, true, 1), KT, false);
    assertTrue(report.constrained());
    assertFalse(report.halfStepVelocities());
    assertEquals(1, report.warnings().size());
    assertTrue(
        report.warnings().get(0).startsWith("constraints: 20 of 20 bonds"),
        report.warnings().get(0));
    BondColumns still = frames(20, 0, 1, true, 1);
    BondColumns lengths = new BondColumns(still.bonds(), still.lengths(), null);
    assertTrue(BondReport.judge(structure, lengths, KT, false).constrained());
    BondColumns moving = frames(20, 0, 1, false, 1);
    assertFalse(
        BondReport.judge(
                structure, new BondColumns(moving.bonds(), moving.lengths(), null), KT, false)
            .constrained());
  }

  @ParameterizedTest
  @CsvSource({"0.83, true", "1.3, true", "0.95, false", "1.08, false"})
  void aTemperatureThatDoesNotBelongToTheVelocitiesIsTold(double heat, boolean told) {
    BondReport report = BondReport.judge(structure, frames(1000, 0, heat, false, 3), KT, false);
    assertEquals(told, !report.warnings().isEmpty());
  }

  @Test
  void carbonsWithoutHydrogensSeemUnited() {
    assertEquals(21, UnitedAtoms.find(chain(21)).size());
    Structure heavy = chain(4).withMasses(new double[] {15.035, 14.027, 14.027, 15.035});
    assertEquals(List.of(), UnitedAtoms.find(heavy));
  }
}
