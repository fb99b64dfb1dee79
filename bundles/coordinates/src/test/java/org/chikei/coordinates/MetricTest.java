package org.chikei.coordinates;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The inverse-mass metric g against the closed forms of Wilson, Decius and Cross. */
class MetricTest {

  /** Lengths in Å and so g in 1/(amu Å²): the coordinates do not know their unit. */
  private static double metric(double[] bonds, double[] angles, double torsion, double... masses) {
    double[][] x = Geometry.chain(bonds, angles, torsion);
    Scene scene = Scene.ofAtoms(new double[][][] {x}, null, null, masses);
    return scene
        .evaluate(
            switch (masses.length) {
              case 2 -> new Distance(Scene.atoms(2), true);
              case 3 -> new Angle(Scene.atoms(3), true);
              default -> new Torsion(Scene.atoms(4), true);
            })
        .metric(0);
  }

  @ParameterizedTest
  @CsvSource({"1.008, 35.45", "12.01, 12.01", "1, 1000"})
  void aDistanceHasTheReducedMassAtEveryLength(double m1, double m2) {
    for (double length : new double[] {0.01, 0.3, 7}) {
      double g = metric(new double[] {length}, null, 0, m1, m2);
      assertEquals(1 / m1 + 1 / m2, g, 1e-15 * g);
    }
  }

  @ParameterizedTest
  @CsvSource({"60, 2.233748", "90, 2.301966", "104.5, 2.336127", "150, 2.420124"})
  void waterHasItsKnownMetricAlongTheAngle(double degrees, double expected) {
    double g =
        metric(
            new double[] {0.9572, 0.9572},
            new double[] {Math.toRadians(degrees)},
            0,
            1.008,
            15.999,
            1.008);
    // the table has six decimals
    assertEquals(expected, g, 1e-6);
  }

  @ParameterizedTest
  @CsvSource({"0.1, 0.15, 100, 12, 1, 16", "0.3, 0.2, 20, 1, 2, 3", "0.1, 0.4, 175, 50, 12, 1"})
  void anyAngleHasWilsonsMetric(
      double a, double b, double degrees, double m1, double m2, double m3) {
    double theta = Math.toRadians(degrees);
    double expected =
        1 / (m1 * a * a)
            + 1 / (m3 * b * b)
            + (1 / (a * a) + 1 / (b * b) - 2 * Math.cos(theta) / (a * b)) / m2;
    double g = metric(new double[] {a, b}, new double[] {theta}, 0, m1, m2, m3);
    assertEquals(expected, g, 1e-13 * expected);
  }

  @ParameterizedTest
  @CsvSource({"0, 2.392762", "60, 2.376316", "111.5, 2.347814", "180, 2.326977"})
  void hydrogenPeroxideHasItsKnownMetricAlongTheTorsion(double degrees, double expected) {
    double bend = Math.toRadians(99.4);
    double g =
        metric(
            new double[] {0.965, 1.464, 0.965},
            new double[] {bend, bend},
            Math.toRadians(degrees),
            1.008,
            15.999,
            15.999,
            1.008);
    assertEquals(expected, g, 1e-6);
  }

  @ParameterizedTest
  @CsvSource({"0", "40", "111.5", "-150", "180"})
  void aSymmetricTorsionHasWilsonsMetric(double degrees) {
    double tau = Math.toRadians(degrees);
    double theta = 1.85;
    double end = 0.11;
    double middle = 0.153;
    double a = (middle - end * Math.cos(theta)) / (end * middle * Math.sin(theta));
    double b = 1 / (Math.tan(theta) * middle);
    double expected =
        2 / (1.5 * Math.pow(end * Math.sin(theta), 2))
            + 2 / 14.0 * (a * a + b * b - 2 * a * b * Math.cos(tau));
    double[] bonds = {end, middle, end};
    double g = metric(bonds, new double[] {theta, theta}, tau, 1.5, 14, 14, 1.5);
    assertEquals(expected, g, 1e-13 * expected);
  }

  @ParameterizedTest
  @CsvSource({"1", "2", "3"})
  void theSignOfATorsionDoesNotChangeItsMetric(long seed) {
    Random random = new Random(seed);
    double[] bonds = {0.1 + random.nextDouble(), 0.2, 0.15};
    double[] angles = {1.2, 2.5};
    double phi = 3 * random.nextDouble();
    double g = metric(bonds, angles, phi, 1, 2, 3, 4);
    assertEquals(g, metric(bonds, angles, -phi, 1, 2, 3, 4), 1e-13 * g);
  }
}
