package org.chikei.structure.selection;

import java.util.ArrayList;
import java.util.List;
import org.chikei.api.structure.SelectionException;

/**
 * A word of an expression, or one of the signs {@code ( ) ,}.
 *
 * @param text the word; empty at the end
 * @param start where it begins, from 0
 * @param quoted whether it stood between quotation marks
 */
record Token(String text, int start, boolean quoted) {

  /** Cuts an expression into words; the last one is the end. */
  static List<Token> of(String expression) throws SelectionException {
    List<Token> tokens = new ArrayList<>();
    int at = 0;
    while (at < expression.length()) {
      char c = expression.charAt(at);
      int end = at + 1;
      if (Character.isWhitespace(c)) {
        at = end;
        continue;
      }
      if (c == '"') {
        end = expression.indexOf('"', at + 1);
        if (end < 0) {
          throw new SelectionException(
              "the quotation mark at character "
                  + (at + 1)
                  + " of '"
                  + expression
                  + "' has no second one");
        }
        tokens.add(new Token(expression.substring(at + 1, end), at, true));
        at = end + 1;
        continue;
      }
      if (!isSign(c)) {
        while (end < expression.length() && isPartOfWord(expression.charAt(end))) {
          end++;
        }
      }
      tokens.add(new Token(expression.substring(at, end), at, false));
      at = end;
    }
    tokens.add(new Token("", expression.length(), false));
    return tokens;
  }

  private static boolean isSign(char c) {
    return c == '(' || c == ')' || c == ',';
  }

  private static boolean isPartOfWord(char c) {
    return !isSign(c) && c != '"' && !Character.isWhitespace(c);
  }

  boolean is(String word) {
    return !quoted && text.equals(word);
  }

  boolean isEnd() {
    return text.isEmpty() && !quoted;
  }
}
