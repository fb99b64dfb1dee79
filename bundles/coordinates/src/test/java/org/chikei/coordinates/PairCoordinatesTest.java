package org.chikei.coordinates;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.commons.math3.dfp.Dfp;
import org.chikei.api.coordinate.CollectiveVariable;
import org.chikei.api.coordinate.CollectiveVariableProvider;
import org.chikei.api.coordinate.Point;
import org.chikei.api.parameter.ParameterException;
import org.chikei.api.structure.Atom;
import org.chikei.api.structure.Structure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Coordinates that are made of distances of pairs, angles between them, and dipoles. */
class PairCoordinatesTest {
  private static final double[] MASSES = {12.01, 1.008, 14.01, 16, 1.008, 32.06, 19, 1.5};

  private static final Map<String, Object> SWITCHING = Map.of("r0", 0.3);

  private static List<Point> some(int... atoms) {
    return Arrays.stream(atoms).mapToObj(Point::ofAtom).toList();
  }

  private static CollectiveVariable make(
      CollectiveVariableProvider provider, Map<String, Object> given) {
    try {
      return Requests.variable(provider, given);
    } catch (ParameterException e) {
      throw new AssertionError(e);
    }
  }

  private static CollectiveVariable nearest(String form, double strength) {
    String key = form.startsWith("power") ? "n" : "beta";
    return make(
        new MinimumDistanceProvider(),
        Map.of("group-a", some(0, 1), "group-b", some(2, 3, 4), "form", form, key, strength));
  }

  private static CollectiveVariable map(String measure) {
    return make(
        new ContactMapProvider(),
        Map.of(
            "contacts",
            List.of(
                Map.of("atoms", some(0, 1), "weight", 2.0, "reference", 0.3),
                Map.of("atoms", some(2, 1), "switching", Map.of("kind", "tanh", "r0", 0.2)),
                Map.of("atoms", some(0, 3), "reference", 1.0)),
            "switching",
            SWITCHING,
            "measure",
            measure));
  }

  private static CollectiveVariable centre(Object component, Point to) {
    Map<String, Object> given =
        new TreeMap<>(Map.of("around", some(2), "atoms", some(0, 1, 3, 4), "switching", SWITCHING));
    if (component != null) {
      given.put("component", component);
    }
    if (to != null) {
      given.put("to", List.of(to));
    }
    return make(new SwitchedCentreProvider(), given);
  }

  private static CollectiveVariable dipole(Object component, String centre, Double... charges) {
    Map<String, Object> given =
        new TreeMap<>(
            Map.of("atoms", some(0, 1, 2, 3), "charges", List.of(charges), "centre", centre));
    if (component != null) {
      given.put("component", component);
    }
    return make(new DipoleProvider(), given);
  }

  private static CollectiveVariable elliptic(String component) {
    return make(new EllipticProvider(), Map.of("atoms", some(0, 1, 2), "component", component));
  }

  private static CollectiveVariable fixed(String component) {
    return make(
        new EllipticProvider(),
        Map.of(
            "atoms",
            some(0),
            "foci",
            List.of(List.of(-0.1, 0.05, 0.0), List.of(0.2, 0.0, 0.1)),
            "component",
            component));
  }

  static Stream<Arguments> variables() {
    return Stream.of(
        Arguments.of("inverse", nearest("inverse", 5)),
        Arguments.of("soft", nearest("soft", 20)),
        Arguments.of("power-sum", nearest("power-sum", 6)),
        Arguments.of("power-mean", nearest("power-mean", 4)),
        Arguments.of("map, sum", map("sum")),
        Arguments.of("map, distance", map("squared-distance")),
        Arguments.of(
            "difference of three",
            make(new DistanceDifferenceProvider(), Map.of("atoms", some(0, 1, 2)))),
        Arguments.of(
            "difference of four",
            make(new DistanceDifferenceProvider(), Map.of("atoms", some(0, 1, 2, 3)))),
        Arguments.of("angle of four", make(new AngleProvider(), Map.of("atoms", some(0, 1, 2, 3)))),
        Arguments.of("dipole", dipole(null, "geometry", -0.8, 0.5, 0.3, 0.4)),
        Arguments.of("dipole y", dipole("y", "geometry", -0.8, 0.5, 0.3, 0.4)),
        Arguments.of("dipole of a charge", dipole(null, "none", -0.8, 0.5, 0.3, 0.4)),
        Arguments.of("mu", elliptic("mu")),
        Arguments.of("nu", elliptic("nu")),
        Arguments.of("mu about fixed foci", fixed("mu")),
        Arguments.of("nu about fixed foci", fixed("nu")),
        Arguments.of("centre", centre(null, null)),
        Arguments.of("centre z", centre("z", null)),
        Arguments.of("centre from a member", centre(null, Point.ofAtom(3))),
        Arguments.of("centre from another", centre(null, Point.ofAtom(5))),
        Arguments.of("centre x from another", centre("x", Point.ofAtom(5))));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("variables")
  void derivativesAreDifferenceQuotients(String name, CollectiveVariable variable) {
    Random random = new Random(71);
    int points = variable.points().size();
    for (int n = 0; n < 200; n++) {
      double[][] x = Scene.normal(random, points, 0.15);
      double rho = Math.min(0.03, reach(variable, x));
      Differences.check(variable, x, Arrays.copyOf(MASSES, points), rho, random);
    }
  }

  /** How far it is from where a coordinate does not exist. */
  private static double reach(CollectiveVariable variable, double[][] x) {
    double reach = 1;
    for (int p = 0; p < x.length; p++) {
      for (int q = 0; q < p; q++) {
        reach = Math.min(reach, Geometry.distance(x[p], x[q]));
      }
    }
    if (variable instanceof Angle || variable instanceof Elliptic) {
      // an angle of 0.2 from the line at the least
      Terms terms = Scene.still(x).evaluate(variable);
      double value = terms.value(0);
      double sine = variable.unit().isEmpty() ? Math.sinh(value) : Math.sin(value);
      reach = Math.min(reach == 1 ? 0.3 : reach, 1 / terms.steepest(0)) * Math.min(1, sine);
    } else if (variable instanceof MinimumDistance) {
      // e^(5 nm/r) changes over r²/5 nm
      reach = Math.min(reach, reach * reach / 5);
    } else if (variable instanceof Dipole || variable instanceof SwitchedCentre) {
      reach = Math.min(reach, Math.abs(Scene.still(x).values(variable)[0]));
    }
    return reach;
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("variables")
  void aBoxThatCutsTheMoleculeChangesNothing(String name, CollectiveVariable variable) {
    if (name.contains("fixed") || name.contains("of a charge")) {
      return;
    }
    Random random = new Random(72);
    double[][] boxes = {
      {2, 0, 0, 0, 2.5, 0, 0, 0, 3},
      {3, 0, 0, 0, 3, 0, 1.5, 1.5, 2.121320343559643},
      {2.5, 0, 0, 0.9, 2, 0, -1.1, 0.8, 2.2}
    };
    int points = variable.points().size();
    double[] masses = Arrays.copyOf(MASSES, points);
    for (int n = 0; n < 60; n++) {
      double[][] x = Scene.normal(random, points, 0.12);
      double[][][] v = {Scene.normal(random, points, 1)};
      double[] box = boxes[n % 3];
      double[][] scattered = Geometry.scatter(x, box, random);
      Terms whole = Scene.ofAtoms(new double[][][] {x}, v, null, masses).evaluate(variable);
      Terms cut =
          Scene.ofAtoms(new double[][][] {scattered}, v, new double[][] {box}, masses)
              .evaluate(variable);
      // positions up to 20 nm are rounded to 2e-15 nm
      double rho = Math.min(0.03, reach(variable, x));
      double steepest = whole.steepest(0);
      assertEquals(whole.value(0), cut.value(0), 1e-14 + 2e-14 * steepest);
      assertEquals(whole.metric(0), cut.metric(0), 1e-12 / rho * whole.metric(0));
      double size = 1e-12 * steepest / (rho * rho);
      assertEquals(whole.curvature(0), cut.curvature(0), 10 * size);
      assertEquals(whole.laplacian(0), cut.laplacian(0), size);
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("variables")
  void turningAndShiftingChangesNothing(String name, CollectiveVariable variable) {
    if (name.contains("fixed") || name.matches(".* [xyz]( .*)?") || name.contains("of a charge")) {
      return;
    }
    Random random = new Random(73);
    int points = variable.points().size();
    double[] masses = Arrays.copyOf(MASSES, points);
    for (int n = 0; n < 60; n++) {
      double[][] x = Scene.normal(random, points, 0.12);
      double[][] v = Scene.normal(random, points, 1);
      double[] rotation = Geometry.rotation(random);
      double[][][] turned = {Geometry.move(x, rotation, 1, -2, 0.5)};
      double[][][] turnedV = {Geometry.move(v, rotation, 0, 0, 0)};
      Terms here =
          Scene.ofAtoms(new double[][][] {x}, new double[][][] {v}, null, masses)
              .evaluate(variable);
      Terms there = Scene.ofAtoms(turned, turnedV, null, masses).evaluate(variable);
      double rho = Math.min(0.03, reach(variable, x));
      double steepest = here.steepest(0);
      assertEquals(here.value(0), there.value(0), 1e-14 + 1e-14 * steepest);
      assertEquals(here.metric(0), there.metric(0), 1e-12 / rho * here.metric(0));
      double size = 1e-12 * steepest / (rho * rho);
      assertEquals(here.curvature(0), there.curvature(0), 10 * size);
      assertEquals(here.laplacian(0), there.laplacian(0), size);
    }
  }

  @Test
  void groupsThatShareAtomsAreAsAtomByAtom() {
    List<Point> groups =
        List.of(
            Point.ofMean(new int[] {0, 1}, new double[] {2, 1}, "A"),
            Point.ofMean(new int[] {1, 2, 3}, new double[] {1, 1, 1}, "B"),
            Point.ofMean(new int[] {3, 4}, new double[] {1, 4}, "C"),
            Point.ofMean(new int[] {0, 4, 5}, new double[] {1, 0.5, 3}, "D"));
    double[] masses = Arrays.copyOf(MASSES, 6);
    List<CollectiveVariable> all =
        List.of(
            make(
                new MinimumDistanceProvider(),
                Map.of("group-a", groups, "form", "soft", "beta", 8.0)),
            make(new DistanceDifferenceProvider(), Map.of("atoms", groups)),
            make(new AngleProvider(), Map.of("atoms", groups)),
            make(
                new DipoleProvider(),
                Map.of("atoms", groups, "charges", List.of(1.0, -0.5, -0.3, 0.2))),
            make(new EllipticProvider(), Map.of("atoms", groups.subList(0, 3), "component", "nu")),
            make(
                new SwitchedCentreProvider(),
                Map.of(
                    "around",
                    groups.subList(0, 1),
                    "atoms",
                    groups.subList(1, 4),
                    "switching",
                    SWITCHING)));
    Random random = new Random(74);
    for (CollectiveVariable variable : all) {
      Overlap.check(variable, masses, random);
    }
  }

  @Test
  void theFormsOfTheMinimumAreWhatTheySay() {
    Random random = new Random(75);
    for (int n = 0; n < 50; n++) {
      double[][] x = Scene.normal(random, 5, 0.3);
      Scene scene = Scene.still(x);
      double inverse = 0;
      double soft = 0;
      double power = 0;
      double least = Double.POSITIVE_INFINITY;
      for (int p = 0; p < 2; p++) {
        for (int q = 2; q < 5; q++) {
          double r = Geometry.distance(x[p], x[q]);
          inverse += Math.exp(5 / r);
          soft += Math.exp(-20 * r);
          power += Math.pow(r, -6);
          least = Math.min(least, r);
        }
      }
      assertEquals(5 / Math.log(inverse), scene.values(nearest("inverse", 5))[0], 1e-14);
      assertEquals(-Math.log(soft) / 20, scene.values(nearest("soft", 20))[0], 1e-14);
      assertEquals(Math.pow(power, -1 / 6.0), scene.values(nearest("power-sum", 6))[0], 1e-14);
      assertEquals(Math.pow(power / 6, -1 / 6.0), scene.values(nearest("power-mean", 6))[0], 1e-14);
      // where e^(β/r) overflows by far
      assertEquals(least, scene.values(nearest("inverse", 1e5))[0], 1e-4);
      assertEquals(least, scene.values(nearest("soft", 1e5))[0], 1e-4);
      assertEquals(least, scene.values(nearest("power-sum", 1000))[0], 1e-2 * least);
    }
  }

  @Test
  void pointsThatCoincideAreAtDistanceZeroWithoutDerivatives() {
    double[][] x = {{0, 0, 0}, {0.3, 0, 0}, {0, 0, 0}, {0, 0.2, 0}, {0.1, 0.1, 0.4}};
    double[][] v = Scene.normal(new Random(76), 5, 1);
    Scene scene =
        Scene.ofAtoms(new double[][][] {x}, new double[][][] {v}, null, Arrays.copyOf(MASSES, 5));
    for (String form : List.of("inverse", "power-sum", "power-mean", "soft")) {
      Terms terms = scene.evaluate(nearest(form, 6));
      if (!form.equals("soft")) {
        assertEquals(0, terms.value(0));
      }
      assertTrue(Double.isNaN(terms.metric(0)), form);
      assertTrue(Double.isNaN(terms.laplacian(0)));
      assertTrue(Double.isNaN(terms.curvature(0)));
    }
  }

  @Test
  void aContactMapAddsWhatIsAboveItsReference() {
    double[][] x = {{0, 0, 0}, {0.2, 0, 0}, {0.2, 0.3, 0}, {0, 0, 0.4}};
    double one = 1 / (1 + Math.pow(2 / 3.0, 6));
    double two = 1 - Math.tanh(1.5);
    double three = 1 / (1 + Math.pow(4 / 3.0, 6));
    double[] expected = {2 * (one - 0.3), two, three - 1};
    assertEquals(Arrays.stream(expected).sum(), Scene.still(x).values(map("sum"))[0], 1e-14);
    assertEquals(
        Arrays.stream(expected).map(e -> e * e).sum(),
        Scene.still(x).values(map("squared-distance"))[0],
        1e-14);
  }

  @Test
  void aDipoleOfANetChargeIsTakenAboutTheCentre() {
    double[][] x = {{0, 0, 0}, {0.1, 0, 0}, {0, 0.1, 0}, {0, 0, 0.1}};
    // charges less a quarter of their sum each
    double[] q = {-0.9, 0.4, 0.2, 0.3};
    double length = 0.1 * Math.sqrt(q[1] * q[1] + q[2] * q[2] + q[3] * q[3]);
    assertEquals(
        length, Scene.still(x).values(dipole(null, "geometry", -0.8, 0.5, 0.3, 0.4))[0], 1e-15);
    double[][] shifted = Geometry.move(x, new double[] {1, 0, 0, 0, 1, 0, 0, 0, 1}, 1, 2, 3);
    // about the origin of the box the charge of 0.4 counts with where it is
    assertEquals(
        0.1 * 0.5 + 0.4 * 1,
        Scene.still(shifted).values(dipole("x", "none", -0.8, 0.5, 0.3, 0.4))[0],
        1e-14);
  }

  @Test
  void aDipoleTakesTheChargesOfTheStructure() throws ParameterException {
    Structure water =
        new Structure(
                List.of(
                    new Atom(1, "O", "O", "", 0, "", 15.999),
                    new Atom(2, "H", "H", "", 0, "", 1.008),
                    new Atom(3, "H", "H", "", 0, "", 1.008)),
                List.of(),
                false,
                null,
                "water")
            .withCharges(new double[] {-0.8, 0.4, 0.4});
    Map<String, Object> given = Map.of("atoms", some(0, 1, 2), "centre", "mass");
    CollectiveVariable dipole =
        (CollectiveVariable) Requests.coordinate(new DipoleProvider(), given, Optional.of(water));
    double[][] x = {{0, 0, 0}, {0.06, 0.08, 0}, {-0.06, 0.08, 0}};
    assertEquals(0.8 * 0.08, Scene.still(x).values(dipole)[0], 1e-15);
  }

  @Test
  void aDipoleThatIsZeroHasNoDirection() {
    double[][] x = {{0, 0, 0}, {0.1, 0, 0}, {0.1, 0, 0}, {0, 0, 0}};
    Terms terms = Scene.still(x).evaluate(dipole(null, "geometry", 1.0, 1.0, -1.0, -1.0));
    assertEquals(0, terms.value(0));
    assertTrue(Double.isNaN(terms.metric(0)));
    assertTrue(Double.isNaN(terms.laplacian(0)));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.05, 0.5, 1, 2})
  void anEllipticCoordinateIsWhatMakesCartesianOnes(double mu) {
    double c = 0.3;
    for (double nu : new double[] {0.1, 1, 2, 3.1}) {
      double[][] x = {
        {c * Math.cosh(mu) * Math.cos(nu), c * Math.sinh(mu) * Math.sin(nu), 0},
        {-c, 0, 0},
        {c, 0, 0}
      };
      Scene scene = Scene.still(x);
      assertEquals(mu, scene.values(elliptic("mu"))[0], 1e-14);
      assertEquals(nu, scene.values(elliptic("nu"))[0], 1e-14);
      Map<String, Object> given =
          Map.of(
              "atoms",
              some(0),
              "foci",
              List.of(List.of(-c, 0.0, 0.0), List.of(c, 0.0, 0.0)),
              "component",
              "mu");
      Terms terms =
          Scene.ofAtoms(new double[][][] {{x[0]}}, new double[][][] {new double[1][3]}, null, 2)
              .evaluate(make(new EllipticProvider(), given));
      double stretch = Math.pow(Math.sinh(mu), 2) + Math.pow(Math.sin(nu), 2);
      double g = 1 / (2 * c * c * stretch);
      assertEquals(g, terms.metric(0), 1e-13 * g);
      // the Laplacian of prolate spheroidal coordinates, coth μ/(c² (sinh² μ + sin² ν))
      assertEquals(g / Math.tanh(mu), terms.laplacian(0), 1e-12 * g / (mu * mu));
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {1e-1, 1e-3, 1e-5, 1e-7})
  void nearTheLineThroughTheFociAnEllipticCoordinateKeepsItsDigits(double off) {
    Random random = new Random(77);
    for (double along : new double[] {0.02, 0.11, -0.05, 0.27}) {
      // on the x axis but for what is off it
      double[][] x = {{along, off, 0.3 * off}, {0, 0, 0}, {0.2, 0, 0}};
      boolean between = along > 0 && along < 0.2;
      PreciseCheck.check(
          elliptic(between ? "mu" : "nu"),
          q -> between ? mu(q) : nu(q),
          x,
          Arrays.copyOf(MASSES, 3),
          off,
          1e-15 * Math.max(1, 0.1 / off),
          random);
    }
  }

  private static Dfp mu(Dfp[][] q) {
    Dfp sum =
        PreciseVectors.distance(q[0], q[1])
            .add(PreciseVectors.distance(q[0], q[2]))
            .divide(PreciseVectors.distance(q[1], q[2]));
    return sum.add(sum.multiply(sum).subtract(1).sqrt()).log();
  }

  private static Dfp nu(Dfp[][] q) {
    Dfp cosine =
        PreciseVectors.distance(q[0], q[1])
            .subtract(PreciseVectors.distance(q[0], q[2]))
            .divide(PreciseVectors.distance(q[1], q[2]));
    // half angles keep the arc cosine away from its ends
    Dfp one = Precise.FIELD.getOne();
    return one.subtract(cosine).divide(one.add(cosine)).sqrt().atan().multiply(2);
  }

  @Test
  void onTheLineThroughTheFociThereIsAValueAndNoGradient() {
    double[][] between = {{0.05, 0, 0}, {0, 0, 0}, {0.2, 0, 0}};
    Terms mu = Scene.still(between).evaluate(elliptic("mu"));
    assertEquals(0, mu.value(0));
    assertTrue(Double.isNaN(mu.metric(0)));
    assertTrue(Double.isNaN(mu.laplacian(0)));
    double[][] beyond = {{0.35, 0, 0}, {0, 0, 0}, {0.2, 0, 0}};
    Terms nu = Scene.still(beyond).evaluate(elliptic("nu"));
    assertEquals(0, nu.value(0));
    assertTrue(Double.isNaN(nu.metric(0)));
    double[][] same = {{0.35, 0, 0}, {0.1, 0, 0}, {0.1, 0, 0}};
    assertTrue(Double.isNaN(Scene.still(same).values(elliptic("nu"))[0]));
    double[][] none = {{Double.NaN, 0, 0}, {0, 0, 0}, {0.2, 0, 0}};
    assertTrue(Double.isNaN(Scene.still(none).values(elliptic("mu"))[0]));
  }

  @Test
  void theCentreOfNothingIsMissing() {
    Map<String, Object> given =
        Map.of(
            "around", some(0), "atoms", some(1, 2), "switching", Map.of("r0", 0.2, "d-max", 0.5));
    CollectiveVariable variable = make(new SwitchedCentreProvider(), given);
    double[][] x = {{0, 0, 0}, {1, 0, 0}, {0, 2, 0}};
    Terms terms = Scene.still(x).evaluate(variable);
    assertTrue(Double.isNaN(terms.value(0)));
    assertTrue(Double.isNaN(terms.metric(0)));
    assertTrue(Double.isNaN(terms.laplacian(0)));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.1, 1, 3, 10, 30})
  void aCentreOfFarNeighboursKeepsItsDigits(double distance) {
    // all weights are near zero, their ratios are not
    Random random = new Random(78);
    double[][] x = {
      {0, 0, 0}, {distance, 0, 0}, {0.9 * distance, 0.2 * distance, 0}, {0, 0, 1.1 * distance}
    };
    CollectiveVariable variable =
        make(
            new SwitchedCentreProvider(),
            Map.of(
                "around",
                some(0),
                "atoms",
                some(1, 2, 3),
                "switching",
                Map.of("kind", "gaussian", "r0", 1.0)));
    if (distance > 20) {
      // e^(−365): still numbers
      assertTrue(Scene.still(x).evaluate(variable).metric(0) > 0);
    }
    double rho = Math.min(distance, 1 / distance);
    PreciseCheck.check(
        variable,
        PairCoordinatesTest::gaussianCentre,
        x,
        Arrays.copyOf(MASSES, 4),
        rho,
        // exponents of r²/2 are rounded
        1e-15 * Math.max(1, distance * distance),
        random);
  }

  private static Dfp gaussianCentre(Dfp[][] q) {
    Dfp total = Precise.FIELD.getZero();
    Dfp[] sum = {total, total, total};
    for (int i = 1; i < q.length; i++) {
      Dfp[] d = PreciseVectors.difference(q[0], q[i]);
      Dfp s = PreciseVectors.dot(d, d).divide(2).negate().exp();
      total = total.add(s);
      for (int k = 0; k < 3; k++) {
        sum[k] = sum[k].add(s.multiply(d[k]));
      }
    }
    return PreciseVectors.length(sum).divide(total);
  }

  @Test
  void whatDoesNotGoTogetherIsRefused() {
    CollectiveVariableProvider map = new ContactMapProvider();
    refused(
        map,
        Map.of("contacts", List.of(Map.of("atoms", some(0, 1)))),
        "contacts",
        "contact 1 has no 'switching', and there is none for all");
    refused(
        map,
        Map.of("contacts", List.of(Map.of("atoms", some(1, 1))), "switching", SWITCHING),
        "contacts",
        "contact 1 is of 2 with itself");
    refused(
        new MinimumDistanceProvider(),
        Map.of("group-a", some(0, 1)),
        "form",
        "inverse needs 'beta'; try 50 to 500");
    refused(
        new DipoleProvider(),
        Map.of("atoms", some(0, 1), "charges", List.of(1.0)),
        "charges",
        "1 for 2 points; give one for each");
    refused(
        new DipoleProvider(),
        Map.of("atoms", some(0, 1)),
        "atoms",
        "the structure has no charges; give them with 'charges'");
    refused(
        new DipoleProvider(),
        Map.of("atoms", some(0, 1), "charges", List.of(1.0, 1.0)),
        "charges",
        "no charge is left about the centre, so the dipole is always zero");
    refused(
        new EllipticProvider(),
        Map.of("atoms", some(0, 1), "component", "mu"),
        "atoms",
        "2 points; give the point and two foci, or the point alone and 'foci'");
    refused(
        new SwitchedCentreProvider(),
        Map.of("around", some(0), "atoms", some(0, 1), "switching", SWITCHING),
        "around",
        "1 is among 'atoms'; a point is not near itself");
  }

  private static void refused(
      CollectiveVariableProvider provider, Map<String, Object> given, String key, String message) {
    ParameterException e =
        assertThrows(ParameterException.class, () -> Requests.variable(provider, given));
    assertEquals(message, e.getMessage());
    assertEquals(key, e.parameter());
  }
}
