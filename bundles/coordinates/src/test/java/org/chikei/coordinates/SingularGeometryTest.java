package org.chikei.coordinates;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.chikei.api.coordinate.CollectiveVariable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Signs, limits, and places where a coordinate or its derivatives do not exist. */
class SingularGeometryTest {
  private static final CollectiveVariable DISTANCE = new Distance(Scene.atoms(2), true);
  private static final CollectiveVariable ANGLE = new Angle(Scene.atoms(3), true);
  private static final CollectiveVariable TORSION = new Torsion(Scene.atoms(4), true);

  private static Terms moving(CollectiveVariable variable, double[]... x) {
    double[] masses = new double[x.length];
    double[][] v = new double[x.length][3];
    for (int p = 0; p < x.length; p++) {
      masses[p] = 1 + p;
      v[p] = new double[] {1, 0.5 * p, -0.2 * p};
    }
    return Scene.ofAtoms(new double[][][] {x}, new double[][][] {v}, null, masses)
        .evaluate(variable);
  }

  private static void assertNoDerivatives(Terms terms) {
    assertTrue(Double.isNaN(terms.metric(0)), "gradient");
    assertTrue(Double.isNaN(terms.curvature(0)), "curvature");
    assertTrue(Double.isNaN(terms.laplacian(0)), "laplacian");
  }

  @ParameterizedTest
  @ValueSource(doubles = {-179.9, -120, -90, -1e-3, 0, 1e-9, 45, 90, 179.999})
  void aTorsionIsPositiveClockwiseAlongTheBond(double degrees) {
    double phi = Math.toRadians(degrees);
    // looking along +z, with x to the right, y points down: from x towards y is clockwise
    Terms terms =
        moving(
            TORSION,
            new double[] {0.1, 0, 0},
            new double[] {0, 0, 0},
            new double[] {0, 0, 0.15},
            new double[] {0.1 * Math.cos(phi), 0.1 * Math.sin(phi), 0.2});
    assertEquals(phi, terms.value(0), 1e-15 * (1 + Math.abs(phi)));
  }

  @Test
  void aTorsionAtPiIsContinuous() {
    double[] bonds = {0.11, 0.15, 0.12};
    double[] angles = {1.9, 2.0};
    double tiny = 1e-9;
    Terms below = moving(TORSION, Geometry.chain(bonds, angles, Math.PI - tiny));
    Terms above = moving(TORSION, Geometry.chain(bonds, angles, -Math.PI + tiny));
    assertEquals(Math.PI, below.value(0), 2 * tiny);
    assertEquals(-Math.PI, above.value(0), 2 * tiny);
    // derivatives change by the distance 2e-9 rad times the next derivative, some 1e3
    for (int p = 0; p < 4; p++) {
      for (int d = 0; d < 3; d++) {
        assertEquals(below.gradient(0, p, d), above.gradient(0, p, d), 1e-7);
      }
    }
    assertEquals(below.curvature(0), above.curvature(0), 1e-4);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 1e-12, 1e-8, 1e-4})
  void anAngleNearlyStraightKeepsItsDigits(double bend) {
    double[] bonds = {0.1, 0.2};
    Terms open = moving(ANGLE, Geometry.chain(bonds, new double[] {Math.PI - bend}, 0));
    Terms shut = moving(ANGLE, Geometry.chain(bonds, new double[] {bend}, 0));
    // arc cosines would lose half the digits here
    assertEquals(bend, Math.PI - open.value(0), 1e-15);
    assertEquals(bend, shut.value(0), 1e-15);
  }

  @Test
  void aStraightAngleHasAValueAndNoDerivatives() {
    double[][] straight = {{0.1, 0.2, 0.3}, {0.2, 0.4, 0.6}, {0.4, 0.8, 1.2}};
    Terms terms = moving(ANGLE, straight);
    assertEquals(Math.PI, terms.value(0), 1e-15);
    assertNoDerivatives(terms);
  }

  @Test
  void aFoldedAngleHasAValueAndNoDerivatives() {
    Terms terms = moving(ANGLE, new double[][] {{0.1, 0, 0}, {0, 0, 0}, {0.3, 0, 0}});
    assertEquals(0, terms.value(0));
    assertNoDerivatives(terms);
  }

  @Test
  void anAngleOnItsCentreDoesNotExist() {
    Terms terms = moving(ANGLE, new double[][] {{0.1, 0, 0}, {0.1, 0, 0}, {0.3, 0, 0}});
    assertTrue(Double.isNaN(terms.value(0)));
    assertNoDerivatives(terms);
  }

  @Test
  void pointsThatCoincideAreAtDistanceZeroWithoutDerivatives() {
    Terms terms = moving(DISTANCE, new double[][] {{0.1, 0.2, 0.3}, {0.1, 0.2, 0.3}});
    assertEquals(0, terms.value(0));
    assertNoDerivatives(terms);
  }

  @ParameterizedTest
  @ValueSource(doubles = {5e-324, 1e-300, 1e-160, 1e-20})
  void aDistanceTooSmallToDivideByIsNeverInfinite(double distance) {
    Terms terms = moving(DISTANCE, new double[][] {{0, 0, 0}, {distance, 0, 0}});
    assertFalse(Double.isInfinite(terms.gradient(0, 0, 0)));
    assertFalse(Double.isInfinite(terms.curvature(0)));
    assertFalse(Double.isInfinite(terms.laplacian(0)));
  }

  @Test
  void aTorsionOfPointsOnOneLineDoesNotExist() {
    double[] a = {0.1, 0.1, 0.1};
    double[] b = {0.3, 0.3, 0.3};
    double[] c = {0.7, 0.7, 0.7};
    double[] off = {0.5, 0.1, -0.2};
    double[][][] geometries = {{a, b, c, off}, {off, a, b, c}, {a, b, b, off}, {a, a, b, off}};
    for (double[][] geometry : geometries) {
      Terms terms = moving(TORSION, geometry);
      assertTrue(Double.isNaN(terms.value(0)));
      assertNoDerivatives(terms);
    }
  }

  @Test
  void aPositionThatIsNoNumberMakesNoNumber() {
    double[][] x = {{0.1, 0, Double.NaN}, {0, 0.1, 0}, {0.2, 0.1, 0}, {0.3, 0.3, 0.1}};
    for (CollectiveVariable variable : new CollectiveVariable[] {DISTANCE, ANGLE, TORSION}) {
      Terms terms = moving(variable, Arrays.copyOf(x, variable.points().size()));
      assertTrue(Double.isNaN(terms.value(0)));
      assertNoDerivatives(terms);
    }
  }

  @Test
  void withoutVelocitiesTheRestIsThere() {
    double[][] x = Geometry.chain(new double[] {0.1, 0.2, 0.1}, new double[] {1, 2}, 0.5);
    Scene scene = Scene.ofAtoms(new double[][][] {x}, null, null, 1, 1, 1, 1);
    Terms terms = scene.evaluate(TORSION);
    assertEquals(0.5, terms.value(0), 1e-14);
    assertEquals(0, terms.laplacian(0));
    assertTrue(terms.metric(0) > 0);
  }

  @Test
  void withoutTheNearestImageADistanceIsAcrossTheBox() {
    double[][][] x = {{{0.1, 0, 0}, {2.9, 0, 0}}};
    double[][] box = {{3, 0, 0, 0, 3, 0, 0, 0, 3}};
    Scene scene = Scene.ofAtoms(x, null, box, 1, 1);
    assertEquals(0.2, scene.values(DISTANCE)[0], 1e-15);
    assertEquals(2.8, scene.values(new Distance(Scene.atoms(2), false))[0], 1e-15);
    assertEquals(-0.2, scene.values(new DistanceComponent(Scene.atoms(2), 0, true))[0], 1e-15);
    assertEquals(2.8, scene.values(new DistanceComponent(Scene.atoms(2), 0, false))[0], 1e-15);
    assertEquals(0.1, scene.values(new Position(Scene.atoms(1).get(0), 0, false))[0]);
  }

  @Test
  void aLinearCoordinateHasAConstantGradientAndNothingElse() {
    Terms terms =
        moving(new DistanceComponent(Scene.atoms(2), 1, true), new double[3], new double[3]);
    double[] expected = {0, -1, 0, 0, 1, 0};
    for (int k = 0; k < 6; k++) {
      assertEquals(expected[k], terms.gradient(0, k / 3, k % 3));
    }
    assertEquals(0, terms.curvature(0));
    assertEquals(0, terms.laplacian(0));
  }
}
