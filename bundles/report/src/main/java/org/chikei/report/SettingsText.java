package org.chikei.report;

import java.util.List;
import java.util.Map;

/** Settings as the lines of a job file, to be read and, if need be, copied into one. */
final class SettingsText {
  private static final String PLAIN_MARKS = "_-./*?²³ ()+";

  private static final String[] WORDS_OF_YAML = {
    "true", "false", "null", "yes", "no", "on", "off", "y", "n"
  };

  private SettingsText() {}

  /**
   * Appends settings, one a line.
   *
   * @param out where to append; what is appended is not yet safe for a page
   * @param settings texts, numbers, truth values, lists and maps of these
   */
  static void append(StringBuilder out, Map<?, ?> settings) {
    map(out, settings, 0);
  }

  /**
   * Appends one value on one line.
   *
   * @param out where to append; what is appended is not yet safe for a page
   * @param value a text, a number, a truth value, a list or a map of these
   */
  static void inline(StringBuilder out, Object value) {
    if (value instanceof List<?> list) {
      out.append('[');
      for (int i = 0; i < list.size(); i++) {
        if (i > 0) {
          out.append(", ");
        }
        inline(out, list.get(i));
      }
      out.append(']');
    } else if (value instanceof Map<?, ?> map) {
      String separator = "{";
      for (Map.Entry<?, ?> entry : map.entrySet()) {
        out.append(separator);
        scalar(out, entry.getKey());
        out.append(": ");
        inline(out, entry.getValue());
        separator = ", ";
      }
      out.append(map.isEmpty() ? "{}" : "}");
    } else {
      scalar(out, value);
    }
  }

  private static void map(StringBuilder out, Map<?, ?> map, int indent) {
    boolean first = true;
    for (Map.Entry<?, ?> entry : map.entrySet()) {
      if (!first || out.length() == 0 || out.charAt(out.length() - 1) == '\n') {
        indent(out, indent);
      }
      first = false;
      scalar(out, entry.getKey());
      out.append(':');
      Object value = entry.getValue();
      if (value instanceof Map<?, ?> inner && (holdsMore(inner.values()) || indent == 0)) {
        out.append(inner.isEmpty() ? " {}\n" : "\n");
        map(out, inner, indent + 1);
      } else if (value instanceof List<?> list && holdsMore(list)) {
        out.append('\n');
        list(out, list, indent + 1);
      } else {
        out.append(' ');
        inline(out, value);
        out.append('\n');
      }
    }
  }

  private static void list(StringBuilder out, List<?> list, int indent) {
    for (Object item : list) {
      indent(out, indent);
      out.append("- ");
      if (item instanceof Map<?, ?> inner && holdsMore(inner.values())) {
        map(out, inner, indent + 1);
      } else {
        inline(out, item);
        out.append('\n');
      }
    }
  }

  private static boolean holdsMore(Iterable<?> values) {
    for (Object value : values) {
      if (value instanceof Map<?, ?> || value instanceof List<?> list && holdsMaps(list)) {
        return true;
      }
    }
    return false;
  }

  private static boolean holdsMaps(List<?> list) {
    for (Object value : list) {
      if (value instanceof Map<?, ?>) {
        return true;
      }
    }
    return false;
  }

  private static void scalar(StringBuilder out, Object value) {
    if (value instanceof Double || value instanceof Float) {
      double number = ((Number) value).doubleValue();
      if (Double.isFinite(number)) {
        NumberText.append(out, number, 15);
      } else {
        out.append(Double.isNaN(number) ? ".nan" : number > 0 ? ".inf" : "-.inf");
      }
    } else if (value instanceof String text && !isPlain(text)) {
      out.append('"').append(text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n"));
      out.append('"');
    } else {
      out.append(value);
    }
  }

  /** Whether a text needs no quotes: it begins with a letter and has no mark of the syntax. */
  private static boolean isPlain(String text) {
    if (text.isEmpty() || !Character.isLetter(text.charAt(0)) || text.endsWith(" ")) {
      return false;
    }
    for (String word : WORDS_OF_YAML) {
      if (word.equalsIgnoreCase(text)) {
        return false;
      }
    }
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!Character.isLetterOrDigit(c) && PLAIN_MARKS.indexOf(c) < 0) {
        return false;
      }
    }
    return true;
  }

  private static void indent(StringBuilder out, int depth) {
    for (int i = 0; i < depth; i++) {
      out.append("  ");
    }
  }
}
