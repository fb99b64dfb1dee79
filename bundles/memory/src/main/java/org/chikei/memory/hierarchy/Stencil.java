package org.chikei.memory.hierarchy;

import java.util.Arrays;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.QRDecomposition;
import org.apache.commons.math3.linear.RealMatrix;

/**
 * Derivatives of a series at the middle of a window: those of the polynomial that fits the window
 * best (Savitzky and Golay, Anal. Chem. 36, 1627 (1964)). With as many points as coefficients these
 * are the central differences of the highest order.
 *
 * @param half how many frames the window reaches to either side
 * @param degree the degree of the polynomial, even
 * @param first the weights of the first derivative, in frames⁻¹
 * @param second the weights of the second derivative, in frames⁻²
 */
record Stencil(int half, int degree, double[] first, double[] second) {

  static Stencil of(int half, int degree) {
    int points = 2 * half + 1;
    double[][] powers = new double[points][degree + 1];
    for (int j = 0; j < points; j++) {
      // in units of the half-width, so that the fit is well-conditioned
      double x = (double) (j - half) / half;
      double power = 1;
      for (int p = 0; p <= degree; p++) {
        powers[j][p] = power;
        power *= x;
      }
    }
    RealMatrix q = new Array2DRowRealMatrix(powers, false);
    QRDecomposition qr = new QRDecomposition(q);
    double[] first = new double[points];
    double[] second = new double[points];
    for (int j = 0; j < points; j++) {
      double[] unit = new double[points];
      unit[j] = 1;
      double[] fit = qr.getSolver().solve(new ArrayRealVector(unit, false)).toArray();
      first[j] = fit[1] / half;
      second[j] = 2 * fit[2] / ((double) half * half);
    }
    return new Stencil(half, degree, first, second);
  }

  /** By how much the variance of white noise is multiplied in the second derivative. */
  double gain() {
    return Arrays.stream(second).map(w -> w * w).sum();
  }

  /**
   * Applies weights of this window.
   *
   * @param weights {@link #first} or {@link #second}
   * @param series the series
   * @param period the period of its values; NaN for none
   * @return the derivative in frames; NaN where the window does not fit or lacks a value
   */
  double[] apply(double[] weights, LevelSeries series, double period) {
    double[] r = series.values();
    double[] result = new double[r.length];
    Arrays.fill(result, Double.NaN);
    for (int s = 0; s < series.segments(); s++) {
      for (int j = series.starts()[s] + half; j < series.starts()[s + 1] - half; j++) {
        double sum = 0;
        for (int k = 0; k < weights.length; k++) {
          double difference = r[j + k - half] - r[j];
          // the weights add up to nothing, so differences from the middle do
          sum +=
              weights[k]
                  * (period > 0
                      ? difference - period * Math.rint(difference / period)
                      : difference);
        }
        result[j] = sum;
      }
    }
    return result;
  }
}
