package org.chikei.trajectory.series;

import org.chikei.trajectory.text.Decimal;
import org.chikei.trajectory.text.Lines;
import org.chikei.trajectory.text.Tokens;

/**
 * The fields of a line, as pieces of its bytes: words between blanks, or what stands between
 * separators, blanks and quotation marks around it left out. Used again and again; not thread-safe.
 */
final class Fields {
  /** The separator that stands for any white space. */
  static final char BLANKS = ' ';

  private final char separator;
  private final int[] starts;
  private final int[] ends;
  private byte[] bytes = {};

  /**
   * Makes an empty list.
   *
   * @param separator what separates fields, or {@link #BLANKS}
   * @param maximum how many fields are kept; more are counted
   */
  Fields(char separator, int maximum) {
    this.separator = separator;
    this.starts = new int[maximum];
    this.ends = new int[maximum];
  }

  /** Splits a line; the number of its fields. */
  int split(byte[] line, int start, int end) {
    bytes = line;
    return separator == BLANKS ? words(start, end) : cells(start, end);
  }

  /** Splits the line at hand. */
  int split(LineStream lines) {
    return split(lines.bytes(), lines.start(), lines.end());
  }

  private int words(int start, int stop) {
    int at = start;
    int found = 0;
    while (true) {
      while (at < stop && Tokens.isBlank(bytes[at])) {
        at++;
      }
      if (at == stop) {
        return found;
      }
      int from = at;
      while (at < stop && !Tokens.isBlank(bytes[at])) {
        at++;
      }
      put(found++, from, at);
    }
  }

  private int cells(int start, int stop) {
    int at = start;
    int found = 0;
    while (true) {
      int from = at;
      boolean quoted = false;
      while (at < stop && (quoted || bytes[at] != separator)) {
        quoted ^= bytes[at] == '"';
        at++;
      }
      trim(found++, from, at);
      if (at == stop) {
        return found;
      }
      at++;
    }
  }

  private void trim(int field, int start, int end) {
    int from = start;
    int to = end;
    while (from < to && Tokens.isBlank(bytes[from])) {
      from++;
    }
    while (to > from && Tokens.isBlank(bytes[to - 1])) {
      to--;
    }
    if (to - from > 1 && bytes[from] == '"' && bytes[to - 1] == '"') {
      put(field, from + 1, to - 1);
    } else {
      put(field, from, to);
    }
  }

  private void put(int field, int from, int to) {
    if (field < starts.length) {
      starts[field] = from;
      ends[field] = to;
    }
  }

  /** A field as a number; NaN if it is none. */
  double number(int field) {
    return Decimal.parse(bytes, starts[field], ends[field]);
  }

  /** A field, for a message. */
  String shown(int field) {
    return Lines.shown(bytes, starts[field], ends[field]);
  }

  /** Whether nothing stands in a field. */
  boolean isEmpty(int field) {
    return starts[field] == ends[field];
  }

  /** How many characters a field has after its point, an exponent included; 0 without a point. */
  int decimals(int field) {
    for (int at = starts[field]; at < ends[field]; at++) {
      if (bytes[at] == '.') {
        return ends[field] - at - 1;
      }
    }
    return 0;
  }

  /** The worth of the last digit of a field: 0.001 for 1.250, 1e-7 for 1.25e-5. */
  double lastPlace(int field) {
    int point = -1;
    int digits = 0;
    int at = starts[field];
    for (; at < ends[field]; at++) {
      if (bytes[at] == '.') {
        point = at;
      } else if (bytes[at] >= '0' && bytes[at] <= '9') {
        digits += point < 0 ? 0 : 1;
      } else if (at > starts[field]) {
        break;
      }
    }
    int exponent = 0;
    if (at < ends[field]) {
      double stated = Decimal.parse(bytes, at + 1, ends[field]);
      exponent = Math.abs(stated) < 400 ? (int) stated : 0;
    }
    return Math.pow(10, exponent - digits);
  }
}
