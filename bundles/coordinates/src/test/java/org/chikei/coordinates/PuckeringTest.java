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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PuckeringTest {
  private static final double[] MASSES = {12.01, 16, 12.01, 14.01, 12.01, 32.06};
  private static final double RADIUS = 0.14;

  /** Atoms 5, 7, 9, 15, 10, 6, 11 of a frame of alanine dipeptide. */
  private static final double[][] ALANINE = {
    {2.2428486347198486, 2.5809810161590576, 2.5350348949432373},
    {2.3581986427307129, 2.5665478706359863, 2.6097908020019531},
    {2.4510643482208252, 2.6841800212860107, 2.6267433166503906},
    {2.5936250686645508, 2.6372714042663574, 2.6561534404754639},
    {2.4491782188415527, 2.7436895370483398, 2.5318279266357422},
    {2.2002179622650146, 2.6865885257720947, 2.4934773445129395},
    {2.4072766304016113, 2.7652058601379395, 2.7481665611267090}
  };

  private static CollectiveVariable make(String component, int points) throws ParameterException {
    return make(component, Scene.atoms(points));
  }

  private static CollectiveVariable make(String component, List<Point> points)
      throws ParameterException {
    return Requests.variable(
        new PuckeringProvider(), Map.of("atoms", points, "component", component));
  }

  private static double value(String component, double[]... x) throws ParameterException {
    return Scene.still(x).values(make(component, x.length))[0];
  }

  /** A regular ring with the puckering (q2, φ, q3), anywhere. */
  private static double[][] ring(int points, double q2, double phase, double q3, Random random) {
    double[][] x = new double[points][3];
    for (int j = 0; j < points; j++) {
      double angle = 2 * Math.PI * j / points;
      x[j][0] = RADIUS * Math.cos(angle);
      x[j][1] = -RADIUS * Math.sin(angle); // numbered clockwise as seen from the normal
      x[j][2] = Math.sqrt(2.0 / points) * q2 * Math.cos(phase + 2 * angle);
      x[j][2] += points == 6 ? (j % 2 == 0 ? q3 : -q3) / Math.sqrt(6) : 0;
    }
    return Geometry.move(x, Geometry.rotation(random), 0.3, -0.2, 0.1);
  }

  private static double[][] nearRing(int points, Random random) {
    double[][] x = ring(points, 0.05, 6 * random.nextDouble(), 0.03, random);
    double[][] noise = Scene.normal(random, points, 0.01);
    for (int p = 0; p < points; p++) {
      for (int d = 0; d < 3; d++) {
        x[p][d] += noise[p][d];
      }
    }
    return x;
  }

  @ParameterizedTest
  @CsvSource({
    "phs, -0.55526905548603",
    "amp, 0.94456491320120",
    "zx, 0.80265218897134",
    "zy, -0.49794812861413"
  })
  void fiveAtomsAreAsInPlumed(String component, double expected) throws ParameterException {
    double[][] x = {ALANINE[0], ALANINE[1], ALANINE[2], ALANINE[6], ALANINE[5]};
    assertEquals(expected, value(component, x), 1e-11); // PLUMED's own closeness to it
  }

  @ParameterizedTest
  @CsvSource({
    "qx, -0.03731841034192",
    "qy, 0.03571305268727",
    "qz, -0.00803361562667",
    "phi, 5.47580895663671",
    "theta, 1.72508909288429",
    "amplitude, 0.05227451446670"
  })
  void sixAtomsAreAsInPlumed(String component, double expected) throws ParameterException {
    assertEquals(expected, value(component, Arrays.copyOf(ALANINE, 6)), 1e-11);
  }

  @ParameterizedTest
  @ValueSource(ints = {5, 6})
  void aRingOfKnownPuckeringHasIt(int points) throws ParameterException {
    Random random = new Random(81);
    for (int n = 0; n < 50; n++) {
      double q2 = 0.08 * random.nextDouble();
      double phase = 2 * Math.PI * random.nextDouble();
      double q3 = points == 6 ? 0.1 * random.nextDouble() - 0.05 : 0;
      double[][] x = ring(points, q2, phase, q3, random);
      assertEquals(q2 * Math.sin(phase), value("qx", x), 1e-15);
      assertEquals(q2 * Math.cos(phase), value("qy", x), 1e-15);
      assertEquals(Math.hypot(q2, q3), value("amplitude", x), 1e-15);
      assertEquals(phase, value("phi", x), 1e-15 / q2);
      if (points == 6) {
        assertEquals(q3, value("qz", x), 1e-15);
        assertEquals(Math.acos(q3 / Math.hypot(q2, q3)), value("theta", x), 1e-15 / Math.abs(q3));
      }
    }
  }

  @Test
  void chairsAndBoatsAreWhereCremerAndPoplePutThem() throws ParameterException {
    double[] chair = {1, -1, 1, -1, 1, -1};
    double[] boat = {1, -0.5, -0.5, 1, -0.5, -0.5};
    double[] twist = {0, 1, -1, 0, 1, -1};
    assertEquals(0, value("theta", heights(chair, 0.02)), 1e-13);
    assertEquals(Math.PI, value("theta", heights(chair, -0.02)), 1e-13);
    assertEquals(0.02 * Math.sqrt(6), value("amplitude", heights(chair, 0.02)), 1e-15);
    assertEquals(Math.PI / 2, value("theta", heights(boat, 0.02)), 1e-13);
    assertEquals(0, Math.sin(value("phi", heights(boat, 0.02))), 1e-13);
    assertEquals(Math.PI, value("phi", heights(boat, -0.02)), 1e-13);
    assertEquals(1.5 * Math.PI, value("phi", heights(twist, 0.02)), 1e-13);
  }

  private static double[][] heights(double[] heights, double scale) {
    double[][] flat = new double[6][3];
    for (int j = 0; j < 6; j++) {
      flat[j][0] = RADIUS * Math.cos(Math.PI * j / 3);
      flat[j][1] = -RADIUS * Math.sin(Math.PI * j / 3);
      flat[j][2] = scale * heights[j];
    }
    return flat;
  }

  @Test
  void thePseudorotationIsThatOfTwoTorsions() throws ParameterException {
    Random random = new Random(82);
    for (int n = 0; n < 20; n++) {
      double[][] x = nearRing(5, random);
      double v1 = torsion(x, 1, 2, 3, 4);
      double v3 = torsion(x, 3, 4, 0, 1);
      double zx = (v1 + v3) / (2 * Math.cos(Math.toRadians(144)));
      double zy = (v1 - v3) / (2 * Math.sin(Math.toRadians(144)));
      assertEquals(zx, value("zx", x), 1e-14);
      assertEquals(zy, value("zy", x), 1e-14);
      assertEquals(Math.hypot(zx, zy), value("amp", x), 1e-14);
      assertEquals(Math.atan2(zy, zx), value("phs", x), 1e-13);
    }
  }

  private static double torsion(double[][] x, int... points) {
    double[][] four = Arrays.stream(points).mapToObj(p -> x[p]).toArray(double[][]::new);
    return Scene.still(four).values(new Torsion(Scene.atoms(4), false))[0];
  }

  @ParameterizedTest
  @CsvSource({
    "5, phs",
    "5, amp",
    "5, zx",
    "5, zy",
    "5, qx",
    "5, qy",
    "5, phi",
    "5, amplitude",
    "6, qx",
    "6, qy",
    "6, qz",
    "6, phi",
    "6, theta",
    "6, amplitude"
  })
  void derivativesAreDifferenceQuotients(int points, String component) throws ParameterException {
    Random random = new Random(83);
    CollectiveVariable variable = make(component, points);
    int done = 0;
    while (done < 200) {
      double[][] x = nearRing(points, random);
      double rho = reach(points, x);
      if (rho > 0.004 && !isNearSeam(variable, x)) {
        Differences.check(variable, x, Arrays.copyOf(MASSES, points), rho, random);
        done++;
      }
    }
  }

  /** Whether differences could cross the place where a period is cut. */
  private static boolean isNearSeam(CollectiveVariable variable, double[][] x) {
    double value = Scene.still(x).values(variable)[0];
    return variable
        .period()
        .filter(p -> value < p.minimum() + 0.3 || value > p.maximum() - 0.3)
        .isPresent();
  }

  /** How far a ring is from one without a phase, in nm. */
  private static double reach(int points, double[][] x) throws ParameterException {
    double q2 = Math.hypot(value("qx", x), value("qy", x));
    return points == 6 ? q2 : Math.min(q2, 0.14 * value("amp", x) / 2);
  }

  @Test
  void aRingWithoutPuckeringHasNoPhase() throws ParameterException {
    double[][] flat = ring(6, 0, 0, 0, new Random(84));
    double[][] five = ring(5, 0, 0, 0, new Random(84));
    assertTrue(Double.isNaN(value("phi", flat)));
    assertTrue(Double.isNaN(value("theta", flat)));
    assertTrue(Double.isNaN(value("phi", five)));
    assertTrue(Double.isNaN(value("phs", five)));
    assertValueAlone(0, flat, "amplitude");
    assertValueAlone(0, five, "amp");
    assertEquals(0, value("qx", flat), 1e-16);
    Differences.check(make("qz", 6), flat, MASSES, 0.05, new Random(1));
    Differences.check(make("zx", 5), five, Arrays.copyOf(MASSES, 5), 0.05, new Random(1));
  }

  @Test
  void aPerfectChairHasAPolarAngleWithoutAGradient() throws ParameterException {
    double[][] chair = ring(6, 0, 0, 0.05, new Random(85));
    assertTrue(Double.isNaN(value("phi", chair)));
    assertValueAlone(0, chair, "theta");
    assertValueAlone(Math.PI, ring(6, 0, 0, -0.05, new Random(85)), "theta");
    Differences.check(make("amplitude", 6), chair, MASSES, 0.03, new Random(1));
  }

  private static void assertValueAlone(double value, double[][] x, String component)
      throws ParameterException {
    Terms terms = Scene.still(x).evaluate(make(component, x.length));
    assertEquals(value, terms.value(0), 1e-14);
    assertTrue(Double.isNaN(terms.metric(0)));
    assertTrue(Double.isNaN(terms.laplacian(0)));
    assertTrue(Double.isNaN(terms.curvature(0)));
  }

  @Test
  void pointsOnOneLineHaveNoPlane() throws ParameterException {
    double[][] line = new double[6][3];
    for (int j = 0; j < 6; j++) {
      line[j] = new double[] {0.1 * j, 0.2 * j, -0.3 * j};
    }
    for (String component : List.of("qx", "qz", "phi", "theta", "amplitude")) {
      assertTrue(Double.isNaN(value(component, line)), component);
    }
    assertTrue(Double.isNaN(value("zx", Arrays.copyOf(line, 5))));
    assertTrue(Double.isNaN(value("phs", Arrays.copyOf(line, 5))));
  }

  @Test
  void aBoxThatCutsTheRingChangesNothing() throws ParameterException {
    Random random = new Random(86);
    double[] box = {2, 0, 0, 0.5, 2.5, 0, -0.4, 0.6, 3};
    for (String component : List.of("phs", "amp", "phi", "qy")) {
      double[][] x = nearRing(5, random);
      double[][][] v = {Scene.normal(random, 5, 1)};
      double[] masses = Arrays.copyOf(MASSES, 5);
      Terms whole =
          Scene.ofAtoms(new double[][][] {x}, v, null, masses).evaluate(make(component, 5));
      double[][][] scattered = {Geometry.scatter(x, box, random)};
      double[][] boxes = {box};
      Terms made = Scene.ofAtoms(scattered, v, boxes, masses).evaluate(make(component, 5));
      assertEquals(whole.value(0), made.value(0), 1e-12);
      assertEquals(whole.laplacian(0), made.laplacian(0), 1e-9 * Math.abs(whole.laplacian(0)));
      assertEquals(whole.curvature(0), made.curvature(0), 1e-9 * Math.abs(whole.curvature(0)));
    }
  }

  @Test
  void groupsThatShareAtomsAreFollowedByTheSharedMachinery() throws ParameterException {
    List<Point> groups =
        List.of(
            Point.ofMean(new int[] {0, 1}, new double[] {2, 1}, "A"),
            Point.ofMean(new int[] {1, 2}, new double[] {1, 1}, "B"),
            Point.ofAtom(3),
            Point.ofMean(new int[] {3, 4}, new double[] {1, 4}, "C"),
            Point.ofAtom(5));
    for (String component : List.of("qx", "qy")) {
      Overlap.check(make(component, groups), MASSES, new Random(87));
    }
  }

  @Test
  void whatDoesNotGoTogetherIsRefused() {
    ParameterException six = assertThrows(ParameterException.class, () -> make("phs", 6));
    assertEquals("component", six.parameter());
    assertEquals(
        "a ring of 6 has no 'phs'; it has qx, qy, qz, phi, theta, amplitude", six.getMessage());
    ParameterException five = assertThrows(ParameterException.class, () -> make("theta", 5));
    assertEquals(
        "a ring of 5 has no 'theta'; it has phs, amp, zx, zy, qx, qy, phi, amplitude",
        five.getMessage());
    List<Point> twice =
        List.of(
            Point.ofAtom(0), Point.ofAtom(1), Point.ofAtom(2), Point.ofAtom(3), Point.ofAtom(1));
    ParameterException same = assertThrows(ParameterException.class, () -> make("phs", twice));
    assertEquals("point 5 (2) is the same as point 2; give 5 different ones", same.getMessage());
  }
}
