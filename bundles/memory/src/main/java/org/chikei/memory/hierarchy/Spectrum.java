package org.chikei.memory.hierarchy;

import java.util.List;
import org.apache.commons.math3.complex.Complex;
import org.apache.commons.math3.transform.DftNormalization;
import org.apache.commons.math3.transform.FastFourierTransformer;
import org.apache.commons.math3.transform.TransformType;

/**
 * The power spectrum of a coordinate: mean squares of the transforms of overlapping windows (Welch,
 * IEEE Trans. Audio Electroacoust. 15, 70 (1967)), so that its sum over all frequencies is the
 * variance.
 *
 * @param frequencies angular frequencies
 * @param power the power per angular frequency
 * @param errors its standard errors
 */
record Spectrum(double[] frequencies, double[] power, double[] errors) {
  private static final int LONGEST = 1024;
  private static final int SHORTEST = 16;

  /** The length of the windows that fit into every one of some series. */
  static int window(List<LevelSeries> all) {
    int length = LONGEST;
    for (LevelSeries series : all) {
      while (length > SHORTEST && length > longest(series)) {
        length /= 2;
      }
    }
    return length;
  }

  static Spectrum of(LevelSeries series, double step, int length) {
    double[] window = new double[length];
    double norm = 0;
    for (int k = 0; k < length; k++) {
      window[k] = 0.5 - 0.5 * Math.cos(2 * Math.PI * (k + 0.5) / length);
      norm += window[k] * window[k];
    }
    FastFourierTransformer transformer = new FastFourierTransformer(DftNormalization.STANDARD);
    double[] sum = new double[length / 2 + 1];
    double[] squares = new double[sum.length];
    double mean = series.mean();
    int count = 0;
    for (int s = 0; s < series.segments(); s++) {
      for (int from = series.starts()[s]; from + length <= series.starts()[s + 1]; ) {
        double[] piece = piece(series, from, window, mean);
        if (piece == null) {
          from++;
          continue;
        }
        Complex[] transform = transformer.transform(piece, TransformType.FORWARD);
        for (int k = 0; k < sum.length; k++) {
          double power =
              transform[k].getReal() * transform[k].getReal()
                  + transform[k].getImaginary() * transform[k].getImaginary();
          sum[k] += power;
          squares[k] += power * power;
        }
        count++;
        from += length / 2;
      }
    }
    double scale = step / (Math.PI * norm);
    double[] frequencies = new double[sum.length];
    double[] errors = new double[sum.length];
    for (int k = 0; k < sum.length; k++) {
      double average = sum[k] / count;
      double variance = Math.max(0, squares[k] / count - average * average);
      frequencies[k] = 2 * Math.PI * k / (length * step);
      sum[k] = scale * average;
      // windows that overlap by half count for two thirds of their number
      errors[k] = scale * Math.sqrt(variance / Math.max(1, count / 1.5));
    }
    return new Spectrum(frequencies, sum, errors);
  }

  private static int longest(LevelSeries series) {
    int longest = 0;
    int run = 0;
    for (int s = 0; s < series.segments(); s++) {
      run = 0;
      for (int j = series.starts()[s]; j < series.starts()[s + 1]; j++) {
        run = Double.isFinite(series.values()[j]) ? run + 1 : 0;
        longest = Math.max(longest, run);
      }
    }
    return longest;
  }

  private static double[] piece(LevelSeries series, int from, double[] window, double mean) {
    double[] piece = new double[window.length];
    for (int k = 0; k < piece.length; k++) {
      double value = series.values()[from + k];
      if (!Double.isFinite(value)) {
        return null;
      }
      piece[k] = window[k] * (value - mean);
    }
    return piece;
  }
}
