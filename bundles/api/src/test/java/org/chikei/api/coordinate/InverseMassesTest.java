package org.chikei.api.coordinate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Against the sum over all atoms that defines W. */
class InverseMassesTest {
  private static final int ATOMS = 9;

  private static double[] masses(Random random) {
    return random.doubles(ATOMS, 1, 40).toArray();
  }

  private static Point mean(Random random, String label) {
    int[] atoms = random.ints(0, ATOMS).distinct().limit(1 + random.nextInt(5)).sorted().toArray();
    return Point.ofMean(atoms, random.doubles(atoms.length, 0.1, 2).toArray(), label);
  }

  private static double weight(Point point, int atom) {
    for (int k = 0; k < point.size(); k++) {
      if (point.atom(k) == atom) {
        return point.weight(k);
      }
    }
    return 0;
  }

  private static double sum(Point p, Point q, double[] masses) {
    double sum = 0;
    for (int i = 0; i < ATOMS; i++) {
      sum += weight(p, i) * weight(q, i) / masses[i];
    }
    return sum;
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void entriesAndFactorAreTheSumOverAtoms(long seed) {
    Random random = new Random(seed);
    double[] masses = masses(random);
    List<Point> points = new ArrayList<>(List.of(Point.ofAtom(3), Point.ofAtom(7)));
    for (int p = 0; p < 6; p++) {
      points.add(mean(random, "m" + p));
    }
    InverseMasses w = InverseMasses.of(points, masses);
    double[][] product = new double[points.size()][points.size()];
    for (InverseMasses.Column column : w.factor()) {
      for (int a = 0; a < column.points().length; a++) {
        for (int b = 0; b < column.points().length; b++) {
          product[column.points()[a]][column.points()[b]] +=
              column.entries()[a] * column.entries()[b];
        }
      }
    }
    for (int p = 0; p < points.size(); p++) {
      int partners = 0;
      for (int q = 0; q < points.size(); q++) {
        double expected = sum(points.get(p), points.get(q), masses);
        assertEquals(expected, w.of(p, q), 1e-15);
        assertEquals(expected, product[p][q], 1e-15);
        if (q != p && expected != 0) {
          assertEquals(q, w.partner(p, partners++));
        }
      }
      assertEquals(partners, w.partners(p));
    }
  }

  @Test
  void separatePointsDoNotOverlap() {
    double[] masses = {1, 2, 4, 8};
    List<Point> points =
        List.of(Point.ofAtom(2), Point.ofMean(new int[] {0, 3}, new double[] {1, 1}, "mean"));
    InverseMasses w = InverseMasses.of(points, masses);
    assertFalse(w.overlapping());
    assertEquals(0.25, w.of(0));
    assertEquals(0.25 + 1 / 32.0, w.of(1, 1));
    assertEquals(0, w.of(0, 1));
    assertFalse(InverseMasses.ofAtoms(1, 2).overlapping());
    assertEquals(0.5, InverseMasses.ofAtoms(1, 2).of(1));
  }

  @Test
  void thousandsOfAtomsAndTheirCentreNeedNoMatrix() {
    int n = 20_000;
    int[] all = new int[n];
    double[] masses = new double[n];
    List<Point> points = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      all[i] = i;
      masses[i] = 1 + i % 16;
      points.add(Point.ofAtom(i));
    }
    points.add(Point.ofMean(all, masses, "centre"));
    InverseMasses w = InverseMasses.of(points, masses);
    assertTrue(w.overlapping());
    assertEquals(1, w.partners(5));
    assertEquals(n, w.partners(n));
    double total = Arrays.stream(masses).sum();
    assertEquals(1 / total, w.of(n, 17), 1e-15);
    assertEquals(1 / total, w.of(n), 1e-15);
    assertEquals(n, w.factor().size());
  }
}
