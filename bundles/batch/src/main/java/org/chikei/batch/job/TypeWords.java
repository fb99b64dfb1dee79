package org.chikei.batch.job;

import java.util.stream.Collectors;
import org.chikei.api.parameter.ParameterDeclaration;
import org.chikei.api.parameter.ParameterType;

/** Says what a parameter accepts, for messages and descriptions. */
public final class TypeWords {
  private TypeWords() {}

  /**
   * What a type accepts.
   *
   * @param type the type
   * @return for instance {@code a number above 0}
   */
  public static String accepted(ParameterType type) {
    if (type instanceof ParameterType.Real real) {
      return "a number" + bounds(real);
    }
    if (type instanceof ParameterType.Whole whole) {
      if (whole.minimum() == whole.maximum()) {
        return String.valueOf(whole.minimum());
      }
      return "a whole number" + bounds(whole);
    }
    if (type instanceof ParameterType.Flag) {
      return "true or false";
    }
    if (type instanceof ParameterType.Text) {
      return "text";
    }
    if (type instanceof ParameterType.Choice choice) {
      return (choice.words().size() > 1 ? "one of " : "") + String.join(", ", choice.words());
    }
    if (type instanceof ParameterType.Points points) {
      return "a list of " + count(points.minimum(), points.maximum(), "atom");
    }
    if (type instanceof ParameterType.Coordinates coordinates) {
      return coordinates.maximum() == 1
          ? "the name of a coordinate"
          : "a list of " + count(coordinates.minimum(), coordinates.maximum(), "coordinate name");
    }
    if (type instanceof ParameterType.ListOf list) {
      return "a list of "
          + (list.minimum() == 0 && list.maximum() == Integer.MAX_VALUE
              ? ""
              : number(list.minimum(), list.maximum()) + " values, each ")
          + accepted(list.element());
    }
    if (type instanceof ParameterType.OneOf oneOf) {
      return oneOf.alternatives().stream()
          .map(TypeWords::accepted)
          .distinct()
          .collect(Collectors.joining("; or "));
    }
    if (type instanceof ParameterType.Group group) {
      return "a mapping with "
          + group.members().stream()
              .map(ParameterDeclaration::name)
              .collect(Collectors.joining(", "));
    }
    if (type instanceof ParameterType.MapOf map) {
      return "a mapping from names to " + accepted(map.value());
    }
    return "a file name";
  }

  private static String bounds(ParameterType.Real real) {
    boolean low = real.minimum() != Double.NEGATIVE_INFINITY;
    boolean high = real.maximum() != Double.POSITIVE_INFINITY;
    String from = plain(real.minimum());
    String to = plain(real.maximum());
    if (low && high) {
      return (real.exclusive() ? " between " : " from ")
          + from
          + (real.exclusive() ? " and " : " to ")
          + to;
    }
    if (low) {
      return real.exclusive() ? " above " + from : " of at least " + from;
    }
    if (high) {
      return real.exclusive() ? " below " + to : " of at most " + to;
    }
    return "";
  }

  private static String bounds(ParameterType.Whole whole) {
    boolean low = whole.minimum() > Integer.MIN_VALUE;
    boolean high = whole.maximum() < Integer.MAX_VALUE;
    if (low && high) {
      return " from " + whole.minimum() + " to " + whole.maximum();
    }
    return low ? " of at least " + whole.minimum() : high ? " of at most " + whole.maximum() : "";
  }

  /** How many of something, in words: {@code 2 atoms}, {@code at least 1 atom}. */
  static String count(int minimum, int maximum, String noun) {
    return number(minimum, maximum)
        + " "
        + noun
        + (minimum == 1 && (maximum == 1 || maximum == Integer.MAX_VALUE) ? "" : "s");
  }

  private static String number(int minimum, int maximum) {
    if (minimum == maximum) {
      return String.valueOf(minimum);
    }
    return maximum == Integer.MAX_VALUE ? "at least " + minimum : minimum + " to " + maximum;
  }

  /** A number without a needless fraction. */
  static String plain(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1e15
        ? String.valueOf((long) value)
        : String.valueOf(value);
  }
}
