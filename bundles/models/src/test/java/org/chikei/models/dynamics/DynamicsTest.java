package org.chikei.models.dynamics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.chikei.api.model.MechanicalModel;
import org.chikei.api.model.Model;
import org.chikei.api.parameter.ParameterException;
import org.chikei.models.systems.Systems;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class DynamicsTest {
  private static double mean(double[] column, java.util.function.DoubleUnaryOperator of) {
    double sum = 0;
    for (double value : column) {
      sum += of.applyAsDouble(value);
    }
    return sum / column.length;
  }

  @ParameterizedTest
  @MethodSource("org.chikei.models.systems.Systems#masses")
  void hamiltonianMotionKeepsItsEnergy(MechanicalModel model) throws Exception {
    if (!model.conservative()) {
      return;
    }
    SimulationPlan plan =
        Simulations.plan(model, 1, Map.of("frames", 400L, "spacing", 0.05, "seed", 11L));
    double[][] all = Simulations.run(plan);
    int n = model.start().length;
    double[] masses = model.masses();
    double first = Double.NaN;
    for (int k = 0; k < 400; k++) {
      double[] q = new double[n];
      double energy = 0;
      for (int a = 0; a < n; a++) {
        q[a] = all[1 + 3 * a][k];
        double v = all[2 + 3 * a][k];
        energy += 0.5 * masses[a] * v * v;
      }
      energy += model.energy(q);
      first = k == 0 ? energy : first;
      // Verlet with a twentieth of a radian a step: (ωh)²/8 of the energy of the fastest motion
      assertEquals(first, energy, 2e-3 * (1 + n), model + " at frame " + k);
    }
  }

  @Test
  void aModeFollowsItsCosine() throws Exception {
    SimulationPlan plan =
        Simulations.plan(
            Systems.make("harmonic-modes", Map.of()),
            1,
            Map.of("frames", 101L, "spacing", 0.1, "integration-step", 0.002));
    double[][] all = Simulations.run(plan);
    for (int mode = 0; mode < 2; mode++) {
      double w = mode == 0 ? 1 : 3;
      double q0 = all[1 + 3 * mode][0];
      double v0 = all[2 + 3 * mode][0];
      for (int k = 0; k <= 100; k++) {
        double t = 0.1 * k;
        assertEquals(t, all[0][k], 1e-12);
        double q = q0 * Math.cos(w * t) + v0 / w * Math.sin(w * t);
        // (ωh)² ωt/24 of phase
        assertEquals(q, all[1 + 3 * mode][k], 1e-4);
        assertEquals(-w * w * all[1 + 3 * mode][k], all[3 + 3 * mode][k], 1e-12);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"hamiltonian", "langevin", "nose-hoover", "overdamped"})
  void everyDynamicsKeepsTheCanonicalDensity(String dynamics) throws Exception {
    for (double kT : new double[] {1, 0.5}) {
      SimulationPlan plan =
          Simulations.plan(
              Systems.make("double-well-2d", Map.of("h", 1.0, "k", 4.0)),
              kT,
              Map.of("dynamics", dynamics, "segments", 3000L, "frames", 4L, "spacing", 0.7));
      double[][] all = Simulations.run(plan);
      // virials of independent segments: their spread is below 2.5 kT
      double allowed = 5 * 2.5 * kT / Math.sqrt(3000);
      assertEquals(kT, mean(all[1], q -> 4 * q * q * (q * q - 1)), allowed, dynamics);
      int second = plan.moves() ? 4 : 3;
      assertEquals(kT, mean(all[second], q -> 4 * q * q), allowed, dynamics);
      if (plan.moves()) {
        assertEquals(kT, mean(all[2], v -> v * v), allowed, dynamics);
      }
    }
  }

  @Test
  void aModelWithoutDrawsOfItsOwnFindsItsDensity() throws Exception {
    Model model = Systems.make("chain", Map.of("masses", 2L, "alpha", 0.5, "beta", 1.0));
    assertTrue(model.stationary(1).isEmpty());
    SimulationPlan plan =
        Simulations.plan(model, 1, Map.of("segments", 1500L, "frames", 1L, "spacing", 0.1));
    double[][] all = Simulations.run(plan);
    double virial = 0;
    double[] force = new double[2];
    for (int k = 0; k < 1500; k++) {
      double[] q = {all[1][k], all[4][k]};
      ((MechanicalModel) model).force(q, force);
      virial -= (q[0] * force[0] + q[1] * force[1]) / 1500;
    }
    // the virial of two variables spreads by less than 2.5 kT
    assertEquals(2, virial, 5 * 2.5 / Math.sqrt(1500));
  }

  @Test
  void theRotatingTrapHasItsCurrentAndItsWidth() throws Exception {
    // ⟨q²⟩ of each: kT γ²/(k γ² − Ω²) by the Lyapunov equation of mass 1, and ⟨q1 v2⟩ = Ω ⟨q²⟩/γ
    double k = 1;
    double rotation = 0.6;
    double gamma = 1.5;
    SimulationPlan plan =
        Simulations.plan(
            Systems.make("rotating-trap", Map.of("k", k, "rotation", rotation)),
            1,
            Map.of("segments", 4000L, "frames", 2L, "spacing", 3.0, "friction", gamma));
    double[][] all = Simulations.run(plan);
    double width = gamma * gamma / (k * gamma * gamma - rotation * rotation);
    double turning = 0;
    for (int j = 0; j < all[0].length; j++) {
      turning += (all[1][j] * all[5][j] - all[4][j] * all[2][j]) / 2 / all[0].length;
    }
    double allowed = 5 * 1.5 * width / Math.sqrt(4000);
    assertEquals(width, mean(all[1], q -> q * q), allowed);
    assertEquals(width, mean(all[4], q -> q * q), allowed);
    assertEquals(rotation * width / gamma, turning, allowed);
  }

  @Test
  void lorenzHasTheMeansOfItsStationaryState() throws Exception {
    SimulationPlan plan =
        Simulations.plan(
            Systems.make("lorenz-63", Map.of()),
            1,
            Map.of("segments", 40L, "frames", 2000L, "spacing", 0.05));
    double[][] all = Simulations.run(plan);
    // ⟨xy⟩ = β⟨z⟩ holds in any stationary state; ⟨z⟩ is 23.55 (many published runs)
    double xy = 0;
    for (int k = 0; k < all[0].length; k++) {
      xy += all[1][k] * all[4][k] / all[0].length;
    }
    double z = mean(all[7], v -> v);
    assertEquals(23.55, z, 0.1);
    assertEquals(8.0 / 3 * z, xy, 0.2);
    // and the acceleration averages to nothing
    assertEquals(0, mean(all[3], v -> v), 3);
  }

  @Test
  void theGeneSwitchStaysInItsStates() throws Exception {
    SimulationPlan plan =
        Simulations.plan(
            Systems.make("gene-switch", Map.of("a", 0.0, "noise", 0.05)),
            1,
            Map.of("segments", 200L, "frames", 1L, "spacing", 0.1));
    double[][] all = Simulations.run(plan);
    assertEquals(5, all.length);
    for (int k = 0; k < 200; k++) {
      // without self-promotion one gene is on at b/k = 1 and the other off
      double on = Math.max(all[1][k], all[3][k]);
      double off = Math.min(all[1][k], all[3][k]);
      assertEquals(1, on, 0.4);
      assertEquals(0.06, off, 0.4);
    }
  }

  @Test
  void theNumbersDependOnSeedAndSegmentAlone() throws Exception {
    Model model = Systems.make("double-well-2d", Map.of());
    Map<String, Object> settings =
        Map.of("dynamics", "langevin", "segments", 7L, "frames", 300L, "spacing", 0.1);
    SimulationPlan plan = Simulations.plan(model, 1, settings);
    double[][] first = Simulations.run(plan);
    double[][] again = Simulations.run(plan);
    for (int c = 0; c < first.length; c++) {
      org.junit.jupiter.api.Assertions.assertArrayEquals(first[c], again[c]);
    }
    Map<String, Object> other = new java.util.HashMap<>(settings);
    other.put("seed", 2L);
    double[][] differs = Simulations.run(Simulations.plan(model, 1, other));
    assertTrue(first[1][5] != differs[1][5]);
    other.put("seed", 1L);
    other.put("segments", 3L);
    double[][] fewer = Simulations.run(Simulations.plan(model, 1, other));
    org.junit.jupiter.api.Assertions.assertArrayEquals(
        java.util.Arrays.copyOf(first[1], 900), fewer[1]);
  }

  @Test
  void everySegmentBeginsAnew() throws Exception {
    SimulationPlan plan =
        Simulations.plan(
            Systems.make("harmonic-modes", Map.of()),
            1,
            Map.of("segments", 3L, "frames", 250L, "spacing", 0.1));
    assertEquals(java.util.List.of(0, 250, 500), Simulations.beginnings(plan));
  }

  @Test
  void dynamicsThatDoNotSuitAreRefused() {
    for (String[] pair :
        new String[][] {
          {"rotating-trap", "hamiltonian"},
          {"rotating-trap", "nose-hoover"},
          {"lorenz-63", "langevin"},
          {"double-well-2d", "first-order"}
        }) {
      ParameterException e =
          assertThrows(
              ParameterException.class,
              () ->
                  Simulations.plan(
                      Systems.make(pair[0], Map.of()),
                      1,
                      Map.of("dynamics", pair[1], "frames", 1L, "spacing", 1.0)));
      assertEquals("dynamics", e.parameter());
      assertTrue(e.getMessage().contains("use "), e.getMessage());
    }
    assertNotNull(
        assertThrows(
            ParameterException.class,
            () ->
                Simulations.plan(
                    Systems.make("double-well-2d", Map.of()),
                    1,
                    Map.of("frames", 1L, "spacing", 1e9))));
  }
}
