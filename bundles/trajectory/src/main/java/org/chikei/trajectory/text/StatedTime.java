package org.chikei.trajectory.text;

import java.nio.charset.StandardCharsets;

/**
 * Finds the time in a line of words: a {@code time} or a {@code t}, an equals sign or a colon, a
 * number and, as the case may be, its unit. Used again and again; not thread-safe.
 */
public final class StatedTime {
  private double value;
  private boolean unitStated;

  /** Makes one that has found nothing yet. */
  public StatedTime() {}

  /**
   * Takes the first time in the line at hand.
   *
   * @param lines the lines
   * @param unit the unit in ps of a time that has none
   */
  public void read(Lines lines, double unit) {
    byte[] line = lines.bytes();
    int end = lines.end();
    value = Double.NaN;
    unitStated = false;
    for (int at = lines.start(); at < end && Double.isNaN(value); at++) {
      if ((line[at] | 0x20) == 't' && beginsWord(line, at, lines.start())) {
        number(line, at, end, unit);
      }
    }
  }

  /**
   * Takes the last time in the line at hand, as GROMACS adds one to a title that may have anything
   * before it, in lower case.
   *
   * @param lines the lines
   * @param unit the unit in ps of a time that has none
   */
  public void readLast(Lines lines, double unit) {
    byte[] line = lines.bytes();
    value = Double.NaN;
    unitStated = false;
    for (int at = lines.end() - 1; at >= lines.start() && Double.isNaN(value); at--) {
      if (line[at] == 't' && beginsWord(line, at, lines.start())) {
        number(line, at, lines.end(), unit);
      }
    }
  }

  private static boolean beginsWord(byte[] line, int at, int start) {
    return at == start || !isWord(line[at - 1]);
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

  /**
   * The time.
   *
   * @return in ps; NaN where the line has none
   */
  public double value() {
    return value;
  }

  /**
   * Whether the line says in which unit its time is.
   *
   * @return whether it does
   */
  public boolean unitStated() {
    return unitStated;
  }
}
