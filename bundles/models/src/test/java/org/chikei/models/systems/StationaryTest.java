package org.chikei.models.systems;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import org.chikei.api.model.MechanicalModel;
import org.chikei.api.model.Model;
import org.chikei.models.sampling.SeededRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Draws from stationary densities against what is known of them. */
class StationaryTest {
  private static final int DRAWS = 20_000;

  /**
   * Virial: ⟨q_a F_a⟩ = −kT for every variable on its own, whatever the potential; a free direction
   * has ⟨F_a²⟩ = kT ⟨∂²V/∂q_a²⟩ instead. Summed over all variables that are bound the mean has the
   * standard error of its own samples, and five of them are allowed.
   */
  @ParameterizedTest
  @MethodSource("org.chikei.models.systems.Systems#masses")
  void theVirialIsThatOfTheTemperature(MechanicalModel model) {
    if (model.toString().startsWith("Molecule") || !model.conservative()) {
      return;
    }
    for (double kT : new double[] {1, 0.4}) {
      if (model.stationary(kT).isEmpty()) {
        continue;
      }
      Model.StateDraw draw = model.stationary(kT).orElseThrow();
      SeededRandom random = new SeededRandom(1, 2);
      // forces average to nothing, so that any origin will do
      double[] start = model.start();
      int n = start.length;
      double[] q = new double[n];
      double[] force = new double[n];
      double sum = 0;
      double squares = 0;
      for (int k = 0; k < DRAWS; k++) {
        draw.draw(random, q);
        model.force(q, force);
        double virial = 0;
        for (int a = 0; a < n; a++) {
          virial -= (q[a] - start[a]) * force[a];
        }
        sum += virial;
        squares += virial * virial;
      }
      double mean = sum / DRAWS;
      double error = Math.sqrt((squares / DRAWS - mean * mean) / DRAWS);
      assertEquals(n * kT, mean, 5 * error, model + " at " + kT);
      assertTrue(error < 0.2 * n * kT, model + ": " + error);
    }
  }

  @Test
  void theAngleOfFreeStiffBondsHasTheSineAsItsDensity() {
    Model model = Systems.make("free-molecule", Map.of());
    Model.StateDraw draw = model.stationary(1).orElseThrow();
    SeededRandom random = new SeededRandom(3, 1);
    double[] q = new double[9];
    double[] cosines = new double[DRAWS];
    for (int k = 0; k < DRAWS; k++) {
      draw.draw(random, q);
      double ab = 0;
      double aa = 0;
      double bb = 0;
      for (int d = 0; d < 3; d++) {
        double a = q[d] - q[3 + d];
        double b = q[6 + d] - q[3 + d];
        ab += a * b;
        aa += a * a;
        bb += b * b;
      }
      cosines[k] = ab / Math.sqrt(aa * bb);
    }
    // ρ ∝ sin θ: the cosine is uniform
    agreesWith(cosines, x -> (x + 1) / 2);
  }

  @Test
  void theBarrierOfTheDoubleWellHasItsHeight() {
    for (double h : new double[] {1, 3}) {
      Model model = Systems.make("double-well-2d", Map.of("h", h));
      Model.StateDraw draw = model.stationary(1).orElseThrow();
      SeededRandom random = new SeededRandom(3, 1);
      double[] q = new double[2];
      double[] x = new double[DRAWS];
      for (int k = 0; k < DRAWS; k++) {
        draw.draw(random, q);
        x[k] = q[0];
      }
      double[] cumulated = cumulated(t -> Math.exp(-h * (t * t - 1) * (t * t - 1)), -3, 3);
      agreesWith(x, t -> interpolated(cumulated, (t + 3) / 6));
    }
  }

  @Test
  void theEllipticCoordinateHasTheDensityOfItsMetric() {
    Model model = Systems.make("elliptic-hill", Map.of());
    Model.StateDraw draw = model.stationary(1).orElseThrow();
    SeededRandom random = new SeededRandom(3, 1);
    double[] q = new double[2];
    double[] mu = new double[DRAWS];
    for (int k = 0; k < DRAWS; k++) {
      draw.draw(random, q);
      double sum = (Math.hypot(q[0] + 1, q[1]) + Math.hypot(q[0] - 1, q[1])) / 2;
      mu[k] = Math.log(sum + Math.sqrt(Math.max(0, sum * sum - 1)));
    }
    double[] cumulated =
        cumulated(
            m -> {
              double t = (m - 1) / 0.25;
              double beyond = Math.max(0, m - 2);
              return Math.cosh(2 * m) * Math.exp(-5 * Math.exp(-t * t) - 50 * beyond * beyond);
            },
            0,
            4);
    agreesWith(mu, m -> interpolated(cumulated, m / 4));
  }

  /** Kolmogorov's distance; 1.95/√n is passed once in a thousand times. */
  private static void agreesWith(double[] sample, DoubleUnaryOperator distribution) {
    double[] sorted = sample.clone();
    java.util.Arrays.sort(sorted);
    double largest = 0;
    for (int k = 0; k < sorted.length; k++) {
      double expected = distribution.applyAsDouble(sorted[k]);
      largest = Math.max(largest, Math.abs(expected - (k + 0.5) / sorted.length));
    }
    assertTrue(largest < 1.95 / Math.sqrt(sorted.length), "distance " + largest);
  }

  private static double[] cumulated(DoubleUnaryOperator density, double from, double to) {
    double[] sums = new double[100_001];
    double width = (to - from) / (sums.length - 1);
    for (int k = 1; k < sums.length; k++) {
      sums[k] = sums[k - 1] + density.applyAsDouble(from + (k - 0.5) * width);
    }
    for (int k = 0; k < sums.length; k++) {
      sums[k] /= sums[sums.length - 1];
    }
    return sums;
  }

  private static double interpolated(double[] sums, double share) {
    double place = Math.max(0, Math.min(1, share)) * (sums.length - 1);
    int k = (int) Math.min(sums.length - 2, place);
    return sums[k] + (place - k) * (sums[k + 1] - sums[k]);
  }
}
