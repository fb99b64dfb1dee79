package org.chikei.api.parameter;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.chikei.api.coordinate.Point;
import org.junit.jupiter.api.Test;

class ParametersTest {

  private static Parameters of(String name, Object value) {
    return new Parameters(Map.of(name, value));
  }

  @Test
  void everyKindOfValueComesOutAsWhatItIs() {
    assertEquals(0.5, of("range", 0.5).real("range"));
    assertEquals(72, of("bins", 72L).whole("bins"));
    assertTrue(of("nearest-image", true).flag("nearest-image"));
    assertEquals("x", of("component", "x").text("component"));
    List<Point> points = List.of(Point.ofAtom(4), Point.ofAtom(0));
    assertEquals(points, of("atoms", points).points("atoms"));
  }

  @Test
  void aWholeNumberCountsAsARealOne() {
    assertEquals(3.0, of("constant", 3L).real("constant"));
    assertArrayEquals(new double[] {1, -0.5}, of("c", List.of(1L, -0.5)).reals("c"));
  }

  @Test
  void aSingleNumberCountsAsAListOfOne() {
    assertArrayEquals(new double[] {2}, of("c", 2L).reals("c"));
  }

  @Test
  void aWholeNumberTooLargeForAnIntIsNotCutShort() {
    assertThrows(ArithmeticException.class, () -> of("bins", 1L << 40).whole("bins"));
  }

  @Test
  void aKeyWithoutAValueIsAbsentAndNamedWhenAskedFor() {
    Parameters none = new Parameters(Map.of());
    assertFalse(none.has("bins"));
    assertEquals(Optional.empty(), none.value("bins"));
    String message =
        assertThrows(NoSuchElementException.class, () -> none.whole("bins")).getMessage();
    assertTrue(message.contains("'bins'"), message);
  }

  @Test
  void keysKeepTheirOrderAndNobodyChangesThemAfterwards() {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("z", 1L);
    values.put("a", 2L);
    Parameters parameters = new Parameters(values);
    values.put("later", 3L);
    assertEquals(List.of("z", "a"), List.copyOf(parameters.names()));
    assertThrows(UnsupportedOperationException.class, () -> parameters.names().clear());
    assertEquals("{z=1, a=2}", parameters.toString());
  }
}
