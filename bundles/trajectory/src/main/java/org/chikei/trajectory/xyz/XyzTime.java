package org.chikei.trajectory.xyz;

import java.nio.charset.StandardCharsets;
import org.chikei.trajectory.text.Decimal;
import org.chikei.trajectory.text.Lines;
import org.chikei.trajectory.text.UnitChoice;

/**
 * Finds the time in a comment line: a {@code time} or a {@code t}, an equals sign or a colon, a
 * number and, as the case may be, its unit.
 */
final class XyzTime {
  private double value;
  private boolean unitStated;

  /** Looks at the line at hand; a time without a unit is in the given one. */
  void read(Lines lines, double unit) {
    byte[] line = lines.bytes();
    int end = lines.end();
    value = Double.NaN;
    unitStated = false;
    for (int at = lines.start(); at < end && Double.isNaN(value); at++) {
      boolean begins = at == lines.start() || !isWord(line[at - 1]);
      if (begins && (line[at] | 0x20) == 't') {
        number(line, at, end, unit);
      }
    }
  }

  private void number(byte[] line, int key, int end, double unit) {
    boolean longer = end - key >= 4 && isTime(line, key);
    int at = skip(line, key + (longer ? 4 : 1), end, " \t");
    if (at == end || line[at] != '=' && line[at] != ':') {
      return;
    }
    at = skip(line, at + 1, end, " \t\"'");
    int numberEnd = skip(line, at, end, "0123456789+-.eEdD");
    double number = Decimal.parse(line, at, numberEnd);
    int word = skip(line, numberEnd, end, " \t");
    int wordEnd = word;
    while (wordEnd < end && isWord(line[wordEnd])) {
      wordEnd++;
    }
    double stated =
        wordEnd - word == 2
            ? UnitChoice.time(new String(line, word, 2, StandardCharsets.ISO_8859_1))
            : Double.NaN;
    unitStated = !Double.isNaN(stated);
    value = number * (unitStated ? stated : unit);
  }

  private static boolean isTime(byte[] line, int at) {
    return (line[at + 1] | 0x20) == 'i'
        && (line[at + 2] | 0x20) == 'm'
        && (line[at + 3] | 0x20) == 'e';
  }

  private static int skip(byte[] line, int from, int end, String characters) {
    int at = from;
    while (at < end && characters.indexOf(line[at]) >= 0) {
      at++;
    }
    return at;
  }

  private static boolean isWord(byte character) {
    return character >= '0' && character <= '9'
        || (character | 0x20) >= 'a' && (character | 0x20) <= 'z'
        || character == '_';
  }

  /** The time in ps, or NaN where the comment has none. */
  double value() {
    return value;
  }

  /** Whether the comment says in which unit its time is. */
  boolean unitStated() {
    return unitStated;
  }
}
