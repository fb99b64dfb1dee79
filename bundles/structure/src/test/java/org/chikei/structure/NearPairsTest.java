package org.chikei.structure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class NearPairsTest {
  private static final double REACH = 0.3;

  private static double[] random(int size, double width, long seed) {
    return new Random(seed).doubles(3L * size, -width, width).toArray();
  }

  private static Map<String, Double> found(double[] points, Box box) {
    Map<String, Double> pairs = new TreeMap<>();
    boolean complete =
        new NearPairs(points, REACH, box)
            .visit((j, i, distance) -> pairs.merge(j + "-" + i, distance, Math::min));
    assertTrue(complete);
    return pairs;
  }

  private static Map<String, Double> byTryingAll(double[] points, double[] vectors) {
    Map<String, Double> pairs = new TreeMap<>();
    for (int i = 0; i < points.length / 3; i++) {
      for (int j = 0; j < i; j++) {
        double nearest = nearest(points, i, j, vectors);
        if (nearest < REACH) {
          pairs.put(j + "-" + i, nearest);
        }
      }
    }
    return pairs;
  }

  private static double nearest(double[] points, int i, int j, double[] vectors) {
    int images = vectors == null ? 0 : 4;
    double nearest = Double.POSITIVE_INFINITY;
    for (int a = -images; a <= images; a++) {
      for (int b = -images; b <= images; b++) {
        for (int c = -images; c <= images; c++) {
          double square = 0;
          for (int k = 0; k < 3; k++) {
            double d = points[3 * i + k] - points[3 * j + k];
            if (vectors != null) {
              d += a * vectors[k] + b * vectors[3 + k] + c * vectors[6 + k];
            }
            square += d * d;
          }
          nearest = Math.min(nearest, Math.sqrt(square));
        }
      }
    }
    return nearest;
  }

  private static void assertSame(Map<String, Double> expected, Map<String, Double> found) {
    assertTrue(expected.size() > 20);
    assertEquals(expected.size(), found.size());
    // Wrapping a point moves it by some ulps of its position, of order 1 nm.
    expected.forEach((pair, distance) -> assertEquals(distance, found.get(pair), 1e-12, pair));
  }

  @Test
  void withoutABoxAllPairsAreFound() {
    for (long seed = 1; seed <= 5; seed++) {
      double[] points = random(300, 1, seed);
      assertSame(byTryingAll(points, null), found(points, null));
    }
  }

  @Test
  void inAnyBoxTheNearestImagesAreFound() {
    double[][] boxes = {
      {1, 0, 0, 0, 1, 0, 0, 0, 1},
      {0.35, 0, 0, 0, 0.65, 0, 0, 0, 1.3},
      {1, 0, 0, 0.45, 0.9, 0, -0.3, 0.4, 0.8},
      {0.2, 0.9, 0.1, -0.8, 0.1, 0.2, 0.1, 0.2, -1.1}
    };
    for (double[] vectors : boxes) {
      Box box = new Box(vectors);
      assertTrue(NearPairs.fits(box, REACH));
      double[] points = random(80, 0.6, 7);
      assertSame(byTryingAll(points, vectors), found(points, box));
    }
  }

  @Test
  void anOutlierCostsNothing() {
    double[] points = random(300, 1, 3);
    points[0] = 1e7;
    assertSame(byTryingAll(points, null), found(points, null));
  }

  @Test
  void aBoxThatIsThinnerThanTheReachDoesNotFit() {
    assertFalse(NearPairs.fits(new Box(new double[] {1, 0, 0, 0.9, 0.2, 0, 0, 0, 1}), REACH));
  }

  @Test
  void pointsOnTopOfEachOtherAreGivenUp() {
    assertFalse(new NearPairs(new double[300_000], REACH, null).visit((j, i, distance) -> {}));
  }
}
