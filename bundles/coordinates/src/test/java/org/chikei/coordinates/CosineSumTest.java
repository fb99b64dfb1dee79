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

class CosineSumTest {
  private static final double[] MASSES = {12.01, 1.008, 14.01, 16, 32.06, 1.008};

  private static List<Point> points(int... atoms) {
    return Arrays.stream(atoms).mapToObj(Point::ofAtom).toList();
  }

  private static CollectiveVariable alphaBeta(
      List<List<Point>> torsions, Object references, Object coefficients)
      throws ParameterException {
    return Requests.variable(
        new AlphaBetaProvider(),
        Map.of("torsions", torsions, "references", references, "coefficients", coefficients));
  }

  private static CollectiveVariable correlation(List<List<Point>> pairs) throws ParameterException {
    return Requests.variable(new DihedralCorrelationProvider(), Map.of("pairs", pairs));
  }

  private static double torsion(double[][] x, int... points) {
    double[][] four = Arrays.stream(points).mapToObj(p -> x[p]).toArray(double[][]::new);
    return Scene.still(four).values(new Torsion(Scene.atoms(4), false))[0];
  }

  /** The points of the variable, in its order. */
  private static double[][] chosen(CollectiveVariable variable, double[][] x) {
    return variable.points().stream().map(p -> x[p.atom(0)]).toArray(double[][]::new);
  }

  private static double[] masses(CollectiveVariable variable) {
    return variable.points().stream().mapToDouble(p -> MASSES[p.atom(0)]).toArray();
  }

  @Test
  void valuesAreSumsOfCosinesOfTorsions() throws ParameterException {
    Random random = new Random(61);
    CollectiveVariable similarity =
        alphaBeta(
            List.of(points(0, 1, 2, 3), points(5, 2, 1, 4)), List.of(0.5, -3.1), List.of(2.0, 0.7));
    CollectiveVariable alike = alphaBeta(List.of(points(0, 1, 2, 3), points(1, 2, 3, 4)), 1.2, 1.0);
    CollectiveVariable correlation =
        correlation(List.of(points(0, 1, 2, 3, 1, 2, 3, 4), points(4, 2, 0, 5, 3, 2, 1, 0)));
    for (int n = 0; n < 50; n++) {
      double[][] x = Scene.normal(random, 6, 0.2);
      double expected =
          1
              + Math.cos(torsion(x, 0, 1, 2, 3) - 0.5)
              + 0.35 * (1 + Math.cos(torsion(x, 5, 2, 1, 4) + 3.1));
      assertEquals(expected, value(similarity, x), 1e-14);
      expected =
          0.5 * (1 + Math.cos(torsion(x, 0, 1, 2, 3) - 1.2))
              + 0.5 * (1 + Math.cos(torsion(x, 1, 2, 3, 4) - 1.2));
      assertEquals(expected, value(alike, x), 1e-14);
      expected =
          0.5 * (1 + Math.cos(torsion(x, 0, 1, 2, 3) - torsion(x, 1, 2, 3, 4)))
              + 0.5 * (1 + Math.cos(torsion(x, 4, 2, 0, 5) - torsion(x, 3, 2, 1, 0)));
      assertEquals(expected, value(correlation, x), 1e-14);
    }
  }

  private static double value(CollectiveVariable variable, double[][] x) {
    return Scene.still(chosen(variable, x)).values(variable)[0];
  }

  @Test
  void valuesAreThoseOfPlumed() throws ParameterException {
    double[][] x = { // atoms 1, 5, 7, 9, 15, 17, 19 of a frame of alanine dipeptide
      {2.1609950065612793, 2.4620046615600586, 2.5168623924255371},
      {2.2428486347198486, 2.5809810161590576, 2.5350348949432373},
      {2.3581986427307129, 2.5665478706359863, 2.6097908020019531},
      {2.4510643482208252, 2.6841800212860107, 2.6267433166503906},
      {2.5936250686645508, 2.6372714042663574, 2.6561534404754639},
      {2.6880156993865967, 2.7325985431671143, 2.6424939632415771},
      {2.8290169239044189, 2.6944382190704346, 2.6375899314880371}
    };
    CollectiveVariable similarity =
        alphaBeta(
            List.of(points(1, 2, 3, 4), points(2, 3, 4, 5)), List.of(-1.4, 1.2), List.of(2.0, 0.5));
    assertEquals(1.47834029832574, value(similarity, x), 1e-12);
    CollectiveVariable correlation =
        correlation(List.of(points(1, 2, 3, 4, 2, 3, 4, 5), points(0, 1, 2, 3, 3, 4, 5, 6)));
    assertEquals(1.86575660137570, value(correlation, x), 1e-12);
  }

  @Test
  void derivativesAreDifferenceQuotients() throws ParameterException {
    Random random = new Random(62);
    List<CollectiveVariable> variables =
        List.of(
            alphaBeta(List.of(points(0, 1, 2, 3)), 0.3, 1.0),
            alphaBeta(
                List.of(points(0, 1, 2, 3), points(1, 2, 3, 4), points(5, 2, 1, 4)),
                List.of(0.5, -3.1, 1.0),
                List.of(2.0, -0.7, 1.0)),
            correlation(List.of(points(0, 1, 2, 3, 1, 2, 3, 4))),
            correlation(List.of(points(0, 1, 2, 3, 3, 2, 1, 5), points(1, 2, 3, 4, 2, 3, 4, 5))));
    for (CollectiveVariable variable : variables) {
      for (int n = 0; n < 100; ) {
        double[][] x = Scene.normal(random, 6, 0.15);
        double rho = 0.5 * thinnest(x);
        if (rho > 0.01) {
          Differences.check(variable, chosen(variable, x), masses(variable), rho, random);
          n++;
        }
      }
    }
  }

  /** The least height of a triangle of points, where torsions cease to exist at 0. */
  private static double thinnest(double[][] x) {
    double least = Double.MAX_VALUE;
    for (int i = 0; i < 6; i++) {
      for (int j = 0; j < 6; j++) {
        for (int k = 0; k < 6; k++) {
          if (i != j && j != k && i != k) {
            double a = Geometry.distance(x[i], x[j]);
            double b = Geometry.distance(x[j], x[k]);
            double c = Geometry.distance(x[k], x[i]);
            double s = (a + b + c) / 2;
            double area = Math.sqrt(Math.max(s * (s - a) * (s - b) * (s - c), 0));
            least = Math.min(least, 2 * area / a);
          }
        }
      }
    }
    return least;
  }

  @Test
  void torsionsAtTheSeamAreLikeAnyOther() throws ParameterException {
    Random random = new Random(63);
    CollectiveVariable variable = alphaBeta(List.of(points(0, 1, 2, 3)), Math.PI, 1.0);
    for (double torsion : new double[] {Math.PI, -Math.PI, Math.PI - 1e-12, 0, 1e-9}) {
      double[][] chain =
          Geometry.chain(new double[] {.15, .14, .15}, new double[] {1.9, 2.0}, torsion);
      double[][] x = Geometry.move(chain, Geometry.rotation(random), 1, 2, 3);
      assertEquals(0.5 * (1 - Math.cos(torsion)), value(variable, x), 1e-14);
      Differences.check(variable, x, masses(variable), 0.05, random);
    }
  }

  @Test
  void aTorsionIsLikeItself() throws ParameterException {
    double[][][] x = {Scene.normal(new Random(64), 4, 0.2)};
    double[][][] v = {Scene.normal(new Random(65), 4, 1)};
    CollectiveVariable variable = correlation(List.of(points(0, 1, 2, 3, 0, 1, 2, 3)));
    Terms terms = Scene.ofAtoms(x, v, null, 1, 2, 3, 4).evaluate(variable);
    assertEquals(1, terms.value(0));
    assertEquals(0, terms.metric(0));
    assertEquals(0, terms.laplacian(0));
    assertEquals(0, terms.curvature(0));
  }

  @Test
  void aTorsionOfPointsOnOneLineMakesTheWholeMissing() throws ParameterException {
    double[][] x = Scene.normal(new Random(66), 6, 0.2);
    x[5] = new double[] {2 * x[4][0] - x[3][0], 2 * x[4][1] - x[3][1], 2 * x[4][2] - x[3][2]};
    CollectiveVariable variable =
        alphaBeta(List.of(points(0, 1, 2, 3), points(2, 3, 4, 5)), 0.0, 1.0);
    Terms terms = Scene.still(chosen(variable, x)).evaluate(variable);
    assertTrue(Double.isNaN(terms.value(0)));
    assertTrue(Double.isNaN(terms.laplacian(0)));
    assertTrue(Double.isNaN(terms.curvature(0)));
  }

  @Test
  void groupsThatShareAtomsAreFollowedByTheSharedMachinery() throws ParameterException {
    List<Point> groups =
        List.of(
            Point.ofMean(new int[] {0, 1}, new double[] {2, 1}, "A"),
            Point.ofMean(new int[] {1, 2}, new double[] {1, 1}, "B"),
            Point.ofAtom(3),
            Point.ofMean(new int[] {4, 5}, new double[] {1, 4}, "C"));
    Overlap.check(alphaBeta(List.of(groups), 0.4, 1.0), MASSES, new Random(67));
  }

  @Test
  void nearestImagesMakeTheTorsions() throws ParameterException {
    Random random = new Random(68);
    double[] box = {2, 0, 0, 0.5, 2.5, 0, -0.4, 0.6, 3};
    double[][] x = Scene.normal(random, 6, 0.15);
    CollectiveVariable variable = correlation(List.of(points(0, 1, 2, 3, 2, 3, 4, 5)));
    double[][][] scattered = {Geometry.scatter(chosen(variable, x), box, random)};
    double[] masses = masses(variable);
    double made = Scene.ofAtoms(scattered, null, new double[][] {box}, masses).values(variable)[0];
    assertEquals(value(variable, x), made, 1e-13);
  }

  @Test
  void whatDoesNotGoTogetherIsRefused() {
    List<List<Point>> two = List.of(points(0, 1, 2, 3), points(1, 2, 3, 4));
    assertEquals(
        "1 for 2 torsions; give one for each, or one",
        assertThrows(ParameterException.class, () -> alphaBeta(two, List.of(1.0), 1.0))
            .getMessage());
    ParameterException many =
        assertThrows(ParameterException.class, () -> alphaBeta(two, 1.0, List.of(1.0, 2.0, 3.0)));
    assertEquals("coefficients", many.parameter());
    assertEquals("3 for 2 torsions; give one for each, or one", many.getMessage());
    assertEquals(
        "torsion 2: point 4 (2) is the same as point 1; give 4 different ones",
        assertThrows(
                ParameterException.class,
                () -> alphaBeta(List.of(points(0, 1, 2, 3), points(1, 2, 3, 1)), 1.0, 1.0))
            .getMessage());
    assertEquals(
        "the second torsion of pair 1: point 2 (1) is the same as point 1; give 4 different ones",
        assertThrows(
                ParameterException.class,
                () -> correlation(List.of(points(0, 1, 2, 3, 0, 0, 2, 3))))
            .getMessage());
  }
}
