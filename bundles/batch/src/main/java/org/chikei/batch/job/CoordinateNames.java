package org.chikei.batch.job;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.chikei.batch.text.Place;
import org.chikei.batch.text.Problems;
import org.chikei.batch.text.Suggestion;

/** What the coordinates of a job are called, and what cannot be had under which name. */
final class CoordinateNames {
  private final Map<String, Place> names = new TreeMap<>();
  private final Map<String, String> aliases = new TreeMap<>();
  private final Map<String, String> missing = new TreeMap<>();

  /** Adds a name. */
  void add(String name, Place place) {
    names.put(name, place);
  }

  /** Adds another name for a coordinate. */
  void alias(String alias, String name) {
    aliases.putIfAbsent(alias, name);
  }

  /** Adds a name, also of what begins with it and a point, that has no coordinate. */
  void missing(String label, String reason) {
    missing.putIfAbsent(label, reason);
  }

  Set<String> names() {
    return names.keySet();
  }

  boolean contains(String name) {
    return names.containsKey(name);
  }

  /** The same name as the coordinate has it. */
  NameText canonical(NameText name) {
    String known = contains(name.name()) ? null : aliases.get(name.name());
    return known == null ? name : new NameText(known, name.path(), name.place());
  }

  /** The same value with all names as the coordinates have them. */
  Object canonical(Object value) {
    if (value instanceof NameText name) {
      return canonical(name);
    }
    if (value instanceof List<?> list) {
      return list.stream().map(this::canonical).toList();
    }
    if (value instanceof Map<?, ?> map) {
      Map<Object, Object> values = new LinkedHashMap<>();
      map.forEach((k, v) -> values.put(k, canonical(v)));
      return values;
    }
    return value;
  }

  /** Complains of a name that no coordinate has. */
  void unknown(NameText name, Problems problems) {
    String reason = missing.get(name.name());
    if (reason == null) {
      reason = missing.get(name.name().replaceFirst("\\..*", ""));
    }
    problems.add(
        name.place(),
        name.path(),
        "'"
            + name.name()
            + "' is no coordinate of this job"
            + (reason != null
                ? ": " + reason
                : Suggestion.question(name.name(), names())
                    + (names.isEmpty() ? "" : " (accepted: " + String.join(", ", names()) + ")")));
  }
}
