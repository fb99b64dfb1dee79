package org.chikei.landscape.error;

import java.util.Arrays;

/**
 * The error of a result against the length of the blocks that are taken for independent: it grows
 * until they are, and then stays, if the run is long enough.
 *
 * @param frames the lengths of blocks, in frames
 * @param error the error that blocks of each length give
 * @param window the length at which the correlation was cut, in frames
 * @param chosen the error that the window gives, not widened for the few blocks it comes from
 */
public record Plateau(double[] frames, double[] error, double window, double chosen) {
  private static final int FEWEST_GROUPS = 8;

  /**
   * Finds the errors.
   *
   * @param length how many frames a block has, in the mean
   * @param terms what each block does to the result
   */
  public static Plateau of(double length, double[] terms) {
    int blocks = terms.length;
    double[] frames = new double[Integer.SIZE];
    double[] errors = new double[Integer.SIZE];
    int count = 0;
    for (int together = 1; blocks / together >= FEWEST_GROUPS; together *= 2) {
      frames[count] = together * length;
      errors[count++] = error(terms, together);
    }
    CorrelatedError error = new CorrelatedError();
    error.of(terms, 0, blocks);
    return new Plateau(
        Arrays.copyOf(frames, count),
        Arrays.copyOf(errors, count),
        Math.max(1, 2 * error.window()) * length,
        Math.sqrt(error.variance()));
  }

  private static double error(double[] terms, int together) {
    int groups = terms.length / together;
    double[] sum = new double[groups];
    double mean = 0;
    for (int b = 0; b < groups * together; b++) {
      sum[b / together] += terms[b];
      mean += terms[b] / groups;
    }
    double square = 0;
    for (double each : sum) {
      square += (each - mean) * (each - mean);
    }
    // blocks that fill no group count as the others
    double whole = terms.length / (double) (groups * together);
    return Math.sqrt(square * groups / (groups - 1.0) * whole);
  }
}
