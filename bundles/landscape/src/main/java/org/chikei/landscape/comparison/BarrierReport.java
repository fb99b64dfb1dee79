package org.chikei.landscape.comparison;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.chikei.api.result.Quantity;
import org.chikei.landscape.passage.Basins;
import org.chikei.landscape.profile.Comparison;
import org.chikei.landscape.profile.Curves;
import org.chikei.landscape.words.Places;

/**
 * One barrier, seen from one of its basins: heights on every landscape, all read at the same three
 * bins.
 */
public final class BarrierReport {
  private final Comparison comparison;
  private final BarrierRates rates;
  private final int from;
  private final int to;
  private final int at;

  private BarrierReport(Comparison comparison, int fromBasin, int toBasin, int at, boolean along) {
    this.comparison = comparison;
    this.rates = new BarrierRates(comparison, fromBasin, toBasin, at, along);
    this.from = comparison.basins().minima()[fromBasin];
    this.to = comparison.basins().minima()[toBasin];
    this.at = at;
  }

  /** Every barrier, both ways. */
  public static List<BarrierReport> all(Comparison comparison) {
    List<BarrierReport> reports = new ArrayList<>();
    for (Basins.Barrier barrier : comparison.basins().barriers()) {
      reports.add(
          new BarrierReport(comparison, barrier.left(), barrier.right(), barrier.top(), true));
      reports.add(
          new BarrierReport(comparison, barrier.right(), barrier.left(), barrier.top(), false));
    }
    return reports;
  }

  /** The coordinate at the basin's minimum, behind the barrier, and at its top. */
  public double fromPlace() {
    return comparison.centres()[from];
  }

  public double toPlace() {
    return comparison.centres()[to];
  }

  public double atPlace() {
    return comparison.centres()[at];
  }

  /** The rates over it. */
  BarrierRates rates() {
    return rates;
  }

  /** The height of the barrier on a landscape. */
  public Quantity height(int curve) {
    return rise(curve, -1, from, at);
  }

  /** The difference of two landscapes' heights, with its own error. */
  Quantity heightDifference(int curve, int minus) {
    return rise(curve, minus, from, at);
  }

  private Quantity rise(int curve, int minus, int start, int end) {
    String unit = Places.energyUnit(comparison.overview().reducedUnits());
    boolean integral =
        curve == Curves.VM
            || curve == Curves.VM_GD
            || curve == Curves.VM_RELABELLED
            || curve == Curves.G_CHING
            || minus == Curves.VM
            || minus == Curves.VM_GD;
    if (integral && comparison.commonPiece(start, end) == null) {
      return new Quantity(Double.NaN, Double.NaN, unit);
    }
    double value = comparison.curve(curve)[end] - comparison.curve(curve)[start];
    if (minus >= 0) {
      value -= comparison.curve(minus)[end] - comparison.curve(minus)[start];
    }
    value = Curves.unrounded(value, comparison.kT());
    boolean[] sampled = comparison.estimate().sampled();
    double error =
        curve == Curves.G_ISO && !(sampled[start] && sampled[end])
            ? Double.NaN
            : comparison.influences().difference(curve, minus, start, end);
    return new Quantity(value, Curves.unrounded(error, comparison.kT()), unit);
  }

  /** The barrier as it stands in the results. */
  Map<String, Object> toFields() {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("from", fromPlace());
    fields.put("to", toPlace());
    fields.put("at", atPlace());
    put(fields, "G", height(Curves.G));
    put(fields, "Vm", height(Curves.VM));
    put(fields, "difference", heightDifference(Curves.G, Curves.VM));
    put(fields, "Vm_gd", height(Curves.VM_GD));
    put(fields, "difference_gd", heightDifference(Curves.G, Curves.VM_GD));
    put(fields, "G_ching", height(Curves.G_CHING));
    put(fields, "G_best", height(Curves.G_BEST));
    put(fields, "G_iso", height(Curves.G_ISO));
    put(fields, "G_geo", height(Curves.G_GEO));
    if (comparison.relabelling() != null) {
      put(fields, "G_relabelled", height(Curves.G_RELABELLED));
      put(fields, "Vm_relabelled", height(Curves.VM_RELABELLED));
    }
    rates.addTo(fields);
    return fields;
  }

  static void put(Map<String, Object> fields, String name, Quantity quantity) {
    fields.put(name, quantity.value());
    fields.put(name + "_err", quantity.error());
  }
}
