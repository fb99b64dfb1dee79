package org.chikei.structure;

/**
 * Reads the four columns of residue numbers, which programs overflow in three ways: they start
 * again from 0, go on in hexadecimal ({@code 9999, 2710}), or go on in base 36 with a letter in
 * front ({@code 9999, A000}). Which way it was is told from the number that follows 9999.
 */
final class ResidueNumbers {
  private static final int LIMIT = 9999;
  private static final int WIDTH = 4;

  private boolean hexadecimal;
  private int last;

  /**
   * Reads the next number.
   *
   * @param field the columns, blanks around them allowed
   * @return the number; 0 where the columns are blank or hold no number
   */
  int next(String field) {
    String text = field.trim();
    int asHexadecimal = number(text, 16);
    hexadecimal = hexadecimal ? asHexadecimal > LIMIT : last == LIMIT && asHexadecimal == LIMIT + 1;
    last = hexadecimal ? asHexadecimal : plain(text);
    return last;
  }

  private static int plain(String text) {
    if (text.length() == WIDTH && Character.isLetter(text.charAt(0))) {
      int beyond = number(text, 36) - 10 * 36 * 36 * 36;
      boolean lowerCase = Character.isLowerCase(text.charAt(0));
      return LIMIT + 1 + beyond + (lowerCase ? 26 * 36 * 36 * 36 : 0);
    }
    return number(text, 10);
  }

  private static int number(String text, int radix) {
    try {
      return Integer.parseInt(text, radix);
    } catch (NumberFormatException e) {
      return 0;
    }
  }
}
