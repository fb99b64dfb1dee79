package org.chikei.batch.engine;

/**
 * The weights of frames from a column of the source itself.
 *
 * @param column the column, an index from 0
 * @param logarithmic whether it holds the logarithm of the weight times a constant
 * @param scale that constant's inverse: 1/kT for a bias
 * @param highest the largest number in the column, taken off so that no weight exceeds 1
 */
public record ColumnWeights(int column, boolean logarithmic, double scale, double highest) {

  /** The weight that a number of the column stands for. */
  double of(double number) {
    return logarithmic ? Math.exp((number - highest) * scale) : number;
  }
}
