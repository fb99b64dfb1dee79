package org.chikei.coordinates.expression;

import org.chikei.coordinates.expression.Terms.Term;

/**
 * Differentiates terms by the rules of calculus. Where a derivative jumps it is that of the one
 * side: of |x| at 0 that towards positive x, of min and max at equal arguments that of the second
 * and the first; step, delta, floor and ceil are flat where they are smooth.
 */
final class Derivatives {
  private final Terms terms;

  Derivatives(Terms terms) {
    this.terms = terms;
  }

  /** The term that is the derivative of another with respect to a variable. */
  int of(int root, int variable) {
    boolean[] reached = new boolean[root + 1];
    reached[root] = true;
    for (int t = root; t >= 0; t--) {
      Term term = terms.get(t);
      if (reached[t] && term.operation() != Operation.VARIABLE) {
        reach(term.a(), reached);
        reach(term.b(), reached);
        reach(term.c(), reached);
      }
    }
    int[] derivative = new int[root + 1];
    for (int t = 0; t <= root; t++) {
      if (reached[t]) {
        derivative[t] = derivative(terms.get(t), t, variable, derivative);
      }
    }
    return derivative[root];
  }

  private static void reach(int operand, boolean[] reached) {
    if (operand >= 0) {
      reached[operand] = true;
    }
  }

  private int derivative(Term term, int self, int variable, int[] of) {
    int a = term.a();
    int b = term.b();
    return switch (term.operation()) {
      case CONSTANT, STEP, FLOOR, CEIL -> terms.constant(0);
      case VARIABLE -> terms.constant(a == variable ? 1 : 0);
      case ADD -> terms.add(of[a], of[b]);
      case SUBTRACT -> terms.subtract(of[a], of[b]);
      case MULTIPLY -> terms.add(terms.multiply(a, of[b]), terms.multiply(b, of[a]));
      case DIVIDE -> quotient(self, b, of[a], of[b]);
      case POWER -> power(self, a, b, of[a], of[b]);
      case MINIMUM -> terms.select(step(terms.subtract(a, b)), of[b], of[a]);
      case MAXIMUM -> terms.select(step(terms.subtract(a, b)), of[a], of[b]);
      case SELECT -> terms.select(a, of[b], of[term.c()]);
      case ATAN2 -> angle(a, b, of[a], of[b]);
      default -> terms.is(of[a], 0) ? terms.constant(0) : inner(term.operation(), self, a, of[a]);
    };
  }

  private int step(int a) {
    return terms.unary(Operation.STEP, a);
  }

  /** (a/b)′ = (a′ − (a/b) b′)/b. */
  private int quotient(int self, int b, int da, int db) {
    int above = terms.subtract(da, terms.multiply(self, db));
    return terms.is(above, 0) ? above : terms.divide(above, b);
  }

  /** (a^b)′ = b a^(b − 1) a′ + log(a) a^b b′. */
  private int power(int self, int a, int b, int da, int db) {
    int sum = terms.constant(0);
    if (!terms.is(da, 0)) {
      int less = terms.power(a, terms.subtract(b, terms.constant(1)));
      sum = terms.multiply(terms.multiply(b, less), da);
    }
    if (!terms.is(db, 0)) {
      int log = terms.unary(Operation.LOG, a);
      sum = terms.add(sum, terms.multiply(terms.multiply(log, self), db));
    }
    return sum;
  }

  /** atan2(a, b)′ = (b a′ − a b′)/(a² + b²). */
  private int angle(int a, int b, int da, int db) {
    int above = terms.subtract(terms.multiply(b, da), terms.multiply(a, db));
    int square = terms.add(terms.multiply(a, a), terms.multiply(b, b));
    return terms.is(above, 0) ? above : terms.divide(above, square);
  }

  /** f(a)′ = f′(a) a′ for a function f of one argument. */
  private int inner(Operation function, int self, int a, int da) {
    return switch (function) {
      case NEGATE -> terms.negate(da);
      case SQRT -> terms.divide(terms.multiply(terms.constant(0.5), da), self);
      case EXP -> terms.multiply(self, da);
      case LOG -> terms.divide(da, a);
      case SIN -> terms.multiply(terms.unary(Operation.COS, a), da);
      case COS -> terms.negate(terms.multiply(terms.unary(Operation.SIN, a), da));
      case TAN -> terms.multiply(plus(1, terms.multiply(self, self)), da);
      case ASIN -> terms.divide(da, root(within(a)));
      case ACOS -> terms.negate(terms.divide(da, root(within(a))));
      case ATAN -> terms.divide(da, plus(1, square(a)));
      case SINH -> terms.multiply(terms.unary(Operation.COSH, a), da);
      case COSH -> terms.multiply(terms.unary(Operation.SINH, a), da);
      case TANH -> terms.multiply(terms.subtract(terms.constant(1), square(self)), da);
      case ASINH -> terms.divide(da, root(plus(1, square(a))));
      case ACOSH -> terms.divide(da, root(terms.multiply(plus(-1, a), plus(1, a))));
      case ATANH -> terms.divide(da, within(a));
      case ERF -> terms.multiply(bell(a), da);
      case ERFC -> terms.negate(terms.multiply(bell(a), da));
      case ABS -> terms.multiply(plus(-1, terms.multiply(terms.constant(2), step(a))), da);
      // both are zero but at a point where they have no derivative
      case DELTA, NAN_DELTA -> terms.unary(Operation.NAN_DELTA, a);
      default -> throw new IllegalArgumentException("no function of one argument: " + function);
    };
  }

  /** 1 − a², without loss near ±1. */
  private int within(int a) {
    return terms.multiply(terms.subtract(terms.constant(1), a), plus(1, a));
  }

  private int square(int a) {
    return terms.multiply(a, a);
  }

  private int root(int a) {
    return terms.unary(Operation.SQRT, a);
  }

  private int plus(double number, int a) {
    return terms.add(terms.constant(number), a);
  }

  /** (2/√π) e^(−a²). */
  private int bell(int a) {
    int exponential = terms.unary(Operation.EXP, terms.negate(square(a)));
    return terms.multiply(terms.constant(2 / Math.sqrt(Math.PI)), exponential);
  }
}
