package org.chikei.landscape.comparison;

import java.util.ArrayList;
import java.util.List;
import org.chikei.api.result.Axis;
import org.chikei.api.result.Exhibit;
import org.chikei.api.result.Table;
import org.chikei.landscape.profile.Comparison;
import org.chikei.landscape.words.Places;

/** What a report shows of how well the run sampled: for whoever doubts an error. */
final class SamplingExhibits {
  private final Comparison comparison;
  private final Table table;
  private final ComparisonWords words;
  private final String energy;

  SamplingExhibits(Comparison comparison, Table table, ComparisonWords words) {
    this.comparison = comparison;
    this.table = table;
    this.words = words;
    this.energy = Places.energyUnit(comparison.overview().reducedUnits());
  }

  /**
   * All of them.
   *
   * @param x the axis of the coordinate
   */
  List<Exhibit> all(Axis x) {
    List<Exhibit> exhibits = new ArrayList<>();
    if (comparison.estimate().best().combined()) {
      exhibits.add(errors(x));
    }
    return exhibits;
  }

  private Exhibit errors(Axis x) {
    Axis axis = Axis.of("standard error", energy);
    return new Exhibit.Curves(
        "How well G is known, and by what",
        "The standard errors of G by the histogram alone, by the mean force alone (Ching's density), and"
            + " of the two combined. Between pieces the histogram alone knows heights: the first and the last"
            + " are of G measured from its mean over all bins, that of the mean force from its mean over the"
            + " piece.",
        x,
        energy.isEmpty() ? axis : axis.alsoIn("kT", comparison.kT()),
        List.of(
            error("combined", "G_best_err", false),
            error("histogram", "G_err", true),
            error("mean force", "G_ching_err", true)));
  }

  private Exhibit.Curve error(String label, String column, boolean dashed) {
    return new Exhibit.Curve(
        label, table.column("r").values(), table.column(column).values(), null, dashed);
  }
}
