package org.chikei.coordinates;

/** Molecules of a given shape for tests. */
final class PrincipalAxes {
  private PrincipalAxes() {}

  /**
   * Stretches a molecule so that the roots of the eigenvalues of its weighted gyration tensor are
   * given, along x, y and z, and its centre at the origin.
   */
  static void stretch(double[][] x, double[] weights, double... lengths) {
    double total = 0;
    for (double weight : weights) {
      total += weight;
    }
    // Gram and Schmidt on the three rows of coordinates, with the row of ones as a fourth
    for (int d = 0; d < 3; d++) {
      subtractMean(x, weights, total, d);
      for (int e = 0; e < d; e++) {
        double overlap = product(x, weights, d, e) / product(x, weights, e, e);
        for (double[] point : x) {
          point[d] -= overlap * point[e];
        }
      }
    }
    for (int d = 0; d < 3; d++) {
      double scale = lengths[d] / Math.sqrt(product(x, weights, d, d) / total);
      for (double[] point : x) {
        point[d] *= scale;
      }
    }
  }

  private static void subtractMean(double[][] x, double[] weights, double total, int d) {
    double mean = 0;
    for (int p = 0; p < x.length; p++) {
      mean += weights[p] * x[p][d] / total;
    }
    for (double[] point : x) {
      point[d] -= mean;
    }
  }

  private static double product(double[][] x, double[] weights, int d, int e) {
    double sum = 0;
    for (int p = 0; p < x.length; p++) {
      sum += weights[p] * x[p][d] * x[p][e];
    }
    return sum;
  }
}
