package org.chikei.report;

/**
 * Text made safe to stand in the page, whoever wrote it: a job's title, a name in a file, a
 * sentence of a step. What is appended is well-formed as HTML and as XML.
 */
final class Markup {
  private static final String[] GREEK = {
    "alpha", "α", "beta", "β", "gamma", "γ", "delta", "δ", "epsilon", "ε", "zeta", "ζ", "eta", "η",
    "theta", "θ", "kappa", "κ", "lambda", "λ", "mu", "μ", "nu", "ν", "xi", "ξ", "rho", "ρ", "sigma",
    "σ", "tau", "τ", "phi", "φ", "chi", "χ", "psi", "ψ", "omega", "ω"
  };

  private Markup() {}

  /**
   * Appends a text as it is.
   *
   * @param out where to append
   * @param text anything
   */
  static void text(StringBuilder out, String text) {
    for (int i = 0; i < text.length(); i++) {
      character(out, text, i);
    }
  }

  /**
   * Appends a text with the symbols of the field set as such: {@code Vm} and {@code G_iso} with
   * their index lowered.
   *
   * @param out where to append
   * @param text a sentence, a header or a label
   */
  static void prose(StringBuilder out, String text) {
    typeset(out, text, "<sub>", "</sub>");
  }

  /**
   * Appends a text of a figure, its symbols set as in {@link #prose}.
   *
   * @param out where to append
   * @param text a label
   */
  static void figureText(StringBuilder out, String text) {
    typeset(
        out, text, "<tspan dy=\"3\" font-size=\"9\">", "</tspan><tspan dy=\"-3\">\u200b</tspan>");
  }

  /**
   * The letter of a coordinate that bears the name of one.
   *
   * @param name a name such as {@code phi}
   * @return the Greek letter, or the name
   */
  static String greek(String name) {
    for (int i = 0; i < GREEK.length; i += 2) {
      if (GREEK[i].equals(name)) {
        return GREEK[i + 1];
      }
    }
    return name;
  }

  private static void typeset(StringBuilder out, String text, String lower, String raise) {
    int i = 0;
    while (i < text.length()) {
      int end = endOfWord(text, i);
      int index = end > i ? startOfIndex(text, i, end) : end;
      if (index < end) {
        out.append(text, i, text.charAt(index - 1) == '_' ? index - 1 : index).append(lower);
        for (int k = index; k < end; k++) {
          out.append(text.charAt(k) == '_' ? ',' : text.charAt(k));
        }
        out.append(raise);
      } else if (end > i) {
        out.append(text, i, end);
      } else {
        character(out, text, i);
        end = i + 1;
      }
      i = end;
    }
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

  private static int endOfWord(String text, int start) {
    int end = start;
    while (end < text.length() && isOfWord(text.charAt(end))) {
      end++;
    }
    return end;
  }

  private static boolean isOfWord(char c) {
    return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '_';
  }

  private static void character(StringBuilder out, String text, int i) {
    char c = text.charAt(i);
    switch (c) {
      case '&' -> out.append("&amp;");
      case '<' -> out.append("&lt;");
      case '>' -> out.append("&gt;");
      case '"' -> out.append("&quot;");
      case '\'' -> out.append("&#39;");
      default -> out.append(isAllowed(text, i) ? c : '\ufffd');
    }
  }

  /** Whether XML allows the character: no controls, no half of a surrogate pair. */
  private static boolean isAllowed(String text, int i) {
    char c = text.charAt(i);
    if (Character.isHighSurrogate(c)) {
      return i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1));
    }
    if (Character.isLowSurrogate(c)) {
      return i > 0 && Character.isHighSurrogate(text.charAt(i - 1));
    }
    return c >= ' ' && (c < 0x7f || c > 0x9f) && c < 0xfffe || c == '\n' || c == '\t';
  }
}
