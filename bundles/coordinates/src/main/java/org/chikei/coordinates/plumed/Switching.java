package org.chikei.coordinates.plumed;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Reads switching functions. */
final class Switching {
  private static final Map<String, String> KINDS =
      Map.of(
          "RATIONAL", "rational",
          "EXP", "exponential",
          "GAUSSIAN", "gaussian",
          "SMAP", "smap",
          "CUBIC", "cubic",
          "TANH", "tanh",
          "COSINUS", "cosine",
          "Q", "native-contacts");

  private Switching() {}

  /** The function that SWITCH or R_0, NN, MM and D_0 of an action give. */
  static Map<String, Object> of(Action action, double length) throws UnreadException {
    Optional<String> definition = action.take("SWITCH");
    if (definition.isPresent()) {
      action.ignore("R_0", "NN", "MM", "D_0");
      return read(definition.get(), length);
    }
    double r0 = action.requireNumber("R_0");
    double d0 = action.takeNumber("D_0", 0);
    int n = (int) action.takeNumber("NN", 6);
    int m = (int) action.takeNumber("MM", 0);
    m = m == 0 ? 2 * n : m;
    if (!(r0 > 0) || n == m) {
      throw new UnreadException("R_0, NN and MM make no switching function");
    }
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("kind", "rational");
    values.put("r0", r0 * length);
    values.put("d0", d0 * length);
    values.put("n", (long) n);
    values.put("m", (long) m);
    // beyond the distance where it has fallen to 1e-5 the function is cut and stretched
    values.put("d-max", (d0 + r0 * Math.pow(1e-5, 1.0 / (n - m))) * length);
    return values;
  }

  /**
   * Reads a definition such as {@code RATIONAL R_0=0.3 NN=6}.
   *
   * @param definition the words
   * @param length the unit of length in nm
   * @return the parameters of a switching function
   * @throws UnreadException if it has no counterpart
   */
  static Map<String, Object> read(String definition, double length) throws UnreadException {
    List<String> words = Words.list(definition);
    String name = words.isEmpty() ? "" : words.get(0);
    String kind = KINDS.get(name);
    if (kind == null) {
      throw new UnreadException(
          "the switching function '"
              + name
              + "' has no counterpart (those that have: "
              + String.join(", ", KINDS.keySet().stream().sorted().toList())
              + ")");
    }
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("kind", kind);
    for (String word : words.subList(1, words.size())) {
      int equals = word.indexOf('=');
      String keyword = equals < 0 ? word : word.substring(0, equals);
      String value = equals < 0 ? "" : Words.bare(word.substring(equals + 1));
      add(keyword.toUpperCase(Locale.ROOT), value, length, values);
    }
    return values;
  }

  private static void add(String keyword, String value, double length, Map<String, Object> values)
      throws UnreadException {
    switch (keyword) {
      case "R_0" -> values.put("r0", Words.number(keyword, value) * length);
      case "D_0" -> values.put("d0", Words.number(keyword, value) * length);
      case "D_MAX" -> values.put("d-max", Words.number(keyword, value) * length);
      case "REF" -> values.put("reference", Words.number(keyword, value) * length);
      case "BETA" -> values.put("beta", Words.number(keyword, value) / length);
      case "LAMBDA" -> values.put("lambda", Words.number(keyword, value));
      case "NN" -> values.put("n", (long) Words.number(keyword, value));
      case "MM" -> {
        if (Words.number(keyword, value) != 0) {
          values.put("m", (long) Words.number(keyword, value));
        }
      }
      case "A" -> values.put("a", (long) Words.number(keyword, value));
      case "B" -> values.put("b", (long) Words.number(keyword, value));
      case "NOSTRETCH" -> values.put("stretch", false);
      case "STRETCH" -> {
        // that is so anyway
      }
      default -> throw new UnreadException(keyword + " of a switching function is not read");
    }
  }
}
