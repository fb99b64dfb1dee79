package org.chikei.coordinates;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.chikei.api.coordinate.CollectiveVariable;
import org.chikei.api.coordinate.Point;
import org.chikei.api.parameter.ParameterException;
import org.junit.jupiter.api.Test;

/** The torsion of three vectors that need not meet, and positions in the box about the origin. */
class VectorTorsionTest {
  private static VectorTorsion torsion(boolean nearestImage, int... atoms) {
    return new VectorTorsion(Arrays.stream(atoms).mapToObj(Point::ofAtom).toList(), nearestImage);
  }

  @Test
  void ofVectorsThatFollowEachOtherItIsTheTorsionOfTheChain() {
    Random random = new Random(71);
    for (int n = 0; n < 100; n++) {
      double[][][] x = {Scene.normal(random, 4, 0.15)};
      double[][][] v = {Scene.normal(random, 4, 1)};
      Scene scene = Scene.ofAtoms(x, v, null, 12, 1, 14, 16);
      Terms chain = scene.evaluate(new Torsion(Scene.atoms(4), true));
      Terms vectors = scene.evaluate(torsion(true, 0, 1, 1, 2, 2, 3));
      assertEquals(chain.value(0), vectors.value(0), 1e-15);
      assertEquals(chain.curvature(0), vectors.curvature(0), 1e-9 * Math.abs(chain.curvature(0)));
      assertEquals(0, vectors.laplacian(0));
      for (int p = 0; p < 4; p++) {
        for (int d = 0; d < 3; d++) {
          assertEquals(chain.gradient(0, p, d), vectors.gradient(0, p, d), 1e-9);
        }
      }
    }
  }

  @Test
  void derivativesAreDifferenceQuotients() {
    Random random = new Random(72);
    int[] apart = {0, 1, 2, 3, 4, 5};
    int[] shared = {1, 0, 2, 3, 2, 4};
    for (int n = 0; n < 200; n++) {
      check(torsion(true, apart), Scene.normal(random, 6, 0.15), apart, random);
      // the points in the order in which the torsion numbers them: 1 0 2 3 4
      int[] ends = {0, 1, 2, 3, 2, 4};
      check(torsion(false, shared), Scene.normal(random, 5, 0.15), ends, random);
    }
  }

  /** Checks derivatives where the torsion is not about to turn round. */
  private static void check(CollectiveVariable torsion, double[][] x, int[] ends, Random random) {
    double[] masses = Arrays.copyOf(new double[] {12, 1, 14, 16, 32, 2}, x.length);
    if (Math.abs(Scene.still(x).values(torsion)[0]) < 3) {
      Differences.check(torsion, x, masses, scale(x, ends), random);
    }
  }

  /**
   * Half the least of the axis's length and the lengths of the other vectors at right angles to it.
   */
  private static double scale(double[][] x, int[] ends) {
    double[] axis = vector(x, ends, 1);
    double square = dot(axis, axis);
    double least = square;
    for (int k = 0; k < 3; k += 2) {
      double[] vector = vector(x, ends, k);
      double along = dot(vector, axis);
      least = Math.min(least, dot(vector, vector) - along * along / square);
    }
    return Math.sqrt(least) / 2;
  }

  private static double[] vector(double[][] x, int[] ends, int k) {
    double[] from = x[ends[2 * k]];
    double[] to = x[ends[2 * k + 1]];
    return new double[] {to[0] - from[0], to[1] - from[1], to[2] - from[2]};
  }

  private static double dot(double[] a, double[] b) {
    return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
  }

  @Test
  void aParallelVectorHasNoTorsion() {
    double[][][] x = {{{0, 0, 0}, {0, 0, 1}, {1, 0, 0}, {1, 0, 2}, {2, 0, 0}, {3, 0, 0}}};
    Terms terms =
        Scene.ofAtoms(x, null, null, 1, 1, 1, 1, 1, 1).evaluate(torsion(true, 0, 1, 2, 3, 4, 5));
    assertTrue(Double.isNaN(terms.value(0)));
    assertTrue(Double.isNaN(terms.gradient(0, 0, 0)));
  }

  @Test
  void fivePointsAndEmptyVectorsAreRefused() {
    assertThrows(ParameterException.class, () -> create(1, 2, 3, 4, 5));
    ParameterException e = assertThrows(ParameterException.class, () -> create(1, 2, 3, 3, 5, 6));
    assertEquals(
        "points 3 and 4 (3) are the same, so that there is no vector between them", e.getMessage());
  }

  private static void create(int... atoms) throws ParameterException {
    Point[] points = Arrays.stream(atoms).mapToObj(a -> Point.ofAtom(a - 1)).toArray(Point[]::new);
    Requests.variable(new TorsionProvider(), Map.of("atoms", List.of(points)));
  }

  @Test
  void aPositionNearTheOriginIsThatOfTheNearestImage() {
    double[] cube = {2, 0, 0, 0, 2, 0, 0, 0, 2};
    double[] skew = {2, 0, 0, 1, 2, 0, 0, 0, 2};
    double[][][] x = {{{1.5, 1.5, -0.25}}, {{0.1, 1.9, 0}}};
    Scene scene = Scene.ofAtoms(x, null, new double[][] {cube, skew}, 1);
    double[][] expected = {{-0.5, -0.9}, {-0.5, -0.1}, {-0.25, 0}};
    for (int d = 0; d < 3; d++) {
      Point point = Scene.atoms(1).get(0);
      double[] near = scene.values(new Position(point, d, true));
      double[] plain = scene.values(new Position(point, d, false));
      for (int j = 0; j < 2; j++) {
        assertEquals(expected[d][j], near[j], 1e-15);
        assertEquals(x[j][0][d], plain[j]);
      }
    }
  }
}
