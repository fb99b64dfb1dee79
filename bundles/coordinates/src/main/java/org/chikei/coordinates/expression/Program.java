package org.chikei.coordinates.expression;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import org.chikei.coordinates.expression.Terms.Term;

/**
 * A straight list of operations that gives several terms at once, on runs of frames: each operation
 * has a register, a short column, for its result, and registers are used again.
 */
final class Program {
  /** How many frames a register holds. */
  private static final int RUN = 32;

  private final Operation[] operations;
  private final double[] numbers;

  /** Four offsets an operation: result and operands. A variable has its number as an operand. */
  private final int[] places;

  private final int[] results;
  private final int registers;

  Program(Terms terms, int[] roots) {
    TreeMap<Integer, Integer> lastUse = new TreeMap<>();
    for (int root : roots) {
      reach(root, Integer.MAX_VALUE, lastUse);
    }
    int[] order = inOrder(terms, lastUse);
    operations = new Operation[order.length];
    numbers = new double[order.length];
    places = new int[4 * order.length];
    TreeMap<Integer, Integer> place = new TreeMap<>();
    List<Integer> free = new ArrayList<>();
    int used = 0;
    for (int k = 0; k < order.length; k++) {
      Term term = terms.get(order[k]);
      operations[k] = term.operation();
      numbers[k] = term.number();
      int register = free.isEmpty() ? used++ : free.remove(free.size() - 1);
      place.put(order[k], register * RUN);
      places[4 * k] = register * RUN;
      if (term.operation() == Operation.VARIABLE) {
        places[4 * k + 1] = term.a();
        continue;
      }
      int[] operands = {term.a(), term.b(), term.c()};
      for (int o = 0; o < 3; o++) {
        int operand = operands[o];
        if (operand >= 0) {
          places[4 * k + 1 + o] = place.get(operand);
          boolean again = o > 0 && operand == operands[0] || o > 1 && operand == operands[1];
          if (lastUse.get(operand) == order[k] && !again) {
            free.add(place.get(operand) / RUN);
          }
        }
      }
    }
    results = new int[roots.length];
    for (int r = 0; r < roots.length; r++) {
      results[r] = place.get(roots[r]);
    }
    registers = used;
  }

  /** All terms that the known ones need, in order, with the last term that uses each. */
  private static int[] inOrder(Terms terms, TreeMap<Integer, Integer> lastUse) {
    for (Integer t = lastUse.lastKey(); t != null; t = lastUse.lowerKey(t)) {
      Term term = terms.get(t);
      if (term.operation() != Operation.VARIABLE) {
        reach(term.a(), t, lastUse);
        reach(term.b(), t, lastUse);
        reach(term.c(), t, lastUse);
      }
    }
    return lastUse.keySet().stream().mapToInt(Integer::intValue).toArray();
  }

  private static void reach(int operand, int user, TreeMap<Integer, Integer> lastUse) {
    if (operand >= 0) {
      lastUse.merge(operand, user, Math::max);
    }
  }

  /**
   * Evaluates the terms in some frames.
   *
   * @param size the number of frames
   * @param variables a column a variable
   * @param columns receives a column a term; what is not finite becomes NaN
   */
  void evaluate(int size, double[][] variables, double[][] columns) {
    double[] register = new double[registers * RUN];
    for (int from = 0; from < size; from += RUN) {
      int run = Math.min(RUN, size - from);
      for (int k = 0; k < operations.length; k++) {
        step(k, register, variables, from, run);
      }
      for (int r = 0; r < results.length; r++) {
        store(register, results[r], columns[r], from, run);
      }
    }
  }

  private void step(int k, double[] register, double[][] variables, int from, int run) {
    int to = places[4 * k];
    int a = places[4 * k + 1];
    int b = places[4 * k + 2];
    switch (operations[k]) {
      case CONSTANT -> Arrays.fill(register, to, to + run, numbers[k]);
      case VARIABLE -> System.arraycopy(variables[a], from, register, to, run);
      case ADD -> {
        for (int j = 0; j < run; j++) {
          register[to + j] = register[a + j] + register[b + j];
        }
      }
      case SUBTRACT -> {
        for (int j = 0; j < run; j++) {
          register[to + j] = register[a + j] - register[b + j];
        }
      }
      case MULTIPLY -> {
        for (int j = 0; j < run; j++) {
          register[to + j] = register[a + j] * register[b + j];
        }
      }
      case DIVIDE -> {
        for (int j = 0; j < run; j++) {
          register[to + j] = register[a + j] / register[b + j];
        }
      }
      default -> {
        int c = places[4 * k + 3];
        for (int j = 0; j < run; j++) {
          register[to + j] =
              Arithmetic.value(operations[k], register[a + j], register[b + j], register[c + j]);
        }
      }
    }
  }

  private static void store(double[] register, int at, double[] column, int from, int run) {
    for (int j = 0; j < run; j++) {
      double number = register[at + j];
      column[from + j] = Double.isInfinite(number) ? Double.NaN : number;
    }
  }
}
