package org.chikei.report;

/** The least and the largest of the finite numbers seen. */
final class Range {
  private double low = Double.POSITIVE_INFINITY;
  private double high = Double.NEGATIVE_INFINITY;

  /**
   * Takes a number in, unless it is infinite or NaN.
   *
   * @param value the number
   */
  void add(double value) {
    if (Double.isFinite(value)) {
      low = Math.min(low, value);
      high = Math.max(high, value);
    }
  }

  /**
   * Whether no number was finite.
   *
   * @return true if so
   */
  boolean isEmpty() {
    return low > high;
  }

  /**
   * The least number.
   *
   * @return it
   */
  double low() {
    return low;
  }

  /**
   * The distance from the least to the largest.
   *
   * @return the span; 0 for an empty range
   */
  double span() {
    return isEmpty() ? 0 : high - low;
  }

  /**
   * Both ends with some room beyond them.
   *
   * @param share the room at each end, as a share of the span
   * @return the two ends
   */
  double[] withRoom(double share) {
    double room = share * span();
    return new double[] {low - room, high + room};
  }

  /**
   * Takes a number in as far as it lies within a distance of the ends of another range.
   *
   * @param value the number
   * @param inner the other range
   * @param reach the distance
   */
  void addWithin(double value, Range inner, double reach) {
    if (Double.isFinite(value)) {
      add(Math.max(inner.low - reach, Math.min(inner.high + reach, value)));
    }
  }
}
