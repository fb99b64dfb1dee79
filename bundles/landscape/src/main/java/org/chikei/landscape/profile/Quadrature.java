package org.chikei.landscape.profile;

import org.chikei.landscape.error.BlockTerms;

/**
 * Running integrals of functions that are known as means over bins, from bin centre to bin centre.
 *
 * <p>For the mean q̄ over a window of the width of a bin, the log-derivative of ρ̄D̄ is q̄ = f̄/D̄
 * at the centre of the window exactly, since stationarity (19) holds for windows as it does for
 * points. So the nodes are the centres, and a rule of fourth order leaves no error of
 * discretisation worth speaking of.
 */
final class Quadrature {
  private Quadrature() {}

  /**
   * The running integral along a piece: {@code out[k] = ∫ q} from node 0 to node k. The rule
   * between inner nodes is {@code h/2 (q₁+q₂) − h/24 (q₃−q₂−q₁+q₀)}; at the ends {@code h/12
   * (5q₀+8q₁−q₂)}.
   *
   * @param q values at nodes {@code h} apart
   * @param size the number of nodes
   * @param h the distance between nodes
   * @param out receives the integral; {@code out[0]} is 0
   */
  static void running(double[] q, int size, double h, double[] out) {
    out[0] = 0;
    if (size == 2) {
      out[1] = h / 2 * (q[0] + q[1]);
    }
    if (size <= 2) {
      return;
    }
    out[1] = h / 12 * (5 * q[0] + 8 * q[1] - q[2]);
    for (int k = 1; k + 2 < size; k++) {
      out[k + 1] = out[k] + step(q[k - 1], q[k], q[k + 1], q[k + 2], h);
    }
    int n = size - 1;
    out[n] = out[n - 1] + h / 12 * (5 * q[n] + 8 * q[n - 1] - q[n - 2]);
  }

  /** The same for a column of values at each node; {@code out} receives new columns. */
  static void running(double[][] q, int size, double h, double[][] out) {
    out[0] = new double[q[0].length];
    for (int k = 1; k < size; k++) {
      out[k] = out[k - 1].clone();
      boolean atEnd = k == 1 || k == size - 1;
      if (size == 2) {
        BlockTerms.add(out[k], h / 2, q[0]);
        BlockTerms.add(out[k], h / 2, q[1]);
      } else if (atEnd) {
        int end = k == 1 ? 0 : k;
        int inwards = k == 1 ? 1 : -1;
        BlockTerms.add(out[k], h * 5 / 12, q[end]);
        BlockTerms.add(out[k], h * 8 / 12, q[end + inwards]);
        BlockTerms.add(out[k], -h / 12, q[end + 2 * inwards]);
      } else {
        BlockTerms.add(out[k], h * 13 / 24, q[k - 1]);
        BlockTerms.add(out[k], h * 13 / 24, q[k]);
        BlockTerms.add(out[k], -h / 24, q[k - 2]);
        BlockTerms.add(out[k], -h / 24, q[k + 1]);
      }
    }
  }

  /** The integral over the middle one of three equal steps. */
  static double step(double q0, double q1, double q2, double q3, double h) {
    return h / 2 * (q1 + q2) - h / 24 * (q3 - q2 - q1 + q0);
  }
}
