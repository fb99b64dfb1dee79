package org.chikei.coordinates.expression;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A function of variables, read from text, with its exact first and second derivatives.
 *
 * <p>Operators are + − * / ^ with the usual precedence ({@code -x^2} is −(x²), {@code x^y^z} is
 * x^(y^z)). Functions are sqrt, exp, log, the trigonometric and hyperbolic ones with their
 * reciprocals and inverses, atan2, erf, erfc, abs, min, max, step, delta, nandelta, floor, ceil,
 * select(c, x, y), which is x where c is not zero and y elsewhere, square, cube and recip;
 * constants are pi, e and some of their kin. Definitions may follow: {@code a*a + a; a = x - 1}. A
 * name of a variable hides a constant. This is the grammar of lepton, which PLUMED and OpenMM use.
 *
 * <p>Immutable and thread-safe.
 */
public final class Expression {
  private static final int LONGEST = 100_000;

  private final int variables;
  private final boolean constant;
  private final double number;
  private final Program order0;
  private final Program order1;
  private final Program order2;
  private final List<int[]> secondOf;

  private Expression(int variables, Terms terms, int root) {
    this.variables = variables;
    constant = terms.isConstant(root);
    number = constant ? terms.number(root) : Double.NaN;
    Derivatives derivatives = new Derivatives(terms);
    int[] first = new int[variables + 1];
    first[0] = root;
    for (int a = 0; a < variables; a++) {
      first[a + 1] = derivatives.of(root, a);
    }
    List<Integer> all = new ArrayList<>();
    Arrays.stream(first).forEach(all::add);
    secondOf = new ArrayList<>();
    for (int a = 0; a < variables; a++) {
      for (int b = 0; b <= a; b++) {
        int second = derivatives.of(first[a + 1], b);
        if (!terms.is(second, 0)) {
          all.add(second);
          secondOf.add(new int[] {a, b});
        }
      }
    }
    order0 = new Program(terms, new int[] {root});
    order1 = new Program(terms, first);
    order2 = new Program(terms, all.stream().mapToInt(Integer::intValue).toArray());
  }

  /**
   * Reads an expression.
   *
   * @param text the text
   * @param variables the names of its variables
   * @return the expression
   * @throws ExpressionException if it cannot be read; says where and why
   */
  public static Expression parse(String text, List<String> variables) throws ExpressionException {
    if (text.length() > LONGEST) {
      throw new ExpressionException(LONGEST, "is too long");
    }
    try {
      Terms terms = new Terms();
      return new Expression(variables.size(), terms, Parser.parse(text, variables, terms));
    } catch (Terms.TooLargeException e) {
      throw new ExpressionException(0, "has too many terms");
    }
  }

  /**
   * Whether a word can be the name of a variable: no digit or point first, no operators, brackets,
   * commas, semicolons or blanks.
   *
   * @param word the word
   * @return true if so
   */
  public static boolean isName(String word) {
    return Parser.isName(word);
  }

  /**
   * Whether it is the same number for all variables.
   *
   * @return true if so
   */
  public boolean isConstant() {
    return constant;
  }

  /**
   * The number that it is where it is constant.
   *
   * @return the number; NaN where it is not constant
   */
  public double number() {
    return number;
  }

  /**
   * Evaluates it in many frames. What does not exist is NaN.
   *
   * @param size the number of frames
   * @param values the values of the variables, a column each
   * @param value receives the value
   * @param first receives the first derivatives, a column a variable; may be null
   * @param second receives the second derivatives for {@code second[a][b]}, b at most a; may be
   *     null; those that are zero everywhere are not touched
   */
  public void evaluate(
      int size, double[][] values, double[] value, double[][] first, double[][][] second) {
    if (first == null) {
      order0.evaluate(size, values, new double[][] {value});
      return;
    }
    double[][] columns = new double[1 + variables + (second == null ? 0 : secondOf.size())][];
    columns[0] = value;
    System.arraycopy(first, 0, columns, 1, variables);
    if (second == null) {
      order1.evaluate(size, values, columns);
      return;
    }
    for (int k = 0; k < secondOf.size(); k++) {
      int[] of = secondOf.get(k);
      columns[1 + variables + k] = second[of[0]][of[1]];
    }
    order2.evaluate(size, values, columns);
  }
}
