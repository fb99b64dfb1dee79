package org.chikei.coordinates;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.chikei.api.coordinate.ColumnVariable;
import org.chikei.api.coordinate.Coordinate;
import org.chikei.api.coordinate.CoordinateRequest;
import org.chikei.api.coordinate.Period;
import org.chikei.api.parameter.ParameterException;
import org.chikei.api.parameter.Parameters;
import org.chikei.api.series.SeriesColumn;
import org.junit.jupiter.api.Test;

class ColumnProviderTest {
  private static final List<SeriesColumn> COLUMNS =
      List.of(
          new SeriesColumn("time", "ps", Optional.empty(), 1e-3),
          new SeriesColumn("d", "nm", Optional.empty(), 1e-6),
          new SeriesColumn("phi", "", Optional.of(Period.TURN), 1e-6),
          new SeriesColumn("v", "", Optional.empty(), 1e-6),
          new SeriesColumn("a", "", Optional.empty(), 1e-6));

  private static ColumnVariable make(Map<String, Object> values) throws ParameterException {
    return (ColumnVariable)
        new ColumnProvider()
            .create(
                new CoordinateRequest(
                    "r", new Parameters(values), Optional.empty(), List.of(), COLUMNS));
  }

  private static String refused(Map<String, Object> values) {
    return assertThrows(ParameterException.class, () -> make(values)).getMessage();
  }

  @Test
  void aColumnIsFoundByItsNameOrItsNumber() throws ParameterException {
    assertEquals(1, make(Map.of("column", "d")).column());
    assertEquals(1, make(Map.of("column", "d (nm)")).column());
    assertEquals(1, make(Map.of("column", 2L)).column());
    assertTrue(refused(Map.of("column", "e")).endsWith("'e' (it has: time, d, phi, v, a)"));
    assertTrue(refused(Map.of("column", 6L)).endsWith("'6' (it has: time, d, phi, v, a)"));
    assertTrue(refused(Map.of("column", "d", "velocity", "w")).contains("no column 'w'"));
  }

  @Test
  void whatTheFileSaysHoldsUnlessTheJobSaysOtherwise() throws ParameterException {
    ColumnVariable phi = make(Map.of("column", "phi"));
    assertEquals(Optional.of(Period.TURN), phi.period());
    assertEquals("rad", phi.unit());
    assertEquals("nm", make(Map.of("column", "d")).unit());
    assertEquals(Optional.empty(), make(Map.of("column", "phi", "periodic", "no")).period());
    ColumnVariable degrees =
        make(Map.of("column", "phi", "periodic", List.of(-180L, 180L), "unit", "deg"));
    assertEquals(Optional.of(new Period(-180, 180)), degrees.period());
    assertEquals("deg", degrees.unit());
    assertEquals(
        Optional.of(new Period(0, 2 * Math.PI)),
        make(Map.of("column", "d", "periodic", List.of(0.0, "2*pi"))).period());
    assertTrue(
        refused(Map.of("column", "d", "periodic", List.of("pi", "-pi"))).contains("smaller end"));
    assertTrue(refused(Map.of("column", "d", "periodic", List.of("0", "turn"))).contains("'turn'"));
  }

  @Test
  void massVelocityAndAccelerationAreOptional() throws ParameterException {
    ColumnVariable bare = make(Map.of("column", "d"));
    assertEquals(-1, bare.velocity());
    assertEquals(-1, bare.acceleration());
    assertTrue(Double.isNaN(bare.mass()));
    ColumnVariable full =
        make(Map.of("column", "d", "velocity", "v", "acceleration", 5L, "mass", 12.0));
    assertEquals(3, full.velocity());
    assertEquals(4, full.acceleration());
    assertEquals(12, full.mass());
  }

  @Test
  void aTrajectoryHasNoColumns() {
    ParameterException e =
        assertThrows(
            ParameterException.class,
            () -> {
              Coordinate made =
                  new ColumnProvider()
                      .create(
                          new CoordinateRequest(
                              "r",
                              new Parameters(Map.of("column", "d")),
                              Optional.empty(),
                              List.of()));
              throw new AssertionError(made);
            });
    assertEquals("column", e.parameter());
    assertTrue(e.getMessage().contains("name 'series'"), e.getMessage());
  }
}
