package org.chikei.coordinates;

import org.chikei.api.coordinate.PointBlock;

/**
 * A linear function f = Σ bᵢ·Qᵀ(xᵢ − c) of positions that were laid back over a reference structure
 * r by the {@link Superposition} Q, with b such that Σ bᵢ = 0. With τ = Σ aᵢ rᵢ × Qᵀvᵢ, ω = N τ, N
 * = M⁻¹, Z = Σ bᵢ ηᵢᵀ, η = Qᵀ(x − c), t = Σ bᵢ × ηᵢ, u = N t, C = Σ aᵢ rᵢ (Qᵀvᵢ)ᵀ,
 *
 * <pre>
 *   ∇ᵢf  = Q (bᵢ + aᵢ u × rᵢ)
 *   vᵀHv = 2 ω·Σ bᵢ × Qᵀvᵢ + u·(2 (C − tr C) ω + ω × S ω) + ω·Z ω − ω² tr Z
 *   ℓ    = 2 (tr N tr Y − tr N Y) + u·Σ ω × S ω + tr Z Ω − tr Ω tr Z,   Ω = N B N
 * </pre>
 *
 * <p>with Y = Σ (aᵢ/mᵢ) rᵢ bᵢᵀ and B = Σ (aᵢ²/mᵢ)(rᵢ² − rᵢ rᵢᵀ), by which Σ ω × S ω is what Ω makes
 * of it: the rotation is a function of all points, differentiated twice. One object serves all
 * frames of a block.
 */
final class AlignedSum {
  private final Alignment alignment;
  private final double[] vectors;
  private final double[] inertia = new double[9];
  private final double[] coupling = new double[9];
  private final double[] pull = new double[9];
  private final double[] twist = new double[3];
  private final double[] spin = new double[3];
  private final double[] turn = new double[3];
  private final double[] torque = new double[3];
  private final double[] a = new double[3];
  private final double[] square = new double[9];
  private final double[] product = new double[9];
  private final double[] rates = new double[9];
  private Superposition superposition;

  /**
   * Takes the vectors b.
   *
   * @param vectors x, y, z of each point; they sum to zero
   * @param in what gives the masses
   */
  AlignedSum(Alignment alignment, double[] vectors, PointBlock in) {
    this.alignment = alignment;
    this.vectors = vectors;
    double[] r = alignment.reference();
    for (int p = 0; p < alignment.points(); p++) {
      double weight = alignment.weights()[p];
      double share = in.inverseMass(p) * weight;
      double length = 0;
      for (int d = 0; d < 3; d++) {
        length += r[3 * p + d] * r[3 * p + d];
      }
      for (int d = 0; d < 3; d++) {
        inertia[4 * d] += share * weight * length;
        for (int e = 0; e < 3; e++) {
          inertia[3 * d + e] -= share * weight * r[3 * p + d] * r[3 * p + e];
          coupling[3 * d + e] += share * r[3 * p + d] * vectors[3 * p + e];
        }
      }
    }
  }

  /** Subtracts from vectors what makes their sum zero without changing the function. */
  static double[] centred(Alignment alignment, double[] vectors) {
    double[] centred = vectors.clone();
    for (int d = 0; d < 3; d++) {
      double sum = 0;
      for (int k = d; k < vectors.length; k += 3) {
        sum += vectors[k];
      }
      for (int k = d; k < vectors.length; k += 3) {
        centred[k] -= alignment.weights()[k / 3] * sum;
      }
    }
    return centred;
  }

  /**
   * Goes to a frame.
   *
   * @param best the rotation of the frame
   * @param z Σ yᵢ bᵢᵀ in the frame, row by row
   */
  void moveTo(Superposition best, double[] z) {
    superposition = best;
    Matrices.multiplyTransposed(z, best.rotation(), pull);
    Matrices.axial(pull, twist);
    Matrices.apply(best.compliance(), twist, spin);
  }

  /** The value of f. */
  double value() {
    return Matrices.trace(pull);
  }

  /** The vector u, seen from the reference; the same array at each call. */
  double[] spin() {
    return spin;
  }

  /**
   * The vᵀHv of f.
   *
   * @param c Σ vᵢ (aᵢrᵢ)ᵀ in the frame, row by row
   * @param e Σ vᵢ bᵢᵀ in the frame, row by row
   */
  double curvature(double[] c, double[] e) {
    double[] s = superposition.correlation();
    Matrices.multiplyTransposed(c, superposition.rotation(), rates);
    Matrices.axial(rates, torque);
    Matrices.apply(superposition.compliance(), torque, turn);
    Matrices.apply(rates, turn, a);
    double sum = 2 * (Matrices.dot(spin, a) - Matrices.trace(rates) * Matrices.dot(spin, turn));
    Matrices.apply(s, turn, a);
    sum += Matrices.triple(spin, turn, a);
    Matrices.apply(pull, turn, a);
    sum += Matrices.dot(turn, a) - Matrices.dot(turn, turn) * Matrices.trace(pull);
    Matrices.multiplyTransposed(e, superposition.rotation(), rates);
    Matrices.axial(rates, a);
    return sum + 2 * Matrices.dot(turn, a);
  }

  /** The Laplacian of f. */
  double laplacian() {
    double[] n = superposition.compliance();
    Matrices.multiply(n, inertia, product);
    Matrices.multiply(product, n, square);
    double sum =
        2 * (Matrices.trace(n) * Matrices.trace(coupling) - Matrices.traceOfProduct(n, coupling));
    sum += Matrices.traceOfProduct(pull, square);
    sum -= Matrices.trace(square) * Matrices.trace(pull);
    Matrices.multiply(square, superposition.correlation(), product);
    Matrices.axial(product, a);
    return sum + Matrices.dot(spin, a);
  }
}
