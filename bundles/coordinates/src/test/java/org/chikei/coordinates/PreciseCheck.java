package org.chikei.coordinates;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import org.apache.commons.math3.dfp.Dfp;
import org.chikei.api.coordinate.CollectiveVariable;

/** A coordinate against differences of its value in 50 digits. */
final class PreciseCheck {
  private PreciseCheck() {}

  /**
   * Checks value, gradient and second-order terms.
   *
   * @param rho the distance in nm from where derivatives do not exist, with which they grow
   * @param error the relative error of first derivatives that rounding at this place explains:
   *     double precision times a condition number; the second ones may have a hundred times as much
   */
  static void check(
      CollectiveVariable variable,
      Precise.Value exact,
      double[][] x,
      double[] masses,
      double rho,
      double error,
      Random random) {
    int points = x.length;
    double[][] v = Scene.normal(random, points, 1);
    Terms terms =
        Scene.ofAtoms(new double[][][] {x}, new double[][][] {v}, null, masses).evaluate(variable);
    Dfp middle = exact.of(Precise.exact(x));
    double value = middle.toDouble();
    assertEquals(value, terms.value(0), 1e-15 + error * Math.abs(value), "value");
    double steepest = terms.steepest(0);
    double laplacian = 0;
    for (int p = 0; p < points; p++) {
      for (int d = 0; d < 3; d++) {
        double[][] direction = new double[points][3];
        direction[p][d] = 1;
        double[] along = Precise.along(exact, middle, x, direction);
        assertEquals(along[0], terms.gradient(0, p, d), error * steepest, "gradient");
        laplacian += along[1] / masses[p];
      }
    }
    double size = 100 * error * steepest / rho;
    assertEquals(laplacian, terms.laplacian(0), size, "laplacian");
    double curvature = Precise.along(exact, middle, x, v)[1];
    assertEquals(curvature, terms.curvature(0), 10 * size, "curvature");
  }
}
