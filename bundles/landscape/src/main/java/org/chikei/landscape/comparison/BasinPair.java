package org.chikei.landscape.comparison;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.chikei.api.result.Quantity;
import org.chikei.landscape.profile.Comparison;
import org.chikei.landscape.profile.Curves;
import org.chikei.landscape.words.Places;

/**
 * What each landscape says of one basin relative to another, read at the same two bins.
 *
 * @param from the coordinate at the minimum of the one basin
 * @param to the coordinate at the minimum of the other
 * @param g the free energy of the other relative to the one
 * @param vm the same on the potential of mean force, integrated directly; NaN across pieces
 * @param vmLow the same on the potential of mean force of low variance; NaN across pieces
 * @param difference low-variance Vm minus G, with its own error
 */
record BasinPair(
    double from, double to, Quantity g, Quantity vm, Quantity vmLow, Quantity difference) {

  private static final double CERTAIN = 3;

  /** One-sided, for a sign: 93 %. */
  private static final double SIGNIFICANT = 1.5;

  /** All pairs of basins, in the direction of the coordinate. */
  static List<BasinPair> all(Comparison comparison) {
    List<BasinPair> pairs = new ArrayList<>();
    int[] minima = comparison.basins().minima();
    for (int a = 0; a < minima.length; a++) {
      for (int b = a + 1; b < minima.length; b++) {
        pairs.add(of(comparison, minima[a], minima[b]));
      }
    }
    return pairs;
  }

  private static BasinPair of(Comparison comparison, int a, int b) {
    boolean together = comparison.commonPiece(a, b) != null;
    return new BasinPair(
        comparison.centres()[a],
        comparison.centres()[b],
        rise(comparison, true, Curves.G, -1, a, b),
        rise(comparison, together, Curves.VM, -1, a, b),
        rise(comparison, together, Curves.VM_GD, -1, a, b),
        rise(comparison, together, Curves.VM_GD, Curves.G, a, b));
  }

  private static Quantity rise(
      Comparison comparison, boolean known, int curve, int minus, int a, int b) {
    String unit = Places.energyUnit(comparison.overview().reducedUnits());
    if (!known) {
      return new Quantity(Double.NaN, Double.NaN, unit);
    }
    double value = comparison.curve(curve)[b] - comparison.curve(curve)[a];
    if (minus >= 0) {
      value -= comparison.curve(minus)[b] - comparison.curve(minus)[a];
    }
    value = Curves.unrounded(value, comparison.kT());
    double error = comparison.influences().difference(curve, minus, a, b);
    return new Quantity(value, Curves.unrounded(error, comparison.kT()), unit);
  }

  /** Whether the two landscapes disagree about which basin lies lower, beyond their errors. */
  boolean signTurns() {
    return signMayTurn()
        && Math.abs(vmLow.value()) > SIGNIFICANT * vmLow.error()
        && Math.abs(g.value()) > SIGNIFICANT * g.error();
  }

  /** Whether they disagree for certain about the difference, though perhaps not about its sign. */
  boolean signMayTurn() {
    return g.value() * vmLow.value() < 0
        && Math.abs(difference.value()) > CERTAIN * difference.error();
  }

  Map<String, Object> toFields() {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("from", from);
    fields.put("to", to);
    put(fields, "G", g);
    put(fields, "Vm", vm);
    put(fields, "Vm_gd", vmLow);
    put(fields, "difference_gd", difference);
    fields.put("sign_turns", signTurns());
    return fields;
  }

  private static void put(Map<String, Object> fields, String name, Quantity quantity) {
    fields.put(name, quantity.value());
    fields.put(name + "_err", quantity.error());
  }
}
