package org.chikei.coordinates.switching;

/** A function s(r) of a distance. Implementations hold no state that changes. */
public interface RadialFunction {

  /**
   * Evaluates the function and its derivatives at many distances.
   *
   * @param size how many
   * @param square r² of each in nm²
   * @param value receives s
   * @param slope receives s′/r in 1/nm²; null where it is not wanted
   * @param bend receives (s″ − s′/r)/r² in 1/nm⁴; null where it is not wanted or slope is null
   */
  void evaluate(int size, double[] square, double[] value, double[] slope, double[] bend);

  /**
   * The distance beyond which the function is zero.
   *
   * @return the distance in nm; infinite where there is none
   */
  double range();
}
