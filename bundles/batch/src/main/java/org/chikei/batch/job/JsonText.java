package org.chikei.batch.job;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Writes plain values as indented JSON. The keys of a map that has no order of its own are sorted,
 * so that the same values give the same text.
 */
final class JsonText {
  private final StringBuilder out = new StringBuilder();

  String write(Object value) {
    value(value, 0);
    return out.append('\n').toString();
  }

  private void value(Object value, int depth) {
    if (value instanceof Map<?, ?> map) {
      object(map instanceof LinkedHashMap ? map : new TreeMap<>(map), depth);
    } else if (value instanceof List<?> list) {
      array(list, depth);
    } else if (value instanceof Double number) {
      out.append(TypeWords.plain(number));
    } else if (value instanceof Number || value instanceof Boolean) {
      out.append(value);
    } else {
      text(String.valueOf(value));
    }
  }

  private void object(Map<?, ?> map, int depth) {
    if (map.isEmpty()) {
      out.append("{}");
      return;
    }
    out.append('{');
    Iterator<? extends Map.Entry<?, ?>> entries = map.entrySet().iterator();
    while (entries.hasNext()) {
      Map.Entry<?, ?> entry = entries.next();
      line(depth + 1);
      text((String) entry.getKey());
      out.append(": ");
      value(entry.getValue(), depth + 1);
      out.append(entries.hasNext() ? "," : "");
    }
    line(depth);
    out.append('}');
  }

  private void array(List<?> list, int depth) {
    boolean flat = list.stream().noneMatch(v -> v instanceof Map || v instanceof List);
    out.append('[');
    for (int k = 0; k < list.size(); k++) {
      if (flat) {
        out.append(k == 0 ? "" : ", ");
      } else {
        out.append(k == 0 ? "" : ",");
        line(depth + 1);
      }
      value(list.get(k), depth + 1);
    }
    if (!flat) {
      line(depth);
    }
    out.append(']');
  }

  private void line(int depth) {
    out.append('\n').append("  ".repeat(depth));
  }

  private void text(String text) {
    out.append('"');
    for (int k = 0; k < text.length(); k++) {
      char c = text.charAt(k);
      if (c == '"' || c == '\\') {
        out.append('\\').append(c);
      } else if (c < ' ') {
        out.append(String.format("\\u%04x", (int) c));
      } else {
        out.append(c);
      }
    }
    out.append('"');
  }
}
