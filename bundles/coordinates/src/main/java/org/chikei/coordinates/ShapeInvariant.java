package org.chikei.coordinates;

import java.util.Arrays;

/**
 * A function f of the eigenvalues λ₁ ≥ λ₂ ≥ λ₃ of a gyration tensor: a linear one, or the relative
 * shape anisotropy.
 */
final class ShapeInvariant {
  /**
   * κ² = 1 − 3 (λ₁λ₂ + λ₂λ₃ + λ₃λ₁)/(λ₁ + λ₂ + λ₃)², from 0 for a sphere to 1 for a line. It is
   * smooth where eigenvalues are equal.
   */
  static final ShapeInvariant ANISOTROPY = new ShapeInvariant(null);

  /** The difference of eigenvalues, in parts of their sum, up to which they count as equal. */
  private static final double EQUAL = 1e-10;

  private final double[] coefficients;

  private ShapeInvariant(double[] coefficients) {
    this.coefficients = coefficients;
  }

  /** The function c₁λ₁ + c₂λ₂ + c₃λ₃. */
  static ShapeInvariant linear(double c1, double c2, double c3) {
    return new ShapeInvariant(new double[] {c1, c2, c3});
  }

  /** Whether it is a pure number. */
  boolean isNumber() {
    return coefficients == null;
  }

  double value(double[] values) {
    double a = values[0];
    double b = values[1];
    double c = values[2];
    if (coefficients != null) {
      return coefficients[0] * a + coefficients[1] * b + coefficients[2] * c;
    }
    double sum = a + b + c;
    return spread(a, b, c) / (sum * sum);
  }

  /** λ₁² + λ₂² + λ₃² − λ₁λ₂ − λ₂λ₃ − λ₃λ₁ without cancellation. */
  private static double spread(double a, double b, double c) {
    return 0.5 * ((a - b) * (a - b) + (b - c) * (b - c) + (c - a) * (c - a));
  }

  /**
   * Gives the derivatives, all NaN where they do not exist.
   *
   * @param values λ₁, λ₂, λ₃
   * @param first receives fₖ
   * @param ratios receives Γ₁₂, Γ₁₃, Γ₂₃ with Γₖₗ = (fₖ − fₗ)/(λₖ − λₗ)
   * @param second receives fₖₗ, row by row
   */
  void derivatives(double[] values, double[] first, double[] ratios, double[] second) {
    double sum = values[0] + values[1] + values[2];
    if (coefficients == null) {
      anisotropy(values, sum, first, ratios, second);
      return;
    }
    System.arraycopy(coefficients, 0, first, 0, 3);
    Arrays.fill(second, 0);
    for (int pair = 0; pair < 3; pair++) {
      int k = pair == 2 ? 1 : 0;
      int l = pair == 0 ? 1 : 2;
      double difference = coefficients[k] - coefficients[l];
      double gap = values[k] - values[l];
      ratios[pair] = difference == 0 ? 0 : gap > EQUAL * sum ? difference / gap : Double.NaN;
    }
    if (Double.isNaN(ratios[0] + ratios[1] + ratios[2])) {
      Arrays.fill(first, Double.NaN);
    }
  }

  private static void anisotropy(
      double[] values, double sum, double[] first, double[] ratios, double[] second) {
    double square = 1 / (sum * sum);
    double twice = 2 * spread(values[0], values[1], values[2]) * square / sum;
    Arrays.fill(ratios, 3 * square);
    for (int k = 0; k < 3; k++) {
      double slope = (3 * values[k] - sum) * square;
      first[k] = slope - twice;
      for (int l = 0; l < 3; l++) {
        double other = (3 * values[l] - sum) * square;
        second[3 * k + l] =
            ((k == l ? 3 : 0) - 1) * square - (2 * (slope + other) - 3 * twice) / sum;
      }
    }
  }
}
