package org.chikei.coordinates;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.commons.math3.dfp.Dfp;
import org.apache.commons.math3.dfp.DfpField;
import org.chikei.api.coordinate.CollectiveVariable;
import org.chikei.api.coordinate.DerivativeBlock;
import org.chikei.api.coordinate.InverseMasses;
import org.chikei.api.coordinate.Point;
import org.chikei.api.coordinate.PointBlock;
import org.chikei.api.parameter.ParameterException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CoordinationTest {
  private static final double[] MASSES = {12.01, 1.008, 14.01, 16, 1.008, 32.06, 19, 1.5};

  private static final DfpField FINE = new DfpField(100);

  private static List<Point> some(int from, int to) {
    return Scene.atoms(to).subList(from, to);
  }

  private static CollectiveVariable create(Map<String, Object> switching, Object... more)
      throws ParameterException {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("group-a", some(0, 2));
    values.put("group-b", some(2, 6));
    values.put("switching", switching);
    for (int k = 0; k < more.length; k += 2) {
      if (more[k + 1] == null) {
        values.remove((String) more[k]);
      } else {
        values.put((String) more[k], more[k + 1]);
      }
    }
    return Requests.variable(new CoordinationProvider(), values);
  }

  static Stream<Arguments> functions() {
    return Stream.of(
        Arguments.of("rational 6 12", Map.of("r0", 0.3)),
        Arguments.of("rational 8 12", Map.of("r0", 0.3, "n", 8L, "m", 12L)),
        Arguments.of("rational 3 7", Map.of("r0", 0.3, "n", 3L, "m", 7L)),
        Arguments.of("rational 4 6 far", Map.of("r0", 0.05, "n", 4L, "m", 6L)),
        Arguments.of("rational from d0", Map.of("r0", 0.3, "d0", 0.02, "n", 6L, "m", 10L)),
        Arguments.of("rational to d-max", Map.of("r0", 0.2, "d-max", 1.5)),
        Arguments.of("exponential", Map.of("kind", "exponential", "r0", 0.2)),
        Arguments.of("gaussian", Map.of("kind", "gaussian", "r0", 0.2)),
        Arguments.of("smap", Map.of("kind", "smap", "r0", 0.25, "a", 8L, "b", 3L)),
        Arguments.of("cubic", Map.of("kind", "cubic", "d-max", 2.0)),
        Arguments.of("tanh", Map.of("kind", "tanh", "r0", 0.3)),
        Arguments.of("cosine", Map.of("kind", "cosine", "r0", 2.0)),
        Arguments.of("native", Map.of("kind", "native-contacts", "reference", 0.2, "beta", 20.0)),
        Arguments.of("tolerance", Map.of("r0", 0.3, "tolerance", 1e-5)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("functions")
  void derivativesAreDifferenceQuotients(String name, Map<String, Object> switching)
      throws ParameterException {
    CollectiveVariable two = create(switching);
    CollectiveVariable one = create(switching, "group-b", null, "group-a", some(0, 5));
    CollectiveVariable paired = create(switching, "pairs", true, "group-b", some(2, 4));
    Random random = new Random(51);
    for (int n = 0; n < 100; n++) {
      for (CollectiveVariable variable : List.of(two, one, paired)) {
        int points = variable.points().size();
        double[][] x = Scene.normal(random, points, 0.15);
        double rho = Math.min(0.05, shortest(x));
        Differences.check(variable, x, Arrays.copyOf(MASSES, points), rho, random);
      }
    }
  }

  private static double shortest(double[][] x) {
    double shortest = 1;
    for (int p = 0; p < x.length; p++) {
      for (int q = 0; q < p; q++) {
        shortest = Math.min(shortest, Geometry.distance(x[p], x[q]));
      }
    }
    return shortest;
  }

  /** The definition of the rational function, 0/0 at r0 and all, with digits to spare for it. */
  private static Dfp rational(Dfp r, double r0, int n, int m) {
    Dfp x = FINE.newDfp(r.toString()).divide(FINE.newDfp(r0));
    Dfp one = FINE.getOne();
    if (x.equals(one)) {
      return Precise.FIELD.newDfp(n).divide(m);
    }
    Dfp ratio = one.subtract(x.pow(n)).divide(one.subtract(x.pow(m)));
    return Precise.FIELD.newDfp(ratio.toString());
  }

  @ParameterizedTest
  @ValueSource(
      doubles = {
        0, 2.3e-16, -2e-16, 1e-14, 1e-12, -1e-10, 1e-8, 1e-6, -1e-4, 1e-2, 0.5, -0.3, 5, 50
      })
  void nothingIsLostNearR0(double beyond) throws ParameterException {
    int[][] powers = {{6, 12}, {8, 12}, {3, 7}, {5, 10}, {6, 10}, {1, 2}, {2, 3}, {12, 18}};
    Random random = new Random(52);
    for (int[] power : powers) {
      CollectiveVariable variable =
          create(
              Map.of("r0", 0.25, "n", (long) power[0], "m", (long) power[1]),
              "group-a",
              some(0, 1),
              "group-b",
              some(1, 2));
      // along an axis, so that the distance is what is written
      double[][] x = {{0, 0, 0}, {0.25 + 0.25 * beyond, 0, 0}};
      PreciseCheck.check(
          variable,
          q -> rational(PreciseVectors.distance(q[0], q[1]), 0.25, power[0], power[1]),
          x,
          new double[] {MASSES[0], MASSES[1]},
          x[1][0],
          4e-16 * power[1],
          random);
    }
  }

  @Test
  void pointsThatCoincideAreInContact() throws ParameterException {
    double[][] x = {{0.1, 0.2, 0.3}, {0.1, 0.2, 0.3}};
    double[][] v = {{1, 0, 0}, {0, 2, 0}};
    Scene scene = Scene.ofAtoms(new double[][][] {x}, new double[][][] {v}, null, 2, 4);
    for (long n : new long[] {2, 3, 4, 6}) {
      CollectiveVariable variable =
          create(Map.of("r0", 0.5, "n", n), "group-a", some(0, 1), "group-b", some(1, 2));
      Terms terms = scene.evaluate(variable);
      assertEquals(1, terms.value(0));
      assertEquals(0, terms.steepest(0));
      // s = 1 − r²/r0² for n = 2, flatter above
      assertEquals(n == 2 ? -2 / 0.25 * 5 : 0, terms.curvature(0), 1e-13);
      assertEquals(n == 2 ? -2 / 0.25 * 3 * 0.75 : 0, terms.laplacian(0), 1e-13);
    }
    CollectiveVariable cusp =
        create(
            Map.of("kind", "exponential", "r0", 0.5), "group-a", some(0, 1), "group-b", some(1, 2));
    Terms terms = scene.evaluate(cusp);
    assertEquals(1, terms.value(0));
    assertTrue(Double.isNaN(terms.metric(0)));
    assertTrue(Double.isNaN(terms.curvature(0)));
    assertTrue(Double.isNaN(terms.laplacian(0)));
  }

  @Test
  void farApartNothingIsLeftAndNothingBreaks() throws ParameterException {
    double[][] x = {{0, 0, 0}, {1e6, 0, 0}};
    Scene scene =
        Scene.ofAtoms(new double[][][] {x}, new double[][][] {new double[2][3]}, null, 1, 1);
    List<Map<String, Object>> all =
        List.of(
            Map.of("r0", 1e-3, "n", 50L, "m", 100L),
            Map.of("r0", 1e-3, "n", 99L, "m", 100L),
            Map.of("kind", "smap", "r0", 1e-3, "a", 100L, "b", 100L),
            Map.of("kind", "gaussian", "r0", 1e-3),
            Map.of("kind", "tanh", "r0", 1e-3),
            Map.of("kind", "native-contacts", "reference", 0.1),
            Map.of("kind", "cosine", "r0", 1e-3));
    for (Map<String, Object> switching : all) {
      Terms terms = scene.evaluate(create(switching, "group-a", some(0, 1), "group-b", some(1, 2)));
      assertEquals(0, terms.value(0), 1e-6, switching.toString());
      assertEquals(0, terms.steepest(0), 1e-6);
      assertEquals(0, terms.curvature(0), 1e-6);
      assertEquals(0, terms.laplacian(0), 1e-6);
    }
  }

  @Test
  void pointsOfBothGroupsCountOnceEachWayAndNeverWithThemselves() throws ParameterException {
    double[][] x = {{0, 0, 0}, {0.2, 0, 0}, {0, 0.3, 0}};
    Scene scene = Scene.still(x);
    Map<String, Object> switching = Map.of("r0", 0.25);
    double within = scene.values(create(switching, "group-a", some(0, 3), "group-b", null))[0];
    double twice = scene.values(create(switching, "group-a", some(0, 3), "group-b", some(0, 3)))[0];
    assertEquals(2 * within, twice, 1e-15);
  }

  @Test
  void colvarsToleranceShiftsAndCuts() throws ParameterException {
    double tolerance = 0.01;
    Map<String, Object> plain = Map.of("r0", 0.4, "n", 6L, "m", 12L);
    Map<String, Object> shifted = Map.of("r0", 0.4, "n", 6L, "m", 12L, "tolerance", tolerance);
    for (double r = 0.05; r < 2; r += 0.013) {
      Scene scene = Scene.still(new double[3], new double[] {r, 0, 0});
      double s = scene.values(create(plain, "group-a", some(0, 1), "group-b", some(1, 2)))[0];
      double expected = Math.max(0, (s - tolerance) / (1 - tolerance));
      double found = scene.values(create(shifted, "group-a", some(0, 1), "group-b", some(1, 2)))[0];
      assertEquals(expected, found, 1e-14);
    }
  }

  /** Boxes: none, a cuboid, a rhombic dodecahedron, a skew one. */
  static Stream<Arguments> boxes() {
    return Stream.of(
        Arguments.of("none", null),
        Arguments.of("cuboid", new double[] {4.2, 0, 0, 0, 5, 0, 0, 0, 4.1}),
        Arguments.of(
            "dodecahedron", new double[] {5.5, 0, 0, 0, 5.5, 0, 2.75, 2.75, 3.889087296526011}),
        Arguments.of("skew", new double[] {6, 0.3, -0.2, 3.1, 5.5, 0.1, -2.9, 2.8, 5}));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("boxes")
  void cellsGiveWhatAllPairsGive(String name, double[] box) throws ParameterException {
    Random random = new Random(61);
    int n = 240;
    double[][] x = new double[n][3];
    double[][] v = Scene.normal(random, n, 1);
    for (double[] point : x) {
      for (int d = 0; d < 3; d++) {
        point[d] = 12 * random.nextDouble() - 4;
      }
    }
    double[] masses = random.doubles(n, 1, 20).toArray();
    double[][] boxes = box == null ? null : new double[][] {box, box};
    double[][][] frames = {x, Scene.normal(random, n, 2)};
    Scene scene = Scene.ofAtoms(frames, new double[][][] {v, v}, boxes, masses);
    Map<String, Object> switching = Map.of("r0", 0.5, "d-max", 1.0);
    Object[][] groups = {
      {"group-a", some(0, n), "group-b", null},
      {"group-a", some(0, 100), "group-b", some(60, n)},
    };
    for (Object[] group : groups) {
      CollectiveVariable cells = create(switching, group);
      Terms found = scene.evaluate(cells);
      Terms expected = scene.evaluate(allPairs((Coordination) cells));
      for (int j = 0; j < 2; j++) {
        assertTrue(expected.value(j) > 5);
        // sums of some hundred terms of order one, in another order
        assertEquals(expected.value(j), found.value(j), 1e-13 * expected.value(j));
        assertEquals(expected.curvature(j), found.curvature(j), 1e-10);
        assertEquals(expected.laplacian(j), found.laplacian(j), 1e-10);
        for (int p = 0; p < cells.points().size(); p++) {
          for (int d = 0; d < 3; d++) {
            assertEquals(expected.gradient(j, p, d), found.gradient(j, p, d), 1e-12);
          }
        }
      }
    }
  }

  private static CollectiveVariable allPairs(Coordination variable) {
    return variable.withoutCells();
  }

  @Test
  void aFrameWithoutPositionsIsMissingAndSpoilsNoOther() throws ParameterException {
    Random random = new Random(62);
    int n = 120;
    double[][] good = Scene.normal(random, n, 2);
    double[][] bad = Scene.normal(random, n, 2);
    bad[17][1] = Double.NaN;
    double[][][] v = {Scene.normal(random, n, 1), Scene.normal(random, n, 1)};
    double[] masses = new double[n];
    Arrays.fill(masses, 2);
    Scene scene = Scene.ofAtoms(new double[][][] {good, bad}, v, null, masses);
    CollectiveVariable variable =
        create(Map.of("r0", 0.5, "d-max", 0.8), "group-a", some(0, n), "group-b", null);
    Terms terms = scene.evaluate(variable);
    assertTrue(terms.value(0) > 0);
    assertTrue(Double.isNaN(terms.value(1)));
    assertTrue(Double.isNaN(terms.metric(1)));
  }

  @Test
  void centresThatShareAtomsAreCountedWithTheirSharedMass() throws ParameterException {
    List<Point> points =
        List.of(
            Point.ofMean(new int[] {0, 1}, new double[] {2, 1}, "A"),
            Point.ofMean(new int[] {1, 2, 3}, new double[] {1, 1, 1}, "B"),
            Point.ofAtom(3),
            Point.ofAtom(4));
    CollectiveVariable variable = create(Map.of("r0", 0.3), "group-a", points, "group-b", null);
    Random random = new Random(63);
    Scene scene =
        new Scene(
            new double[][][] {Scene.normal(random, 4, 0.2)},
            new double[][][] {Scene.normal(random, 4, 1)},
            null,
            InverseMasses.of(points, MASSES));
    Terms own = scene.evaluate(variable);
    Terms made = scene.evaluateCompleted(new Sharing(variable));
    assertEquals(made.laplacian(0), own.laplacian(0), 1e-11 * Math.abs(made.laplacian(0)));
  }

  /** A coordinate that leaves the counting of shared atoms to others. */
  private record Sharing(CollectiveVariable variable) implements CollectiveVariable {
    @Override
    public List<Point> points() {
      return variable.points();
    }

    @Override
    public String unit() {
      return variable.unit();
    }

    @Override
    public int order() {
      return 2;
    }

    @Override
    public void evaluate(PointBlock in, DerivativeBlock out) {
      variable.evaluate(in, out);
    }
  }

  @Test
  void whatCannotBeIsRefused() {
    List<Map<String, Object>> bad =
        List.of(
            Map.of(),
            Map.of("r0", 0.3, "n", 12L, "m", 6L),
            Map.of("kind", "cubic"),
            Map.of("kind", "cubic", "r0", 0.3, "d-max", 1.0),
            Map.of("kind", "smap", "r0", 0.3, "a", 2L),
            Map.of("kind", "native-contacts"),
            Map.of("r0", 0.3, "d0", 0.5, "d-max", 0.4),
            Map.of("r0", 0.3, "d-max", 0.4, "tolerance", 0.1));
    List<String> messages = new ArrayList<>();
    for (Map<String, Object> switching : bad) {
      ParameterException e =
          assertThrows(ParameterException.class, () -> create(switching), switching.toString());
      assertEquals("switching", e.parameter());
      messages.add(e.getMessage());
    }
    assertEquals("kind rational needs 'r0'", messages.get(0));
    Map<String, Object> good = Map.of("r0", 0.3);
    assertThrows(
        ParameterException.class, () -> create(good, "group-a", some(0, 1), "group-b", some(0, 1)));
    assertThrows(
        ParameterException.class, () -> create(good, "group-a", some(0, 1), "group-b", null));
    assertThrows(ParameterException.class, () -> create(good, "pairs", true));
    ParameterException twice =
        assertThrows(
            ParameterException.class,
            () -> create(good, "group-a", List.of(Point.ofAtom(1), Point.ofAtom(1))));
    assertEquals("point 2 (2) is the same as point 1; give it once", twice.getMessage());
  }
}
