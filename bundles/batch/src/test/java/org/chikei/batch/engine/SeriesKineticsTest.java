package org.chikei.batch.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.chikei.api.coordinate.Period;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SeriesKineticsTest {

  /** sin ωt has central differences ω cos ωt · sinc ωh and −ω² sin ωt · sinc² ωh/2. */
  @ParameterizedTest
  @CsvSource({"1, 0.1, 0", "3, 0.02, 0.4", "0.5, 0.7, -1"})
  void aSineHasItsExactDifferences(double frequency, double h, double offset) {
    int rows = 50;
    double[] values = new double[rows];
    for (int j = 0; j < rows; j++) {
      values[j] = Period.TURN.wrap(3 + offset + Math.sin(frequency * j * h));
    }
    double[] rates = new double[rows];
    double[] accelerations = new double[rows];
    SeriesKinetics.differentiate(values, rows, h, Period.TURN, rates, accelerations);
    double x = frequency * h;
    double first = frequency * Math.sin(x) / x;
    double second = -frequency * frequency * Math.pow(Math.sin(x / 2) / (x / 2), 2);
    for (int j = 1; j < rows - 1; j++) {
      // the rounding of values near 3 over h and over h²
      assertEquals(first * Math.cos(frequency * j * h), rates[j], 4e-15 / h);
      assertEquals(second * Math.sin(frequency * j * h), accelerations[j], 8e-15 / (h * h));
    }
    assertTrue(Double.isNaN(rates[0]) && Double.isNaN(accelerations[rows - 1]));
  }

  @ParameterizedTest
  @CsvSource({"0.3, true", "0.7, true", "0.8, false", "2, false"})
  void motionIsResolvedUpToThreeQuartersOfARadianAFrame(double radians, boolean resolved) {
    double[] values = new double[200];
    for (int j = 0; j < values.length; j++) {
      values[j] = Math.sin(radians * j);
    }
    assertEquals(resolved, Smoothness.resolved(values, values.length, null));
    // 2 (1 + cos ωh), to the ends of the series
    assertEquals(2 * (1 + Math.cos(radians)), Smoothness.ratio(values, 200, null), 0.02);
  }
}
