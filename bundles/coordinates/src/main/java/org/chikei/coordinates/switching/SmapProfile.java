package org.chikei.coordinates.switching;

/**
 * The function of sketch-maps, (1 + (2^(a/b) − 1) xᵃ)^(−b/a), which is 1/2 at x = 1 (Ceriotti,
 * Tribello, Parrinello, PNAS 108, 13023 (2011)).
 *
 * <p>With p = (2^(a/b) − 1) xᵃ and ρ = p/(1 + p), s′ = −b ρ s/x and s″ = b ρ s [b ρ + 1 − a (1 −
 * ρ)]/x².
 */
final class SmapProfile implements Profile {
  private final int a;
  private final int b;
  private final double factor;

  SmapProfile(int a, int b) {
    this.a = a;
    this.b = b;
    this.factor = Math.expm1(Math.log(2) * a / b);
  }

  @Override
  public void evaluate(int size, double[] x, double[] first, double[] second) {
    double exponent = -(double) b / a;
    for (int j = 0; j < size; j++) {
      double u = x[j];
      double p = factor * RationalProfile.power(u, a);
      double s = Math.pow(1 + p, exponent);
      double rho = 1 / (1 + 1 / p);
      x[j] = s;
      if (first != null) {
        first[j] = u > 0 ? -b * rho * s / u : a == 1 ? -b * factor : 0;
      }
      if (second != null) {
        second[j] =
            u > 0 ? b * rho * s * (b * rho + 1 - a * (1 - rho)) / (u * u) : secondAtOrigin();
      }
    }
  }

  private double secondAtOrigin() {
    return a == 1 ? b * (b + 1.0) * factor * factor : a == 2 ? -b * factor : 0;
  }
}
