package org.chikei.trajectory.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The JDK's own parser is the yardstick: it is correctly rounded. */
class DecimalTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0",
        "-0.0",
        "1",
        "+1.5",
        ".5",
        "5.",
        "-12.340",
        "21.609950",
        "1e3",
        "1E-3",
        "1.25e+07",
        "0.00000000000000000000012",
        "9007199254740993",
        "9007199254740991e22",
        "1e23",
        "123456789012345678",
        "1234567890123456789012",
        "0.30000000000000004",
        "4.9e-324",
        "1e-400",
        "1.7976931348623157e308",
        "2.2250738585072014e-308",
        "00000000000000000000001.5"
      })
  void numbersAreThoseOfTheJdk(String text) {
    assertBits(text);
  }

  @ParameterizedTest
  @CsvSource({
    "1.0D+00,1",
    "-2.5d-03,-0.0025",
    "1.D2,100",
    "0.123456789012345678901D+01,1.23456789"
  })
  void fortranExponentsAreRead(String text, double expected) {
    assertEquals(expected, parse(text), 2e-9);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "-",
        ".",
        "+.",
        "e5",
        "1e",
        "1e+",
        "1.2.3",
        "1x",
        "x1",
        "--1",
        "1 2",
        "NaN",
        "inf",
        "Infinity",
        "********",
        "1e999",
        "1234567890123456789f",
        "0x10",
        "1,5",
        "½"
      })
  void whatIsNoFiniteNumberIsNaN(String text) {
    assertEquals(Double.NaN, parse(text));
  }

  @Test
  void fixedPointNumbersOfTrajectoriesAreThoseOfTheJdk() {
    Random random = new Random(1);
    for (int k = 0; k < 50_000; k++) {
      int places = random.nextInt(12);
      double value = random.nextGaussian() * Math.pow(10, random.nextInt(6) - 2);
      assertBits(String.format(Locale.ROOT, "%." + places + "f", value));
    }
  }

  @Test
  void shortestNumbersAreThoseOfTheJdk() {
    Random random = new Random(2);
    for (int k = 0; k < 200_000; k++) {
      assertBits(Double.toString(random.nextGaussian() * Math.pow(10, random.nextInt(40) - 20)));
    }
  }

  @Test
  void numbersHalfwayBetweenTwoDoublesAreThoseOfTheJdk() {
    Random random = new Random(3);
    for (int k = 0; k < 50_000; k++) {
      double value = Math.abs(random.nextGaussian()) * Math.pow(10, random.nextInt(30) - 15);
      BigDecimal halfway =
          new BigDecimal(value)
              .add(new BigDecimal(Math.nextUp(value)))
              .divide(BigDecimal.valueOf(2));
      assertBits(halfway.round(new MathContext(15 + random.nextInt(4))).toString());
    }
  }

  @Test
  void digitsWithAnyPowerOfTenAreThoseOfTheJdk() {
    Random random = new Random(4);
    for (int k = 0; k < 200_000; k++) {
      long digits = random.nextLong() >>> 1 + random.nextInt(62);
      assertBits(digits + "e" + (random.nextInt(140) - 70));
    }
  }

  private static void assertBits(String text) {
    double expected = Double.parseDouble(text);
    assertEquals(Double.doubleToLongBits(expected), Double.doubleToLongBits(parse(text)), text);
  }

  private static double parse(String text) {
    byte[] bytes = (" " + text + " ").getBytes(StandardCharsets.UTF_8);
    return Decimal.parse(bytes, 1, bytes.length - 1);
  }
}
