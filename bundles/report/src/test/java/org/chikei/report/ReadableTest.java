package org.chikei.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.chikei.api.result.Quantity;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReadableTest {

  @ParameterizedTest
  @CsvSource({
    "13.8056, 0.2134, 13.81 ± 0.21",
    "-0.28, 0.14, −0.28 ± 0.14",
    "2.4, 0.996, 2.4 ± 1.0",
    "2.4, 0.0996, 2.40 ± 0.10",
    "0.003, 1.2, 0.0 ± 1.2",
    "-0.003, 1.2, 0.0 ± 1.2",
    "1234.5, 123.4, 1230 ± 120",
    "1234.4, 12.34, 1234 ± 12",
    "98765, 4321, 98800 ± 4300",
    "0.00021, 0.00003, (2.10 ± 0.30) × 10⁻⁴",
    "1.5e9, 2e7, (1.500 ± 0.020) × 10⁹",
    "0.00001, 0.2, 0.00 ± 0.20",
    "6.005, NaN, 6.005",
    "0.0304812345, NaN, 0.030481",
    "204, NaN, 204",
    "-12.25, 0, −12.25",
    "0.000012, NaN, 1.2 × 10⁻⁵",
    "1234567.5, NaN, 1.2346 × 10⁶",
    "NaN, 0.1, –",
    "Infinity, 0.1, ∞",
    "0, NaN, 0",
  })
  void aValueHasTheDigitsThatItsErrorLeavesIt(double value, double error, String text) {
    assertEquals(text, written(new Quantity(value, error, "")));
  }

  @ParameterizedTest
  @CsvSource({
    "13.8, 0.21, kJ/mol, 13.80 ± 0.21 kJ/mol",
    "-2.0943951, 0.03, rad, −120.0 ± 1.7°",
    "1.0471976, NaN, rad, 60°",
    "NaN, NaN, kJ/mol, –",
  })
  void aUnitStandsBehindAndAnglesAreInDegrees(
      double value, double error, String unit, String text) {
    assertEquals(text, written(new Quantity(value, error, unit)));
  }

  private static String written(Quantity quantity) {
    StringBuilder out = new StringBuilder();
    Readable.append(out, quantity);
    return out.toString().replace('\u00a0', ' ');
  }
}
