package org.chikei.report;

/**
 * Sets what steps write in plain characters, for they write to terminals too, as the field prints
 * it: {@code Vm} and {@code G_iso} with their index lowered, {@code nm^2} and {@code 1e-6} with the
 * power raised, {@code <v^2; r>} in angle brackets, a minus before a number as a minus. The text is
 * made safe for the page as by {@link Markup}.
 */
final class Typesetting {
  private Typesetting() {}

  /**
   * Appends a text to the page.
   *
   * @param out where to append
   * @param text a sentence, a header or a label
   */
  static void prose(StringBuilder out, String text) {
    typeset(out, text, "<sub>", "</sub>");
  }

  /**
   * Appends a text to a figure.
   *
   * @param out where to append
   * @param text a label
   */
  static void figureText(StringBuilder out, String text) {
    String raise = "</tspan><tspan dy=\"-3\">\u200b</tspan>";
    typeset(out, text, "<tspan dy=\"3\" font-size=\"9\">", raise);
  }

  /**
   * Appends a raised whole number.
   *
   * @param out where to append
   * @param number the number
   */
  static void superscript(StringBuilder out, int number) {
    String digits = Integer.toString(number);
    for (int i = 0; i < digits.length(); i++) {
      int digit = digits.charAt(i) - '0';
      out.append(digit < 0 ? '⁻' : "⁰¹²³⁴⁵⁶⁷⁸⁹".charAt(digit));
    }
  }

  private static void typeset(StringBuilder out, String text, String lower, String raise) {
    int closing = -1;
    int i = 0;
    while (i < text.length()) {
      int end = endOfWord(text, i);
      if (end > i) {
        end = word(out, text, i, end, lower, raise);
      } else if (text.charAt(i) == '^' && endOfPower(text, i + 1) > i + 1) {
        end = endOfPower(text, i + 1);
        superscript(out, Integer.parseInt(text.substring(i + 1, end)));
      } else if (text.charAt(i) == '-' && isMinus(text, i)) {
        out.append('−');
        end = i + 1;
      } else if (text.charAt(i) == '<' && closingBracket(text, i) > 0) {
        closing = closingBracket(text, i);
        out.append('⟨');
        end = i + 1;
      } else if (i == closing) {
        out.append('⟩');
        end = i + 1;
      } else {
        Markup.character(out, text, i);
        end = i + 1;
      }
      i = end;
    }
  }

  /** Appends a word, or the number that begins with it, and says where it ends. */
  private static int word(
      StringBuilder out, String text, int start, int end, String lower, String raise) {
    if (text.charAt(end - 1) == 'e' && isNumber(text, start, end - 1)) {
      int powerEnd = endOfPower(text, end);
      if (powerEnd > end + 1 && text.charAt(end) == '-') {
        boolean alone = end - start == 2 && text.charAt(start) == '1' && !follows(text, start, '.');
        out.append(text, start, alone ? start : end - 1).append(alone ? "10" : " × 10");
        superscript(out, Integer.parseInt(text.substring(end, powerEnd)));
        return powerEnd;
      }
    }
    int index = startOfIndex(text, start, end);
    out.append(text, start, index < end && text.charAt(index - 1) == '_' ? index - 1 : index);
    if (index < end) {
      out.append(lower);
      for (int k = index; k < end; k++) {
        out.append(text.charAt(k) == '_' ? ',' : text.charAt(k));
      }
      out.append(raise);
    }
    return end;
  }

  /** Where the index begins in a word such as Vm, Vm_gd, G_iso or D_aa; the end if it has none. */
  private static int startOfIndex(String text, int start, int end) {
    if (text.startsWith("Vm", start) && (end == start + 2 || text.charAt(start + 2) == '_')) {
      return start + 1;
    }
    if (end > start + 2 && text.charAt(start + 1) == '_' && text.charAt(start) > '9') {
      return start + 2;
    }
    return end;
  }

  /** Whether a hyphen stands for a minus: before a number, or between two spaces. */
  private static boolean isMinus(String text, int i) {
    boolean opens = i == 0 || " (→|".indexOf(text.charAt(i - 1)) >= 0;
    char next = i + 1 < text.length() ? text.charAt(i + 1) : 'x';
    return opens && (isDigit(next) || next == ' ' && i > 0);
  }

  /** Where the bracket closes that opens at a place before a letter; -1 if it is no bracket. */
  private static int closingBracket(String text, int open) {
    int close = text.indexOf('>', open);
    boolean holds = close > open + 1 && Character.isLetter(text.charAt(open + 1));
    return holds && text.lastIndexOf('<', close) == open ? close : -1;
  }

  private static int endOfPower(String text, int start) {
    int end = start < text.length() && text.charAt(start) == '-' ? start + 1 : start;
    int digits = end;
    while (end < text.length() && isDigit(text.charAt(end)) && end < digits + 4) {
      end++;
    }
    return end > digits ? end : start;
  }

  private static boolean isNumber(String text, int start, int end) {
    for (int i = start; i < end; i++) {
      if (!isDigit(text.charAt(i))) {
        return false;
      }
    }
    return end > start;
  }

  private static boolean follows(String text, int i, char before) {
    return i > 0 && text.charAt(i - 1) == before;
  }

  private static int endOfWord(String text, int start) {
    int end = start;
    while (end < text.length() && isOfWord(text.charAt(end))) {
      end++;
    }
    return end;
  }

  private static boolean isOfWord(char c) {
    return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || isDigit(c) || c == '_';
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
