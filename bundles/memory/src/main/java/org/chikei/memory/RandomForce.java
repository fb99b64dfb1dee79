package org.chikei.memory;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * The random force ξ = r̈ − f_m + ∫Γṙ, where the whole memory lies within the run.
 *
 * @param correlation ⟨ξ(t) ξ(0)⟩ for every pair of coordinates; NaN where no run is long enough
 * @param shapes how far the force along each coordinate is from a Gaussian one
 */
record RandomForce(double[][] correlation, List<Shape> shapes) {

  /**
   * The third and the fourth moment.
   *
   * @param skewness ⟨ξ³⟩/⟨ξ²⟩^(3/2), 0 for a Gaussian force
   * @param skewnessError its standard error
   * @param kurtosis ⟨ξ⁴⟩/⟨ξ²⟩² − 3, 0 for a Gaussian force
   * @param kurtosisError its standard error
   */
  record Shape(double skewness, double skewnessError, double kurtosis, double kurtosisError) {

    /** Whether nothing speaks against a Gaussian force. */
    boolean gaussian() {
      return Math.abs(skewness) <= 3 * skewnessError + 0.02
          && Math.abs(kurtosis) <= 3 * kurtosisError + 0.05;
    }
  }

  static RandomForce of(List<Motion> motions, double[][] rest, double[][] kernel) {
    int size = motions.size();
    int lags = kernel[0].length - 1;
    int[] starts = motions.get(0).starts();
    long known = 0;
    for (int s = 0; s + 1 < starts.length; s++) {
      known += Math.max(0, starts[s + 1] - starts[s] - lags);
    }
    if (known <= 2L * lags) {
      double[][] none = new double[kernel.length][lags + 1];
      for (double[] column : none) {
        Arrays.fill(column, Double.NaN);
      }
      return new RandomForce(
          none,
          Collections.nCopies(size, new Shape(Double.NaN, Double.NaN, Double.NaN, Double.NaN)));
    }
    double[][] force = new double[size][];
    List<Shape> shapes = new ArrayList<>();
    int[] later = new int[kernel.length];
    int[] earlier = new int[kernel.length];
    for (int a = 0; a < size; a++) {
      force[a] = rest[a].clone();
      for (int c = 0; c < size; c++) {
        addMemory(motions.get(c), kernel[a * size + c], force[a]);
        later[a * size + c] = a;
        earlier[a * size + c] = c;
      }
      shapes.add(shape(starts, lags, force[a], known));
    }
    double[][] correlation = Correlations.of(starts, lags, lags, force, later, earlier).means(-1);
    return new RandomForce(correlation, shapes);
  }

  /** Adds ∫Γṙ where the whole memory lies within the run. */
  private static void addMemory(Motion motion, double[] kernel, double[] force) {
    int lags = kernel.length - 1;
    Fourier fourier = Fourier.ofPieces(motion.longest(), lags);
    int size = fourier.size();
    int chunk = size - lags;
    double[] filterRe = new double[size];
    double[] filterIm = new double[size];
    for (int k = 0; k <= lags; k++) {
      filterRe[k] = motion.step() * kernel[k] * weight(k, lags);
    }
    fourier.forward(filterRe, filterIm);
    // the filter is real, so that two pieces go together as the parts of complex numbers
    double[][] parts = new double[2][size];
    int[] from = new int[2];
    int[] to = new int[2];
    int waiting = 0;
    for (int s = 0; s < motion.runs(); s++) {
      int end = motion.starts()[s + 1];
      for (int at = motion.starts()[s] + lags; at < end; at += chunk) {
        from[waiting] = at;
        to[waiting] = Math.min(end, at + chunk);
        int length = to[waiting] - at + lags;
        System.arraycopy(motion.velocity(), at - lags, parts[waiting], 0, length);
        Arrays.fill(parts[waiting], length, size, 0);
        if (++waiting == 2) {
          filter(fourier, parts, filterRe, filterIm);
          add(parts, from, to, lags, waiting, force);
          waiting = 0;
        }
      }
    }
    if (waiting > 0) {
      Arrays.fill(parts[1], 0);
      filter(fourier, parts, filterRe, filterIm);
      add(parts, from, to, lags, waiting, force);
    }
  }

  private static void filter(Fourier fourier, double[][] parts, double[] f, double[] g) {
    double[] re = parts[0];
    double[] im = parts[1];
    fourier.forward(re, im);
    for (int k = 0; k < re.length; k++) {
      double x = re[k] * f[k] - im[k] * g[k];
      im[k] = re[k] * g[k] + im[k] * f[k];
      re[k] = x;
    }
    fourier.backward(re, im);
  }

  private static void add(
      double[][] parts, int[] from, int[] to, int lags, int count, double[] force) {
    for (int p = 0; p < count; p++) {
      for (int j = from[p]; j < to[p]; j++) {
        force[j] += parts[p][j - from[p] + lags];
      }
    }
  }

  /** Gregory's weights at the near end, where the kernel is largest, a trapezoid at the far one. */
  private static double weight(int k, int lags) {
    if (lags < 4) {
      return k == 0 || k == lags ? 0.5 : 1;
    }
    return switch (k) {
      case 0 -> 3.0 / 8;
      case 1 -> 7.0 / 6;
      case 2 -> 23.0 / 24;
      default -> k == lags ? 0.5 : 1;
    };
  }

  private static Shape shape(int[] starts, int lags, double[] force, long known) {
    int blocks = Blocks.MOST;
    double[][] sums = new double[blocks][5];
    long done = 0;
    for (int s = 0; s + 1 < starts.length; s++) {
      for (int j = starts[s] + lags; j < starts[s + 1]; j++) {
        double[] sum = sums[(int) (done * blocks / known)];
        double x = force[j];
        double power = 1;
        for (int p = 0; p < 5; p++) {
          sum[p] += power;
          power *= x;
        }
        done++;
      }
    }
    double[] total = new double[5];
    for (double[] sum : sums) {
      for (int p = 0; p < 5; p++) {
        total[p] += sum[p];
      }
    }
    double[] skewness = new double[blocks];
    double[] kurtosis = new double[blocks];
    for (int b = 0; b < blocks; b++) {
      double[] others = new double[5];
      for (int p = 0; p < 5; p++) {
        others[p] = total[p] - sums[b][p];
      }
      skewness[b] = skewness(others);
      kurtosis[b] = kurtosis(others);
    }
    return new Shape(
        skewness(total), Jackknife.error(skewness), kurtosis(total), Jackknife.error(kurtosis));
  }

  private static double skewness(double[] sums) {
    double m = sums[1] / sums[0];
    double second = sums[2] / sums[0] - m * m;
    double third = sums[3] / sums[0] - 3 * m * sums[2] / sums[0] + 2 * m * m * m;
    return third / Math.pow(second, 1.5);
  }

  private static double kurtosis(double[] sums) {
    double m = sums[1] / sums[0];
    double square = sums[2] / sums[0];
    double second = square - m * m;
    double fourth =
        sums[4] / sums[0] - 4 * m * sums[3] / sums[0] + 6 * m * m * square - 3 * m * m * m * m;
    return fourth / (second * second) - 3;
  }
}
