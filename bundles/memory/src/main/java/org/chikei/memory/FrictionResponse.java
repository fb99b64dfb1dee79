package org.chikei.memory;

import java.util.List;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.SingularValueDecomposition;

/**
 * By how much ∫Γ of a fitted kernel grows with the values that it was fitted to: amplitudes, times
 * and frequencies follow these as in a step of Gauss and Newton, which at a least sum of squares is
 * right to first order.
 */
final class FrictionResponse {
  private FrictionResponse() {}

  /**
   * Differentiates.
   *
   * @param terms the fitted terms
   * @param weights how much each value counted
   * @param step the time between the values
   * @return a factor for each value
   */
  static double[] of(List<KernelFit.Term> terms, double[] weights, double step) {
    double[] response = new double[weights.length];
    if (terms.isEmpty()) {
      return response;
    }
    int size = terms.stream().mapToInt(FrictionResponse::parameters).sum();
    double[][] slopes = new double[weights.length][size];
    double[] ofFriction = new double[size];
    int at = 0;
    for (KernelFit.Term term : terms) {
      for (int k = 0; k < weights.length; k++) {
        slopes(term, k * step, slopes[k], at);
      }
      ofIntegral(term, ofFriction, at);
      at += parameters(term);
    }
    double[][] products = new double[size][size];
    for (int k = 0; k < weights.length; k++) {
      for (int p = 0; p < size; p++) {
        for (int q = 0; q < size; q++) {
          products[p][q] += weights[k] * slopes[k][p] * slopes[k][q];
        }
      }
    }
    double[] each =
        new SingularValueDecomposition(new Array2DRowRealMatrix(products, false))
            .getSolver()
            .solve(new ArrayRealVector(ofFriction, false))
            .toArray();
    for (int k = 0; k < weights.length; k++) {
      for (int p = 0; p < size; p++) {
        response[k] += weights[k] * slopes[k][p] * each[p];
      }
    }
    return response;
  }

  /** Amplitude and time, and with these the other amplitude and the frequency of what swings. */
  private static int parameters(KernelFit.Term term) {
    return term.frequency() == 0 ? 2 : 4;
  }

  /** How a term changes at a time with a, ln τ, b and ln ω. */
  private static void slopes(KernelFit.Term term, double t, double[] slopes, int at) {
    double decay = Math.exp(-t / term.time());
    double phase = term.frequency() * t;
    slopes[at] = decay * Math.cos(phase);
    slopes[at + 1] = t / term.time() * term.value(t);
    if (term.frequency() != 0) {
      slopes[at + 2] = decay * Math.sin(phase);
      slopes[at + 3] =
          decay * phase * (term.sine() * Math.cos(phase) - term.cosine() * Math.sin(phase));
    }
  }

  /** How the integral of a term changes with a, ln τ, b and ln ω. */
  private static void ofIntegral(KernelFit.Term term, double[] slopes, int at) {
    double rate = 1 / term.time();
    double omega = term.frequency();
    double norm = rate * rate + omega * omega;
    slopes[at] = rate / norm;
    slopes[at + 1] = 2 * rate * rate / norm * term.integral() - term.cosine() * rate / norm;
    if (omega != 0) {
      slopes[at + 2] = omega / norm;
      slopes[at + 3] = term.sine() * omega / norm - 2 * omega * omega / norm * term.integral();
    }
  }
}
