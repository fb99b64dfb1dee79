package org.chikei.coordinates.expression;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The terms of an expression and its derivatives, each once. A term is known by its index, and its
 * operands have lower ones. What is plain to see is simplified: constants are folded, and sums with
 * 0 and products with 0 or 1 are no terms.
 */
final class Terms {
  /** More terms than any formula that a person writes has. */
  private static final int MOST = 100_000;

  /**
   * A term.
   *
   * @param operation what it does
   * @param a its first operand, or −1; the number of a variable
   * @param b its second operand, or −1
   * @param c its third operand, or −1
   * @param number the value of a constant
   */
  record Term(Operation operation, int a, int b, int c, double number) {}

  /** An expression of more terms than can be kept. */
  static final class TooLargeException extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  private final List<Term> terms = new ArrayList<>();
  private final Map<Term, Integer> indices = new HashMap<>();

  Term get(int index) {
    return terms.get(index);
  }

  int constant(double number) {
    return index(new Term(Operation.CONSTANT, -1, -1, -1, number));
  }

  int variable(int number) {
    return index(new Term(Operation.VARIABLE, number, -1, -1, 0));
  }

  int add(int a, int b) {
    if (is(a, 0)) {
      return b;
    }
    return is(b, 0) ? a : binary(Operation.ADD, Math.min(a, b), Math.max(a, b));
  }

  int subtract(int a, int b) {
    if (is(b, 0)) {
      return a;
    }
    return is(a, 0) ? negate(b) : binary(Operation.SUBTRACT, a, b);
  }

  int multiply(int a, int b) {
    if (is(a, 0) || is(b, 0)) {
      return constant(0);
    }
    if (is(a, 1)) {
      return b;
    }
    if (is(b, 1)) {
      return a;
    }
    if (is(a, -1)) {
      return negate(b);
    }
    return is(b, -1) ? negate(a) : binary(Operation.MULTIPLY, Math.min(a, b), Math.max(a, b));
  }

  int divide(int a, int b) {
    return is(b, 1) ? a : binary(Operation.DIVIDE, a, b);
  }

  int power(int a, int b) {
    if (is(b, 0)) {
      return constant(1);
    }
    if (is(b, 1)) {
      return a;
    }
    if (is(b, 2)) {
      return multiply(a, a);
    }
    return is(b, -1) ? divide(constant(1), a) : binary(Operation.POWER, a, b);
  }

  int negate(int a) {
    Term term = terms.get(a);
    return term.operation() == Operation.NEGATE ? term.a() : unary(Operation.NEGATE, a);
  }

  int unary(Operation operation, int a) {
    return isConstant(a)
        ? constant(Arithmetic.value(operation, number(a), 0, 0))
        : index(new Term(operation, a, -1, -1, 0));
  }

  int binary(Operation operation, int a, int b) {
    return isConstant(a) && isConstant(b)
        ? constant(Arithmetic.value(operation, number(a), number(b), 0))
        : index(new Term(operation, a, b, -1, 0));
  }

  int select(int condition, int then, int otherwise) {
    if (then == otherwise) {
      return then;
    }
    if (isConstant(condition)) {
      return number(condition) != 0 ? then : otherwise;
    }
    return index(new Term(Operation.SELECT, condition, then, otherwise, 0));
  }

  boolean isConstant(int index) {
    return terms.get(index).operation() == Operation.CONSTANT;
  }

  /** Whether a term is a certain number. */
  boolean is(int index, double number) {
    return isConstant(index) && number(index) == number;
  }

  double number(int index) {
    return terms.get(index).number();
  }

  private int index(Term term) {
    Integer known = indices.get(term);
    if (known != null) {
      return known;
    }
    if (terms.size() == MOST) {
      throw new TooLargeException();
    }
    terms.add(term);
    indices.put(term, terms.size() - 1);
    return terms.size() - 1;
  }
}
