package org.chikei.landscape.comparison;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.math3.distribution.GammaDistribution;
import org.chikei.api.result.Quantity;
import org.chikei.landscape.passage.Passages;
import org.chikei.landscape.profile.Comparison;
import org.chikei.landscape.words.Places;

/**
 * How long it takes, on average, from the entry of one basin's core to that of another's, whatever
 * lies between.
 *
 * @param from the coordinate at the minimum of the one basin
 * @param to the coordinate at the minimum of the other
 * @param passages how many there were, and for how long they were waited for
 * @param spacing the time from frame to frame
 * @param unit the unit of times
 */
record FirstPassage(double from, double to, Passages passages, double spacing, String unit) {
  private static final double CONFIDENCE = 0.95;

  /** Those between all pairs of basins; none where frames do not follow each other naturally. */
  static List<FirstPassage> all(Comparison comparison) {
    List<FirstPassage> all = new ArrayList<>();
    int[] minima = comparison.basins().minima();
    String unit = Places.timeUnit(comparison.overview().reducedUnits());
    for (int a = 0; a < minima.length && comparison.naturalMotion(); a++) {
      for (int b = 0; b < minima.length; b++) {
        if (a != b) {
          all.add(
              new FirstPassage(
                  comparison.centres()[minima[a]],
                  comparison.centres()[minima[b]],
                  comparison.transitions().between(a, b),
                  comparison.context().spacing(),
                  unit));
        }
      }
    }
    return all;
  }

  /** The time in which a passage could have happened. */
  Quantity waited() {
    return new Quantity(passages.atRisk() * spacing, Double.NaN, unit);
  }

  /** The mean first-passage time; NaN where there are too few passages. */
  Quantity mean() {
    return passages.meanTime(spacing, unit);
  }

  /**
   * What the mean first-passage time exceeds with a confidence of 95 %, by the law of Poisson: all
   * that few passages, or none, can tell.
   */
  Quantity longerThan() {
    double most =
        new GammaDistribution(passages.count() + 1.0, 1).inverseCumulativeProbability(CONFIDENCE);
    double bound = passages.enough() ? Double.NaN : passages.atRisk() * spacing / most;
    return new Quantity(bound, Double.NaN, unit);
  }

  Map<String, Object> toFields() {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("from", from);
    fields.put("to", to);
    fields.put("passages", passages.count());
    fields.put("waited", waited());
    fields.put("mean", mean());
    if (!passages.enough()) {
      fields.put("longer_than", longerThan());
    }
    return fields;
  }
}
