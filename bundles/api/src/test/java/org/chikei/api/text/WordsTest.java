package org.chikei.api.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.chikei.api.result.Quantity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsTest {
  @ParameterizedTest
  @CsvSource({
    "3.14159, 3, 3.14",
    "0.00012345, 2, 0.00012",
    "0.000012345, 2, 0.000012",
    "0.0000000123, 2, 1.2e-8",
    "123456, 2, 120000",
    "12345678, 3, 1.23e7",
    "0, 3, 0",
    "NaN, 3, unknown",
    "Infinity, 3, unknown"
  })
  void numbersHaveSignificantDigits(double value, int digits, String expected) {
    assertEquals(expected, Words.number(value, digits));
  }

  @ParameterizedTest
  @CsvSource({
    "2.65293, 0.27398, 2.65 ± 0.27",
    "1016.3, 54.2, 1016 ± 54",
    "-0.71518, 0.0381, -0.715 ± 0.038",
    "7, 0, 7",
    "1.23456, NaN, 1.235"
  })
  void valuesHaveTheDecimalsOfTwoDigitsOfTheirError(double value, double error, String expected) {
    assertEquals(expected, Words.withError(value, error));
  }

  @Test
  void quantitiesHaveTheirUnit() {
    assertEquals("3.05 ± 0.25 kJ/mol", Words.of(new Quantity(3.0512, 0.2513, "kJ/mol")));
    assertEquals("3.051", Words.of(new Quantity(3.0512, Double.NaN, "")));
  }

  @ParameterizedTest
  @CsvSource({"0.5678, 57 %", "0.0567, 6 %", "0.0012, 0.1 %", "1, 100 %"})
  void partsAreInPerCent(double part, String expected) {
    assertEquals(expected, Words.percent(part));
  }
}
