package org.chikei.api.coordinate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PeriodTest {

  @ParameterizedTest
  @CsvSource({"-180, 180", "0, 360", "-3.5, 1.25", "10, 10.5"})
  void wrappingMovesAValueByWholeTurnsIntoTheCircle(double minimum, double maximum) {
    Period period = new Period(minimum, maximum);
    for (double value = -1000; value < 1000; value += 7.3) {
      double wrapped = period.wrap(value);
      double turns = (value - wrapped) / period.length();
      assertTrue(wrapped >= minimum && wrapped < maximum);
      // a value near 1000 divided by a turn of 0.5 has 5e-13 of rounding
      assertEquals(Math.rint(turns), turns, 1e-11);
    }
  }

  @Test
  void theEndOfTheCircleIsItsBeginning() {
    assertEquals(-Math.PI, Period.TURN.wrap(Math.PI));
    assertEquals(-Math.PI, Period.TURN.wrap(-Math.PI));
    assertEquals(0, Period.TURN.wrap(2 * Math.PI));
  }

  @Test
  void roundingNeverLeavesTheCircle() {
    for (int turns = -7; turns <= 7; turns++) {
      double value = Math.PI + turns * 2 * Math.PI;
      for (double v : new double[] {Math.nextDown(value), value, Math.nextUp(value)}) {
        double wrapped = Period.TURN.wrap(v);
        assertTrue(wrapped >= -Math.PI && wrapped < Math.PI, () -> v + " became " + wrapped);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
  void whatIsNoPlaceOnTheCircleStaysNone(double value) {
    assertTrue(Double.isNaN(Period.TURN.wrap(value)));
    assertTrue(Double.isNaN(Period.TURN.nearest(value)));
  }

  @ParameterizedTest
  @CsvSource({"350, -10", "-350, 10", "170, 170", "-181, 179", "0, 0", "725, 5"})
  void aDifferenceGoesTheShortWayRound(double difference, double expected) {
    assertEquals(expected, new Period(-180, 180).nearest(difference), 1e-12);
    assertEquals(expected, new Period(0, 360).nearest(difference), 1e-12);
  }

  @Test
  void aCircleNeedsALength() {
    assertThrows(IllegalArgumentException.class, () -> new Period(1, 1));
    assertThrows(IllegalArgumentException.class, () -> new Period(1, -1));
    assertThrows(IllegalArgumentException.class, () -> new Period(Double.NaN, 1));
    assertThrows(IllegalArgumentException.class, () -> new Period(0, Double.POSITIVE_INFINITY));
  }
}
