package org.chikei.landscape.timescale;

import java.util.List;
import org.chikei.api.result.Quantity;
import org.chikei.landscape.comparison.BarrierReport;
import org.chikei.landscape.grid.GridSums;
import org.chikei.landscape.profile.Comparison;
import org.chikei.landscape.profile.Curves;
import org.chikei.landscape.profile.SampleLayout;
import org.chikei.landscape.profile.Verdict;

/**
 * The landscapes of a coordinate that is seen with one resolution in time.
 *
 * @param kind how it is seen
 * @param tau the resolution; 0 for the coordinate as it is
 * @param comparison the landscapes
 * @param verdict whether they are the same
 */
record TimeScale(Kind kind, double tau, Comparison comparison, Verdict verdict) {

  /** How a coordinate is seen. */
  enum Kind {
    /** As it is. */
    PLAIN,
    /** Its running mean over τ. */
    MEAN,
    /** Once every τ. */
    EVERY
  }

  /** The highest barrier on G, seen from the deeper of its basins; null where there is none. */
  BarrierReport highestBarrier() {
    List<BarrierReport> barriers = BarrierReport.all(comparison);
    BarrierReport highest = null;
    for (BarrierReport barrier : barriers) {
      double height = barrier.height(Curves.G).value();
      if (highest == null || height > highest.height(Curves.G).value()) {
        highest = barrier;
      }
    }
    return highest;
  }

  /** ⟨Ṙ²⟩ of what is seen, over that of the reference mass, kT/m*. */
  Quantity squareRatio() {
    GridSums sums = comparison.sums();
    SampleLayout layout = comparison.layout();
    double[] total = sums.total();
    int at = sums.cells() * layout.size() + layout.kinetics(comparison.kinetics());
    double square = total[at + SampleLayout.SQUARE] / total[at + SampleLayout.KINETIC_WEIGHT];
    double mass = comparison.curves().referenceMass();
    return new Quantity(mass * square / comparison.kT(), Double.NaN, "");
  }
}
