package org.chikei.api.coordinate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class PointTest {

  @Test
  void anAtomIsLabelledByItsNumber() {
    Point atom = Point.ofAtom(8);
    assertTrue(atom.isAtom());
    assertEquals(1, atom.size());
    assertEquals(8, atom.atom(0));
    assertEquals(1, atom.weight(0));
    assertEquals("9", atom.label());
    assertEquals("9", atom.toString());
  }

  @Test
  void theWeightsOfAMeanSumToOne() {
    Point water = Point.ofMean(new int[] {3, 4, 5}, new double[] {16, 1, 1}, "water");
    assertFalse(water.isAtom());
    assertEquals("water", water.label());
    assertEquals(16 / 18.0, water.weight(0));
    assertEquals(1, water.weight(0) + water.weight(1) + water.weight(2), 1e-15);
  }

  @Test
  void pointsAreEqualWhereAtomsAndWeightsAre() {
    Point mean = Point.ofMean(new int[] {1, 2}, new double[] {1, 1}, "a");
    Point same = Point.ofMean(new int[] {1, 2}, new double[] {3, 3}, "b");
    assertEquals(mean, same);
    assertEquals(mean.hashCode(), same.hashCode());
    assertEquals(Point.ofAtom(4), Point.ofMean(new int[] {4}, new double[] {12}, "one"));
    assertNotEquals(mean, Point.ofMean(new int[] {1, 2}, new double[] {1, 2}, "a"));
    assertNotEquals(mean, Point.ofMean(new int[] {1, 3}, new double[] {1, 1}, "a"));
    assertNotEquals(mean, null);
  }

  @Test
  void whatTheCallerDoesToItsArraysLaterChangesNothing() {
    int[] atoms = {1, 2};
    double[] weights = {1, 3};
    Point mean = Point.ofMean(atoms, weights, "a");
    atoms[0] = 7;
    weights[0] = 100;
    assertEquals(1, mean.atom(0));
    assertEquals(0.25, mean.weight(0));
  }

  @Test
  void nonsenseIsRefused() {
    refuses(() -> Point.ofAtom(-1));
    refuses(() -> mean(new int[] {}, new double[] {}));
    refuses(() -> mean(new int[] {1}, new double[] {1, 2}));
    refuses(() -> mean(new int[] {2, 1}, new double[] {1, 1}));
    refuses(() -> mean(new int[] {1, 1}, new double[] {1, 1}));
    refuses(() -> mean(new int[] {-1, 1}, new double[] {1, 1}));
    refuses(() -> mean(new int[] {0, 1}, new double[] {1, -1}));
    refuses(() -> mean(new int[] {0, 1}, new double[] {1, Double.NaN}));
    refuses(() -> mean(new int[] {0, 1}, new double[] {1, Double.POSITIVE_INFINITY}));
  }

  private static Point mean(int[] atoms, double[] weights) {
    return Point.ofMean(atoms, weights, "m");
  }

  private static void refuses(Runnable nonsense) {
    assertThrows(IllegalArgumentException.class, nonsense::run);
  }
}
