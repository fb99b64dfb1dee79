package org.chikei.memory;

/** The discrete Fourier transform of a fixed length, a power of two, in place. */
final class Fourier {
  private final int size;

  /** For every pass with blocks of n those of 2πk/2n, from n on. */
  private final double[] cosines;

  private final double[] sines;

  /**
   * Makes a transform.
   *
   * @param atLeast the length is the next power of two
   */
  Fourier(int atLeast) {
    size = atLeast < 2 ? 2 : Integer.highestOneBit(atLeast - 1) << 1;
    cosines = new double[size];
    sines = new double[size];
    for (int k = 0; k < size / 2; k++) {
      cosines[size / 2 + k] = Math.cos(2 * Math.PI * k / size);
      sines[size / 2 + k] = Math.sin(2 * Math.PI * k / size);
    }
    for (int k = size / 2 - 1; k > 0; k--) {
      cosines[k] = cosines[2 * k];
      sines[k] = sines[2 * k];
    }
  }

  int size() {
    return size;
  }

  /** X_k = Σ x_j exp(−2πi jk/n). */
  void forward(double[] re, double[] im) {
    for (int i = 1, j = 0; i < size; i++) {
      int bit = size >> 1;
      for (; (j & bit) != 0; bit >>= 1) {
        j ^= bit;
      }
      j ^= bit;
      if (i < j) {
        double swap = re[i];
        re[i] = re[j];
        re[j] = swap;
        swap = im[i];
        im[i] = im[j];
        im[j] = swap;
      }
    }
    int joined = firstPasses(re, im);
    for (int half = joined; half < size; half <<= 1) {
      for (int start = 0; start < size; start += 2 * half) {
        for (int k = 0; k < half; k++) {
          double c = cosines[half + k];
          double s = -sines[half + k];
          int low = start + k;
          int high = low + half;
          double x = re[high] * c - im[high] * s;
          double y = re[high] * s + im[high] * c;
          re[high] = re[low] - x;
          im[high] = im[low] - y;
          re[low] += x;
          im[low] += y;
        }
      }
    }
  }

  /**
   * The passes with blocks of one and two, whose factors are 1 and −i; the next has blocks of 4.
   */
  private int firstPasses(double[] re, double[] im) {
    if (size < 4) {
      return 1;
    }
    for (int k = 0; k < size; k += 4) {
      double a = re[k] + re[k + 1];
      double b = re[k] - re[k + 1];
      double c = re[k + 2] + re[k + 3];
      double d = re[k + 2] - re[k + 3];
      double e = im[k] + im[k + 1];
      double f = im[k] - im[k + 1];
      double g = im[k + 2] + im[k + 3];
      double h = im[k + 2] - im[k + 3];
      re[k] = a + c;
      im[k] = e + g;
      re[k + 1] = b + h;
      im[k + 1] = f - d;
      re[k + 2] = a - c;
      im[k + 2] = e - g;
      re[k + 3] = b - h;
      im[k + 3] = f + d;
    }
    return 4;
  }

  /** The inverse, divided by the length. */
  void backward(double[] re, double[] im) {
    forward(im, re);
    for (int k = 0; k < size; k++) {
      re[k] /= size;
      im[k] /= size;
    }
  }
}
