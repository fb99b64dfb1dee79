package org.chikei.landscape.kernel;

/**
 * A density whose logarithm is fitted by a straight line under a kernel at every point: the local
 * likelihood of C. R. Loader, Ann. Statist. 24 (1996) 1602. The line e^(a+bz) is the one under
 * which the kernel has the mass and the mean of z that the samples have. Where the kernel is whole,
 * ρ = S e^(−z̄²/2), S the plain kernel density; at an end of the axis the same equations take the
 * part of the kernel that is left, so that ends need no mirror. Along a straight G nothing is
 * shifted, however steep; elsewhere G by half the bandwidth squared times its second derivative.
 *
 * @param density the sum of weights by volume; NaN where no sample is near
 * @param factors by which the {@linkplain LocalMoments moments} of a block have to be multiplied to
 *     give its part of the density, {@code [moment][point]}
 */
record LocalDensity(double[] density, double[][] factors) {
  /** A point that has fewer samples than this under its kernel, over its peak, has no density. */
  static final double LEAST = 1;

  /**
   * Fits.
   *
   * @param moments the moments of the weights, of first order
   * @param frames the zeroth moment of the number of samples, over the kernel's peak
   * @param domains the axes
   * @param points how many points there are along each axis
   */
  static LocalDensity of(
      double[][] moments, double[] frames, KernelDomain[] domains, int[] points) {
    int dimensions = points.length;
    double[] density = new double[moments[0].length];
    double[][] factors = new double[1 + dimensions][density.length];
    int[] at = new int[dimensions];
    for (int p = 0; p < density.length; p++) {
      boolean known = moments[0][p] > 0 && frames[p] >= LEAST;
      int rest = p;
      for (int a = dimensions - 1; a >= 0; a--) {
        at[a] = rest % points[a];
        rest /= points[a];
        known &= domains[a].inside(at[a]);
      }
      if (!known) {
        density[p] = Double.NaN;
        continue;
      }
      double mass = 1;
      double own = 1;
      for (int a = 0; a < dimensions; a++) {
        double mean = moments[1 + a][p] / moments[0][p];
        domains[a].tilt(at[a], mean);
        mass *= domains[a].mass();
        factors[1 + a][p] = -mean / domains[a].spread();
        own += mean * mean / domains[a].spread();
      }
      factors[0][p] = own;
      density[p] = moments[0][p] / mass;
      for (double[] factor : factors) {
        factor[p] /= mass;
      }
    }
    return new LocalDensity(density, factors);
  }
}
