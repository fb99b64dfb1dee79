package org.chikei.memory;

import java.util.Optional;
import org.chikei.api.coordinate.Period;

/**
 * The coordinate s(r) = ∫ sqrt(D/D(r)) dr in which the mean squared velocity D is the same
 * everywhere, D(r) = ⟨ṙ²; r⟩ and D its mean.
 */
final class IsometricCoordinate {
  /** D(r) is not taken to be less than this part of its mean, where samples are few. */
  private static final double LEAST = 0.02;

  private static final int TABLE = 4096;

  private IsometricCoordinate() {}

  /** The motion in s, by ṡ = s′ ṙ and s̈ = s′ r̈ + s″ ṙ². */
  static Motion of(Motion motion, Spline squaredVelocity) {
    double mean = motion.squaredVelocity();
    double from = squaredVelocity.axis().from();
    double width = (squaredVelocity.axis().to() - from) / TABLE;
    double[] table = new double[TABLE + 1];
    for (int k = 1; k <= TABLE; k++) {
      double left = rate(squaredVelocity, mean, from + (k - 1) * width);
      double middle = rate(squaredVelocity, mean, from + (k - 0.5) * width);
      double right = rate(squaredVelocity, mean, from + k * width);
      table[k] = table[k - 1] + width / 6 * (left + 4 * middle + right);
    }
    int n = motion.frames();
    double[] s = new double[n];
    double[] v = new double[n];
    double[] a = new double[n];
    for (int j = 0; j < n; j++) {
      double r = motion.position()[j];
      double place = (r - from) / width;
      int k = Math.max(0, Math.min(TABLE - 1, (int) place));
      s[j] = table[k] + (place - k) * (table[k + 1] - table[k]);
      double d = squaredVelocity.value(r);
      double first = rate(squaredVelocity, mean, r);
      double second = d > LEAST * mean ? -first / (2 * d) * squaredVelocity.slope(r) : 0;
      double velocity = motion.velocity()[j];
      v[j] = first * velocity;
      a[j] = first * motion.acceleration()[j] + second * velocity * velocity;
    }
    Optional<Period> circle = motion.period().map(p -> new Period(0, table[TABLE]));
    return new Motion(motion.step(), circle, motion.starts(), s, v, a);
  }

  private static double rate(Spline squaredVelocity, double mean, double r) {
    return Math.sqrt(mean / Math.max(LEAST * mean, squaredVelocity.value(r)));
  }
}
