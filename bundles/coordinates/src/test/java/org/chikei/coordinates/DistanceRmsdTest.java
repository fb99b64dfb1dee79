package org.chikei.coordinates;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.Random;
import org.apache.commons.math3.dfp.Dfp;
import org.chikei.api.coordinate.CollectiveVariable;
import org.chikei.api.coordinate.Point;
import org.chikei.api.parameter.ParameterException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DistanceRmsdTest {
  private static final DistanceRmsdProvider PROVIDER = new DistanceRmsdProvider();
  private static final double[] MASSES = {10, 20, 30, 40, 50};

  private static CollectiveVariable make(double[][] reference, Object... more)
      throws ParameterException, IOException {
    Object[] all = new Object[more.length + 2];
    all[0] = "atoms";
    all[1] = Scene.atoms(reference.length);
    System.arraycopy(more, 0, all, 2, more.length);
    return (CollectiveVariable) Requests.make(PROVIDER, Requests.carbons(reference), all);
  }

  private static double[][] displaced(double[][] reference, double scale, Random random) {
    double[][] x = Scene.normal(random, reference.length, scale);
    for (int p = 0; p < x.length; p++) {
      for (int d = 0; d < 3; d++) {
        x[p][d] += reference[p][d];
      }
    }
    return Geometry.move(x, Geometry.rotation(random), 0.1, 0.2, -0.1);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void derivativesAreDifferenceQuotients(boolean squared) throws Exception {
    Random random = new Random(111);
    for (int n = 0; n < 200; n++) {
      double[][] reference = Scene.normal(random, 5, 0.15);
      double[][] x = displaced(reference, n % 2 == 0 ? 0.03 : 0.2, random);
      CollectiveVariable variable = make(reference, "squared", squared);
      double nearest = 1;
      for (int p = 0; p < 5; p++) {
        for (int q = 0; q < p; q++) {
          nearest = Math.min(nearest, Geometry.distance(x[p], x[q]));
        }
      }
      double value = Scene.still(x).values(variable)[0];
      Differences.check(variable, x, MASSES, Math.min(nearest, squared ? 1 : value), random);
    }
  }

  @Test
  void pairsAreThoseBetweenTheCutOffsOrThoseListed() throws Exception {
    double[][] line = {{0, 0, 0}, {0.1, 0, 0}, {0.3, 0, 0}, {0.6, 0, 0}, {1, 0, 0}};
    // stretched by a tenth, each distance r is off by r/10
    double[][] x = new double[5][3];
    for (int p = 0; p < 5; p++) {
      x[p][0] = 1.1 * line[p][0];
    }
    Scene scene = Scene.still(x);
    // 0.2, 0.3, 0.3 and 0.4 lie within; 0.1 and 0.5 on the cut-offs
    CollectiveVariable within = make(line, "lower-cutoff", 0.1, "upper-cutoff", 0.5);
    double sum = 0.04 + 0.09 + 0.09 + 0.16;
    assertEquals(0.1 * Math.sqrt(sum / 4), scene.values(within)[0], 1e-14);
    List<Point> atoms = Scene.atoms(5);
    List<List<Point>> pairs =
        List.of(List.of(atoms.get(4), atoms.get(0)), List.of(atoms.get(1), atoms.get(2)));
    CollectiveVariable listed = make(line, "pairs", pairs);
    assertEquals(List.of(atoms.get(0), atoms.get(1), atoms.get(2), atoms.get(4)), listed.points());
    Scene some = Scene.still(x[0], x[1], x[2], x[4]);
    assertEquals(0.1 * Math.sqrt((1 + 0.04) / 2), some.values(listed)[0], 1e-14);
  }

  @Test
  void aMirrorImageIsTheSame() throws Exception {
    Random random = new Random(112);
    double[][] reference = Scene.normal(random, 5, 0.15);
    double[][] mirrored = new double[5][];
    for (int p = 0; p < 5; p++) {
      mirrored[p] = new double[] {-reference[p][0], reference[p][1], reference[p][2]};
    }
    Terms terms = Scene.still(mirrored).evaluate(make(reference));
    assertEquals(0, terms.value(0), 1e-16);
    assertTrue(Double.isNaN(terms.metric(0)));
    assertTrue(Double.isNaN(terms.laplacian(0)));
    Differences.check(make(reference, "squared", true), mirrored, MASSES, 0.05, random);
  }

  @ParameterizedTest
  @ValueSource(doubles = {1e-3, 1e-6, 1e-9})
  void nearTheReferenceItKeepsTheDigitsThatPositionsHave(double deviation) throws Exception {
    Random random = new Random(113);
    double[][] reference = Scene.normal(random, 4, 0.15);
    double[][] x = displaced(reference, deviation, random);
    Dfp[][] rest = Precise.exact(reference);
    PreciseCheck.check(
        make(reference),
        y -> {
          Dfp sum = Precise.FIELD.getZero();
          for (int p = 0; p < 4; p++) {
            for (int q = 0; q < p; q++) {
              Dfp difference = length(y[p], y[q]).subtract(length(rest[p], rest[q]));
              sum = sum.add(difference.multiply(difference));
            }
          }
          return sum.divide(6).sqrt();
        },
        x,
        new double[] {10, 20, 30, 40},
        deviation,
        1e-13 + 1e-15 / deviation,
        random);
  }

  private static Dfp length(Dfp[] a, Dfp[] b) {
    Dfp sum = Precise.FIELD.getZero();
    for (int d = 0; d < 3; d++) {
      Dfp difference = b[d].subtract(a[d]);
      sum = sum.add(difference.multiply(difference));
    }
    return sum.sqrt();
  }

  @Test
  void pointsThatCoincideLeaveNoSlope() throws Exception {
    double[][] reference = {{0, 0, 0}, {0.1, 0, 0}, {0, 0.1, 0}, {0, 0, 0.1}};
    double[][] x = {{0, 0, 0}, {0, 0, 0}, {0, 0.1, 0}, {0, 0, 0.1}};
    Terms terms = Scene.still(x).evaluate(make(reference));
    assertTrue(terms.value(0) > 0);
    assertTrue(Double.isNaN(terms.metric(0)));
    assertTrue(Double.isNaN(terms.laplacian(0)));
  }

  @Test
  void groupsThatShareAtomsAreFollowedByTheSharedMachinery() throws Exception {
    double[] masses = {12.01, 1.008, 14.01, 16, 32.06};
    List<Point> groups =
        List.of(
            Point.ofMean(new int[] {0, 1}, new double[] {2, 1}, "A"),
            Point.ofMean(new int[] {1, 2, 3}, new double[] {1, 1, 1}, "B"),
            Point.ofMean(new int[] {3, 4}, new double[] {1, 4}, "C"));
    double[][] reference = Scene.normal(new Random(114), 5, 0.3);
    Overlap.check(make(reference, "atoms", groups), masses, new Random(115));
  }

  @Test
  void distancesAreToTheNearestImageUnlessTheJobSaysNo() throws Exception {
    Random random = new Random(116);
    double[][] boxes = {{2, 0, 0, 0.5, 2.5, 0, -0.4, 0.6, 3}};
    double[][] reference = Scene.normal(random, 5, 0.15);
    double[][] x = displaced(reference, 0.03, random);
    double[][][] cut = {Geometry.scatter(x, boxes[0], random)};
    Scene scene = Scene.ofAtoms(cut, null, boxes, MASSES);
    double whole = Scene.still(x).values(make(reference))[0];
    assertEquals(whole, scene.values(make(reference))[0], 1e-13);
    assertTrue(scene.values(make(reference, "nearest-image", false))[0] > 0.5);
  }

  @Test
  void whatCannotBeIsRefusedWithASentence() throws Exception {
    double[][] line = {{0, 0, 0}, {0.1, 0, 0}, {0.3, 0, 0}};
    assertEquals(
        "upper-cutoff: no pair is left; the distances in the reference are from 0.1000 to 0.3000"
            + " nm",
        refusal(line, "upper-cutoff", 0.05));
    assertEquals(
        "lower-cutoff: no pair is left; the distances in the reference are from 0.1000 to 0.3000"
            + " nm",
        refusal(line, "lower-cutoff", 0.5));
    assertEquals(
        "pairs: pair 1 (1, 9): 9 is not among the atoms of the reference",
        refusal(line, "pairs", List.of(Requests.atoms(1, 9))));
    assertEquals(
        "pairs: pair 1 (2, 2) is of one atom",
        refusal(line, "pairs", List.of(Requests.atoms(2, 2))));
  }

  private static String refusal(double[][] reference, String key, Object value) throws IOException {
    return Requests.refusal(
        PROVIDER, Requests.carbons(reference), "atoms", Scene.atoms(reference.length), key, value);
  }
}
