package org.chikei.memory;

import java.util.Arrays;

/**
 * Whether ⟨ṙ²; r⟩ is the same everywhere, condition (21), in ten bins with as many samples each.
 *
 * @param deviation the largest relative deviation from the mean, of those beyond their error
 * @param significant whether there is one
 */
record MassTest(double deviation, boolean significant) {
  private static final int BINS = 10;
  private static final int SORTED = 20_000;

  /** What is smaller is of no consequence. */
  private static final double SMALLEST = 0.03;

  /** How many standard errors a deviation must have. */
  private static final double ERRORS = 4;

  static MassTest of(Motion motion) {
    int n = motion.frames();
    int stride = Math.max(1, n / SORTED);
    double[] some = new double[n / stride];
    Arrays.setAll(some, k -> motion.position()[k * stride]);
    Arrays.sort(some);
    double[] edges = new double[BINS - 1];
    Arrays.setAll(edges, k -> some[(k + 1) * some.length / BINS]);
    int blocks = Blocks.MOST;
    double[][] counts = new double[BINS][blocks];
    double[][] squares = new double[BINS][blocks];
    for (int j = 0; j < n; j++) {
      double r = motion.position()[j];
      int bin = 0;
      for (double edge : edges) {
        bin += r > edge ? 1 : 0;
      }
      int block = (int) ((long) j * blocks / n);
      counts[bin][block]++;
      squares[bin][block] += motion.velocity()[j] * motion.velocity()[j];
    }
    double mean = motion.squaredVelocity();
    double largest = 0;
    for (int bin = 0; bin < BINS; bin++) {
      double count = Arrays.stream(counts[bin]).sum();
      double d = Arrays.stream(squares[bin]).sum() / count;
      double variance = 0;
      for (int b = 0; b < blocks; b++) {
        double term = (squares[bin][b] - d * counts[bin][b]) / count;
        variance += term * term;
      }
      double off = Math.abs(d / mean - 1);
      if (off > SMALLEST && off > ERRORS * Math.sqrt(variance) / mean) {
        largest = Math.max(largest, off);
      }
    }
    return new MassTest(largest, largest > 0);
  }
}
