package org.chikei.trajectory.xyz;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.chikei.trajectory.text.Decimal;
import org.chikei.trajectory.text.Lines;

/**
 * The comment line of one frame after the other, taken apart into what extended XYZ says there.
 * Most comments name the same columns as the one before, so that nothing is made for them.
 */
final class XyzComment {
  private static final byte[] LATTICE = bytes("lattice");
  private static final byte[] PROPERTIES = bytes("properties");
  private static final byte[] PBC = bytes("pbc");

  private byte[] line = {};
  private final double[] box = new double[9];
  private final boolean[] periodic = new boolean[3];
  private boolean hasLattice;
  private boolean extended;
  private XyzColumns columns = XyzColumns.PLAIN;
  private XyzColumns named;
  private byte[] properties = {};

  /**
   * Takes the line at hand apart.
   *
   * @throws IllegalArgumentException if it cannot be understood; the message says why
   */
  void read(Lines lines) {
    line = lines.bytes();
    Arrays.fill(periodic, true);
    hasLattice = false;
    extended = false;
    columns = XyzColumns.PLAIN;
    int at = lines.start();
    int end = lines.end();
    while (at < end) {
      int key = skipBlanks(at, end);
      int keyEnd = keyEnd(key, end);
      at = skipBlanks(keyEnd, end);
      if (at < end && line[at] == '=') {
        at = skipBlanks(at + 1, end);
        int close = at < end ? close(line[at]) : 0;
        int value = close == 0 ? at : at + 1;
        int valueEnd = valueEnd(value, end, close);
        entry(key, keyEnd, value, valueEnd);
        at = close == 0 ? valueEnd : valueEnd + 1;
      }
    }
  }

  private void entry(int key, int keyEnd, int value, int valueEnd) {
    if (is(LATTICE, key, keyEnd)) {
      lattice(value, valueEnd);
    } else if (is(PROPERTIES, key, keyEnd)) {
      properties(value, valueEnd);
    } else if (is(PBC, key, keyEnd)) {
      pbc(value, valueEnd);
    }
  }

  private void properties(int value, int end) {
    extended = true;
    if (named == null || !Arrays.equals(properties, 0, properties.length, line, value, end)) {
      properties = Arrays.copyOfRange(line, value, end);
      named = null;
      named = XyzColumns.of(new String(properties, StandardCharsets.ISO_8859_1));
    }
    columns = named;
  }

  /** Nine numbers, or three for a rectangular box. */
  private void lattice(int value, int end) {
    extended = true;
    hasLattice = true;
    Arrays.fill(box, 0);
    int count = 0;
    int at = skipBlanks(value, end);
    while (at < end) {
      int next = at;
      while (next < end && !isSeparator(line[next])) {
        next++;
      }
      double number = Decimal.parse(line, at, next);
      if (count == 9 || Double.isNaN(number)) {
        throw badLattice(value, end);
      }
      box[count++] = number;
      at = next;
      while (at < end && isSeparator(line[at])) {
        at++;
      }
    }
    if (count == 3) {
      box[4] = box[1];
      box[8] = box[2];
      box[1] = 0;
      box[2] = 0;
    } else if (count != 9) {
      throw badLattice(value, end);
    }
  }

  private IllegalArgumentException badLattice(int value, int end) {
    return new IllegalArgumentException(
        "Lattice must be nine numbers, not '" + Lines.shown(line, value, end) + "'");
  }

  private void pbc(int value, int end) {
    int direction = 0;
    boolean inWord = false;
    for (int at = value; at < end && direction < 3; at++) {
      boolean separator = isSeparator(line[at]);
      if (!separator && !inWord) {
        periodic[direction++] = (line[at] & ~0x20) == 'T' || line[at] == '1';
      }
      inWord = !separator;
    }
  }

  private static boolean isSeparator(byte character) {
    return isBlank(character) || character == ',';
  }

  private static boolean isBlank(byte character) {
    return character == ' ' || character == '\t';
  }

  private int skipBlanks(int from, int end) {
    int at = from;
    while (at < end && isBlank(line[at])) {
      at++;
    }
    return at;
  }

  private int keyEnd(int from, int end) {
    int at = from;
    while (at < end && !isBlank(line[at]) && line[at] != '=') {
      at++;
    }
    return at;
  }

  private static int close(byte open) {
    return switch (open) {
      case '"' -> '"';
      case '\'' -> '\'';
      case '{' -> '}';
      default -> 0;
    };
  }

  private int valueEnd(int from, int end, int close) {
    int at = from;
    while (at < end && (close == 0 ? !isBlank(line[at]) : line[at] != close)) {
      at++;
    }
    return at;
  }

  private boolean is(byte[] lowerCaseKey, int start, int end) {
    if (end - start != lowerCaseKey.length) {
      return false;
    }
    for (int k = 0; k < lowerCaseKey.length; k++) {
      if ((line[start + k] | 0x20) != lowerCaseKey[k]) {
        return false;
      }
    }
    return true;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  /** Whether the comment has a key that only extended XYZ has. */
  boolean isExtended() {
    return extended;
  }

  /** The columns of the frame. */
  XyzColumns columns() {
    return columns;
  }

  /** Whether the frame has a box with a periodic direction. */
  boolean hasBox() {
    return hasLattice && (periodic[0] || periodic[1] || periodic[2]);
  }

  /** Entry {@code k} of the box in the file's unit of length; 0 for what is not periodic. */
  double box(int k) {
    return periodic[k / 3] ? box[k] : 0;
  }
}
