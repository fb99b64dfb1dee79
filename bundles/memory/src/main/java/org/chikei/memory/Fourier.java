package org.chikei.memory;

import java.util.Arrays;

/**
 * The discrete Fourier transform of a fixed length, a power of two, in place. Spectra are in the
 * order that the passes leave, frequencies with their bits reversed, which is all that products of
 * spectra need.
 */
final class Fourier {
  /** What else a value of a series costs, in passes of a transform. */
  private static final int ELSE = 4;

  private final int size;

  /** For blocks of 4q cos and sin of 2πk/4q, of twice and of three times that, k below q. */
  private final double[][] factors;

  /**
   * Makes a transform.
   *
   * @param atLeast the length is the next power of two
   */
  Fourier(int atLeast) {
    size = atLeast < 2 ? 2 : Integer.highestOneBit(atLeast - 1) << 1;
    int levels = Integer.numberOfTrailingZeros(size) / 2;
    factors = new double[levels][];
    int block = size;
    for (int level = 0; level < levels; level++) {
      double[] of = new double[block / 4 * 6];
      for (int k = 0; k < block / 4; k++) {
        for (int times = 1; times <= 3; times++) {
          double angle = 2 * Math.PI * times * k / block;
          of[6 * k + 2 * times - 2] = Math.cos(angle);
          of[6 * k + 2 * times - 1] = Math.sin(angle);
        }
      }
      factors[level] = of;
      block /= 4;
    }
  }

  /**
   * The transform that takes the least work for a run of frames in pieces, each with some more
   * frames at an end.
   *
   * @param frames how many frames the run has
   * @param more how many frames a piece needs beyond its own
   */
  static Fourier ofPieces(int frames, int more) {
    int best = 0;
    double least = Double.POSITIVE_INFINITY;
    double pieces = 0;
    for (int bits = 1; bits < 31 && pieces != 1; bits++) {
      int size = 1 << bits;
      if (size <= more) {
        continue;
      }
      pieces = Math.ceil(frames / (double) (size - more));
      double work = pieces * size * (bits + ELSE);
      if (work < least) {
        least = work;
        best = size;
      }
    }
    return new Fourier(best);
  }

  int size() {
    return size;
  }

  /** How many values the spectrum of a real series has, 0 and size/2 among them. */
  int half() {
    return size / 2 + 1;
  }

  /** X_k = Σ x_j exp(−2πi jk/n), two halvings of the blocks a pass. */
  void forward(double[] re, double[] im) {
    int block = size;
    for (double[] of : factors) {
      int q = block / 4;
      for (int start = 0; start < size; start += block) {
        for (int k = 0, f = 0; k < q; k++, f += 6) {
          int i0 = start + k;
          int i1 = i0 + q;
          int i2 = i1 + q;
          int i3 = i2 + q;
          double sumRe = re[i0] + re[i2];
          double sumIm = im[i0] + im[i2];
          double offRe = re[i0] - re[i2];
          double offIm = im[i0] - im[i2];
          double otherRe = re[i1] + re[i3];
          double otherIm = im[i1] + im[i3];
          double turnRe = im[i1] - im[i3];
          double turnIm = re[i3] - re[i1];
          re[i0] = sumRe + otherRe;
          im[i0] = sumIm + otherIm;
          double x = sumRe - otherRe;
          double y = sumIm - otherIm;
          re[i1] = x * of[f + 2] + y * of[f + 3];
          im[i1] = y * of[f + 2] - x * of[f + 3];
          x = offRe + turnRe;
          y = offIm + turnIm;
          re[i2] = x * of[f] + y * of[f + 1];
          im[i2] = y * of[f] - x * of[f + 1];
          x = offRe - turnRe;
          y = offIm - turnIm;
          re[i3] = x * of[f + 4] + y * of[f + 5];
          im[i3] = y * of[f + 4] - x * of[f + 5];
        }
      }
      block = q;
    }
    if (block == 2) {
      pairs(re, im);
    }
  }

  /** The inverse of {@link #forward}, divided by the length. */
  void backward(double[] re, double[] im) {
    int block = size >> 2 * factors.length;
    if (block == 2) {
      pairs(re, im);
    }
    for (int level = factors.length - 1; level >= 0; level--) {
      double[] of = factors[level];
      int q = block;
      block *= 4;
      for (int start = 0; start < size; start += block) {
        for (int k = 0, f = 0; k < q; k++, f += 6) {
          int i0 = start + k;
          int i1 = i0 + q;
          int i2 = i1 + q;
          int i3 = i2 + q;
          double x = re[i1] * of[f + 2] - im[i1] * of[f + 3];
          double y = im[i1] * of[f + 2] + re[i1] * of[f + 3];
          double sumRe = re[i0] + x;
          double sumIm = im[i0] + y;
          double otherRe = re[i0] - x;
          double otherIm = im[i0] - y;
          double secondRe = re[i2] * of[f] - im[i2] * of[f + 1];
          double secondIm = im[i2] * of[f] + re[i2] * of[f + 1];
          double thirdRe = re[i3] * of[f + 4] - im[i3] * of[f + 5];
          double thirdIm = im[i3] * of[f + 4] + re[i3] * of[f + 5];
          x = secondRe + thirdRe;
          y = secondIm + thirdIm;
          re[i0] = sumRe + x;
          im[i0] = sumIm + y;
          re[i2] = sumRe - x;
          im[i2] = sumIm - y;
          x = thirdIm - secondIm;
          y = secondRe - thirdRe;
          re[i1] = otherRe + x;
          im[i1] = otherIm + y;
          re[i3] = otherRe - x;
          im[i3] = otherIm - y;
        }
      }
    }
    double part = 1.0 / size;
    for (int k = 0; k < size; k++) {
      re[k] *= part;
      im[k] *= part;
    }
  }

  /** The pass with blocks of two, its own inverse but for a factor of two. */
  private void pairs(double[] re, double[] im) {
    for (int k = 0; k < size; k += 2) {
      double x = re[k + 1];
      re[k + 1] = re[k] - x;
      re[k] += x;
      x = im[k + 1];
      im[k + 1] = im[k] - x;
      im[k] += x;
    }
  }

  /** The spectrum of a real series: one value for each frequency and its negative. */
  record Spectrum(double[] re, double[] im) {
    Spectrum(int half) {
      this(new double[half], new double[half]);
    }

    /** Adds X Y*. */
    void addProduct(Spectrum x, Spectrum y) {
      for (int k = 0; k < re.length; k++) {
        re[k] += x.re[k] * y.re[k] + x.im[k] * y.im[k];
        im[k] += x.im[k] * y.re[k] - x.re[k] * y.im[k];
      }
    }

    void clear() {
      Arrays.fill(re, 0);
      Arrays.fill(im, 0);
    }
  }

  /** Takes the transform of x + iy, both real, apart. */
  void split(double[] re, double[] im, Spectrum x, Spectrum y) {
    x.re[0] = re[0];
    y.re[0] = im[0];
    x.im[0] = 0;
    y.im[0] = 0;
    x.re[1] = re[1];
    y.re[1] = im[1];
    x.im[1] = 0;
    y.im[1] = 0;
    // with bits reversed a frequency and its negative lie mirrored in blocks of 2, 4, 8, …
    int at = 2;
    for (int block = 2; block < size; block *= 2) {
      for (int k = 0; k < block / 2; k++, at++) {
        int here = block + k;
        int mirror = 2 * block - 1 - k;
        x.re[at] = 0.5 * (re[here] + re[mirror]);
        x.im[at] = 0.5 * (im[here] - im[mirror]);
        y.re[at] = 0.5 * (im[here] + im[mirror]);
        y.im[at] = 0.5 * (re[mirror] - re[here]);
      }
    }
  }

  /** The transform of x + iy from those of both: what {@link #split} takes apart. */
  void join(Spectrum x, Spectrum y, double[] re, double[] im) {
    re[0] = x.re[0];
    im[0] = y.re[0];
    re[1] = x.re[1];
    im[1] = y.re[1];
    int at = 2;
    for (int block = 2; block < size; block *= 2) {
      for (int k = 0; k < block / 2; k++, at++) {
        int here = block + k;
        int mirror = 2 * block - 1 - k;
        re[here] = x.re[at] - y.im[at];
        im[here] = x.im[at] + y.re[at];
        re[mirror] = x.re[at] + y.im[at];
        im[mirror] = y.re[at] - x.im[at];
      }
    }
  }
}
