package org.chikei.coordinates;

import java.util.Arrays;

/**
 * A small symmetric matrix whose eigenvalues and eigenvectors are found by Jacobi's rotations, the
 * method that keeps the eigenvectors at right angles however close the eigenvalues are. One object
 * serves all frames of a block.
 */
final class SymmetricMatrix {
  private static final int SWEEPS = 30;

  /** The entries, row by row; both halves are to be filled. They are used up by {@link #solve}. */
  final double[] entries;

  /** The eigenvalues, the largest first. */
  final double[] values;

  /** The eigenvectors: component i of that of the k-th eigenvalue at {@code n * k + i}. */
  final double[] vectors;

  private final int n;

  SymmetricMatrix(int n) {
    this.n = n;
    this.entries = new double[n * n];
    this.values = new double[n];
    this.vectors = new double[n * n];
  }

  /** Finds the eigenvalues and eigenvectors; NaN where an entry is no finite number. */
  void solve() {
    for (int k = 0; k < n * n; k++) {
      vectors[k] = k % (n + 1) == 0 ? 1 : 0;
    }
    double square = 0;
    for (double entry : entries) {
      square += entry * entry;
    }
    if (!(square < Double.POSITIVE_INFINITY)) {
      Arrays.fill(values, Double.NaN);
      Arrays.fill(vectors, Double.NaN);
      return;
    }
    // rounding of the diagonal hides what is smaller
    double negligible = 1e-36 * square;
    for (int sweep = 0; sweep < SWEEPS && off() > negligible; sweep++) {
      for (int p = 0; p < n; p++) {
        for (int q = p + 1; q < n; q++) {
          rotate(p, q);
        }
      }
    }
    sort();
  }

  private double off() {
    double sum = 0;
    for (int p = 0; p < n; p++) {
      for (int q = p + 1; q < n; q++) {
        sum += entries[n * p + q] * entries[n * p + q];
      }
    }
    return sum;
  }

  private void rotate(int p, int q) {
    double off = entries[n * p + q];
    if (off == 0) {
      return;
    }
    double cotangent = (entries[n * q + q] - entries[n * p + p]) / (2 * off);
    double root = Math.sqrt(1 + cotangent * cotangent);
    double tangent = 1 / (cotangent >= 0 ? cotangent + root : cotangent - root);
    double cosine = 1 / Math.sqrt(1 + tangent * tangent);
    double sine = tangent * cosine;
    entries[n * p + p] -= tangent * off;
    entries[n * q + q] += tangent * off;
    entries[n * p + q] = 0;
    entries[n * q + p] = 0;
    for (int i = 0; i < n; i++) {
      if (i != p && i != q) {
        double a = entries[n * i + p];
        double b = entries[n * i + q];
        entries[n * i + p] = cosine * a - sine * b;
        entries[n * p + i] = entries[n * i + p];
        entries[n * i + q] = sine * a + cosine * b;
        entries[n * q + i] = entries[n * i + q];
      }
      double a = vectors[n * p + i];
      double b = vectors[n * q + i];
      vectors[n * p + i] = cosine * a - sine * b;
      vectors[n * q + i] = sine * a + cosine * b;
    }
  }

  private void sort() {
    for (int k = 0; k < n; k++) {
      values[k] = entries[n * k + k];
    }
    for (int k = 0; k < n; k++) {
      int largest = k;
      for (int l = k + 1; l < n; l++) {
        largest = values[l] > values[largest] ? l : largest;
      }
      double value = values[k];
      values[k] = values[largest];
      values[largest] = value;
      for (int i = 0; i < n; i++) {
        double component = vectors[n * k + i];
        vectors[n * k + i] = vectors[n * largest + i];
        vectors[n * largest + i] = component;
      }
    }
  }
}
