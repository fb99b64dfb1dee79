package org.chikei.coordinates;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import org.chikei.api.coordinate.CollectiveVariable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Derivatives against finite differences of the value, at random geometries and at such where an
 * angle is as straight as 1e-4. Steps and tolerances go with ρ, the length over which the
 * coordinate changes: derivatives of order n are of the size ρ⁻ⁿ.
 */
class DerivativesTest {
  private static final double[] MASSES = {12.01, 1.008, 14.01, 16};

  static Stream<Arguments> variables() {
    return Stream.of(
        Arguments.of("position", new Position(Scene.atoms(1).get(0), 1, false)),
        Arguments.of("component", new DistanceComponent(Scene.atoms(2), 2, true)),
        Arguments.of("distance", new Distance(Scene.atoms(2), true)),
        Arguments.of("angle", new Angle(Scene.atoms(3), true)),
        Arguments.of("torsion", new Torsion(Scene.atoms(4), true)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("variables")
  void atRandomGeometriesTheyAreDifferenceQuotients(String name, CollectiveVariable variable) {
    Random random = new Random(21);
    for (int n = 0; n < 300; n++) {
      check(variable, Scene.normal(random, variable.points().size(), 0.15), random);
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("variables")
  void nearSingularGeometriesTheyStillAre(String name, CollectiveVariable variable) {
    Random random = new Random(22);
    int points = variable.points().size();
    for (int n = 0; n < 200; n++) {
      double small = Math.pow(10, -4 * random.nextDouble());
      double[][] x =
          Geometry.chain(
              lengths(random, Math.max(1, points - 1)),
              new double[] {n % 2 == 0 ? small : Math.PI - small, 0.3 + random.nextDouble()},
              Math.PI * (2 * random.nextDouble() - 1));
      double[] rotation = Geometry.rotation(random);
      double[][] moved = Geometry.move(x, rotation, 0.1, 0.2, -0.1);
      check(variable, Arrays.copyOf(moved, points), random);
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("variables")
  void aBoxThatCutsTheMoleculeChangesNothing(String name, CollectiveVariable variable) {
    if (variable instanceof Position) {
      return;
    }
    Random random = new Random(23);
    double[][] boxes = {
      {2, 0, 0, 0, 2.5, 0, 0, 0, 3},
      {3, 0, 0, 0, 3, 0, 1.5, 1.5, 2.121320343559643},
      {2.5, 0, 0, 0.9, 2, 0, -1.1, 0.8, 2.2}
    };
    int points = variable.points().size();
    for (int n = 0; n < 300; n++) {
      double[] box = boxes[n % 3];
      double[][] x = Scene.normal(random, points, 0.15);
      double[][] v = Scene.normal(random, points, 1);
      double[][] scattered = new double[points][3];
      for (int p = 0; p < points; p++) {
        for (int k = 0; k < 3; k++) {
          int turns = random.nextInt(5) - 2;
          for (int d = 0; d < 3; d++) {
            scattered[p][d] += (k == 0 ? x[p][d] : 0) + turns * box[3 * k + d];
          }
        }
      }
      Terms whole = scene(x, v, null, points).evaluate(variable);
      Terms cut = scene(scattered, v, box, points).evaluate(variable);
      // positions up to 20 nm are rounded to 2e-15 nm
      double rho = reach(variable, x);
      assertEquals(whole.value(0), cut.value(0), 1e-14 / rho + 1e-14);
      assertEquals(whole.metric(0), cut.metric(0), 1e-13 / rho * whole.metric(0));
      assertEquals(whole.curvature(0), cut.curvature(0), 1e-12 / (rho * rho * rho));
      assertEquals(whole.laplacian(0), cut.laplacian(0), 1e-13 / (rho * rho * rho));
    }
  }

  private static Scene scene(double[][] x, double[][] v, double[] box, int points) {
    return Scene.ofAtoms(
        new double[][][] {x},
        new double[][][] {v},
        box == null ? null : new double[][] {box},
        Arrays.copyOf(MASSES, points));
  }

  private static void check(CollectiveVariable variable, double[][] x, Random random) {
    int points = x.length;
    double[][] v = Scene.normal(random, points, 1);
    Terms terms = scene(x, v, null, points).evaluate(variable);
    double steepest = terms.steepest(0);
    double rho = Math.min(reach(variable, x), 1 / steepest);
    double laplacian = 0;
    for (int p = 0; p < points; p++) {
      for (int d = 0; d < 3; d++) {
        double[][] direction = new double[points][3];
        direction[p][d] = 1;
        double[] quotients = quotients(variable, x, direction, 1e-3 * rho);
        assertEquals(quotients[0], terms.gradient(0, p, d), 1e-7 * steepest);
        laplacian += quotients(variable, x, direction, 0.02 * rho)[1] / MASSES[p];
      }
    }
    double size = steepest / rho;
    assertEquals(laplacian, terms.laplacian(0), 1e-5 * size);
    double fastest = 0;
    for (double[] vector : v) {
      fastest = Math.max(fastest, Geometry.distance(vector, new double[3]));
    }
    double curvature = quotients(variable, x, v, 0.01 * rho / fastest)[1];
    assertEquals(curvature, terms.curvature(0), 1e-5 * size * fastest * fastest);
  }

  /** First and second derivative along a direction by differences over five points. */
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
    double[] masses = Arrays.copyOf(MASSES, x.length);
    double[] r = Scene.ofAtoms(moved, null, null, masses).values(variable);
    double middle = r[2];
    for (int k = 0; k < 5; k++) {
      double difference = r[k] - middle;
      r[k] = variable.period().map(period -> period.nearest(difference)).orElse(difference);
    }
    return new double[] {
      (8 * (r[3] - r[1]) - (r[4] - r[0])) / (12 * h),
      (16 * (r[3] + r[1]) - (r[4] + r[0])) / (12 * h * h)
    };
  }

  /** The shortest distance of a point from where the coordinate does not exist. */
  private static double reach(CollectiveVariable variable, double[][] x) {
    if (variable instanceof Distance) {
      return Geometry.distance(x[0], x[1]);
    } else if (variable instanceof Angle) {
      return Math.min(fromLine(x[0], x[1], x[2]), fromLine(x[2], x[1], x[0]));
    } else if (variable instanceof Torsion) {
      double ends = Math.min(fromLine(x[0], x[1], x[2]), fromLine(x[3], x[1], x[2]));
      return Math.min(ends, Geometry.distance(x[1], x[2]));
    }
    return 1;
  }

  /** How far a point is from the line through two others. */
  private static double fromLine(double[] point, double[] a, double[] b) {
    double[] u = new double[3];
    double[] w = new double[3];
    for (int d = 0; d < 3; d++) {
      u[d] = b[d] - a[d];
      w[d] = point[d] - a[d];
    }
    double[] n = {u[1] * w[2] - u[2] * w[1], u[2] * w[0] - u[0] * w[2], u[0] * w[1] - u[1] * w[0]};
    double[] origin = new double[3];
    return Geometry.distance(n, origin) / Geometry.distance(u, origin);
  }

  private static double[] lengths(Random random, int number) {
    double[] lengths = new double[number];
    for (int k = 0; k < number; k++) {
      lengths[k] = 0.1 + 0.1 * random.nextDouble();
    }
    return lengths;
  }
}
