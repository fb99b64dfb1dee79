package org.chikei.coordinates;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.chikei.api.Declaration;
import org.chikei.api.coordinate.CollectiveVariable;
import org.chikei.api.coordinate.CollectiveVariableProvider;
import org.chikei.api.coordinate.Coordinate;
import org.chikei.api.coordinate.CoordinateRequest;
import org.chikei.api.coordinate.Period;
import org.chikei.api.coordinate.Point;
import org.chikei.api.parameter.ParameterDeclaration;
import org.chikei.api.parameter.ParameterException;
import org.chikei.api.parameter.ParameterType;
import org.chikei.api.parameter.Parameters;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ProvidersTest {

  static Stream<CollectiveVariableProvider> providers() {
    return Stream.of(
        new PositionProvider(),
        new DistanceProvider(),
        new AngleProvider(),
        new TorsionProvider(),
        new LinearCombinationProvider(),
        new ColumnProvider(),
        new CustomProvider(),
        new ProductProvider(),
        new GyrationProvider(),
        new CoordinationProvider(),
        new IrcProvider(),
        new PathProvider(),
        new RmsdProvider(),
        new DistanceRmsdProvider(),
        new PrincipalComponentProvider(),
        new PuckeringProvider(),
        new AlphaBetaProvider(),
        new DihedralCorrelationProvider(),
        new ContactMapProvider(),
        new MinimumDistanceProvider(),
        new DistanceDifferenceProvider(),
        new DipoleProvider(),
        new VolumeProvider(),
        new CellProvider(),
        new EllipticProvider(),
        new SwitchedCentreProvider());
  }

  private static Coordinate create(
      CollectiveVariableProvider provider, Map<String, Object> more, Point... points)
      throws ParameterException {
    Map<String, Object> values = new LinkedHashMap<>();
    for (ParameterDeclaration parameter : provider.declaration().parameters()) {
      parameter.defaultValue().ifPresent(value -> values.put(parameter.name(), value));
    }
    values.put("atoms", List.of(points));
    values.putAll(more);
    try {
      return provider.create(
          new CoordinateRequest("r", new Parameters(values), Optional.empty(), List.of()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Point[] atoms(int... numbers) {
    Point[] points = new Point[numbers.length];
    for (int p = 0; p < numbers.length; p++) {
      points[p] = Point.ofAtom(numbers[p] - 1);
    }
    return points;
  }

  @ParameterizedTest
  @MethodSource("providers")
  void aDeclarationSaysWhatAPersonWantsToKnow(CollectiveVariableProvider provider) {
    Declaration declaration = provider.declaration();
    assertTrue(declaration.type().matches("[a-z]+(-[a-z]+)*"));
    assertFalse(declaration.summary().isBlank());
    assertFalse(declaration.summary().contains("\n"));
    assertTrue(declaration.description().endsWith("."));
    assertFalse(declaration.formula().isBlank());
    assertTrue(declaration.example().contains("type: " + declaration.type()));
    assertEquals(declaration, provider.declaration());
    for (ParameterDeclaration parameter : declaration.parameters()) {
      assertTrue(parameter.summary().endsWith("."), parameter.name());
    }
  }

  @Test
  void theTypesAreThoseOfTheJobFormat() {
    assertEquals(
        List.of(
            "position",
            "distance",
            "angle",
            "torsion",
            "linear-combination",
            "column",
            "custom",
            "product",
            "gyration",
            "coordination",
            "irc",
            "path",
            "rmsd",
            "distance-rmsd",
            "principal-component",
            "puckering",
            "alpha-beta",
            "dihedral-correlation",
            "contact-map",
            "minimum-distance",
            "distance-difference",
            "dipole",
            "volume",
            "cell",
            "elliptic",
            "switched-centre"),
        providers().map(p -> p.declaration().type()).toList());
  }

  @Test
  void eachTypeTakesItsNumberOfPoints() {
    int[] numbers = {1, 2, 3, 4};
    int[] most = {1, 2, 4, 6};
    List<CollectiveVariableProvider> all = providers().toList();
    for (int k = 0; k < numbers.length; k++) {
      assertEquals(
          new ParameterType.Points(numbers[k], most[k]),
          all.get(k).declaration().parameters().get(0).type());
      assertEquals("atoms", all.get(k).declaration().parameters().get(0).name());
    }
  }

  @Test
  void aTorsionIsAnAngleOnACircle() throws ParameterException {
    Coordinate torsion = create(new TorsionProvider(), Map.of(), atoms(5, 7, 9, 15));
    assertEquals("rad", torsion.unit());
    assertEquals(Optional.of(Period.TURN), torsion.period());
    assertEquals(2, torsion.order());
    List<Point> points = assertInstanceOf(CollectiveVariable.class, torsion).points();
    assertEquals(List.of(atoms(5, 7, 9, 15)), points);
  }

  @Test
  void anAngleIsNotPeriodic() throws ParameterException {
    Coordinate angle = create(new AngleProvider(), Map.of(), atoms(7, 9, 15));
    assertEquals("rad", angle.unit());
    assertTrue(angle.period().isEmpty());
  }

  @Test
  void aDistanceIsALengthUnlessAComponentIsAskedFor() throws ParameterException {
    double[][][] x = {{{0, 0, 0}, {3, -4, 12}}};
    Scene scene = Scene.ofAtoms(x, null, null, 1, 1);
    double[] expected = {13, 3, -4, 12};
    String[] components = {null, "x", "y", "z"};
    for (int k = 0; k < 4; k++) {
      Map<String, Object> more =
          components[k] == null ? Map.of() : Map.of("component", components[k]);
      Coordinate distance = create(new DistanceProvider(), more, atoms(1, 2));
      assertEquals("nm", distance.unit());
      assertEquals(
          expected[k], scene.values(assertInstanceOf(CollectiveVariable.class, distance))[0]);
    }
  }

  @Test
  void aPositionIsOneComponentOfAPoint() throws ParameterException {
    Scene scene = Scene.still(new double[] {1, 2, 3});
    for (int k = 0; k < 3; k++) {
      Map<String, Object> more = Map.of("component", List.of("x", "y", "z").get(k));
      Coordinate position = create(new PositionProvider(), more, atoms(1));
      Terms terms = scene.evaluate(assertInstanceOf(CollectiveVariable.class, position));
      assertEquals(k + 1, terms.value(0));
      for (int d = 0; d < 3; d++) {
        assertEquals(d == k ? 1 : 0, terms.gradient(0, 0, d));
      }
    }
  }

  @Test
  void nearestImagesAreTakenUnlessTheJobSaysNo() throws ParameterException {
    double[][][] x = {{{0.1, 0, 0}, {2.9, 0, 0}, {2.8, 0.3, 0}, {2.8, 0.3, 0.2}}};
    double[][] box = {{3, 0, 0, 0, 3, 0, 0, 0, 3}};
    Map<String, Object> off = Map.of("nearest-image", false);
    CollectiveVariableProvider[] providers = {
      new DistanceProvider(), new AngleProvider(), new TorsionProvider()
    };
    double bend = Math.atan2(0.3, 0.1);
    double[][] expected = {{0.2, 2.8}, {Math.PI - bend, bend}, {-Math.PI / 2, Math.PI / 2}};
    for (int k = 0; k < 3; k++) {
      Point[] points = Arrays.copyOf(atoms(1, 2, 3, 4), k + 2);
      double[] masses = new double[k + 2];
      double[][][] some = {Arrays.copyOf(x[0], k + 2)};
      Scene scene = Scene.ofAtoms(some, null, box, masses);
      Coordinate on = create(providers[k], Map.of(), points);
      Coordinate plain = create(providers[k], off, points);
      assertEquals(
          expected[k][0], scene.values(assertInstanceOf(CollectiveVariable.class, on))[0], 1e-14);
      assertEquals(
          expected[k][1],
          scene.values(assertInstanceOf(CollectiveVariable.class, plain))[0],
          1e-14);
    }
  }

  @Test
  void aPointGivenTwiceIsRefusedWithItsPlace() {
    ParameterException twice =
        assertThrows(
            ParameterException.class,
            () -> create(new TorsionProvider(), Map.of(), atoms(5, 7, 9, 7)));
    assertEquals("atoms", twice.parameter());
    assertEquals("point 4 (7) is the same as point 2; give 4 different ones", twice.getMessage());
    assertThrows(
        ParameterException.class, () -> create(new DistanceProvider(), Map.of(), atoms(3, 3)));
    assertThrows(
        ParameterException.class, () -> create(new AngleProvider(), Map.of(), atoms(3, 3, 1)));
  }

  @Test
  void theSameGroupUnderTwoNamesIsOnePoint() {
    Point one = Point.ofMean(new int[] {0, 1}, new double[] {1, 1}, "here");
    Point two = Point.ofMean(new int[] {0, 1}, new double[] {2, 2}, "there");
    ParameterException twice =
        assertThrows(
            ParameterException.class, () -> create(new DistanceProvider(), Map.of(), one, two));
    assertTrue(twice.getMessage().contains("there"), twice.getMessage());
  }
}
