package org.chikei.api.coordinate;

/**
 * The circle on which a periodic coordinate lives.
 *
 * @param minimum the value where the circle is cut, such as −π
 * @param maximum the value that is the same place again, such as π
 */
public record Period(double minimum, double maximum) {
  /** A full turn, from −π to π. */
  public static final Period TURN = new Period(-Math.PI, Math.PI);

  /**
   * Checks the order.
   *
   * @throws IllegalArgumentException if the maximum is not above the minimum or one is not finite
   */
  public Period {
    if (!(maximum > minimum) || !Double.isFinite(maximum - minimum)) {
      throw new IllegalArgumentException("period from " + minimum + " to " + maximum);
    }
  }

  /**
   * Reads a period from its two ends as a person or a program writes them.
   *
   * @param minimum a number, or an expression with {@code pi} such as {@code -pi}, {@code 2*pi} or
   *     {@code pi/3}
   * @param maximum another
   * @return the period
   * @throws IllegalArgumentException with a sentence if one is no number or they make no period
   */
  public static Period parse(String minimum, String maximum) {
    double low = PiExpression.parse(minimum);
    double high = PiExpression.parse(maximum);
    if (!(high > low)) {
      throw new IllegalArgumentException(
          "a period has its smaller end first, but '"
              + minimum
              + "' is not below '"
              + maximum
              + "'");
    }
    return new Period(low, high);
  }

  /**
   * The length of the circle.
   *
   * @return maximum − minimum
   */
  public double length() {
    return maximum - minimum;
  }

  /**
   * The value in {@code [minimum, maximum)} that is the same place.
   *
   * @param value any value
   * @return the value within the circle; NaN stays NaN
   */
  public double wrap(double value) {
    double length = length();
    double wrapped = value - length * Math.floor((value - minimum) / length);
    return wrapped < minimum || wrapped >= maximum ? minimum : wrapped;
  }

  /**
   * The shortest way round that a difference stands for.
   *
   * @param difference a difference of two values
   * @return the same difference, at most half the circle either way
   */
  public double nearest(double difference) {
    double length = length();
    return difference - length * Math.rint(difference / length);
  }
}
