package org.chikei.landscape;

import java.util.ArrayList;
import java.util.List;
import org.chikei.api.result.Exhibit;
import org.chikei.api.result.Quantity;

/** What a report shows of how fast the system goes from basin to basin. */
final class RateExhibits {
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
      List<FirstPassage> passages = FirstPassage.all(comparison);
      if (!passages.isEmpty()) {
        exhibits.add(passageTimes(passages));
      }
      exhibits.add(new Exhibit.Text(new RateWords(comparison, words).explanation()));
    }
    return exhibits;
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
            "κ = observed / TST",
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
