package org.chikei.coordinates.switching;

/**
 * The fraction of a native contact, 1/(1 + e^(β (r − λ r_ref))) (Best, Hummer, Eaton, PNAS 110,
 * 17874 (2013)), as a function of r = d₀ + r₀ x.
 */
final class NativeProfile implements Profile {
  private final double rate;
  private final double start;

  /**
   * Makes the function.
   *
   * @param beta how steep it is in 1/nm
   * @param middle where it is 1/2 in nm, λ r_ref
   * @param r0 the length that x counts in nm
   * @param d0 the distance at x = 0 in nm
   */
  NativeProfile(double beta, double middle, double r0, double d0) {
    this.rate = beta * r0;
    this.start = beta * (d0 - middle);
  }

  @Override
  public void evaluate(int size, double[] x, double[] first, double[] second) {
    for (int j = 0; j < size; j++) {
      double u = start + rate * x[j];
      double s = 1 / (1 + Math.exp(u));
      double rest = 1 / (1 + Math.exp(-u));
      x[j] = s;
      if (first != null) {
        first[j] = -rate * s * rest;
      }
      if (second != null) {
        second[j] = rate * rate * s * rest * (rest - s);
      }
    }
  }
}
