package org.chikei.models.sampling;

import java.util.Arrays;
import java.util.function.DoubleBinaryOperator;
import java.util.random.RandomGenerator;

/** Exact draws from a density on a rectangle, made like those of {@link LineDensity}. */
public final class PlaneDensity {
  private static final int CELLS = 256;

  /** How far the envelope stands above the largest of nine values of a cell. */
  private static final double MARGIN = 1.3;

  private final DoubleBinaryOperator logarithm;
  private final double[] from;
  private final double[] width;
  private final double highest;
  private final double[] envelope = new double[CELLS * CELLS];
  private final double[] cumulated = new double[CELLS * CELLS];

  /**
   * Prepares draws.
   *
   * @param logarithm the logarithm of the density, up to a constant
   * @param from the lower ends of the rectangle
   * @param to its upper ends
   */
  public PlaneDensity(DoubleBinaryOperator logarithm, double[] from, double[] to) {
    this.logarithm = logarithm;
    this.from = from.clone();
    this.width = new double[] {(to[0] - from[0]) / CELLS, (to[1] - from[1]) / CELLS};
    int side = 2 * CELLS + 1;
    double[] values = new double[side * side];
    double largest = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < side; i++) {
      for (int k = 0; k < side; k++) {
        double value =
            logarithm.applyAsDouble(from[0] + i * width[0] / 2, from[1] + k * width[1] / 2);
        values[i * side + k] = value;
        largest = Math.max(largest, value);
      }
    }
    highest = largest;
    double sum = 0;
    for (int cell = 0; cell < envelope.length; cell++) {
      double top = Double.NEGATIVE_INFINITY;
      for (int i = 0; i < 3; i++) {
        for (int k = 0; k < 3; k++) {
          top = Math.max(top, values[(2 * (cell / CELLS) + i) * side + 2 * (cell % CELLS) + k]);
        }
      }
      envelope[cell] = MARGIN * Math.exp(top - highest);
      sum += envelope[cell];
      cumulated[cell] = sum;
    }
  }

  /**
   * Draws a place.
   *
   * @param random where chance comes from
   * @param place receives the two coordinates
   */
  public void draw(RandomGenerator random, double[] place) {
    while (true) {
      double u = random.nextDouble() * cumulated[cumulated.length - 1];
      int cell = Arrays.binarySearch(cumulated, u);
      cell = Math.min(cumulated.length - 1, cell < 0 ? -cell - 1 : cell);
      double x = from[0] + (cell / CELLS + random.nextDouble()) * width[0];
      double y = from[1] + (cell % CELLS + random.nextDouble()) * width[1];
      double density = Math.exp(logarithm.applyAsDouble(x, y) - highest);
      if (random.nextDouble() * envelope[cell] < density) {
        place[0] = x;
        place[1] = y;
        return;
      }
    }
  }
}
