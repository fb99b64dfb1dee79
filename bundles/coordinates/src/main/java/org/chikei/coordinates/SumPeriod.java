package org.chikei.coordinates;

import java.util.List;
import java.util.Optional;
import org.chikei.api.coordinate.Coordinate;
import org.chikei.api.coordinate.Period;

/**
 * The circle on which a sum Σ c_a R_a of coordinates lives when some of them are periodic.
 *
 * <p>Going once round R_a changes the sum by c_a L_a, so the sum is defined but for multiples of
 * the greatest common divisor of all |c_a| L_a: 2π for φ + ψ, 2φ − ψ and 2φ + 3ψ, 4π for 2φ, π for
 * (φ + ψ)/2. With arbitrary factors there is hardly a common divisor, and the sum would be folded
 * onto a circle far smaller than any of its parts; such a sum is refused.
 */
final class SumPeriod {
  /** How far, relative to the smaller, a factor may be off a multiple: factors have few digits. */
  private static final double TOLERANCE = 1e-5;

  private SumPeriod() {}

  /**
   * Finds the circle.
   *
   * @param components the coordinates
   * @param coefficients one factor a coordinate
   * @param constant what is added; it moves the middle of the circle
   * @return the circle; empty if no coordinate that counts is periodic
   * @throws ArithmeticException if the common divisor is smaller than both the smallest |c_a| L_a
   *     and the first period
   */
  static Optional<Period> of(List<Coordinate> components, double[] coefficients, double constant) {
    double unit = 0;
    double divisor = 0;
    double smallest = Double.POSITIVE_INFINITY;
    double middle = constant;
    for (int a = 0; a < coefficients.length; a++) {
      Optional<Period> period = components.get(a).period();
      if (period.isEmpty() || coefficients[a] == 0) {
        continue;
      }
      unit = unit == 0 ? period.get().length() : unit;
      double turn = Math.abs(coefficients[a]) * (period.get().length() / unit);
      divisor = commonDivisor(turn, divisor);
      smallest = Math.min(smallest, turn);
      middle += coefficients[a] * (period.get().minimum() + period.get().maximum()) / 2;
    }
    if (unit == 0) {
      return Optional.empty();
    }
    if (divisor < Math.min(1, smallest) * (1 - TOLERANCE)) {
      throw new ArithmeticException("no common divisor");
    }
    double half = divisor * unit / 2;
    return Optional.of(new Period(middle - half, middle + half));
  }

  /** Euclid's algorithm on real numbers; what is left over by rounding counts as nothing. */
  private static double commonDivisor(double larger, double smaller) {
    double a = larger;
    double b = smaller;
    while (b > TOLERANCE * a) {
      double rest = Math.abs(Math.IEEEremainder(a, b));
      a = b;
      b = rest > TOLERANCE * a ? rest : 0;
    }
    return a;
  }
}
