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

  /**
   * Appends one character of a text as it is.
   *
   * @param out where to append
   * @param text the text
   * @param i its place
   */
  static void character(StringBuilder out, String text, int i) {
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
