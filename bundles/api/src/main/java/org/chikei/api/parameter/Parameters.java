package org.chikei.api.parameter;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import org.chikei.api.coordinate.Point;

/**
 * The values that a job gave to a provider, validated against its declaration, defaults filled in.
 *
 * <p>Values have Java types by kind: {@code Double} for a real, {@code Long} for a whole number,
 * {@code Boolean}, {@code String}, {@code java.nio.file.Path}, {@code List} and {@code Map} of
 * these, and a list of {@link Point} for points. Coordinates are names here; the request that
 * carries the parameters holds the coordinates themselves. Immutable.
 */
public final class Parameters {
  private final Map<String, Object> values;

  /**
   * Wraps values.
   *
   * @param values the values by key; copied
   */
  public Parameters(Map<String, Object> values) {
    this.values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
  }

  /**
   * The keys that have a value.
   *
   * @return the keys, in declared order
   */
  public Set<String> names() {
    return values.keySet();
  }

  /**
   * Whether a key has a value, given or by default.
   *
   * @param name the key
   * @return true if it has
   */
  public boolean has(String name) {
    return values.containsKey(name);
  }

  /**
   * A value as it is.
   *
   * @param name the key
   * @return the value, empty if there is none
   */
  public Optional<Object> value(String name) {
    return Optional.ofNullable(values.get(name));
  }

  /**
   * A real number; a whole number counts as one.
   *
   * @param name the key
   * @return the number
   * @throws NoSuchElementException if the key has no value
   */
  public double real(String name) {
    return ((Number) get(name)).doubleValue();
  }

  /**
   * A whole number.
   *
   * @param name the key
   * @return the number
   * @throws NoSuchElementException if the key has no value
   */
  public int whole(String name) {
    return Math.toIntExact(((Number) get(name)).longValue());
  }

  /**
   * True or false.
   *
   * @param name the key
   * @return the flag
   * @throws NoSuchElementException if the key has no value
   */
  public boolean flag(String name) {
    return (Boolean) get(name);
  }

  /**
   * Text, or a word of a choice.
   *
   * @param name the key
   * @return the text
   * @throws NoSuchElementException if the key has no value
   */
  public String text(String name) {
    return (String) get(name);
  }

  /**
   * A list of real numbers; a single number counts as a list of one.
   *
   * @param name the key
   * @return the numbers, a new array
   * @throws NoSuchElementException if the key has no value
   */
  public double[] reals(String name) {
    Object value = get(name);
    if (value instanceof Number number) {
      return new double[] {number.doubleValue()};
    }
    return ((List<?>) value).stream().mapToDouble(n -> ((Number) n).doubleValue()).toArray();
  }

  /**
   * Points of the structure.
   *
   * @param name the key
   * @return the points, in the order the job gives them
   * @throws NoSuchElementException if the key has no value
   */
  public List<Point> points(String name) {
    return ((List<?>) get(name)).stream().map(Point.class::cast).toList();
  }

  private Object get(String name) {
    Object value = values.get(name);
    if (value == null) {
      throw new NoSuchElementException("no value for parameter '" + name + "'");
    }
    return value;
  }

  @Override
  public String toString() {
    return values.toString();
  }
}
