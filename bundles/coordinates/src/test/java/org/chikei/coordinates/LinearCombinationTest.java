package org.chikei.coordinates;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.chikei.api.coordinate.CompositeVariable;
import org.chikei.api.coordinate.Coordinate;
import org.chikei.api.coordinate.CoordinateRequest;
import org.chikei.api.coordinate.Period;
import org.chikei.api.parameter.ParameterException;
import org.chikei.api.parameter.Parameters;
import org.junit.jupiter.api.Test;

class LinearCombinationTest {
  private final Coordinate phi = new Torsion(Scene.atoms(4), true);
  private final Coordinate psi = new Torsion(Scene.atoms(5).subList(1, 5), true);
  private final Coordinate theta = new Angle(Scene.atoms(3), true);
  private final Coordinate cc = new Distance(Scene.atoms(2), true);
  private final Coordinate cn = new Distance(Scene.atoms(3).subList(1, 3), true);

  private CompositeVariable sum(
      Map<String, Object> more, List<Coordinate> of, double... coefficients)
      throws ParameterException {
    Map<Coordinate, String> names =
        Map.of(phi, "phi", psi, "psi", theta, "theta", cc, "cc", cn, "cn");
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("of", of.stream().map(c -> names.getOrDefault(c, "other")).toList());
    List<Double> list = new ArrayList<>();
    Arrays.stream(coefficients).forEach(list::add);
    values.put("coefficients", list);
    values.put("constant", 0.0);
    values.putAll(more);
    return (CompositeVariable)
        new LinearCombinationProvider()
            .create(new CoordinateRequest("sum", new Parameters(values), Optional.empty(), of));
  }

  private CompositeVariable sum(List<Coordinate> of, double... coefficients)
      throws ParameterException {
    return sum(Map.of(), of, coefficients);
  }

  private static double value(CompositeVariable variable, double... components) {
    double[][] columns = new double[components.length][1];
    for (int a = 0; a < components.length; a++) {
      columns[a][0] = components[a];
    }
    double[] value = new double[1];
    variable.evaluate(1, columns, value, new double[components.length][1], null);
    return value[0];
  }

  private static void assertPeriod(double minimum, double maximum, CompositeVariable variable) {
    Period period = variable.period().orElseThrow();
    assertEquals(minimum, period.minimum(), 1e-14 * Math.abs(maximum - minimum));
    assertEquals(maximum, period.maximum(), 1e-14 * Math.abs(maximum - minimum));
  }

  @Test
  void valuesAndDerivativesAreThoseOfTheSum() throws ParameterException {
    CompositeVariable variable = sum(Map.of("constant", 0.25), List.of(cc, cn), 2, -0.5);
    double[][] columns = {{1, 2, 3, 99}, {10, 20, 30, 99}};
    double[] value = new double[4];
    double[][] first = new double[2][4];
    double[][][] second = {{new double[4], null}, {new double[4], new double[4]}};
    variable.evaluate(3, columns, value, first, second);
    assertEquals(2 * 3 - 0.5 * 30 + 0.25, value[2]);
    assertEquals(0, value[3]);
    assertEquals(2, first[0][1]);
    assertEquals(-0.5, first[1][2]);
    assertEquals(0, second[1][0][1]);
    assertEquals("nm", variable.unit());
    assertEquals(2, variable.order());
    assertTrue(variable.period().isEmpty());
    assertSame(cc, variable.components().get(0));
  }

  @Test
  void wholeMultiplesOfTorsionsAreWrappedIntoATurn() throws ParameterException {
    assertEquals(Optional.of(Period.TURN), sum(List.of(phi, psi), 1, 1).period());
    assertEquals(Optional.of(Period.TURN), sum(List.of(phi, psi), 2, -1).period());
    assertEquals(Optional.of(Period.TURN), sum(List.of(phi, psi), 2, 3).period());
    assertEquals(Optional.of(Period.TURN), sum(List.of(phi), -1).period());
    CompositeVariable variable = sum(List.of(phi, psi), 1, 1);
    assertEquals(6 - 2 * Math.PI, value(variable, 3, 3), 1e-15);
    assertEquals(1, value(variable, 3, -2), 1e-15);
    assertTrue(Double.isNaN(value(variable, Double.NaN, 1)));
  }

  @Test
  void aMultipleOfOneTorsionKeepsItsPlacesApart() throws ParameterException {
    assertPeriod(-2 * Math.PI, 2 * Math.PI, sum(List.of(phi), 2));
    assertEquals(5, value(sum(List.of(phi), 2), 2.5), 1e-15);
    double degrees = 180 / Math.PI;
    assertPeriod(-180, 180, sum(Map.of("unit", "deg"), List.of(phi), degrees));
  }

  @Test
  void theMeanOfTwoTorsionsIsKnownButForHalfATurn() throws ParameterException {
    CompositeVariable mean = sum(List.of(phi, psi), 0.5, 0.5);
    assertPeriod(-Math.PI / 2, Math.PI / 2, mean);
    // the same two directions, written in two ways
    assertEquals(value(mean, 3, 3), value(mean, 3, 3 - 2 * Math.PI), 1e-15);
    // factors in a job have a limited number of digits
    Period third = sum(List.of(phi, psi), 0.3333333, -0.6666667).period().orElseThrow();
    assertEquals(2 * Math.PI / 3, third.length(), 1e-6);
  }

  @Test
  void aConstantMovesTheCircleAlong() throws ParameterException {
    CompositeVariable shifted = sum(Map.of("constant", Math.PI), List.of(phi), 1);
    assertPeriod(0, 2 * Math.PI, shifted);
    assertEquals(Math.PI - 3, value(shifted, -3), 1e-15);
  }

  @Test
  void whatIsNotPeriodicHasNoSayInThePeriod() throws ParameterException {
    assertEquals(Optional.of(Period.TURN), sum(List.of(phi, theta), 1, 0.123).period());
    assertTrue(sum(List.of(theta, phi), 1, 0).period().isEmpty());
  }

  @Test
  void periodsOfDifferentLengthsHaveACommonOne() throws ParameterException {
    CompositeVariable half = sum(List.of(phi), 0.5);
    assertPeriod(-Math.PI / 2, Math.PI / 2, half);
    assertPeriod(-Math.PI / 2, Math.PI / 2, sum(List.of(half, psi), 1, 1));
  }

  @Test
  void arbitraryFactorsOfTorsionsAreRefused() {
    ParameterException refused =
        assertThrows(ParameterException.class, () -> sum(List.of(phi, psi), 0.3, 0.7));
    assertEquals("coefficients", refused.parameter());
    assertTrue(refused.getMessage().startsWith("[0.3, 0.7]"), refused.getMessage());
    assertThrows(ParameterException.class, () -> sum(List.of(phi, psi), 1, Math.sqrt(2)));
  }

  @Test
  void differentUnitsNeedOneForTheSum() throws ParameterException {
    ParameterException refused =
        assertThrows(ParameterException.class, () -> sum(List.of(cc, theta), 1, 1));
    assertEquals("of", refused.parameter());
    assertEquals(
        "cc (nm) and theta (rad) differ in unit; say the unit of the sum with 'unit'",
        refused.getMessage());
    assertEquals("nm", sum(Map.of("unit", "nm"), List.of(cc, theta), 1, 0.1).unit());
  }

  @Test
  void asManyFactorsAsCoordinatesAreNeededAndNotAllZero() {
    ParameterException few = assertThrows(ParameterException.class, () -> sum(List.of(cc, cn), 1));
    assertEquals("1 for 2 coordinates; give one for each of 'of'", few.getMessage());
    assertThrows(ParameterException.class, () -> sum(List.of(cc), 1, 2));
    ParameterException zero =
        assertThrows(ParameterException.class, () -> sum(List.of(cc, cn), 0, 0));
    assertEquals("coefficients", zero.parameter());
  }

  @Test
  void aCoordinateNamedTwiceIsRefused() {
    ParameterException twice =
        assertThrows(ParameterException.class, () -> sum(List.of(cc, cn, cc), 1, 1, 1));
    assertEquals("of", twice.parameter());
    assertEquals("'cc' is named twice; add up its coefficients instead", twice.getMessage());
  }
}
