package org.chikei.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumberTextTest {

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "-0.0, 0",
    "1, 1",
    "-1, -1",
    "0.1, 0.1",
    "300, 300",
    "12.5, 12.5",
    "-3.141592653589793, -3.141592654",
    "0.00001234, 0.00001234",
    "0.0000012345, 1.2345e-6",
    "9999999999, 9999999999",
    "10000000000, 1e10",
    "99999999995, 1e11",
    "0.99999999999, 1",
    "9.9999999999, 10",
    "1.7976931348623157e308, 1.797693135e308",
    "2.2250738585072014e-308, 2.225073859e-308",
    "4.9e-324, 4.940656458e-324",
    "1e22, 1e22",
    "1e23, 1e23",
    "6.02214076e23, 6.02214076e23",
    "0.00831446261815324, 0.008314462618",
  })
  void aNumberIsItsShortestTextOfTenDigits(double value, String text) {
    assertEquals(text, written(value, NumberText.DIGITS));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 4, 10, 15})
  void whatIsWrittenIsTheNearestDecimalAndReadsBackToTheSameText(int digits) {
    Random random = new Random(digits);
    for (int i = 0; i < 20_000; i++) {
      double value = Double.longBitsToDouble(random.nextLong());
      if (i % 2 == 0) {
        value = random.nextGaussian() * Math.pow(10, random.nextInt(12) - 6);
      }
      if (!Double.isFinite(value)) {
        continue;
      }
      String text = written(value, digits);
      assertEquals(text, written(Double.parseDouble(text), digits));
      BigDecimal nearest =
          new BigDecimal(value).round(new MathContext(digits, RoundingMode.HALF_UP));
      BigDecimal error = new BigDecimal(text).subtract(nearest).abs();
      // Scaling rounds once, at 1.1e-16: only what lies that near to a tie may go the other way.
      if (error.signum() != 0) {
        BigDecimal off = new BigDecimal(value).subtract(new BigDecimal(text)).abs();
        BigDecimal best = new BigDecimal(value).subtract(nearest).abs();
        BigDecimal slack = new BigDecimal(Math.abs(value) * 2.3e-16);
        assertTrue(off.compareTo(best.add(slack)) <= 0, text + " for " + value);
      }
    }
  }

  @Test
  void numbersThatAPersonTypedComeBackAsTyped() {
    for (int i = 1; i < 20_000; i++) {
      String typed = BigDecimal.valueOf(i, 3).stripTrailingZeros().toPlainString();
      assertEquals(typed, written(Double.parseDouble(typed), 15));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "0.5, 2, 0.50",
    "-0.004, 2, 0.00",
    "-0.006, 2, -0.01",
    "1234.5678, 1, 1234.6",
    "7, 0, 7",
    "0.05, 1, 0.1",
    "3.0004, 3, 3.000",
    "0.000012, 6, 0.000012",
  })
  void aFixedNumberOfDecimalsStays(double value, int decimals, String text) {
    StringBuilder out = new StringBuilder();
    NumberText.appendFixed(out, value, decimals);
    assertEquals(text, out.toString());
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "-0.0, 0",
    "20001, 20001",
    "-3, -3",
    "123456789012, 123456789012",
    "2.5, 2.5"
  })
  void aWholeNumberHasNoPoint(double value, String text) {
    StringBuilder out = new StringBuilder();
    NumberText.appendWhole(out, value);
    assertEquals(text, out.toString());
  }

  @Test
  void whatIsNoNumberIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> written(Double.NaN, 10));
    assertThrows(IllegalArgumentException.class, () -> written(Double.POSITIVE_INFINITY, 10));
  }

  private static String written(double value, int digits) {
    StringBuilder out = new StringBuilder();
    NumberText.append(out, value, digits);
    return out.toString();
  }
}
