package org.chikei.landscape;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** How often the truth lay within one error and within 1.96 of them. */
final class Hits {
  private int one;
  private int two;
  private int tried;

  /**
   * Adds one.
   *
   * @param off how far the estimate is from the truth
   * @param error its stated error
   */
  void add(double off, double error) {
    one += Math.abs(off) < error ? 1 : 0;
    two += Math.abs(off) < 1.96 * error ? 1 : 0;
    tried++;
  }

  /** 68 and 95 %, as far as so many can tell that know nothing of each other. */
  void assertHonest(String what) {
    double first = one / (double) tried;
    double second = two / (double) tried;
    System.out.printf("%s: %.3f %.3f of %d%n", what, first, second, tried);
    double slack = 3 / Math.sqrt(tried);
    assertEquals(0.68, first, 0.06 + 0.47 * slack, what);
    assertEquals(0.95, second, 0.025 + 0.22 * slack, what);
  }
}
