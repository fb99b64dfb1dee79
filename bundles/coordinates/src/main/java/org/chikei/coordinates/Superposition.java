package org.chikei.coordinates;

import java.util.Arrays;

/**
 * The rotation Q that lays a reference structure r over a conformation y best, and how it answers
 * when the points move. With K = Σ aᵢ yᵢ rᵢᵀ, Q is the proper rotation that makes tr QᵀK largest:
 * the eigenvector of the largest eigenvalue λ₁ of a 4 × 4 matrix, as a quaternion.
 *
 * <p>Seen from the reference, where all vectors and matrices here are, S = KᵀQ is symmetric then.
 * When the points move at the rates v, the rotation turns at the rate ω with
 *
 * <pre>
 *   M ω = Σ aᵢ rᵢ × Qᵀvᵢ,   M = (tr S) 1 − S,
 * </pre>
 *
 * <p>whose eigenvalues are half the differences of λ₁ from the other three. One object serves all
 * frames of a block.
 */
final class Superposition {
  /** The difference of eigenvalues, in parts of their scale, up to which they count as equal. */
  private static final double EQUAL = 1e-10;

  private final Alignment alignment;
  private final SymmetricMatrix quaternions = new SymmetricMatrix(4);
  private final double[] transposed = new double[9];
  private final double[] rotation = new double[9];
  private final double[] correlation = new double[9];
  private final double[] compliance = new double[9];
  private boolean unique;

  Superposition(Alignment alignment) {
    this.alignment = alignment;
  }

  /**
   * Finds the rotation of a frame.
   *
   * @param k K, row by row
   * @param square Σ aᵢ |yᵢ|²
   */
  void solve(double[] k, double square) {
    for (int a = 0; a < 9; a++) {
      transposed[a] = k[a % 3 * 3 + a / 3];
    }
    Quaternions.rotation(transposed, quaternions, rotation);
    Matrices.multiplyTransposed(k, rotation, correlation);
    double[] values = quaternions.values;
    // of a linear molecule two are equal, and what tells them apart turns nothing
    double gap = values[0] - values[alignment.isLinear() ? 2 : 1];
    unique = gap > EQUAL * alignment.size() * Math.sqrt(square);
    if (!unique) {
      Arrays.fill(compliance, Double.NaN);
    } else if (alignment.isLinear()) {
      Arrays.fill(compliance, 0);
      for (int d = 0; d < 3; d++) {
        compliance[4 * d] = 1 / Matrices.trace(correlation);
      }
    } else {
      invert();
    }
  }

  /** Inverts M. */
  private void invert() {
    double[] s = correlation;
    double a = s[4] + s[8];
    double b = s[0] + s[8];
    double c = s[0] + s[4];
    double ab = -0.5 * (s[1] + s[3]);
    double ac = -0.5 * (s[2] + s[6]);
    double bc = -0.5 * (s[5] + s[7]);
    double minorA = b * c - bc * bc;
    double minorAb = ac * bc - ab * c;
    double minorAc = ab * bc - ac * b;
    double inverse = 1 / (a * minorA + ab * minorAb + ac * minorAc);
    compliance[0] = minorA * inverse;
    compliance[1] = minorAb * inverse;
    compliance[2] = minorAc * inverse;
    compliance[3] = compliance[1];
    compliance[4] = (a * c - ac * ac) * inverse;
    compliance[5] = (ab * ac - a * bc) * inverse;
    compliance[6] = compliance[2];
    compliance[7] = compliance[5];
    compliance[8] = (a * b - ab * ab) * inverse;
  }

  /**
   * Whether there is one best rotation. Otherwise {@link #rotation} is one of several, and the
   * {@link #compliance} is NaN.
   */
  boolean isUnique() {
    return unique;
  }

  /** Q, from the reference to the conformation, row by row; the same array at each call. */
  double[] rotation() {
    return rotation;
  }

  /** S, row by row; the same array at each call. */
  double[] correlation() {
    return correlation;
  }

  /** The inverse of M, row by row; the same array at each call. */
  double[] compliance() {
    return compliance;
  }
}
