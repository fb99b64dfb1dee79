package org.chikei.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TicksTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0 | 1 | 5 | 0.0 0.2 0.4 0.6 0.8 1.0",
        "0 | 10 | 5 | 0 2 4 6 8 10",
        "-1.3 | 1.3 | 6 | −1.0 −0.5 0.0 0.5 1.0",
        "0.1451 | 0.1629 | 4 | 0.150 0.155 0.160",
        "-37 | 412 | 5 | 0 100 200 300 400",
        "3 | 4 | 1 | 3 4",
        "19990 | 20010 | 3 | 19990 20000 20010",
        "1e-9 | 3e-9 | 2 | 0.000000001 0.000000002 0.000000003",
      })
  void numbersStandAtMultiplesOfOneTwoAndFive(double low, double high, int most, String labels) {
    assertEquals(labels, labels(Ticks.decimal(low, high, most)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "-180 | 180 | 12 | −180° −150° −120° −90° −60° −30° 0° 30° 60° 90° 120° 150° 180°",
        "-180 | 180 | 6 | −180° −120° −60° 0° 60° 120° 180°",
        "-180 | 180 | 8 | −180° −135° −90° −45° 0° 45° 90° 135° 180°",
        "0 | 360 | 4 | 0° 90° 180° 270° 360°",
        "96 | 132 | 5 | 100° 110° 120° 130°",
        "100 | 160 | 4 | 105° 120° 135° 150°",
        "1 | 2.5 | 3 | 1.0° 1.5° 2.0° 2.5°",
        "-1000 | 1000 | 4 | −1000° −500° 0° 500° 1000°",
      })
  void anglesStandAtPartsOfTheCircle(double low, double high, int most, String labels) {
    assertEquals(labels, labels(Ticks.degrees(low, high, most)));
  }

  @Test
  void whateverTheRangeTicksLieInsideAreFewAndAreRound() {
    Random random = new Random(1);
    Set<String> round = Set.of("1", "2", "5");
    for (int i = 0; i < 10_000; i++) {
      double low = random.nextGaussian() * Math.pow(10, random.nextInt(9) - 4);
      double high = low + Math.abs(random.nextGaussian()) * Math.pow(10, random.nextInt(9) - 4);
      int most = 1 + random.nextInt(12);
      Ticks ticks = Ticks.decimal(low, high, most);
      assertTrue(ticks.count() <= most + 1, low + " to " + high);
      double slack = 1e-8 * (high - low);
      for (int k = 0; k < ticks.count(); k++) {
        assertTrue(ticks.value(k) >= low - slack && ticks.value(k) <= high + slack);
      }
      StringBuilder step = new StringBuilder();
      NumberText.append(step, ticks.step(), 6);
      String digits = step.toString().replaceAll("e.*", "").replaceAll("[.0]", "");
      assertTrue(round.contains(digits), step.toString());
      // A step one size smaller would have been too many.
      assertTrue((high - low) / ticks.step() > most / 2.51 - 1e-6);
    }
  }

  private static String labels(Ticks ticks) {
    StringBuilder labels = new StringBuilder();
    for (int i = 0; i < ticks.count(); i++) {
      labels.append(i == 0 ? "" : " ").append(ticks.label(i));
    }
    return labels.toString();
  }
}
