package org.chikei.landscape.profile;

/** Local quadratic fits, to tell where a noisy curve has its extrema. */
final class Smoothing {
  private Smoothing() {}

  /**
   * Fits a parabola around each bin and takes its value there.
   *
   * @param y the curve; NaN where there is none
   * @param weights how much each bin counts
   * @param circle whether the last bin borders on the first
   * @param reach how many bins to either side to fit
   * @return the smoothed curve, NaN where {@code y} is
   */
  static double[] quadratic(double[] y, double[] weights, boolean circle, int reach) {
    int n = y.length;
    double[] smooth = new double[n];
    for (int k = 0; k < n; k++) {
      smooth[k] = Double.isNaN(y[k]) ? Double.NaN : at(y, weights, circle, reach, k);
    }
    return smooth;
  }

  private static double at(double[] y, double[] weights, boolean circle, int reach, int k) {
    int n = y.length;
    double[] s = new double[5];
    double[] t = new double[3];
    int used = 0;
    for (int i = -reach; i <= reach; i++) {
      int bin = circle ? Math.floorMod(k + i, n) : k + i;
      if (bin < 0 || bin >= n || Double.isNaN(y[bin]) || !(weights[bin] > 0)) {
        continue;
      }
      used++;
      double power = weights[bin];
      for (int a = 0; a < 5; a++) {
        s[a] += power;
        if (a < 3) {
          t[a] += power * y[bin];
        }
        power *= i;
      }
    }
    if (used < 4) {
      return y[k];
    }
    // Cramer's rule for the constant term of the normal equations
    double determinant =
        s[0] * (s[2] * s[4] - s[3] * s[3])
            - s[1] * (s[1] * s[4] - s[3] * s[2])
            + s[2] * (s[1] * s[3] - s[2] * s[2]);
    double constant =
        t[0] * (s[2] * s[4] - s[3] * s[3])
            - s[1] * (t[1] * s[4] - s[3] * t[2])
            + s[2] * (t[1] * s[3] - s[2] * t[2]);
    return determinant > 1e-12 * s[0] * s[2] * s[4] ? constant / determinant : y[k];
  }
}
