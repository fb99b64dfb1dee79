package org.chikei.memory;

/**
 * The memory kernel and its integral by three methods, from the same correlations: one column for
 * every pair of coordinates, in the order of rows.
 *
 * @param second Γ from the equation of the second kind
 * @param first Γ from the equation of the first kind, by trapezoids, smoothed
 * @param integral Γ as the derivative of ∫Γ from the integral method
 * @param friction ∫₀ᵗΓ from the integral method
 */
record Kernels(double[][] second, double[][] first, double[][] integral, double[][] friction) {
  /** ⟨ṙ(t) ṙ(0)⟩. */
  static final int VV = 0;

  /** ⟨r̈(t) ṙ(0)⟩. */
  static final int AV = 1;

  /** ⟨u(t) ṙ(0)⟩, u = r̈ − f_m. */
  static final int UV = 2;

  /** ⟨u(t) r̈(0)⟩. */
  static final int UA = 3;

  /** ⟨ṙ(t) u(0)⟩, with the coordinate of u first. */
  static final int VU = 4;

  /** ⟨r̈(t) u(0)⟩, with the coordinate of u first. */
  static final int AU = 5;

  /** How many there are. */
  static final int KINDS = 6;

  /**
   * Solves.
   *
   * @param correlations {@link #VV}, {@link #AV}, {@link #UV} and {@link #UA}, of each one column
   *     for every pair, one value a lag
   * @param step the time between frames
   */
  static Kernels of(double[][][] correlations, double step) {
    double[][] vv = correlations[VV];
    double[][] c = Volterra.at(vv, 0);
    double[][] av = odd(correlations[AV], c.length);
    double[][] minus = new double[vv.length][vv[0].length];
    for (int p = 0; p < minus.length; p++) {
      // at 0 all that is left of ⟨u ṙ⟩ is noise
      for (int k = 1; k < minus[p].length; k++) {
        minus[p][k] = -correlations[UV][p][k];
      }
    }
    double[][] second = Volterra.secondKind(c, av, correlations[UA], step);
    double[] begin = new double[second.length];
    for (int p = 0; p < begin.length; p++) {
      begin[p] = second[p][0];
    }
    double[][] first = Volterra.firstKind(vv, minus, begin, step);
    double[][] friction = Volterra.secondKind(c, av, minus, step);
    double[][] integral = new double[friction.length][];
    for (int p = 0; p < friction.length; p++) {
      first[p] = Volterra.smooth(first[p]);
      integral[p] = Volterra.derivative(friction[p], step);
    }
    return new Kernels(second, first, integral, friction);
  }

  /** ⟨r̈(t) ṙ(0)⟩, whose symmetric part at 0 is noise: half the derivative of ⟨ṙ ṙᵀ⟩. */
  private static double[][] odd(double[][] av, int k) {
    double[][] odd = new double[av.length][];
    for (int p = 0; p < av.length; p++) {
      odd[p] = av[p].clone();
      odd[p][0] = (av[p][0] - av[p % k * k + p / k][0]) / 2;
    }
    return odd;
  }
}
