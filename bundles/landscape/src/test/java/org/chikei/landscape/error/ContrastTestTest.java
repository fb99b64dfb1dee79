package org.chikei.landscape.error;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContrastTestTest {
  @ParameterizedTest
  @CsvSource({"3.7, 2, 30", "1, 4, 10", "0.2, 3, 100", "2.5, 1, 8"})
  void theTailOfFMatchesItsClosedForms(double f, int upper, int lower) {
    double expected;
    if (upper == 2) {
      expected = Math.pow(1 + upper * f / lower, -lower / 2.0);
    } else {
      // Simpson's rule on the density of F in the variable x = lower / (lower + upper f)
      expected = quadrature(lower / (lower + upper * f), lower / 2.0, upper / 2.0);
    }
    assertEquals(expected, ContrastTest.tail(f, upper, lower), 1e-6);
  }

  private static double quadrature(double x, double a, double b) {
    return incomplete(x, a, b) / incomplete(1, a, b);
  }

  private static double incomplete(double x, double a, double b) {
    // substitution t = 1 − u² takes the singularity of b = 1/2 away
    int steps = 200_000;
    double low = Math.sqrt(1 - x);
    double sum = 0;
    for (int i = 0; i < steps; i++) {
      double u = low + (i + 0.5) * (1 - low) / steps;
      sum += Math.pow(1 - u * u, a - 1) * Math.pow(u * u, b - 1) * 2 * u;
    }
    return sum * (1 - low) / steps;
  }
}
