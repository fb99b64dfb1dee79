package org.chikei.coordinates;

import java.util.Arrays;

/** Rotations of one structure onto another, by quaternions. */
final class Quaternions {
  private Quaternions() {}

  /**
   * The rotation R that makes tr R M largest: with M = Σ x qᵀ that which turns x onto q best.
   *
   * @param m M, row by row
   * @param matrix a 4 × 4 matrix to work with; its eigenvalues tell whether R is the only one
   * @param rotation receives R, row by row
   */
  static void rotation(double[] m, SymmetricMatrix matrix, double[] rotation) {
    double[] f = matrix.entries;
    f[0] = m[0] + m[4] + m[8];
    f[1] = m[5] - m[7];
    f[2] = m[6] - m[2];
    f[3] = m[1] - m[3];
    f[5] = m[0] - m[4] - m[8];
    f[6] = m[1] + m[3];
    f[7] = m[2] + m[6];
    f[10] = m[4] - m[0] - m[8];
    f[11] = m[5] + m[7];
    f[15] = m[8] - m[0] - m[4];
    f[4] = f[1];
    f[8] = f[2];
    f[9] = f[6];
    f[12] = f[3];
    f[13] = f[7];
    f[14] = f[11];
    matrix.solve();
    double[] q = matrix.vectors;
    matrix(q[0], q[1], q[2], q[3], rotation);
  }

  private static void matrix(double w, double x, double y, double z, double[] rotation) {
    double s = 2 / (w * w + x * x + y * y + z * z);
    rotation[0] = 1 - s * (y * y + z * z);
    rotation[1] = s * (x * y - w * z);
    rotation[2] = s * (x * z + w * y);
    rotation[3] = s * (x * y + w * z);
    rotation[4] = 1 - s * (x * x + z * z);
    rotation[5] = s * (y * z - w * x);
    rotation[6] = s * (x * z - w * y);
    rotation[7] = s * (y * z + w * x);
    rotation[8] = 1 - s * (x * x + y * y);
  }

  /**
   * Turns a rotation on by a small vector.
   *
   * @param rotation R, row by row; changed
   * @param turn the vector: its direction is the axis, its length twice the tangent of half the
   *     angle
   * @param work nine numbers to work with
   */
  static void turn(double[] rotation, double[] turn, double[] work) {
    System.arraycopy(rotation, 0, work, 0, 9);
    double x = turn[0] / 2;
    double y = turn[1] / 2;
    double z = turn[2] / 2;
    double s = 2 / (1 + x * x + y * y + z * z);
    for (int k = 0; k < 3; k++) {
      double a = work[k];
      double b = work[3 + k];
      double c = work[6 + k];
      // v + s (u × v + u × (u × v)) with u the tangent of half the angle
      double p = y * c - z * b;
      double q = z * a - x * c;
      double r = x * b - y * a;
      rotation[k] = a + s * (p + y * r - z * q);
      rotation[3 + k] = b + s * (q + z * p - x * r);
      rotation[6 + k] = c + s * (r + x * q - y * p);
    }
  }

  /**
   * Inverts a positive definite symmetric matrix; of one that has a zero eigenvalue, what is left
   * without it.
   *
   * @param tensor a 3 × 3 matrix, its entries filled
   * @param least the part of the largest eigenvalue up to which one counts as zero
   * @param inverse receives the inverse, row by row
   * @return whether no eigenvalue is zero
   */
  static boolean invert(SymmetricMatrix tensor, double least, double[] inverse) {
    double[] m = tensor.entries;
    double xx = m[4] * m[8] - m[5] * m[5];
    double xy = m[2] * m[5] - m[1] * m[8];
    double xz = m[1] * m[5] - m[2] * m[4];
    double determinant = m[0] * xx + m[1] * xy + m[2] * xz;
    double trace = m[0] + m[4] + m[8];
    if (!(determinant > 1e-4 * trace * trace * trace)) {
      return invertByAxes(tensor, least, inverse);
    }
    double scale = 1 / determinant;
    inverse[0] = scale * xx;
    inverse[1] = scale * xy;
    inverse[2] = scale * xz;
    inverse[3] = inverse[1];
    inverse[4] = scale * (m[0] * m[8] - m[2] * m[2]);
    inverse[5] = scale * (m[1] * m[2] - m[0] * m[5]);
    inverse[6] = inverse[2];
    inverse[7] = inverse[5];
    inverse[8] = scale * (m[0] * m[4] - m[1] * m[1]);
    return true;
  }

  private static boolean invertByAxes(SymmetricMatrix tensor, double least, double[] inverse) {
    tensor.solve();
    Arrays.fill(inverse, 0);
    for (int k = 0; k < 3; k++) {
      double value = tensor.values[k];
      if (value > least * tensor.values[0]) {
        for (int i = 0; i < 9; i++) {
          inverse[i] += tensor.vectors[3 * k + i / 3] * tensor.vectors[3 * k + i % 3] / value;
        }
      }
    }
    return tensor.values[2] > least * tensor.values[0];
  }
}
