package org.chikei.coordinates;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.chikei.api.coordinate.CollectiveVariableProvider;
import org.chikei.api.coordinate.CompositeVariable;
import org.chikei.api.coordinate.Coordinate;
import org.chikei.api.coordinate.CoordinateRequest;
import org.chikei.api.coordinate.Period;
import org.chikei.api.coordinate.Point;
import org.chikei.api.parameter.ParameterDeclaration;
import org.chikei.api.parameter.ParameterException;
import org.chikei.api.parameter.Parameters;
import org.junit.jupiter.api.Test;

/** The types {@code custom} and {@code product}. */
class CustomTest {
  private static final Coordinate LENGTH = new Distance(Scene.atoms(2), true);
  private static final Coordinate HEIGHT = new Position(Point.ofAtom(0), 2, false);
  private static final Coordinate ANGLE = new Angle(Scene.atoms(3), true);
  private static final Coordinate TURN = new Torsion(Scene.atoms(4), true);

  private static CompositeVariable create(
      CollectiveVariableProvider provider, List<Coordinate> of, Map<String, Object> more)
      throws ParameterException {
    Map<String, Object> values = new LinkedHashMap<>();
    for (ParameterDeclaration parameter : provider.declaration().parameters()) {
      parameter.defaultValue().ifPresent(value -> values.put(parameter.name(), value));
    }
    List<String> names = new ArrayList<>();
    of.forEach(c -> names.add("r" + (names.size() + 1)));
    values.put("of", names);
    values.putAll(more);
    try {
      return (CompositeVariable)
          provider.create(new CoordinateRequest("r", new Parameters(values), Optional.empty(), of));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static CompositeVariable custom(List<Coordinate> of, Object... more)
      throws ParameterException {
    Map<String, Object> values = new LinkedHashMap<>();
    for (int k = 0; k < more.length; k += 2) {
      values.put((String) more[k], more[k + 1]);
    }
    return create(new CustomProvider(), of, values);
  }

  private static double[] evaluate(CompositeVariable variable, double... at) {
    int n = at.length;
    double[][] values = new double[n][1];
    double[][] first = new double[n][1];
    double[][][] second = new double[n][][];
    for (int a = 0; a < n; a++) {
      values[a][0] = at[a];
      second[a] = new double[a + 1][1];
    }
    double[] value = new double[1];
    variable.evaluate(1, values, value, first, second);
    double[] all = new double[2 + n];
    all[0] = value[0];
    for (int a = 0; a < n; a++) {
      all[1 + a] = first[a][0];
    }
    all[1 + n] = second[n - 1][n - 1][0];
    return all;
  }

  @Test
  void variablesAreTheNamesOfTheCoordinatesUnlessTheJobNamesThem() throws Exception {
    CompositeVariable own = custom(List.of(LENGTH, ANGLE), "function", "r1*r2^2");
    assertEquals(18, evaluate(own, 2, 3)[0]);
    assertEquals(9, evaluate(own, 2, 3)[1]);
    assertEquals(12, evaluate(own, 2, 3)[2]);
    assertEquals(4, evaluate(own, 2, 3)[3]);
    CompositeVariable named =
        custom(
            List.of(LENGTH, ANGLE),
            "function",
            "a/b",
            "variables",
            List.of("b", "a"),
            "unit",
            "nm");
    assertEquals(1.5, evaluate(named, 2, 3)[0]);
    assertEquals("nm", named.unit());
    assertEquals(2, named.order());
  }

  @Test
  void aPeriodMayBeAnExpressionAndWrapsTheValue() throws Exception {
    CompositeVariable turned =
        custom(List.of(TURN), "function", "r1 + pi/2", "periodic", List.of("-pi", "pi^1"));
    assertEquals(Period.TURN, turned.period().orElseThrow());
    assertEquals(3 + Math.PI / 2 - 2 * Math.PI, evaluate(turned, 3)[0], 1e-15);
    assertEquals(1, evaluate(turned, 3)[1]);
    CompositeVariable plain = custom(List.of(TURN), "function", "r1", "periodic", List.of(0.0, 5L));
    assertEquals(new Period(0, 5), plain.period().orElseThrow());
  }

  @Test
  void badFunctionsAreRefusedWithTheirPlace() {
    refused("function", "character 4: 'q' is no variable (accepted: r1)", "function", "r1+q");
    refused("function", "has no value, whatever the coordinates are", "function", "0/0");
    refused(
        "variables",
        "2 for 1 coordinates; give one for each of 'of'",
        "function",
        "x",
        "variables",
        List.of("x", "y"));
    refused(
        "variables",
        "'1x' is no name for a variable; use letters and digits, a letter first",
        "function",
        "x",
        "variables",
        List.of("1x"));
    refused(
        "periodic",
        "from 1.0 to 1.0 is no circle; the second must be larger",
        "function",
        "r1",
        "periodic",
        List.of(1.0, "1"));
    refused(
        "periodic",
        "'pie': character 1: 'pie' is no variable (accepted: )",
        "function",
        "r1",
        "periodic",
        List.of("-pi", "pie"));
  }

  private static void refused(String parameter, String message, Object... values) {
    ParameterException e =
        assertThrows(ParameterException.class, () -> custom(List.of(LENGTH), values));
    assertEquals(parameter, e.parameter());
    assertEquals(message, e.getMessage());
  }

  @Test
  void aCoordinateHasOneVariable() {
    ParameterException e =
        assertThrows(
            ParameterException.class, () -> custom(List.of(LENGTH, LENGTH), "function", "r1"));
    assertEquals("of", e.parameter());
  }

  @Test
  void aProductHasThePowersAndTheUnitOfItsFactors() throws Exception {
    CompositeVariable ratio =
        create(
            new ProductProvider(),
            List.of(LENGTH, ANGLE, HEIGHT),
            Map.of("powers", List.of(2.0, -1.0, 0.5)));
    double[] at = evaluate(ratio, 3, 2, 16);
    assertEquals(18, at[0]);
    assertEquals(12, at[1]);
    assertEquals(-9, at[2]);
    assertEquals(18 / 32.0, at[3]);
    assertEquals(-18 / 64.0 / 16, at[4], 1e-15);
    assertEquals("nm^2.5 rad^-1", ratio.unit());
    CompositeVariable plain = create(new ProductProvider(), List.of(LENGTH, ANGLE), Map.of());
    assertEquals(6, evaluate(plain, 3, 2)[0]);
    assertEquals("nm rad", plain.unit());
    assertTrue(plain.period().isEmpty());
    assertEquals(
        "",
        create(new ProductProvider(), List.of(LENGTH, HEIGHT), Map.of("powers", List.of(1.0, -1.0)))
            .unit());
  }

  @Test
  void aFractionOfANegativeNumberIsMissing() throws Exception {
    CompositeVariable root =
        create(new ProductProvider(), List.of(HEIGHT), Map.of("powers", List.of(0.5)));
    assertTrue(Double.isNaN(evaluate(root, -1)[0]));
  }

  @Test
  void productsThatMakeNoSenseAreRefused() {
    assertThrows(
        ParameterException.class,
        () -> create(new ProductProvider(), List.of(TURN, LENGTH), Map.of()));
    assertThrows(
        ParameterException.class,
        () -> create(new ProductProvider(), List.of(LENGTH, LENGTH), Map.of()));
    assertThrows(
        ParameterException.class,
        () -> create(new ProductProvider(), List.of(LENGTH), Map.of("powers", List.of(1.0, 2.0))));
  }
}
