package org.chikei.landscape.kernel;

import org.chikei.landscape.grid.CellAccumulator;

/**
 * Where the sums of a quantity stand that is averaged along coordinates.
 *
 * @param weight the weight of the samples that have it
 * @param sum its weighted sum, on a circle that of its cosines
 * @param sine that of its sines; −1 where there is no circle
 */
public record Observed(int weight, int sum, int sine) {

  /** The observed coordinate of a number, as {@link CellAccumulator} lays it out. */
  public static Observed of(int number, boolean circle) {
    int at = CellAccumulator.observed(number);
    return new Observed(
        at + CellAccumulator.OBSERVED_WEIGHT,
        at + CellAccumulator.OBSERVED_SUM,
        circle ? at + CellAccumulator.OBSERVED_SINE : -1);
  }
}
