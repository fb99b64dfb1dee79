package org.chikei.landscape.comparison;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.chikei.api.text.Words;
import org.chikei.landscape.profile.BestFreeEnergy;
import org.chikei.landscape.profile.Comparison;
import org.chikei.landscape.profile.Curves;

/** Which estimate of G rules where, for a person and for a program. */
final class BestFreeEnergyWords {
  /** More regions than this are a table, not a sentence. */
  private static final int MOST_IN_A_SENTENCE = 6;

  private final Comparison comparison;
  private final ComparisonWords words;
  private final BestFreeEnergy best;
  private final List<BestFreeEnergy.Region> regions;

  BestFreeEnergyWords(Comparison comparison, ComparisonWords words) {
    this.comparison = comparison;
    this.words = words;
    this.best = comparison.estimate().best();
    this.regions = best.regions(comparison.pieces());
  }

  Map<String, Object> toFields() {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("combined", best.combined());
    fields.put("why", best.why());
    fields.put("identity_p_value", best.pValue());
    List<Object> list = new ArrayList<>();
    for (BestFreeEnergy.Region region : regions) {
      Map<String, Object> each = new LinkedHashMap<>();
      each.put("from", edge(region.first(), -1));
      each.put("to", edge(region.last(), 1));
      each.put("estimator", region.ruler());
      list.add(each);
    }
    fields.put("regions", list);
    return fields;
  }

  private double edge(int bin, int side) {
    return comparison.centres()[bin] + side * comparison.width() / 2;
  }

  /** Sentences that say where G comes from. */
  String text() {
    if (!best.combined()) {
      return "G is the histogram's alone: " + best.why() + ".";
    }
    StringBuilder text = new StringBuilder();
    text.append(
        "G combines the histogram and the mean force (Ching's density), bin by bin with the");
    text.append(" weights that leave the smallest error, ");
    text.append(Words.number(gain(), 2))
        .append(" times smaller in the middle than the histogram's.");
    long rulers = regions.stream().map(BestFreeEnergy.Region::ruler).distinct().count();
    if (rulers == 1) {
      text.append(knows(regions.get(0))).append(" everywhere.");
    } else if (regions.size() <= MOST_IN_A_SENTENCE) {
      for (BestFreeEnergy.Region region : regions) {
        text.append(" From ").append(words.place(edge(region.first(), -1))).append(" to ");
        text.append(words.place(edge(region.last(), 1)));
        text.append(knows(region).replace("The", "the").replace("Both", "both")).append(".");
      }
    } else {
      text.append(" Which of them knows best changes many times");
      text.append(" along the coordinate: see mean_force_share in the table.");
    }
    return text.toString();
  }

  private static String knows(BestFreeEnergy.Region region) {
    return region.ruler().equals("both")
        ? " Both count about alike"
        : " The " + region.ruler() + " knows best";
  }

  /** The median of how much smaller the error becomes. */
  private double gain() {
    double[] histogram = comparison.error(Curves.G);
    double[] combined = comparison.error(Curves.G_BEST);
    double[] gains =
        comparison.pieceBins().stream()
            .filter(bin -> combined[bin] > 0)
            .mapToDouble(bin -> histogram[bin] / combined[bin])
            .sorted()
            .toArray();
    return gains.length == 0 ? 1 : gains[gains.length / 2];
  }
}
