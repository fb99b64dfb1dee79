package org.chikei.coordinates;

/** Arithmetic of 3 × 3 matrices, row by row in arrays, into arrays that the caller has. */
final class Matrices {
  private Matrices() {}

  /** The product a b. */
  static void multiply(double[] a, double[] b, double[] product) {
    for (int d = 0; d < 3; d++) {
      for (int e = 0; e < 3; e++) {
        product[3 * d + e] = a[3 * d] * b[e] + a[3 * d + 1] * b[3 + e] + a[3 * d + 2] * b[6 + e];
      }
    }
  }

  /** The product aᵀ b. */
  static void multiplyTransposed(double[] a, double[] b, double[] product) {
    for (int d = 0; d < 3; d++) {
      for (int e = 0; e < 3; e++) {
        product[3 * d + e] = a[d] * b[e] + a[3 + d] * b[3 + e] + a[6 + d] * b[6 + e];
      }
    }
  }

  /** The vector a v. */
  static void apply(double[] a, double[] v, double[] product) {
    for (int d = 0; d < 3; d++) {
      product[d] = a[3 * d] * v[0] + a[3 * d + 1] * v[1] + a[3 * d + 2] * v[2];
    }
  }

  /** The vector Σ x × y of a matrix Σ x yᵀ. */
  static void axial(double[] a, double[] vector) {
    vector[0] = a[5] - a[7];
    vector[1] = a[6] - a[2];
    vector[2] = a[1] - a[3];
  }

  static double trace(double[] a) {
    return a[0] + a[4] + a[8];
  }

  /** The trace of a b. */
  static double traceOfProduct(double[] a, double[] b) {
    double sum = 0;
    for (int d = 0; d < 3; d++) {
      sum += a[3 * d] * b[d] + a[3 * d + 1] * b[3 + d] + a[3 * d + 2] * b[6 + d];
    }
    return sum;
  }

  static double dot(double[] a, double[] b) {
    return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
  }

  /** The triple product a · (b × c). */
  static double triple(double[] a, double[] b, double[] c) {
    return a[0] * (b[1] * c[2] - b[2] * c[1])
        + a[1] * (b[2] * c[0] - b[0] * c[2])
        + a[2] * (b[0] * c[1] - b[1] * c[0]);
  }
}
