package org.chikei.landscape.comparison;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.chikei.api.result.Axis;
import org.chikei.api.result.Exhibit;
import org.chikei.api.result.Quantity;
import org.chikei.api.text.Words;
import org.chikei.landscape.passage.Passages;
import org.chikei.landscape.passage.Stays;
import org.chikei.landscape.profile.Comparison;
import org.chikei.landscape.words.Places;

/** What a report shows of how fast the system goes from basin to basin. */
final class RateExhibits {
  private static final int STAY_POINTS = 121;

  private final Comparison comparison;
  private final List<BarrierReport> barriers;
  private final ComparisonWords words;
  private final boolean reduced;

  RateExhibits(Comparison comparison, List<BarrierReport> barriers, ComparisonWords words) {
    this.comparison = comparison;
    this.barriers = barriers;
    this.words = words;
    this.reduced = comparison.overview().reducedUnits();
  }

  List<Exhibit> all() {
    List<Exhibit> exhibits = new ArrayList<>();
    if (!barriers.isEmpty()) {
      exhibits.add(rates());
      exhibits.add(basins());
      List<FirstPassage> passages = FirstPassage.all(comparison);
      if (!passages.isEmpty()) {
        exhibits.add(passageTimes(passages));
      }
      exhibits.add(new Exhibit.Text(new RateWords(comparison, words).explanation()));
      Exhibit.Curves stays = stays();
      if (!stays.curves().isEmpty()) {
        exhibits.add(stays);
      }
    }
    return exhibits;
  }

  private Exhibit basins() {
    List<List<Object>> rows = new ArrayList<>();
    for (BasinReport basin : BasinReport.all(comparison)) {
      rows.add(
          List.of(
              words.place(basin.place()),
              words.place(basin.coreFrom()) + " to " + words.place(basin.coreTo()),
              basin.population(),
              basin.meanStay()));
    }
    return new Exhibit.Grid(
        "Basins",
        List.of("at", "core", "population", "mean stay" + in(Places.timeUnit(reduced))),
        rows);
  }

  /** How long stays last, beside the exponential law of one rate. */
  private Exhibit.Curves stays() {
    List<Exhibit.Curve> curves = new ArrayList<>();
    double spacing = comparison.context().spacing();
    double longest = 0;
    for (BasinReport basin : BasinReport.all(comparison)) {
      longest = Math.max(longest, tells(basin) ? basin.meanStay().value() : 0);
    }
    double[] times = new double[STAY_POINTS];
    double[] steps = new double[STAY_POINTS];
    for (int k = 0; k < STAY_POINTS; k++) {
      times[k] = 4 * longest * k / (STAY_POINTS - 1);
      steps[k] = times[k] / spacing;
    }
    for (BasinReport basin : BasinReport.all(comparison)) {
      if (tells(basin)) {
        Stays.Survival seen = basin.stays().survival(steps);
        double mean = basin.meanStay().value();
        double[] law = Arrays.stream(times).map(t -> Math.exp(-t / mean)).toArray();
        String place = words.place(basin.place());
        curves.add(new Exhibit.Curve(place, times, seen.fraction(), seen.error(), false));
        curves.add(new Exhibit.Curve("one rate, " + place, times, law, null, true));
      }
    }
    return new Exhibit.Curves(
        "How long a stay lasts",
        "The part of stays in each basin that last longer, after Kaplan and Meier, from the stays whose"
            + " beginning was seen; bands are one standard error. Dashed is the law of one rate, exp(−t/mean"
            + " stay): where the curves leave it, there is more than one way, or more than one time scale, to"
            + " leave the basin, and a rate alone does not tell how long it lasts.",
        Axis.of("t", Places.timeUnit(reduced)),
        Axis.of("part that lasts longer", ""),
        curves);
  }

  private static boolean tells(BasinReport basin) {
    return basin.meanStay().value() > 0 && basin.stays().whole() >= Passages.FEWEST;
  }

  private static String in(String unit) {
    return unit.isEmpty() ? "" : " / " + unit.replace("1/ps", "ps⁻¹");
  }

  private Exhibit rates() {
    List<List<Object>> rows = new ArrayList<>();
    for (BarrierReport barrier : barriers) {
      BarrierRates rates = barrier.rates();
      rows.add(
          List.of(
              words.place(barrier.fromPlace()) + " → " + words.place(barrier.toPlace()),
              rates.passages().count(),
              rates.observed(),
              rates.tst(),
              rates.transmission(),
              rates.reaction(),
              rates.activation()));
    }
    String rate = in(Places.rateUnit(reduced));
    String energy = in(Places.energyUnit(reduced));
    return new Exhibit.Grid(
        "Rates",
        List.of(
            "from → to",
            "transitions seen",
            "observed rate" + rate,
            "TST rate" + rate,
            "κ = transitions / crossings",
            "reaction free energy, of basins" + energy,
            "activation free energy (Eyring)" + energy),
        rows);
  }

  private Exhibit passageTimes(List<FirstPassage> passages) {
    List<List<Object>> rows = new ArrayList<>();
    for (FirstPassage passage : passages) {
      Quantity bound = passage.longerThan();
      rows.add(
          List.of(
              words.place(passage.from()) + " → " + words.place(passage.to()),
              passage.passages().count(),
              passage.waited(),
              bound.value() > 0 ? "> " + Words.number(bound.value(), 2) : passage.mean()));
    }
    String time = in(Places.timeUnit(reduced));
    return new Exhibit.Grid(
        "First passages from basin to basin",
        List.of(
            "from → to",
            "passages seen",
            "time waited for them" + time,
            "mean first-passage time" + time),
        rows);
  }
}
