package org.chikei.coordinates.plumed;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.chikei.api.coordinate.ImportedCoordinates.Origin;

/**
 * One action of an input: its name, label, keywords and flags. What is taken from it is ticked off.
 */
final class Action {
  private final String name;
  private final String label;
  private final Origin origin;
  private final Map<String, String> values = new LinkedHashMap<>();
  private final Set<String> flags = new LinkedHashSet<>();

  Action(String name, String label, Origin origin) {
    this.name = name;
    this.label = label;
    this.origin = origin;
  }

  /** Its name in capitals, such as DISTANCE. */
  String name() {
    return name;
  }

  /** Its label; empty where it has none. */
  String label() {
    return label;
  }

  Origin origin() {
    return origin;
  }

  /** Adds a keyword; false if it was there. */
  boolean add(String keyword, String value) {
    return values.putIfAbsent(keyword, value) == null;
  }

  void add(String flag) {
    flags.add(flag);
  }

  /** Whether a keyword is there and not yet taken. */
  boolean has(String keyword) {
    return values.containsKey(keyword);
  }

  /** Takes the value of a keyword. */
  Optional<String> take(String keyword) {
    return Optional.ofNullable(values.remove(keyword));
  }

  /** Takes the value of a keyword that must be there. */
  String require(String keyword) throws UnreadException {
    String value = values.remove(keyword);
    if (value == null) {
      throw new UnreadException(keyword + " is missing");
    }
    return value;
  }

  /** Takes a list of words, separated by commas or blanks outside of brackets. */
  Optional<List<String>> takeList(String keyword) {
    return take(keyword).map(Words::list);
  }

  List<String> requireList(String keyword) throws UnreadException {
    return Words.list(require(keyword));
  }

  /** Takes a number, which may be an expression of constants. */
  double takeNumber(String keyword, double otherwise) throws UnreadException {
    Optional<String> value = take(keyword);
    return value.isPresent() ? Words.number(keyword, value.get()) : otherwise;
  }

  double requireNumber(String keyword) throws UnreadException {
    return Words.number(keyword, require(keyword));
  }

  /** Takes numbers; null where the keyword is not there. */
  double[] takeNumbers(String keyword) throws UnreadException {
    Optional<List<String>> words = takeList(keyword);
    return words.isPresent() ? Words.numbers(keyword, words.get()) : null;
  }

  /** Takes a flag. */
  boolean flag(String flag) {
    return flags.remove(flag);
  }

  /** Takes keywords and flags that change nothing in the values. */
  void ignore(String... words) {
    for (String word : words) {
      values.remove(word);
      flags.remove(word);
    }
  }

  /** The keywords and flags that nobody has taken. */
  List<String> left() {
    List<String> left = new ArrayList<>(values.keySet());
    left.addAll(flags);
    return left;
  }

  /** What a message calls it. */
  String words() {
    return label.isEmpty() ? name : label + ": " + name;
  }
}
