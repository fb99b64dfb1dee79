package org.chikei.landscape.error;

/**
 * Sums of multiples of columns that hold one number a block. All influences are such sums; a column
 * is worked on as a whole, so that little else than this one loop takes time.
 */
public final class BlockTerms {
  private BlockTerms() {}

  /** Adds a multiple of a column: {@code to += factor x}. */
  public static void add(double[] to, double factor, double[] x) {
    for (int b = 0; b < to.length; b++) {
      to[b] += factor * x[b];
    }
  }

  /** A multiple of a column. */
  public static double[] multiple(double factor, double[] x) {
    double[] product = new double[x.length];
    add(product, factor, x);
    return product;
  }
}
