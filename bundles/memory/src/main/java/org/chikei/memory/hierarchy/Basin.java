package org.chikei.memory.hierarchy;

/**
 * A basin of −kT ln ρ.
 *
 * @param cell the cell of its bottom
 * @param at the bottom
 * @param prominence how far below the lowest pass to a deeper basin it lies, in kT; infinite for
 *     the deepest
 * @param error its standard error
 * @param population the part of the samples that lie in it
 * @param dwell how long the system stays in it on average, in the unit of time
 * @param relaxation how long it takes to forget where in the basin it was
 */
record Basin(
    int cell,
    double[] at,
    double prominence,
    double error,
    double population,
    double dwell,
    double relaxation) {

  /** A peak that the system leaves again as fast as it moves within it is a fold, no state. */
  private static final double LASTING = 8;

  /** Whether the system stays in it. */
  boolean state() {
    return !(dwell < LASTING * relaxation);
  }
}
