package org.chikei.coordinates.expression;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads the text of an expression.
 *
 * <p>From the loosest to the tightest: + and −, * and /, the sign −, and ^, which groups from the
 * right: −x^2 is −(x²), 2^−x is allowed, and x^y^z is x^(y^z). After the expression, definitions of
 * names may follow, each after a semicolon; a definition may use those that come after it.
 */
final class Parser {
  private static final int SUM = 0;
  private static final int PRODUCT = 1;
  private static final int SIGN = 2;
  private static final int EXPONENT = 3;
  private static final int DEEPEST = 200;
  private static final String OPERATORS = "+-*/^";

  private final String text;
  private final Terms terms;
  private final Map<String, Integer> names = new HashMap<>();
  private int at;
  private int end;
  private int depth;

  private Parser(String text, Terms terms) {
    this.text = text;
    this.terms = terms;
  }

  /**
   * Reads an expression.
   *
   * @param text the text
   * @param variables the names of the variables
   * @param terms receives the terms
   * @return the term that is the expression
   * @throws ExpressionException if it cannot be read
   */
  static int parse(String text, List<String> variables, Terms terms) throws ExpressionException {
    Parser parser = new Parser(text, terms);
    for (int v = 0; v < variables.size(); v++) {
      parser.names.put(variables.get(v), terms.variable(v));
    }
    return parser.all();
  }

  private int all() throws ExpressionException {
    int close = text.length();
    for (int open = text.lastIndexOf(';'); open >= 0; open = text.lastIndexOf(';', open - 1)) {
      definition(open + 1, close);
      close = open;
    }
    return expression(0, close);
  }

  private void definition(int from, int to) throws ExpressionException {
    if (text.substring(from, to).isBlank()) {
      return;
    }
    int equals = text.indexOf('=', from);
    if (equals < 0 || equals >= to) {
      throw new ExpressionException(
          from, "a definition has the form name = expression, but there is no '='");
    }
    String name = text.substring(from, equals).strip();
    if (!isName(name)) {
      throw new ExpressionException(from, "'" + name + "' is no name that can be defined");
    }
    int value = expression(equals + 1, to);
    names.put(name, value);
  }

  /** Whether a word can be the name of a variable. */
  static boolean isName(String word) {
    return !word.isEmpty()
        && !Character.isDigit(word.charAt(0))
        && word.charAt(0) != '.'
        && word.chars().allMatch(Parser::isOfName);
  }

  private static boolean isOfName(int c) {
    return OPERATORS.indexOf(c) < 0
        && "(),;=".indexOf(c) < 0
        && !Character.isWhitespace(c)
        && !Character.isISOControl(c);
  }

  private int expression(int from, int to) throws ExpressionException {
    at = from;
    end = to;
    int term = value(SUM);
    if (peek() != 0) {
      throw new ExpressionException(
          at,
          "'" + word() + "' cannot follow here; an operator (+ - * / ^) or the end was expected");
    }
    return term;
  }

  /** The next character that is no blank; 0 at the end. */
  private char peek() {
    while (at < end && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
    return at < end ? text.charAt(at) : 0;
  }

  private int value(int precedence) throws ExpressionException {
    if (++depth > DEEPEST) {
      throw new ExpressionException(at, "is nested too deeply");
    }
    int term = operand();
    for (char c = peek(); OPERATORS.indexOf(c) >= 0 && c != 0; c = peek()) {
      int own = c == '^' ? EXPONENT : c == '*' || c == '/' ? PRODUCT : SUM;
      if (own < precedence) {
        break;
      }
      at++;
      int right = value(c == '^' ? own : own + 1);
      term = operate(c, term, right);
    }
    depth--;
    return term;
  }

  private int operate(char operator, int left, int right) {
    return switch (operator) {
      case '+' -> terms.add(left, right);
      case '-' -> terms.subtract(left, right);
      case '*' -> terms.multiply(left, right);
      case '/' -> terms.divide(left, right);
      default -> terms.power(left, right);
    };
  }

  private int operand() throws ExpressionException {
    char c = peek();
    if (c == 0) {
      throw new ExpressionException(
          at, "ends where a number, a variable, a function or '(' was expected");
    }
    if (c == '(') {
      int open = at++;
      int inside = value(SUM);
      close(open);
      return inside;
    }
    if (c == '-') {
      at++;
      return terms.negate(value(SIGN));
    }
    if (c >= '0' && c <= '9' || c == '.') {
      return number();
    }
    if (!isOfName(c)) {
      throw new ExpressionException(
          at, "'" + c + "' where a number, a variable, a function or '(' was expected");
    }
    return named();
  }

  private void close(int open) throws ExpressionException {
    if (peek() != ')') {
      throw new ExpressionException(
          at,
          at < end
              ? "'" + word() + "' where an operator or ')' was expected"
              : "ends before the '(' of character " + (open + 1) + " is closed");
    }
    at++;
  }

  private int number() throws ExpressionException {
    int from = at;
    digits();
    if (at < end && text.charAt(at) == '.') {
      at++;
      digits();
    }
    if (at < end && (text.charAt(at) == 'e' || text.charAt(at) == 'E')) {
      at++;
      if (at < end && (text.charAt(at) == '-' || text.charAt(at) == '+')) {
        at++;
      }
      digits();
    }
    try {
      return terms.constant(Double.parseDouble(text.substring(from, at)));
    } catch (NumberFormatException e) {
      throw new ExpressionException(from, "'" + text.substring(from, at) + "' is no number");
    }
  }

  private void digits() {
    while (at < end && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
      at++;
    }
  }

  /** What stands here up to the next operator, bracket or blank, for a message. */
  private String word() {
    int to = at;
    while (to < end && isOfName(text.charAt(to))) {
      to++;
    }
    return text.substring(at, Math.max(to, Math.min(at + 1, end)));
  }

  private int named() throws ExpressionException {
    int from = at;
    String name = word();
    at += name.length();
    if (at < end && text.charAt(at) == '(') {
      return call(name, from);
    }
    Integer term = names.get(name);
    if (term != null) {
      return term;
    }
    Double constant = Functions.constant(name);
    if (constant == null) {
      throw new ExpressionException(
          from,
          "'"
              + name
              + "' is no variable"
              + (Functions.arguments(name) > 0
                  ? "; the function of this name has its '(' next to it"
                  : " (accepted: "
                      + String.join(", ", names.keySet().stream().sorted().toList())
                      + ")"));
    }
    return terms.constant(constant);
  }

  private int call(String name, int from) throws ExpressionException {
    int wanted = Functions.arguments(name);
    if (wanted == 0) {
      throw new ExpressionException(
          from,
          "'" + name + "' is no function (accepted: " + String.join(", ", Functions.names()) + ")");
    }
    int open = at++;
    int[] arguments = new int[wanted];
    int given = 0;
    do {
      if (given > 0) {
        at++;
      }
      int argument = value(SUM);
      if (given < wanted) {
        arguments[given] = argument;
      }
      given++;
    } while (peek() == ',');
    close(open);
    if (given != wanted) {
      throw new ExpressionException(
          from,
          name
              + " takes "
              + wanted
              + (wanted == 1 ? " argument" : " arguments")
              + ", not "
              + given);
    }
    return Functions.call(name, terms, arguments);
  }
}
