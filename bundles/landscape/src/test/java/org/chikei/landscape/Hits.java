package org.chikei.landscape;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** How often the truth lay within one error and within 1.96 of them. */
public final class Hits {
  private int one;
  private int two;
  private int tried;

  /**
   * Adds one.
   *
   * @param off how far the estimate is from the truth
   * @param error its stated error
   */
  public void add(double off, double error) {
    one += Math.abs(off) < error ? 1 : 0;
    two += Math.abs(off) < 1.96 * error ? 1 : 0;
    tried++;
  }

  /** 68 and 95 %, as far as so many can tell that know nothing of each other. */
  public void assertHonest(String what) {
    assertHonest(what, 0.06, 0.025);
  }

  /**
   * The same with other tolerances than 6 and 2.5 %.
   *
   * @param what what was estimated
   * @param ofOne by how much the part within one error may differ from 68 %
   * @param ofTwo by how much the part within 1.96 may differ from 95 %
   */
  public void assertHonest(String what, double ofOne, double ofTwo) {
    double first = one / (double) tried;
    double second = two / (double) tried;
    System.out.printf("%s: %.3f %.3f of %d%n", what, first, second, tried);
    double slack = 3 / Math.sqrt(tried);
    assertEquals(0.68, first, ofOne + 0.47 * slack, what);
    assertEquals(0.95, second, ofTwo + 0.22 * slack, what);
  }
}
