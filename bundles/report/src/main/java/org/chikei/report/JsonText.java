package org.chikei.report;

import java.util.List;
import java.util.Map;
import org.chikei.api.result.Quantity;

/**
 * Values as JSON (RFC 8259) for people and programs: what fits on one line stands on one line, and
 * a long list of numbers fills its lines. A {@link Quantity} becomes an object of value, error and
 * unit; NaN and the infinities become null. Not thread-safe.
 */
final class JsonText {
  private static final int LINE = 100;

  private final StringBuilder out;
  private int digits = NumberText.DIGITS;
  private int lineStart;

  /**
   * Begins a document.
   *
   * @param out where to append; empty
   */
  JsonText(StringBuilder out) {
    this.out = out;
  }

  /**
   * Sets the significant digits of the numbers that follow.
   *
   * @param count from 1 to 15
   */
  void setDigits(int count) {
    digits = count;
  }

  /**
   * Begins a line.
   *
   * @param depth how many levels it is indented
   */
  void newLine(int depth) {
    out.append('\n');
    lineStart = out.length();
    for (int i = 0; i < depth; i++) {
      out.append("  ");
    }
  }

  /**
   * Appends a key with its colon.
   *
   * @param name the key
   */
  void key(Object name) {
    string(String.valueOf(name));
    out.append(": ");
  }

  /**
   * Appends a value, in lines if it does not fit on the rest of this one.
   *
   * @param value a text, number, truth value, quantity, list or map of these, or null
   * @param depth how many levels the present line is indented
   * @throws IllegalArgumentException if it is anything else
   */
  void value(Object value, int depth) {
    int start = out.length();
    if (onOneLine(value) || isLeaf(value)) {
      return;
    }
    out.setLength(start);
    if (value instanceof Map<?, ?> map) {
      char before = '{';
      for (Map.Entry<?, ?> entry : map.entrySet()) {
        out.append(before);
        newLine(depth + 1);
        key(entry.getKey());
        value(entry.getValue(), depth + 1);
        before = ',';
      }
      newLine(depth);
      out.append('}');
    } else if (value instanceof List<?> list) {
      out.append('[');
      newLine(depth + 1);
      for (int i = 0; i < list.size(); i++) {
        if (i > 0) {
          next(list.get(i), depth + 1);
        }
        value(list.get(i), depth + 1);
      }
      newLine(depth);
      out.append(']');
    }
  }

  /** Begins the next item of a list: on the same line if it holds no others and fits there. */
  private void next(Object item, int depth) {
    out.append(',');
    int start = out.length();
    boolean stays = isLeaf(item) && onOneLine(item) && out.length() + 2 - lineStart <= LINE;
    out.setLength(start);
    if (stays) {
      out.append(' ');
    } else {
      newLine(depth);
    }
  }

  /** Appends a value without a line feed; false as soon as the line is too long for it. */
  private boolean onOneLine(Object value) {
    if (value instanceof Quantity quantity) {
      out.append("{\"value\": ");
      number(quantity.value());
      out.append(", \"error\": ");
      number(quantity.error());
      out.append(", \"unit\": ");
      string(quantity.unit());
      out.append('}');
    } else if (value instanceof Map<?, ?> map) {
      out.append('{');
      String before = "";
      for (Map.Entry<?, ?> entry : map.entrySet()) {
        out.append(before);
        key(entry.getKey());
        if (!onOneLine(entry.getValue())) {
          return false;
        }
        before = ", ";
      }
      out.append('}');
    } else if (value instanceof List<?> list) {
      out.append('[');
      for (int i = 0; i < list.size(); i++) {
        out.append(i > 0 ? ", " : "");
        if (!onOneLine(list.get(i))) {
          return false;
        }
      }
      out.append(']');
    } else {
      scalar(value);
    }
    return out.length() < lineStart + LINE;
  }

  private void scalar(Object value) {
    if (value instanceof String text) {
      string(text);
    } else if (value instanceof Double || value instanceof Float) {
      number(((Number) value).doubleValue());
    } else if (value == null || value instanceof Number || value instanceof Boolean) {
      out.append(value);
    } else {
      throw new IllegalArgumentException(
          "a result holds a ".concat(value.getClass().getName()).concat(", which has no JSON"));
    }
  }

  private void number(double value) {
    if (Double.isFinite(value)) {
      NumberText.append(out, value, digits);
    } else {
      out.append("null");
    }
  }

  private void string(String text) {
    out.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        out.append('\\').append(c);
      } else if (c == '\n') {
        out.append("\\n");
      } else if (c < ' ' || c == 0x7f || Character.isSurrogate(c) && !isPaired(text, i)) {
        out.append("\\u");
        for (int shift = 12; shift >= 0; shift -= 4) {
          out.append(Character.forDigit(c >> shift & 15, 16));
        }
      } else {
        out.append(c);
      }
    }
    out.append('"');
  }

  private static boolean isPaired(String text, int i) {
    return Character.isHighSurrogate(text.charAt(i))
        ? i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))
        : i > 0 && Character.isHighSurrogate(text.charAt(i - 1));
  }

  private static boolean isLeaf(Object value) {
    return !(value instanceof Map || value instanceof List);
  }
}
