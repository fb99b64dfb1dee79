package org.chikei.models.systems;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.chikei.api.model.FirstOrderModel;
import org.chikei.api.model.MechanicalModel;
import org.chikei.models.sampling.SeededRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Forces and Jacobians against central differences of fourth order, of energies and of rates. */
class DerivativesTest {
  private static final double STEP = 1e-3;

  @ParameterizedTest
  @MethodSource("org.chikei.models.systems.Systems#masses")
  void forcesAreSlopesOfTheEnergy(MechanicalModel model) {
    if (!model.conservative()) {
      return;
    }
    SeededRandom random = new SeededRandom(5, 0);
    for (int n = 0; n < 50; n++) {
      double[] q = model.start();
      for (int a = 0; a < q.length; a++) {
        q[a] += 0.2 * random.nextGaussian();
      }
      double[] force = new double[q.length];
      model.force(q, force);
      double largest = 1;
      for (double f : force) {
        largest = Math.max(largest, Math.abs(f));
      }
      double curvature = Math.pow(model.fastest(1), 2);
      for (int a = 0; a < q.length; a++) {
        double at = q[a];
        double[] v = new double[5];
        // what bends strongly needs finer steps: h⁴ V⁽⁵⁾/30 stays below a millionth
        double h = STEP / Math.max(1, Math.sqrt(curvature) / 10);
        for (int k = 0; k < 5; k++) {
          q[a] = at + (k - 2) * h;
          v[k] = model.energy(q);
        }
        q[a] = at;
        double slope = (8 * (v[3] - v[1]) - (v[4] - v[0])) / (12 * h);
        assertEquals(-slope, force[a], 1e-6 * largest, model + " along " + a);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("org.chikei.models.systems.Systems#firstOrder")
  void jacobiansAreSlopesOfTheRates(FirstOrderModel model) {
    SeededRandom random = new SeededRandom(6, 0);
    for (int n = 0; n < 50; n++) {
      double[] z = model.start();
      double[] u = new double[z.length];
      for (int a = 0; a < z.length; a++) {
        z[a] += 0.2 * random.nextGaussian();
        u[a] = random.nextGaussian();
      }
      double[] product = new double[z.length];
      model.jacobianTimes(z, u, product);
      double[] difference = new double[z.length];
      double[] weights = {1, -8, 0, 8, -1};
      double[] rate = new double[z.length];
      double[] moved = new double[z.length];
      for (int k = 0; k < 5; k++) {
        for (int a = 0; a < z.length; a++) {
          moved[a] = z[a] + (k - 2) * STEP * u[a];
        }
        model.rate(moved, rate);
        for (int a = 0; a < z.length; a++) {
          difference[a] += weights[k] * rate[a] / (12 * STEP);
        }
      }
      for (int a = 0; a < z.length; a++) {
        assertEquals(difference[a], product[a], 1e-6 * (1 + Math.abs(product[a])), model + " " + a);
      }
    }
  }
}
