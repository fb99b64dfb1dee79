package org.chikei.landscape.comparison;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.chikei.api.result.Quantity;
import org.chikei.landscape.error.BlockTerms;
import org.chikei.landscape.grid.GridSums;
import org.chikei.landscape.passage.Stays;
import org.chikei.landscape.profile.Comparison;
import org.chikei.landscape.profile.SampleLayout;
import org.chikei.landscape.words.Places;

/** One basin: where it is, how much of the time the system is there, and for how long at a time. */
final class BasinReport {
  private final Comparison comparison;
  private final int basin;

  private BasinReport(Comparison comparison, int basin) {
    this.comparison = comparison;
    this.basin = basin;
  }

  /** All basins, in the direction of the coordinate. */
  static List<BasinReport> all(Comparison comparison) {
    List<BasinReport> all = new ArrayList<>();
    for (int basin = 0; basin < comparison.basins().minima().length; basin++) {
      all.add(new BasinReport(comparison, basin));
    }
    return all;
  }

  /** The coordinate at the minimum. */
  double place() {
    return comparison.centres()[comparison.basins().minima()[basin]];
  }

  /** Where the core begins. */
  double coreFrom() {
    return comparison.centres()[comparison.cores().first()[basin]] - comparison.width() / 2;
  }

  /** Where the core ends; before it begins where it lies across the cut of a circle. */
  double coreTo() {
    return comparison.centres()[comparison.cores().last()[basin]] + comparison.width() / 2;
  }

  /** Its part of all frames in range, by weight. */
  Quantity population() {
    GridSums sums = comparison.sums();
    double[] weights = sums.quantity(SampleLayout.WEIGHT);
    double[][] own = sums.byBlock(SampleLayout.WEIGHT);
    int[] basinOf = comparison.basins().basinOf();
    double inside = 0;
    double total = 0;
    for (int k = 0; k < weights.length; k++) {
      inside += basinOf[k] == basin ? weights[k] : 0;
      total += weights[k];
    }
    double population = inside / total;
    double[] terms = new double[sums.blocks()];
    for (int k = 0; k < weights.length; k++) {
      BlockTerms.add(terms, ((basinOf[k] == basin ? 1 : 0) - population) / total, own[k]);
    }
    return new Quantity(population, comparison.influences().of(terms), "");
  }

  /** How long the system stays on average before it comes to another basin's core. */
  Quantity meanStay() {
    String unit = Places.timeUnit(comparison.overview().reducedUnits());
    return comparison.naturalMotion()
        ? comparison.transitions().from(basin).meanTime(comparison.context().spacing(), unit)
        : new Quantity(Double.NaN, Double.NaN, unit);
  }

  /** The stays whose beginning was seen. */
  Stays stays() {
    return comparison.transitions().stays(basin);
  }

  Map<String, Object> toFields() {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("at", place());
    fields.put("core_from", coreFrom());
    fields.put("core_to", coreTo());
    BarrierReport.put(fields, "population", population());
    BarrierReport.put(fields, "mean_stay", meanStay());
    return fields;
  }
}
