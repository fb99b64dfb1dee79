package org.chikei.trajectory.text;

/** The words of a line, as pieces of its bytes. Used again and again; not thread-safe. */
public final class Tokens {
  private final int[] starts;
  private final int[] ends;
  private byte[] bytes = {};
  private int size;

  /**
   * Makes an empty list.
   *
   * @param maximum how many words of a line are looked at
   */
  public Tokens(int maximum) {
    starts = new int[maximum];
    ends = new int[maximum];
  }

  /**
   * Whether a character separates words.
   *
   * @param character of any encoding that holds ASCII
   * @return whether it is a blank or a control character
   */
  public static boolean isBlank(byte character) {
    return character <= ' ' && character >= 0;
  }

  /**
   * Splits the line at hand at its white space.
   *
   * @param lines the lines
   * @return the number of words, or the maximum if there are more
   */
  public int split(Lines lines) {
    bytes = lines.bytes();
    int stop = lines.end();
    int at = lines.start();
    int found = 0;
    while (found < starts.length) {
      while (at < stop && isBlank(bytes[at])) {
        at++;
      }
      if (at == stop) {
        break;
      }
      starts[found] = at;
      while (at < stop && !isBlank(bytes[at])) {
        at++;
      }
      ends[found++] = at;
    }
    size = found;
    return found;
  }

  /**
   * The number of words of the last line.
   *
   * @return the number
   */
  public int size() {
    return size;
  }

  /**
   * A word as a number.
   *
   * @param k the word, from 0, less than {@link #size}
   * @return the number; NaN if it is none
   */
  public double number(int k) {
    return Decimal.parse(bytes, starts[k], ends[k]);
  }

  /**
   * A word as a whole number that is not negative.
   *
   * @param k the word, from 0, less than {@link #size}
   * @return the number; −1 if it is none or has more than 18 digits
   */
  public long count(int k) {
    if (ends[k] - starts[k] > 18) {
      return -1;
    }
    long value = 0;
    for (int at = starts[k]; at < ends[k]; at++) {
      int digit = bytes[at] - '0';
      if (digit < 0 || digit > 9) {
        return -1;
      }
      value = 10 * value + digit;
    }
    return value;
  }

  /**
   * How many characters a word has after its point.
   *
   * @param k the word, from 0, less than {@link #size}
   * @return the number, an exponent included; 0 without a point
   */
  public int decimals(int k) {
    for (int at = starts[k]; at < ends[k]; at++) {
      if (bytes[at] == '.') {
        return ends[k] - at - 1;
      }
    }
    return 0;
  }

  /**
   * Whether a character is in a word.
   *
   * @param k the word, from 0, less than {@link #size}
   * @param upper the character in upper case; its lower case is looked for, too
   * @return whether it is
   */
  public boolean contains(int k, char upper) {
    for (int at = starts[k]; at < ends[k]; at++) {
      if ((bytes[at] & ~0x20) == upper) {
        return true;
      }
    }
    return false;
  }

  /**
   * A word, for a message.
   *
   * @param k the word, from 0, less than {@link #size}
   * @return printable characters
   */
  public String shown(int k) {
    return Lines.shown(bytes, starts[k], ends[k]);
  }
}
