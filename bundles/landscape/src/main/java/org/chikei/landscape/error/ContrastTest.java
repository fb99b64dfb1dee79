package org.chikei.landscape.error;

import java.util.Arrays;
import java.util.List;
import org.apache.commons.math3.special.Beta;

/**
 * Tests whether a curve has the same value in all bins, or a given one, by its smooth contrasts:
 * its components along the first few polynomials (harmonics on a circle) that are orthogonal under
 * the population of the bins. Their joint deviation is judged by Hotelling's T² over runs of blocks
 * that are long enough to be independent, so that the test keeps its size however the samples are
 * correlated.
 *
 * @param pValue the probability of a deviation as large by chance
 * @param contrasts how many contrasts were tested
 * @param runs how many independent runs of blocks judged them
 */
public record ContrastTest(double pValue, int contrasts, int runs) {
  public static final int MOST_CONTRASTS = 4;

  /**
   * Tests.
   *
   * @param deviation the curve minus what it should be, by bin; where only constancy is tested the
   *     constant does not matter
   * @param influence the influences of the blocks on the curve, by bin
   * @param weights the population of each bin
   * @param places the coordinate of each bin
   * @param turn the length of the circle, 0 for none
   * @param bins the bins to look at
   * @param constant whether the mean is tested too
   * @param blocks how many blocks there are
   * @return the test; a p-value of NaN where there are too few bins or independent blocks
   */
  public static ContrastTest of(
      double[] deviation,
      double[][] influence,
      double[] weights,
      double[] places,
      double turn,
      List<Integer> bins,
      boolean constant,
      int blocks) {
    int wanted = Math.min(MOST_CONTRASTS, bins.size() - 1);
    double[][] basis = basis(weights, places, turn, bins, wanted, constant);
    int k = basis.length;
    if (k == 0) {
      return new ContrastTest(Double.NaN, 0, 0);
    }
    double[] z = new double[k];
    double[][] terms = new double[k][blocks];
    for (int i = 0; i < bins.size(); i++) {
      int bin = bins.get(i);
      for (int a = 0; a < k; a++) {
        double factor = weights[bin] * basis[a][i];
        z[a] += factor * deviation[bin];
        BlockTerms.add(terms[a], factor, influence[bin]);
      }
    }
    return judge(z, terms, blocks);
  }

  /**
   * Judges contrasts by their scatter.
   *
   * @param z the contrasts, zero where what is tested holds; the first are kept where there are too
   *     few independent blocks for all
   * @param terms the influences of the blocks on each
   * @param blocks how many blocks there are
   * @return the test; a p-value of NaN where there are too few independent blocks
   */
  public static ContrastTest judge(double[] z, double[][] terms, int blocks) {
    int together = 1;
    CorrelatedError error = new CorrelatedError();
    for (double[] term : terms) {
      error.of(term, 0, blocks);
      int window = error.window();
      together = Math.max(together, 2 * window);
    }
    int runs = blocks / together;
    int k = Math.min(z.length, runs / 5);
    if (k == 0) {
      return new ContrastTest(Double.NaN, 0, runs);
    }
    double[][] covariance = new double[k][k];
    double[][] grouped = new double[k][runs];
    for (int a = 0; a < k; a++) {
      double mean = 0;
      for (int b = 0; b < runs * together; b++) {
        grouped[a][b / together] += terms[a][b];
        mean += terms[a][b] / runs;
      }
      for (int r = 0; r < runs; r++) {
        grouped[a][r] -= mean;
      }
    }
    for (int a = 0; a < k; a++) {
      for (int c = 0; c <= a; c++) {
        double sum = 0;
        for (int r = 0; r < runs; r++) {
          sum += grouped[a][r] * grouped[c][r];
        }
        // the variance of a sum of `runs` terms, scaled up for blocks that fill no run
        covariance[a][c] = sum * runs / (runs - 1.0) * blocks / (runs * (double) together);
        covariance[c][a] = covariance[a][c];
      }
    }
    double square = quadraticForm(covariance, z, k);
    double f = square * (runs - k) / (k * (runs - 1.0));
    return new ContrastTest(tail(f, k, runs - k), k, runs);
  }

  /** z C⁻¹ z by Cholesky's factorisation; contrasts that do not scatter are passed over. */
  static double quadraticForm(double[][] c, double[] z, int k) {
    double[][] l = new double[k][k];
    double[] y = new double[k];
    double sum = 0;
    for (int a = 0; a < k; a++) {
      for (int b = 0; b <= a; b++) {
        double rest = c[a][b];
        for (int i = 0; i < b; i++) {
          rest -= l[a][i] * l[b][i];
        }
        if (b < a) {
          l[a][b] = l[b][b] > 0 ? rest / l[b][b] : 0;
        } else {
          l[a][a] = rest > 1e-12 * c[a][a] ? Math.sqrt(rest) : 0;
        }
      }
      double rest = z[a];
      for (int i = 0; i < a; i++) {
        rest -= l[a][i] * y[i];
      }
      y[a] = l[a][a] > 0 ? rest / l[a][a] : 0;
      sum += y[a] * y[a];
    }
    return sum;
  }

  /** The probability that F with the degrees of freedom given exceeds a value. */
  static double tail(double f, double upper, double lower) {
    if (!(f > 0)) {
      return 1;
    }
    return Beta.regularizedBeta(lower / (lower + upper * f), lower / 2, upper / 2);
  }

  /** Functions of the coordinate, orthonormal under the population of the bins. */
  public static double[][] basis(
      double[] weights,
      double[] places,
      double turn,
      List<Integer> bins,
      int wanted,
      boolean constant) {
    int n = bins.size();
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    for (int bin : bins) {
      low = Math.min(low, places[bin]);
      high = Math.max(high, places[bin]);
    }
    double[][] basis = new double[wanted + 1][n];
    for (int a = 0; a <= wanted; a++) {
      for (int i = 0; i < n; i++) {
        double x = 2 * (places[bins.get(i)] - low) / (high > low ? high - low : 1) - 1;
        double angle = turn > 0 ? 2 * Math.PI * places[bins.get(i)] / turn : 0;
        int harmonic = (a + 1) / 2;
        basis[a][i] =
            turn > 0
                ? (a % 2 == 1 ? Math.cos(harmonic * angle) : Math.sin(harmonic * angle))
                : Math.cos(a * Math.PI * (x + 1) / 2);
        basis[a][i] = a == 0 ? 1 : basis[a][i];
      }
    }
    int kept = 0;
    for (int a = 0; a <= wanted; a++) {
      double before = norm(basis[a], weights, bins);
      for (int c = 0; c < kept; c++) {
        double overlap = 0;
        for (int i = 0; i < n; i++) {
          overlap += weights[bins.get(i)] * basis[a][i] * basis[c][i];
        }
        for (int i = 0; i < n; i++) {
          basis[a][i] -= overlap * basis[c][i];
        }
      }
      double norm = norm(basis[a], weights, bins);
      if (norm > 1e-6 * before) {
        for (int i = 0; i < n; i++) {
          basis[kept][i] = basis[a][i] / norm;
        }
        kept++;
      }
    }
    int from = constant ? 0 : 1;
    return Arrays.copyOfRange(basis, Math.min(from, kept), kept);
  }

  private static double norm(double[] column, double[] weights, List<Integer> bins) {
    double square = 0;
    for (int i = 0; i < column.length; i++) {
      square += weights[bins.get(i)] * column[i] * column[i];
    }
    return Math.sqrt(square);
  }
}
