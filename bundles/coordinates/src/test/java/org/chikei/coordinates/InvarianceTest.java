package org.chikei.coordinates;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import org.chikei.api.coordinate.CollectiveVariable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What must not depend on where the molecule is and how it is turned. */
class InvarianceTest {
  private static final double[] MASSES = {12.01, 1.008, 14.01, 16};

  static Stream<Arguments> variables() {
    return Stream.of(
        Arguments.of("distance", new Distance(Scene.atoms(4).subList(0, 2), true)),
        Arguments.of("angle", new Angle(Scene.atoms(4).subList(0, 3), true)),
        Arguments.of("torsion", new Torsion(Scene.atoms(4), true)));
  }

  private static Terms terms(CollectiveVariable variable, double[][] x, double[][] v) {
    int n = variable.points().size();
    return Scene.ofAtoms(
            new double[][][] {Arrays.copyOf(x, n)},
            new double[][][] {Arrays.copyOf(v, n)},
            null,
            Arrays.copyOf(MASSES, n))
        .evaluate(variable);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("variables")
  void turningAndShiftingChangesNothingButTheGradientsDirection(
      String name, CollectiveVariable variable) {
    Random random = new Random(31);
    for (int n = 0; n < 100; n++) {
      double[][] x = Geometry.chain(new double[] {0.1, 0.15, 0.12}, new double[] {1.9, 2}, n / 16.);
      double[][] v = Scene.normal(random, 4, 1);
      double[] rotation = Geometry.rotation(random);
      Terms here = terms(variable, x, v);
      Terms there =
          terms(
              variable,
              Geometry.move(x, rotation, 1, -2, 0.5),
              Geometry.move(v, rotation, 0, 0, 0));
      double steepest = here.steepest(0);
      // positions near 2 nm carry 2e-16 nm of rounding, second derivatives of 100/nm² a
      // thousandfold
      assertEquals(here.value(0), there.value(0), 1e-13);
      assertEquals(here.metric(0), there.metric(0), 1e-12 * here.metric(0));
      assertEquals(here.rate(0), there.rate(0), 1e-11 * steepest);
      assertEquals(here.curvature(0), there.curvature(0), 1e-10 * steepest * steepest);
      assertEquals(here.laplacian(0), there.laplacian(0), 1e-11 * steepest * steepest);
      for (int p = 0; p < variable.points().size(); p++) {
        double[][] gradient = {new double[3]};
        for (int d = 0; d < 3; d++) {
          gradient[0][d] = here.gradient(0, p, d);
        }
        double[] turned = Geometry.move(gradient, rotation, 0, 0, 0)[0];
        for (int d = 0; d < 3; d++) {
          assertEquals(turned[d], there.gradient(0, p, d), 1e-11 * steepest);
        }
      }
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("variables")
  void aMoleculeThatTurnsAsAWholeDoesNotAccelerateInside(String name, CollectiveVariable variable) {
    Random random = new Random(32);
    double[] w = Scene.normal(random, 1, 2)[0];
    for (int n = 0; n < 50; n++) {
      double[][] x = Geometry.chain(new double[] {0.1, 0.15, 0.12}, new double[] {1.9, 2}, n / 8.);
      double[][] v = new double[4][3];
      double[][] a = new double[4][3];
      for (int p = 0; p < 4; p++) {
        v[p] = cross(w, x[p]);
        a[p] = cross(w, v[p]);
      }
      Terms terms = terms(variable, x, v);
      int points = variable.points().size();
      double centripetal = 0;
      for (int p = 0; p < points; p++) {
        for (int d = 0; d < 3; d++) {
          centripetal += a[p][d] * terms.gradient(0, p, d);
        }
      }
      // R̈ = vᵀHv + a·∇R = 0 where a is what keeps the molecule rigid
      assertEquals(0, terms.rate(0), 1e-13);
      assertEquals(0, terms.curvature(0) + centripetal, 1e-12);
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("variables")
  void turningTheOrderOfThePointsRoundIsTheSameCoordinate(
      String name, CollectiveVariable variable) {
    Random random = new Random(33);
    int points = variable.points().size();
    double[][] x = Scene.normal(random, points, 0.2);
    double[][] v = Scene.normal(random, points, 1);
    Terms forth = scene(x, v, MASSES).evaluate(variable);
    double[] masses = new double[points];
    double[][] back = new double[points][];
    double[][] rates = new double[points][];
    for (int p = 0; p < points; p++) {
      back[p] = x[points - 1 - p];
      rates[p] = v[points - 1 - p];
      masses[p] = MASSES[points - 1 - p];
    }
    Terms reverse = scene(back, rates, masses).evaluate(variable);
    assertEquals(forth.value(0), reverse.value(0), 1e-14);
    assertEquals(forth.metric(0), reverse.metric(0), 1e-13 * forth.metric(0));
    double size = forth.steepest(0) * forth.steepest(0);
    assertEquals(forth.curvature(0), reverse.curvature(0), 1e-12 * size);
    assertEquals(forth.laplacian(0), reverse.laplacian(0), 1e-13 * size);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("variables")
  void severalFramesAreEvaluatedAsEachAlone(String name, CollectiveVariable variable) {
    Random random = new Random(34);
    int points = variable.points().size();
    double[][][] x = new double[7][][];
    double[][][] v = new double[7][][];
    for (int j = 0; j < 7; j++) {
      x[j] = Scene.normal(random, points, 0.2);
      v[j] = Scene.normal(random, points, 1);
    }
    double[] masses = Arrays.copyOf(MASSES, points);
    Terms all = Scene.ofAtoms(x, v, null, masses).evaluate(variable);
    for (int j = 0; j < 7; j++) {
      Terms one = scene(x[j], v[j], MASSES).evaluate(variable);
      assertEquals(one.value(0), all.value(j));
      assertEquals(one.curvature(0), all.curvature(j));
      assertEquals(one.laplacian(0), all.laplacian(j));
      assertEquals(one.gradient(0, points - 1, 2), all.gradient(j, points - 1, 2));
    }
  }

  private static Scene scene(double[][] x, double[][] v, double[] masses) {
    return Scene.ofAtoms(
        new double[][][] {x}, new double[][][] {v}, null, Arrays.copyOf(masses, x.length));
  }

  private static double[] cross(double[] a, double[] b) {
    return new double[] {
      a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]
    };
  }
}
