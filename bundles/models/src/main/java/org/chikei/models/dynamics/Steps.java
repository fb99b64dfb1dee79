package org.chikei.models.dynamics;

/**
 * The steps of integration between two frames.
 *
 * @param number how many
 * @param length the time that each takes
 */
record Steps(int number, double length) {

  /** As few equal steps as there can be, none longer than a bound. */
  static Steps between(double spacing, double longest) {
    double number = Math.max(1, Math.ceil(spacing / longest * (1 - 1e-12)));
    return new Steps((int) Math.min(number, Integer.MAX_VALUE), spacing / number);
  }
}
