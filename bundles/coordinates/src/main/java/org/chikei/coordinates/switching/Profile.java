package org.chikei.coordinates.switching;

/**
 * The shape of a switching function, s(x) of the reduced distance x = (r − d₀)/r₀ ≥ 0, with s(0) =
 * 1.
 */
interface Profile {

  /**
   * Evaluates the shape and its derivatives.
   *
   * @param size how many
   * @param x comes with x, receives s(x)
   * @param first receives s′(x); null where it is not wanted
   * @param second receives s″(x); null where it is not wanted or first is null
   */
  void evaluate(int size, double[] x, double[] first, double[] second);

  /** The x from which on the function is zero; infinite where it never is. */
  default double end() {
    return Double.POSITIVE_INFINITY;
  }
}
