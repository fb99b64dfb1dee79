package org.chikei.memory;

/**
 * Time correlations by blocks: sums over the time origins of each block, as far as the run goes
 * that the origin belongs to.
 */
final class Correlations {
  private final int lags;
  private final int pairs;
  private final double[][][] sums;
  private final double[][] counts;

  private Correlations(int pairs, int blocks, int lags) {
    this.lags = lags;
    this.pairs = pairs;
    this.sums = new double[blocks][pairs][lags + 1];
    this.counts = new double[blocks][lags + 1];
  }

  /**
   * Correlates.
   *
   * @param starts where each run begins, and at last the number of frames
   * @param lags up to how many frames
   * @param columns the series
   * @param skip how many frames at the beginning of each run are left out
   * @param later for each pair the series seen at t
   * @param earlier for each pair the series seen at 0
   * @return the sums
   */
  static Correlations of(
      int[] starts, int lags, int skip, double[][] columns, int[] later, int[] earlier) {
    Blocks blocks = Blocks.of(starts, lags, skip);
    Correlations all = new Correlations(later.length, blocks.count(), lags);
    Work work = new Work(new Fourier(blocks.chunk() + lags), columns, later, earlier);
    for (Blocks.Part part : blocks.parts()) {
      int end = Math.min(part.end(), part.to() + lags);
      work.add(part.from(), part.to(), end, all, part.block());
    }
    return all;
  }

  /** The transforms of one chunk of origins. */
  private static final class Work {
    private final Fourier fourier;
    private final double[][] columns;
    private final int[] later;
    private final int[] earlier;
    private final double[][] seen;
    private final double[][] origin;
    private final double[] re;
    private final double[] im;

    Work(Fourier fourier, double[][] columns, int[] later, int[] earlier) {
      this.fourier = fourier;
      this.columns = columns;
      this.later = later;
      this.earlier = earlier;
      int size = fourier.size();
      seen = new double[2 * columns.length][];
      origin = new double[2 * columns.length][];
      for (int c = 0; c < columns.length; c++) {
        if (contains(later, c)) {
          seen[2 * c] = new double[size];
          seen[2 * c + 1] = new double[size];
        }
        if (contains(earlier, c)) {
          origin[2 * c] = new double[size];
          origin[2 * c + 1] = new double[size];
        }
      }
      re = new double[size];
      im = new double[size];
    }

    private static boolean contains(int[] list, int value) {
      for (int each : list) {
        if (each == value) {
          return true;
        }
      }
      return false;
    }

    void add(int from, int to, int end, Correlations all, int block) {
      transform(seen, from, end);
      transform(origin, from, to);
      int size = fourier.size();
      for (int p = 0; p < later.length; p += 2) {
        // the second pair rides along as the imaginary part
        boolean two = p + 1 < later.length;
        multiply(p, two ? p + 1 : -1);
        fourier.backward(re, im);
        double[] first = all.sums[block][p];
        for (int k = 0; k <= all.lags && k < size; k++) {
          first[k] += re[k];
        }
        if (two) {
          double[] second = all.sums[block][p + 1];
          for (int k = 0; k <= all.lags && k < size; k++) {
            second[k] += im[k];
          }
        }
      }
      for (int k = 0; k <= all.lags; k++) {
        all.counts[block][k] += Math.max(0, Math.min(to, end - k) - from);
      }
    }

    /** Transforms the real columns two at a time. */
    private void transform(double[][] into, int from, int to) {
      int waiting = -1;
      for (int c = 0; c <= columns.length; c++) {
        if (c < columns.length && into[2 * c] == null) {
          continue;
        }
        if (c < columns.length && waiting < 0) {
          waiting = c;
        } else if (waiting >= 0) {
          pair(into, waiting, c < columns.length ? c : -1, from, to);
          waiting = -1;
        }
      }
    }

    private void pair(double[][] into, int a, int b, int from, int to) {
      int size = fourier.size();
      fill(re, columns[a], from, to);
      if (b >= 0) {
        fill(im, columns[b], from, to);
      } else {
        java.util.Arrays.fill(im, 0);
      }
      fourier.forward(re, im);
      for (int k = 0; k < size; k++) {
        int mirror = (size - k) & (size - 1);
        into[2 * a][k] = (re[k] + re[mirror]) / 2;
        into[2 * a + 1][k] = (im[k] - im[mirror]) / 2;
        if (b >= 0) {
          into[2 * b][k] = (im[k] + im[mirror]) / 2;
          into[2 * b + 1][k] = (re[mirror] - re[k]) / 2;
        }
      }
    }

    private static void fill(double[] target, double[] column, int from, int to) {
      System.arraycopy(column, from, target, 0, to - from);
      java.util.Arrays.fill(target, to - from, target.length, 0);
    }

    /** The cross spectra X(later) X*(earlier) of two pairs, the second times i. */
    private void multiply(int p, int q) {
      double[] a = seen[2 * later[p]];
      double[] b = seen[2 * later[p] + 1];
      double[] c = origin[2 * earlier[p]];
      double[] d = origin[2 * earlier[p] + 1];
      for (int k = 0; k < re.length; k++) {
        re[k] = a[k] * c[k] + b[k] * d[k];
        im[k] = b[k] * c[k] - a[k] * d[k];
      }
      if (q < 0) {
        return;
      }
      double[] e = seen[2 * later[q]];
      double[] f = seen[2 * later[q] + 1];
      double[] g = origin[2 * earlier[q]];
      double[] h = origin[2 * earlier[q] + 1];
      for (int k = 0; k < re.length; k++) {
        re[k] -= f[k] * g[k] - e[k] * h[k];
        im[k] += e[k] * g[k] + f[k] * h[k];
      }
    }
  }

  int blocks() {
    return sums.length;
  }

  int lags() {
    return lags;
  }

  /** The number of origins that the last lag has. */
  double fewest() {
    double fewest = 0;
    for (double[] count : counts) {
      fewest += count[lags];
    }
    return fewest;
  }

  /**
   * The means over all blocks but one.
   *
   * @param without the block left out, −1 for none
   * @return for each pair one value a lag
   */
  double[][] means(int without) {
    double[][] means = new double[pairs][lags + 1];
    for (int p = 0; p < pairs; p++) {
      for (int k = 0; k <= lags; k++) {
        double sum = 0;
        double count = 0;
        for (int b = 0; b < sums.length; b++) {
          if (b != without) {
            sum += sums[b][p][k];
            count += counts[b][k];
          }
        }
        means[p][k] = sum / count;
      }
    }
    return means;
  }
}
