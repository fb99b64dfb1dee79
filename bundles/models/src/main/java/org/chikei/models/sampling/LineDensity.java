package org.chikei.models.sampling;

import java.util.function.DoubleUnaryOperator;
import java.util.random.RandomGenerator;

/**
 * Exact draws from a density on an interval: a cell of a fine grid by its share of an envelope, a
 * place within it by rejection.
 */
public final class LineDensity {
  private static final int CELLS = 2048;

  /** How far the envelope stands above the largest of the values at ends and middle of a cell. */
  private static final double MARGIN = 1.1;

  private final DoubleUnaryOperator logarithm;
  private final double from;
  private final double width;
  private final double highest;
  private final double[] envelope = new double[CELLS];
  private final double[] cumulated = new double[CELLS];

  /**
   * Prepares draws.
   *
   * @param logarithm the logarithm of the density, up to a constant
   * @param from where the interval begins
   * @param to where it ends
   */
  public LineDensity(DoubleUnaryOperator logarithm, double from, double to) {
    this.logarithm = logarithm;
    this.from = from;
    this.width = (to - from) / CELLS;
    double[] values = new double[2 * CELLS + 1];
    double largest = Double.NEGATIVE_INFINITY;
    for (int k = 0; k < values.length; k++) {
      values[k] = logarithm.applyAsDouble(from + k * width / 2);
      largest = Math.max(largest, values[k]);
    }
    highest = largest;
    double sum = 0;
    for (int k = 0; k < CELLS; k++) {
      double top = Math.max(values[2 * k], Math.max(values[2 * k + 1], values[2 * k + 2]));
      envelope[k] = MARGIN * Math.exp(top - highest);
      sum += envelope[k];
      cumulated[k] = sum;
    }
  }

  /**
   * Draws a place.
   *
   * @param random where chance comes from
   * @return a place in the interval
   */
  public double draw(RandomGenerator random) {
    while (true) {
      double u = random.nextDouble() * cumulated[CELLS - 1];
      int cell = java.util.Arrays.binarySearch(cumulated, u);
      cell = Math.min(CELLS - 1, cell < 0 ? -cell - 1 : cell);
      double place = from + (cell + random.nextDouble()) * width;
      double density = Math.exp(logarithm.applyAsDouble(place) - highest);
      if (random.nextDouble() * envelope[cell] < density) {
        return place;
      }
    }
  }
}
