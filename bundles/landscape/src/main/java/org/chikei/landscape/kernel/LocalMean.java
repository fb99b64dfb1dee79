package org.chikei.landscape.kernel;

/**
 * A mean that is fitted by a straight line, or plane, under a kernel at every point: least squares
 * with the kernel's weights (J. Fan, J. Amer. Statist. Assoc. 87 (1992) 998). Neither a slope of
 * the mean nor one of the density shifts it, nor the end of an axis.
 *
 * @param mean the means; NaN where no sample is near
 * @param factors by which the moments of the samples' weights have to be multiplied to give the
 *     weight that a block has at a point, in all 1, {@code [moment][point]}
 * @param slopes of the mean along z, {@code [axis][point]}
 */
record LocalMean(double[] mean, double[][] factors, double[][] slopes) {
  /** A slope is held back as if this many samples had none. */
  private static final double RIDGE = 0.1;

  /**
   * Fits.
   *
   * @param weights the moments of the weights, of second order
   * @param products those of weight times value, of first order
   * @param frames the zeroth moment of the number of samples, over the kernel's peak
   */
  static LocalMean of(double[][] weights, double[][] products, double[] frames) {
    int dimensions = products.length - 1;
    int points = frames.length;
    double[] mean = new double[points];
    double[][] factors = new double[1 + dimensions][points];
    double[][] slopes = new double[dimensions][points];
    double[][] covariance = new double[dimensions][dimensions];
    double[] place = new double[dimensions];
    double[] lean = new double[dimensions];
    double[] slope = new double[dimensions];
    for (int p = 0; p < points; p++) {
      double weight = weights[0][p];
      if (!(weight > 0) || frames[p] < LocalDensity.LEAST) {
        mean[p] = Double.NaN;
        continue;
      }
      double plain = products[0][p] / weight;
      for (int a = 0; a < dimensions; a++) {
        place[a] = weights[1 + a][p] / weight;
        lean[a] = place[a];
        slope[a] = products[1 + a][p] / weight - place[a] * plain;
      }
      for (int a = 0; a < dimensions; a++) {
        for (int b = 0; b < dimensions; b++) {
          covariance[a][b] =
              weights[LocalMoments.pair(dimensions, a, b)][p] / weight - place[a] * place[b];
        }
        covariance[a][a] = Math.max(covariance[a][a], 0) + RIDGE / frames[p] + 1e-9;
      }
      factor(covariance);
      solve(covariance, lean);
      solve(covariance, slope);
      mean[p] = plain;
      factors[0][p] = 1 / weight;
      for (int a = 0; a < dimensions; a++) {
        mean[p] -= slope[a] * place[a];
        slopes[a][p] = slope[a];
        factors[0][p] += lean[a] * place[a] / weight;
        factors[1 + a][p] = -lean[a] / weight;
      }
    }
    return new LocalMean(mean, factors, slopes);
  }

  /** Cholesky's factor in place of a symmetric matrix. */
  private static void factor(double[][] m) {
    for (int i = 0; i < m.length; i++) {
      for (int j = 0; j <= i; j++) {
        double sum = m[i][j];
        for (int k = 0; k < j; k++) {
          sum -= m[i][k] * m[j][k];
        }
        m[i][j] = i == j ? Math.sqrt(Math.max(sum, 1e-12)) : sum / m[j][j];
      }
    }
  }

  private static void solve(double[][] m, double[] x) {
    for (int i = 0; i < x.length; i++) {
      for (int k = 0; k < i; k++) {
        x[i] -= m[i][k] * x[k];
      }
      x[i] /= m[i][i];
    }
    for (int i = x.length - 1; i >= 0; i--) {
      for (int k = i + 1; k < x.length; k++) {
        x[i] -= m[k][i] * x[k];
      }
      x[i] /= m[i][i];
    }
  }

  /** What a sample at a distance z from a point has to be multiplied by beside its kernel. */
  double factor(int p, double z0, double z1, double z2) {
    return factors[0][p] + along(factors, 1, p, z0, z1, z2);
  }

  /** How much of a sample's value the slope explains. */
  double slope(int p, double z0, double z1, double z2) {
    return along(slopes, 0, p, z0, z1, z2);
  }

  private static double along(
      double[][] columns, int from, int p, double z0, double z1, double z2) {
    double sum = columns[from][p] * z0;
    sum += columns.length > from + 1 ? columns[from + 1][p] * z1 : 0;
    return columns.length > from + 2 ? sum + columns[from + 2][p] * z2 : sum;
  }
}
