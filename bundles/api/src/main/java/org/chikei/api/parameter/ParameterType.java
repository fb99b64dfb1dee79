package org.chikei.api.parameter;

import java.util.List;

/**
 * The kinds of value that a parameter of a job can have. The kinds compose, so that one declaration
 * is enough to validate a job, to write its JSON Schema and to draw a form.
 */
public sealed interface ParameterType {

  /**
   * A real number.
   *
   * @param minimum the smallest value allowed (use negative infinity for none)
   * @param maximum the largest value allowed (use positive infinity for none)
   * @param exclusive whether the bounds themselves are refused
   */
  record Real(double minimum, double maximum, boolean exclusive) implements ParameterType {
    /** Any finite real number. */
    public static final Real ANY =
        new Real(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, false);

    /** Any finite real number above zero. */
    public static final Real POSITIVE = new Real(0, Double.POSITIVE_INFINITY, true);
  }

  /**
   * A whole number.
   *
   * @param minimum the smallest value allowed
   * @param maximum the largest value allowed
   */
  record Whole(long minimum, long maximum) implements ParameterType {}

  /** True or false. */
  record Flag() implements ParameterType {}

  /**
   * A line of text.
   *
   * @param pattern a regular expression that the whole text must match; empty for any text
   */
  record Text(String pattern) implements ParameterType {
    /** Any text. */
    public static final Text ANY = new Text("");
  }

  /**
   * One of a few words.
   *
   * @param words the words, in the order a person would list them
   */
  record Choice(List<String> words) implements ParameterType {
    /** Copies the list. */
    public Choice {
      words = List.copyOf(words);
    }

    /**
     * A choice among the words given.
     *
     * @param words the words
     * @return the type
     */
    public static Choice of(String... words) {
      return new Choice(List.of(words));
    }
  }

  /**
   * Points of a structure: atom numbers from 1, names such as {@code ALA.CA}, or whatever else the
   * installed selection understands. The provider receives them as {@link
   * org.chikei.api.coordinate.Point points}.
   *
   * @param minimum how many points at least
   * @param maximum how many points at most
   */
  record Points(int minimum, int maximum) implements ParameterType {}

  /**
   * Other coordinates of the job, by name. The provider receives them as components.
   *
   * @param minimum how many at least
   * @param maximum how many at most
   */
  record Coordinates(int minimum, int maximum) implements ParameterType {}

  /**
   * A list of values of one type.
   *
   * @param element the type of each value
   * @param minimum how many at least
   * @param maximum how many at most
   */
  record ListOf(ParameterType element, int minimum, int maximum) implements ParameterType {}

  /**
   * A value of the first of several types that fits, such as a number or a word.
   *
   * @param alternatives the types, tried in this order
   */
  record OneOf(List<ParameterType> alternatives) implements ParameterType {
    /** Copies the list. */
    public OneOf {
      alternatives = List.copyOf(alternatives);
    }

    /**
     * A value of one of the types given.
     *
     * @param alternatives the types, tried in this order
     * @return the type
     */
    public static OneOf of(ParameterType... alternatives) {
      return new OneOf(List.of(alternatives));
    }
  }

  /**
   * A mapping with declared keys.
   *
   * @param members the keys
   */
  record Group(List<ParameterDeclaration> members) implements ParameterType {
    /** Copies the list. */
    public Group {
      members = List.copyOf(members);
    }
  }

  /**
   * A mapping with free keys.
   *
   * @param value the type of each value
   */
  record MapOf(ParameterType value) implements ParameterType {}

  /**
   * A file, named relative to the job file. The provider receives its {@link java.nio.file.Path}.
   */
  record FileName() implements ParameterType {}
}
