package org.chikei.structure.drawing;

/** Texts of symbols, and how wide they are in the common sans-serif types. */
final class Lettering {
  private static final String NARROW = "iIjlft.,:;'|()[]!- ";
  private static final String WIDE = "mwMWGOQ@%";

  private Lettering() {}

  /**
   * The width of a text, by the metrics of Helvetica and its likes, on the safe side.
   *
   * @param text the text
   * @param size the size of the type in pixels
   * @return the width in pixels
   */
  static double width(String text, double size) {
    double width = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean raised = c >= '\u2070' && c <= '\u209F' || c == '\u00B2' || c == '\u00B3';
      if (raised) {
        width += 0.36;
      } else if (NARROW.indexOf(c) >= 0) {
        width += 0.32;
      } else if (WIDE.indexOf(c) >= 0) {
        width += 0.84;
      } else {
        width += Character.isUpperCase(c) ? 0.72 : 0.57;
      }
    }
    return width * size;
  }

  /**
   * Hydrogens that are written with their atom.
   *
   * @param count how many
   * @return such as {@code H} or {@code H₂}; empty for none
   */
  static String hydrogens(int count) {
    return switch (count) {
      case 0 -> "";
      case 1 -> "H";
      default -> "H" + digits(count, '\u2080');
    };
  }

  /**
   * A charge.
   *
   * @param charge in elementary charges
   * @return such as {@code ⁺} or {@code ²⁻}; empty for none
   */
  static String charge(int charge) {
    if (charge == 0) {
      return "";
    }
    int size = Math.abs(charge);
    String digits =
        size == 1 ? "" : size == 2 ? "\u00B2" : size == 3 ? "\u00B3" : superscript(size);
    return digits + (charge > 0 ? '\u207A' : '\u207B');
  }

  private static String superscript(int number) {
    return digits(number, '\u2070');
  }

  private static String digits(int number, char zero) {
    StringBuilder digits = new StringBuilder();
    for (char c : Integer.toString(number).toCharArray()) {
      digits.append((char) (zero + c - '0'));
    }
    return digits.toString();
  }
}
