package org.chikei.memory;

/**
 * The memory kernel and its integral by three methods, from the same correlations.
 *
 * @param second Γ from the equation of the second kind
 * @param first Γ from the equation of the first kind, by trapezoids, smoothed
 * @param integral Γ as the derivative of ∫Γ from the integral method
 * @param friction ∫₀ᵗΓ from the integral method
 */
record Kernels(double[] second, double[] first, double[] integral, double[] friction) {
  /** ⟨ṙ(t) ṙ(0)⟩. */
  static final int VV = 0;

  /** ⟨r̈(t) ṙ(0)⟩. */
  static final int AV = 1;

  /** ⟨u(t) ṙ(0)⟩, u = r̈ − f_m. */
  static final int UV = 2;

  /** ⟨u(t) r̈(0)⟩. */
  static final int UA = 3;

  /**
   * Solves.
   *
   * @param correlations {@link #VV}, {@link #AV}, {@link #UV} and {@link #UA}, one value a lag
   * @param step the time between frames
   */
  static Kernels of(double[][] correlations, double step) {
    double[] vv = correlations[VV];
    // ⟨r̈ ṙ⟩ is the derivative of an even function: what is left of it at 0 is noise
    double[] av = correlations[AV].clone();
    av[0] = 0;
    double[] minus = new double[vv.length];
    for (int k = 1; k < vv.length; k++) {
      minus[k] = -correlations[UV][k];
    }
    double[] second = Volterra.secondKind(vv[0], av, correlations[UA], step);
    double[] first = Volterra.smooth(Volterra.firstKind(vv, minus, second[0], step));
    double[] friction = Volterra.secondKind(vv[0], av, minus, step);
    return new Kernels(second, first, Volterra.derivative(friction, step), friction);
  }
}
