package org.chikei.coordinates;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.chikei.api.coordinate.CollectiveVariable;
import org.chikei.api.coordinate.CoordinateRequest;
import org.chikei.api.coordinate.Point;
import org.chikei.api.parameter.ParameterException;
import org.chikei.api.parameter.Parameters;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GyrationTest {
  private static final double[] MASSES = {12.01, 1.008, 14.01, 16, 32.06, 1.008};

  private static CollectiveVariable make(String component, int points, Object... more)
      throws ParameterException {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("atoms", Scene.atoms(points));
    values.put("component", component);
    values.put("weights", "equal");
    values.put("nearest-image", true);
    for (int k = 0; k < more.length; k += 2) {
      values.put((String) more[k], more[k + 1]);
    }
    return (CollectiveVariable)
        new GyrationProvider()
            .create(
                new CoordinateRequest("rg", new Parameters(values), Optional.empty(), List.of()));
  }

  private static double value(String component, double[]... x) throws ParameterException {
    return Scene.still(x).values(make(component, x.length))[0];
  }

  /** Points along the axes, so that the tensor is diagonal. */
  private static double[][] cross(double a, double b, double c) {
    return new double[][] {{a, 0, 0}, {-a, 0, 0}, {0, b, 0}, {0, -b, 0}, {0, 0, c}, {0, 0, -c}};
  }

  @Test
  void everyComponentOfADiagonalTensorIsAsDefined() throws ParameterException {
    // eigenvalues a²/3, b²/3, c²/3
    double[][] x = Geometry.move(cross(0.6, 0.3, 0.15), Geometry.rotation(new Random(1)), 1, 2, 3);
    double l1 = 0.12;
    double l2 = 0.03;
    double l3 = 0.0075;
    Map<String, Double> expected = new LinkedHashMap<>();
    expected.put("radius", Math.sqrt(l1 + l2 + l3));
    expected.put("trace", l1 + l2 + l3);
    expected.put("inertia", 6 * (l1 + l2 + l3));
    expected.put("eigenvalue-1", l1);
    expected.put("eigenvalue-2", l2);
    expected.put("eigenvalue-3", l3);
    expected.put("gtpc-1", Math.sqrt(l1));
    expected.put("gtpc-2", Math.sqrt(l2));
    expected.put("gtpc-3", Math.sqrt(l3));
    expected.put("rgyr-1", Math.sqrt(l1 + l2));
    expected.put("rgyr-2", Math.sqrt(l1 + l3));
    expected.put("rgyr-3", Math.sqrt(l2 + l3));
    expected.put("asphericity", Math.sqrt(l1 - (l2 + l3) / 2));
    expected.put("acylindricity", Math.sqrt(l2 - l3));
    expected.put("kappa2", 1 - 3 * (l1 * l2 + l2 * l3 + l3 * l1) / Math.pow(l1 + l2 + l3, 2));
    for (Map.Entry<String, Double> entry : expected.entrySet()) {
      assertEquals(entry.getValue(), value(entry.getKey(), x), 1e-14, entry.getKey());
    }
  }

  @Test
  void theInertiaAlongAnAxisCountsComponentsAlongIt() throws ParameterException {
    double[][] x = {{1, 2, 3}, {2, 4, 5}, {0, 1, 1}};
    Scene scene = Scene.still(x);
    // z about its mean 3: 0, 2, -2; along (1, 1, 0)/√2: 3/√2, 6/√2, 1/√2 about 10/3√2
    assertEquals(8, scene.values(make("inertia-z", 3))[0], 1e-14);
    double expected = (9 + 36 + 1 - 100 / 3.) / 2;
    CollectiveVariable along = make("inertia-z", 3, "axis", List.of(5.0, 5.0, 0.0));
    assertEquals(expected, scene.values(along)[0], 1e-14);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "radius",
        "trace",
        "inertia",
        "inertia-z",
        "eigenvalue-1",
        "eigenvalue-2",
        "eigenvalue-3",
        "gtpc-1",
        "gtpc-2",
        "gtpc-3",
        "rgyr-1",
        "rgyr-2",
        "rgyr-3",
        "asphericity",
        "acylindricity",
        "kappa2"
      })
  void derivativesAreDifferenceQuotients(String component) throws ParameterException {
    Random random = new Random(71);
    for (int n = 0; n < 200; n++) {
      int points = 4 + n % 3;
      double[][] x = Scene.normal(random, points, 0.15);
      Object weights = n % 2 == 0 ? "equal" : numbers(Arrays.copyOf(MASSES, points));
      CollectiveVariable variable = make(component, points, "weights", weights);
      double rho = reach(x, weights);
      Differences.check(variable, x, Arrays.copyOf(MASSES, points), rho, random);
    }
  }

  /** How far a configuration is from one with equal eigenvalues or a smaller dimension. */
  private static double reach(double[][] x, Object weights) throws ParameterException {
    double[] root = new double[4];
    for (int k = 1; k <= 3; k++) {
      CollectiveVariable gtpc = make("gtpc-" + k, x.length, "weights", weights);
      root[k - 1] = Scene.still(x).values(gtpc)[0];
    }
    return 0.5 * Math.min(root[0] - root[1], Math.min(root[1] - root[2], root[2]));
  }

  private static List<Double> numbers(double[] values) {
    return Arrays.stream(values).boxed().toList();
  }

  @Test
  void aMassWeightedRadiusHasTheTotalMass() throws ParameterException {
    Random random = new Random(72);
    CollectiveVariable radius = make("radius", 6, "weights", numbers(MASSES));
    double total = Arrays.stream(MASSES).sum();
    for (int n = 0; n < 20; n++) {
      double[][][] x = {Scene.normal(random, 6, 0.2)};
      Terms terms = Scene.ofAtoms(x, null, null, MASSES).evaluate(radius);
      assertEquals(1 / total, terms.metric(0), 1e-14 / total);
      // in 3 N − 3 dimensions the Laplacian of a radius r is (3 N − 4)/r, here of √M R
      assertEquals(14 / (total * terms.value(0)), terms.laplacian(0), 1e-12);
    }
  }

  @Test
  void equalEigenvaluesHaveAValueAndDerivativesOnlyWhereTheyExist() throws ParameterException {
    Random random = new Random(73);
    double[][] prolate = cross(0.3, 0.2, 0.2);
    double[][] oblate = cross(0.3, 0.3, 0.2);
    double[][] sphere = cross(0.3, 0.3, 0.3);
    Map<String, boolean[]> smooth = new LinkedHashMap<>();
    smooth.put("eigenvalue-1", new boolean[] {true, false, false});
    smooth.put("eigenvalue-2", new boolean[] {false, false, false});
    smooth.put("gtpc-3", new boolean[] {false, true, false});
    smooth.put("rgyr-1", new boolean[] {false, true, false});
    smooth.put("rgyr-3", new boolean[] {true, false, false});
    smooth.put("asphericity", new boolean[] {true, false, false});
    smooth.put("acylindricity", new boolean[] {false, false, false});
    smooth.put("kappa2", new boolean[] {true, true, true});
    smooth.put("radius", new boolean[] {true, true, true});
    double[][][] geometries = {prolate, oblate, sphere};
    for (Map.Entry<String, boolean[]> entry : smooth.entrySet()) {
      CollectiveVariable variable = make(entry.getKey(), 6);
      for (int k = 0; k < 3; k++) {
        double[][] x = Geometry.move(geometries[k], Geometry.rotation(random), 0.1, 0.2, 0.3);
        double[][][] v = {Scene.normal(random, 6, 1)};
        Terms terms = Scene.ofAtoms(new double[][][] {x}, v, null, MASSES).evaluate(variable);
        String where = entry.getKey() + " " + k;
        assertTrue(terms.value(0) >= 0 && terms.value(0) < 1, where);
        boolean exists = entry.getValue()[k];
        assertEquals(exists, !Double.isNaN(terms.metric(0)), where);
        assertEquals(exists, !Double.isNaN(terms.curvature(0)), where);
        assertEquals(exists, !Double.isNaN(terms.laplacian(0)), where);
        if (exists) {
          Differences.check(variable, x, MASSES, 0.03, random);
        }
      }
    }
  }

  @Test
  void aFlatMoleculeHasNoThickness() throws ParameterException {
    Random random = new Random(74);
    double[][] flat = Scene.normal(random, 6, 0.2);
    for (double[] point : flat) {
      point[2] = 0;
    }
    double[][] x = Geometry.move(flat, Geometry.rotation(random), 0.1, 0.2, 0.3);
    // the eigenvalue is a square: its root keeps all digits
    assertEquals(0, value("gtpc-3", x), 1e-15);
    Terms terms = Scene.still(x).evaluate(make("gtpc-3", 6));
    assertTrue(Double.isNaN(terms.metric(0)));
    assertTrue(Double.isNaN(terms.laplacian(0)));
    Differences.check(make("eigenvalue-3", 6), x, MASSES, 0.02, random);
  }

  @Test
  void pointsAtOnePlaceHaveARadiusOfZeroAndNoShape() throws ParameterException {
    double[][] x = new double[4][];
    Arrays.fill(x, new double[] {0.1, 0.2, 0.3});
    for (String component : List.of("radius", "gtpc-1", "asphericity", "rgyr-2")) {
      Terms terms = Scene.still(x).evaluate(make(component, 4));
      assertEquals(0, terms.value(0), component);
      assertTrue(Double.isNaN(terms.metric(0)), component);
      assertTrue(Double.isNaN(terms.laplacian(0)), component);
    }
    assertTrue(Double.isNaN(value("kappa2", x)));
  }

  @Test
  void aBoxThatCutsTheMoleculeChangesNothing() throws ParameterException {
    Random random = new Random(75);
    double[] box = {2, 0, 0, 0.5, 2.5, 0, -0.4, 0.6, 3};
    for (String component : List.of("radius", "inertia-z", "gtpc-2")) {
      double[][] x = Scene.normal(random, 6, 0.15);
      double[][] v = Scene.normal(random, 6, 1);
      double[][] scattered = Geometry.scatter(x, box, random);
      Terms whole =
          Scene.ofAtoms(new double[][][] {x}, new double[][][] {v}, null, MASSES)
              .evaluate(make(component, 6));
      double[][] boxes = {box};
      Scene cut = Scene.ofAtoms(new double[][][] {scattered}, new double[][][] {v}, boxes, MASSES);
      Terms made = cut.evaluate(make(component, 6));
      assertEquals(whole.value(0), made.value(0), 1e-13);
      assertEquals(whole.metric(0), made.metric(0), 1e-11);
      assertEquals(whole.curvature(0), made.curvature(0), 1e-10);
      assertEquals(whole.laplacian(0), made.laplacian(0), 1e-11);
      double plain = cut.values(make(component, 6, "nearest-image", false))[0];
      assertTrue(plain > 2 * whole.value(0), component);
    }
  }

  @Test
  void groupsThatShareAtomsAreFollowedByTheSharedMachinery() throws ParameterException {
    List<Point> groups =
        List.of(
            Point.ofMean(new int[] {0, 1}, new double[] {2, 1}, "A"),
            Point.ofMean(new int[] {1, 2, 3}, new double[] {1, 1, 1}, "B"),
            Point.ofMean(new int[] {3, 4}, new double[] {1, 4}, "C"),
            Point.ofAtom(5));
    for (String component : List.of("radius", "asphericity", "kappa2", "inertia-z")) {
      Overlap.check(make(component, 4, "atoms", groups), MASSES, new Random(76));
    }
  }

  @Test
  void whatDoesNotGoTogetherIsRefused() {
    refused("weights", "2 for 3 points; give one for each", "weights", List.of(1.0, 2.0));
    refused(
        "weights",
        "the weights add up to 0.0; give numbers with a sum above zero",
        "weights",
        List.of(0.0, 0.0, 0.0));
    refused(
        "weights",
        "there are no masses without a structure; write 'equal' or numbers",
        "weights",
        "mass");
    refused("axis", "only 'component: inertia-z' has an axis", "axis", List.of(1.0, 0.0, 0.0));
    refused(
        "axis",
        "[0, 0, 0] is no direction",
        "axis",
        List.of(0.0, 0.0, 0.0),
        "component",
        "inertia-z");
  }

  private static void refused(String parameter, String message, Object... more) {
    try {
      make("radius", 3, more);
    } catch (ParameterException e) {
      assertEquals(parameter, e.parameter());
      assertEquals(message, e.getMessage());
      return;
    }
    throw new AssertionError("accepted " + Arrays.toString(more));
  }
}
