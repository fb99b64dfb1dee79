package org.chikei.coordinates.plumed;

import java.util.ArrayList;
import java.util.List;
import org.chikei.coordinates.expression.Expression;
import org.chikei.coordinates.expression.ExpressionException;

/** Lists and numbers in the values of keywords. */
final class Words {
  private static final int MOST = 1_000_000;

  private Words() {}

  /** The words of a list: commas and blanks part them, but not within braces or brackets. */
  static List<String> list(String text) {
    List<String> words = new ArrayList<>();
    StringBuilder word = new StringBuilder();
    int depth = 0;
    for (int k = 0; k < text.length(); k++) {
      char c = text.charAt(k);
      depth += c == '(' || c == '{' ? 1 : c == ')' || c == '}' ? -1 : 0;
      if (depth <= 0 && (c == ',' || Character.isWhitespace(c))) {
        end(word, words);
      } else {
        word.append(c);
      }
    }
    end(word, words);
    return words;
  }

  private static void end(StringBuilder word, List<String> words) {
    if (word.length() > 0) {
      words.add(bare(word.toString()));
      word.setLength(0);
    }
  }

  /** A word without the braces around it. */
  static String bare(String word) {
    return word.length() >= 2 && word.startsWith("{") && word.endsWith("}")
        ? word.substring(1, word.length() - 1).strip()
        : word;
  }

  /** The words of a list with ranges such as 1-10 or 1-10:2 written out. */
  static List<String> ranges(List<String> words) throws UnreadException {
    List<String> all = new ArrayList<>();
    for (String word : words) {
      if (!word.matches("[0-9]{1,9}-[0-9]{1,9}(:-?[0-9]{1,9})?")) {
        all.add(word);
        continue;
      }
      String[] parts = word.split("[-:]+");
      int first = Integer.parseInt(parts[0]);
      int last = Integer.parseInt(parts[1]);
      int step = parts.length > 2 ? Integer.parseInt(parts[2]) : 1;
      step = word.contains(":-") ? -step : step;
      if (step == 0 || (last - first) * (double) step < 0) {
        throw new UnreadException("the stride of '" + word + "' leads away from its end");
      }
      if (Math.abs((last - first) / step) > MOST - all.size()) {
        throw new UnreadException("'" + word + "' names too many atoms");
      }
      for (int k = first; step > 0 ? k <= last : k >= last; k += step) {
        all.add(String.valueOf(k));
      }
    }
    return all;
  }

  /** A number, which may be an expression of constants such as -pi/2. */
  static double number(String keyword, String text) throws UnreadException {
    try {
      String plain = text.strip().replaceFirst("^\\+", "").replaceFirst("(?i)([0-9.]*)pi$", "$1pi");
      Expression expression =
          Expression.parse(plain.replaceFirst("^(-?[0-9.]+)pi$", "$1*pi"), List.of());
      if (Double.isFinite(expression.number())) {
        return expression.number();
      }
    } catch (ExpressionException e) {
      // said below
    }
    throw new UnreadException(keyword + "=" + text + " is no number");
  }

  static double[] numbers(String keyword, List<String> words) throws UnreadException {
    double[] numbers = new double[words.size()];
    for (int k = 0; k < numbers.length; k++) {
      numbers[k] = number(keyword, words.get(k));
    }
    return numbers;
  }
}
