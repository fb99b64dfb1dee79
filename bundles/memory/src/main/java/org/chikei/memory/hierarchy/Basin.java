package org.chikei.memory.hierarchy;

/**
 * A basin of −kT ln ρ, which is a peak of ρ.
 *
 * @param cell the cell of its bottom
 * @param at the bottom
 * @param width how wide the peak is along each coordinate, where it has fallen half way to the pass
 *     to another
 * @param resolution how wide the estimate makes a peak that has no width
 * @param prominence how far below the lowest pass to a deeper basin it lies, in kT; infinite for
 *     the deepest
 * @param error its standard error
 * @param stay how long the system stays in it; in a basin that is the only one it never ends
 */
record Basin(
    int cell,
    double[] at,
    double[] width,
    double[] resolution,
    double prominence,
    double error,
    Stay stay) {

  /** A peak that is drawn not much wider than this many resolutions may have no width at all. */
  private static final double UNRESOLVED = 1.5;

  /** Whether its width cannot be told from none along any coordinate. */
  boolean unresolved() {
    for (int a = 0; a < width.length; a++) {
      if (width[a] > UNRESOLVED * resolution[a]) {
        return false;
      }
    }
    return true;
  }

  Stay.Verdict verdict() {
    return stay.verdict();
  }
}
