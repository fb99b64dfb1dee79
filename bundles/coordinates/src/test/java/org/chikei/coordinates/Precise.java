package org.chikei.coordinates;

import org.apache.commons.math3.dfp.Dfp;
import org.apache.commons.math3.dfp.DfpField;

/**
 * Arithmetic of 50 digits, in which differences over 1e-15 nm give second derivatives to 20 digits
 * and no formula for a derivative is needed.
 */
final class Precise {
  static final DfpField FIELD = new DfpField(50);

  /** A coordinate as a function of the positions of its points. */
  interface Value {
    Dfp of(Dfp[][] x);
  }

  private static final Dfp STEP = FIELD.newDfp("1e-15");
  private static final Dfp NEGLIGIBLE = FIELD.newDfp("1e-52");

  private Precise() {}

  static Dfp[][] exact(double[][] x) {
    Dfp[][] exact = new Dfp[x.length][3];
    for (int p = 0; p < x.length; p++) {
      for (int d = 0; d < 3; d++) {
        exact[p][d] = FIELD.newDfp(x[p][d]);
      }
    }
    return exact;
  }

  /** The first and second derivative along a direction; the value itself is at hand. */
  static double[] along(Value value, Dfp middle, double[][] x, double[][] direction) {
    Dfp[] f = {null, middle, null};
    for (int k = -1; k <= 1; k += 2) {
      Dfp[][] moved = exact(x);
      for (int p = 0; p < x.length; p++) {
        for (int d = 0; d < 3; d++) {
          moved[p][d] = moved[p][d].add(STEP.multiply(k).multiply(FIELD.newDfp(direction[p][d])));
        }
      }
      f[k + 1] = value.of(moved);
    }
    Dfp second = f[0].add(f[2]).subtract(f[1].multiply(2));
    return new double[] {
      f[2].subtract(f[0]).divide(STEP.multiply(2)).toDouble(),
      second.divide(STEP.multiply(STEP)).toDouble()
    };
  }

  /** The eigenvalues of a symmetric matrix, the largest first, by Jacobi's rotations. */
  static Dfp[] eigenvalues(Dfp[][] matrix) {
    return eigen(matrix)[matrix.length];
  }

  /** The eigenvectors of a symmetric matrix, one a row, and its eigenvalues as the last row. */
  static Dfp[][] eigen(Dfp[][] matrix) {
    int n = matrix.length;
    Dfp[][] a = new Dfp[n][n];
    Dfp[][] vectors = new Dfp[n + 1][n];
    for (int i = 0; i < n; i++) {
      for (int k = 0; k < n; k++) {
        a[i][k] = matrix[i][k];
        vectors[i][k] = i == k ? FIELD.getOne() : FIELD.getZero();
      }
    }
    for (int sweep = 0; sweep < 12; sweep++) {
      for (int p = 0; p < n; p++) {
        for (int q = p + 1; q < n; q++) {
          rotate(a, vectors, p, q);
        }
      }
    }
    for (int k = 0; k < n; k++) {
      vectors[n][k] = a[k][k];
    }
    for (int k = 0; k < n; k++) {
      for (int l = k + 1; l < n; l++) {
        if (vectors[n][k].lessThan(vectors[n][l])) {
          Dfp value = vectors[n][k];
          vectors[n][k] = vectors[n][l];
          vectors[n][l] = value;
          Dfp[] vector = vectors[k];
          vectors[k] = vectors[l];
          vectors[l] = vector;
        }
      }
    }
    return vectors;
  }

  private static void rotate(Dfp[][] a, Dfp[][] vectors, int p, int q) {
    Dfp off = a[p][q];
    if (off.abs().lessThan(NEGLIGIBLE)) {
      return;
    }
    int n = a.length;
    Dfp cotangent = a[q][q].subtract(a[p][p]).divide(off.multiply(2));
    Dfp root = cotangent.multiply(cotangent).add(1).sqrt();
    boolean positive = cotangent.toDouble() >= 0;
    Dfp tangent = (positive ? cotangent.add(root) : cotangent.subtract(root)).reciprocal();
    Dfp cosine = tangent.multiply(tangent).add(1).sqrt().reciprocal();
    Dfp sine = tangent.multiply(cosine);
    for (int i = 0; i < n; i++) {
      Dfp x = a[i][p];
      Dfp y = a[i][q];
      a[i][p] = cosine.multiply(x).subtract(sine.multiply(y));
      a[i][q] = sine.multiply(x).add(cosine.multiply(y));
    }
    for (int i = 0; i < n; i++) {
      Dfp x = a[p][i];
      Dfp y = a[q][i];
      a[p][i] = cosine.multiply(x).subtract(sine.multiply(y));
      a[q][i] = sine.multiply(x).add(cosine.multiply(y));
      x = vectors[p][i];
      y = vectors[q][i];
      vectors[p][i] = cosine.multiply(x).subtract(sine.multiply(y));
      vectors[q][i] = sine.multiply(x).add(cosine.multiply(y));
    }
    a[p][q] = FIELD.getZero();
    a[q][p] = FIELD.getZero();
  }

  /** Positions relative to their weighted centre; the weights sum to 1. */
  static Dfp[][] centred(Dfp[][] x, Dfp[] weights) {
    Dfp[][] y = new Dfp[x.length][3];
    for (int d = 0; d < 3; d++) {
      Dfp mean = FIELD.getZero();
      for (int p = 0; p < x.length; p++) {
        mean = mean.add(weights[p].multiply(x[p][d]));
      }
      for (int p = 0; p < x.length; p++) {
        y[p][d] = x[p][d].subtract(mean);
      }
    }
    return y;
  }

  /** Weights divided by their sum. */
  static Dfp[] normalised(double[] weights) {
    Dfp sum = FIELD.getZero();
    for (double weight : weights) {
      sum = sum.add(FIELD.newDfp(weight));
    }
    Dfp[] normalised = new Dfp[weights.length];
    for (int p = 0; p < weights.length; p++) {
      normalised[p] = FIELD.newDfp(weights[p]).divide(sum);
    }
    return normalised;
  }
}
