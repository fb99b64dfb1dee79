package org.chikei.batch.windows;

/**
 * The weights that undo the restraints: 1/Σ Nₖ exp(fₖ − uₖ), times a constant that makes their mean
 * 1. Thread-safe.
 *
 * @param restraints the restraints
 * @param kT the thermal energy
 * @param lnWeights ln Nₖ + fₖ
 * @param lnScale the logarithm of the constant
 */
public record WindowWeights(Restraints restraints, double kT, double[] lnWeights, double lnScale) {

  /**
   * Weighs frames.
   *
   * @param values columns of the restrained coordinates
   * @param from the first row
   * @param to one past the last row
   * @param weights receives the weights, 0 where a coordinate does not exist
   */
  public void weigh(double[][] values, int from, int to, double[] weights) {
    Responsibilities look = new Responsibilities(restraints, kT, lnWeights);
    for (int n = from; n < to; n++) {
      double ln = look.look(values, n);
      weights[n] = ln == ln ? Math.exp(lnScale - ln) : 0;
    }
  }
}
