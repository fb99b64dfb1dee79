package org.chikei.coordinates;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.Random;
import org.chikei.api.coordinate.CollectiveVariable;

/** Derivatives of a coordinate against differences of its values over five points. */
final class Differences {
  private Differences() {}

  /**
   * Checks the gradient to 1e-7 and the second-order terms to 1e-5 of their sizes. With ρ the
   * length over which the coordinate changes its slope, steps of 1e-3 ρ and 0.02 ρ leave 1e-12 and
   * 2e-9 of the quotients.
   *
   * @param rho ρ in nm
   */
  static void check(
      CollectiveVariable variable, double[][] x, double[] masses, double rho, Random random) {
    int points = x.length;
    double[][] v = Scene.normal(random, points, 1);
    Terms terms =
        Scene.ofAtoms(new double[][][] {x}, new double[][][] {v}, null, masses).evaluate(variable);
    double steepest = terms.steepest(0);
    double laplacian = 0;
    for (int p = 0; p < points; p++) {
      for (int d = 0; d < 3; d++) {
        double[][] direction = new double[points][3];
        direction[p][d] = 1;
        double[] fine = quotients(variable, x, direction, 1e-3 * rho);
        assertEquals(fine[0], terms.gradient(0, p, d), 1e-7 * steepest + 1e-11, "gradient");
        laplacian += quotients(variable, x, direction, 0.02 * rho)[1] / masses[p];
      }
    }
    // where the gradient vanishes, what is left of values near 0.1 by rounding
    double size = Math.max(steepest, 0.1) / rho;
    double lightest = Arrays.stream(masses).min().orElseThrow();
    assertEquals(laplacian, terms.laplacian(0), 1e-5 * size / lightest, "laplacian");
    double fastest = 0;
    for (double[] vector : v) {
      fastest = Math.max(fastest, Geometry.distance(vector, new double[3]));
    }
    double curvature = quotients(variable, x, v, 0.01 * rho / fastest)[1];
    assertEquals(curvature, terms.curvature(0), 1e-5 * size * fastest * fastest, "curvature");
  }

  /** First and second derivative along a direction. */
  private static double[] quotients(
      CollectiveVariable variable, double[][] x, double[][] direction, double h) {
    double[][][] moved = new double[5][x.length][3];
    for (int k = 0; k < 5; k++) {
      for (int p = 0; p < x.length; p++) {
        for (int d = 0; d < 3; d++) {
          moved[k][p][d] = x[p][d] + (k - 2) * h * direction[p][d];
        }
      }
    }
    double[] masses = new double[x.length];
    Arrays.fill(masses, 1);
    double[] r = Scene.ofAtoms(moved, null, null, masses).values(variable);
    double middle = r[2];
    for (int k = 0; k < 5; k++) {
      r[k] -= middle;
    }
    return new double[] {
      (8 * (r[3] - r[1]) - (r[4] - r[0])) / (12 * h),
      (16 * (r[3] + r[1]) - (r[4] + r[0])) / (12 * h * h)
    };
  }
}
