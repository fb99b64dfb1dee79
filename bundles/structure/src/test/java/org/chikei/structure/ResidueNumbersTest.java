package org.chikei.structure;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ResidueNumbersTest {

  private static int[] numbers(String... fields) {
    ResidueNumbers numbers = new ResidueNumbers();
    return Stream.of(fields).mapToInt(numbers::next).toArray();
  }

  @Test
  void plainNumbersAreReadAsTheyStand() {
    assertArrayEquals(
        new int[] {1, 2, -3, 2710, 0}, numbers("   1", "   2", "  -3", "2710", "    "));
  }

  @Test
  void numbersMayStartAgain() {
    assertArrayEquals(new int[] {9999, 0, 1}, numbers("9999", "   0", "   1"));
  }

  @Test
  void numbersMayGoOnInHexadecimal() {
    assertArrayEquals(
        new int[] {9999, 10000, 10001, 10010, 1}, numbers("9999", "2710", "2711", "271A", "   1"));
  }

  @Test
  void numbersMayGoOnInBaseThirtySix() {
    // Published fixed points of the scheme: A000 = 10000, ZZZZ = 1223055, a000 = 1223056.
    assertArrayEquals(
        new int[] {9999, 10000, 10001, 1223055, 1223056},
        numbers("9999", "A000", "A001", "ZZZZ", "a000"));
  }

  @Test
  void starsAreNoNumber() {
    assertArrayEquals(new int[] {9999, 0}, numbers("9999", "****"));
  }
}
