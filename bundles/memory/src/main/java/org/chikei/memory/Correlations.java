package org.chikei.memory;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Time correlations by blocks: sums over the time origins of each block, as far as the run goes
 * that the origin belongs to.
 */
final class Correlations {
  private final int lags;
  private final int pairs;
  private final double[][][] sums;
  private final double[][] counts;

  /** Those of all blocks together. */
  private final double[][] allSums;

  private final double[] allCounts;

  private Correlations(int pairs, int blocks, int lags) {
    this.lags = lags;
    this.pairs = pairs;
    this.sums = new double[blocks][pairs][lags + 1];
    this.counts = new double[blocks][lags + 1];
    this.allSums = new double[pairs][lags + 1];
    this.allCounts = new double[lags + 1];
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
    Work work = new Work(Fourier.ofPieces(blocks.chunk(), lags), columns, later, earlier);
    int block = 0;
    for (Blocks.Part part : blocks.parts()) {
      if (part.block() != block) {
        work.finish(all, block);
        block = part.block();
      }
      work.add(part, all);
    }
    work.finish(all, block);
    all.sumUp();
    return all;
  }

  /**
   * The transforms of pieces of a block. Their products are summed up as spectra, so that there is
   * but one way back a block.
   */
  private static final class Work {
    private final Fourier fourier;
    private final int[] later;
    private final int[] earlier;
    private final Fourier.Spectrum[] products;
    private final List<Series> series = new ArrayList<>();
    private final Fourier.Spectrum[] seen;
    private final Fourier.Spectrum[] origin;
    private final double[] re;
    private final double[] im;

    /** A column as seen at t, the following lags included, or at 0. */
    private record Series(double[] column, boolean origin, Fourier.Spectrum spectrum) {}

    Work(Fourier fourier, double[][] columns, int[] later, int[] earlier) {
      this.fourier = fourier;
      this.later = later;
      this.earlier = earlier;
      seen = spectra(columns, later, false);
      origin = spectra(columns, earlier, true);
      products = new Fourier.Spectrum[later.length];
      Arrays.setAll(products, p -> new Fourier.Spectrum(fourier.half()));
      re = new double[fourier.size()];
      im = new double[fourier.size()];
    }

    private Fourier.Spectrum[] spectra(double[][] columns, int[] used, boolean origin) {
      Fourier.Spectrum[] spectra = new Fourier.Spectrum[columns.length];
      for (int c : used) {
        if (spectra[c] == null) {
          spectra[c] = new Fourier.Spectrum(fourier.half());
          series.add(new Series(columns[c], origin, spectra[c]));
        }
      }
      return spectra;
    }

    void add(Blocks.Part part, Correlations all) {
      int piece = fourier.size() - all.lags;
      int end = Math.min(part.end(), part.to() + all.lags);
      for (int from = part.from(); from < part.to(); from += piece) {
        int to = Math.min(part.to(), from + piece);
        transform(from, to, Math.min(end, to + all.lags));
        for (int p = 0; p < products.length; p++) {
          products[p].addProduct(seen[later[p]], origin[earlier[p]]);
        }
      }
      double[] counts = all.counts[part.block()];
      for (int k = 0; k <= all.lags; k++) {
        counts[k] += Math.max(0, Math.min(part.to(), end - k) - part.from());
      }
    }

    /** Transforms real series two at a time. */
    private void transform(int from, int to, int end) {
      for (int s = 0; s < series.size(); s += 2) {
        Series first = series.get(s);
        Series second = series.get(Math.min(s + 1, series.size() - 1));
        fill(re, first.column(), from, first.origin() ? to : end);
        fill(im, second.column(), from, second.origin() ? to : end);
        fourier.forward(re, im);
        fourier.split(re, im, first.spectrum(), second.spectrum());
      }
    }

    private static void fill(double[] target, double[] column, int from, int to) {
      System.arraycopy(column, from, target, 0, to - from);
      Arrays.fill(target, to - from, target.length, 0);
    }

    /** Adds what a block has to its sums. */
    void finish(Correlations all, int block) {
      int last = Math.min(all.lags, fourier.size() - 1);
      for (int p = 0; p < products.length; p += 2) {
        int q = Math.min(p + 1, products.length - 1);
        fourier.join(products[p], products[q], re, im);
        fourier.backward(re, im);
        for (int k = 0; k <= last; k++) {
          all.sums[block][p][k] += re[k];
        }
        for (int k = 0; k <= last && q > p; k++) {
          all.sums[block][q][k] += im[k];
        }
      }
      for (Fourier.Spectrum product : products) {
        product.clear();
      }
    }
  }

  private void sumUp() {
    for (int b = 0; b < sums.length; b++) {
      for (int k = 0; k <= lags; k++) {
        allCounts[k] += counts[b][k];
        for (int p = 0; p < pairs; p++) {
          allSums[p][k] += sums[b][p][k];
        }
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
    return allCounts[lags];
  }

  /**
   * The means over all blocks but one.
   *
   * @param without the block left out, −1 for none
   * @return for each pair one value a lag
   */
  double[][] means(int without) {
    double[][] means = new double[pairs][lags + 1];
    for (int k = 0; k <= lags; k++) {
      double count = allCounts[k] - (without < 0 ? 0 : counts[without][k]);
      for (int p = 0; p < pairs; p++) {
        double sum = allSums[p][k] - (without < 0 ? 0 : sums[without][p][k]);
        means[p][k] = count == 0 ? Double.NaN : sum / count;
      }
    }
    return means;
  }
}
