package org.chikei.landscape.comparison;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.chikei.api.analysis.CoordinateInfo;
import org.chikei.api.result.Axis;
import org.chikei.api.result.Exhibit;
import org.chikei.api.text.Words;
import org.chikei.landscape.profile.Comparison;
import org.chikei.landscape.profile.MassShares;
import org.chikei.landscape.profile.SampleLayout;

/** What a report shows of each atom's share of the inverse effective mass. */
final class MassShareExhibits {
  private final Comparison comparison;
  private final CoordinateInfo coordinate;
  private final double[][] byAtom;

  MassShareExhibits(Comparison comparison, double[][] byAtom) {
    this.comparison = comparison;
    this.coordinate = comparison.settings().coordinate();
    this.byAtom = byAtom;
  }

  /**
   * All of them.
   *
   * @param x the axis of the coordinate
   */
  List<Exhibit> all(Axis x) {
    return List.of(shares(x), molecule());
  }

  private Exhibit shares(Axis x) {
    Map<String, double[]> layers = new LinkedHashMap<>();
    for (int atom = 0; atom < byAtom.length; atom++) {
      layers.put(label(atom), relative(atom));
    }
    return new Exhibit.Stack(
        "Which atoms make the mass",
        "Each atom's share of the inverse effective mass along "
            + coordinate.name()
            + ": where the layers change height, those atoms make the mass change.",
        x,
        Axis.of("share of 1/m(r), mean 1/m = 1", ""),
        comparison.centres(),
        layers);
  }

  /** Each atom's share of g in units of the mean of g. */
  private double[] relative(int atom) {
    double[] weights = comparison.sums().quantity(SampleLayout.WEIGHT);
    double sum = 0;
    double weight = 0;
    for (int k = 0; k < comparison.bins(); k++) {
      for (double[] share : byAtom) {
        sum += weights[k] > 0 ? weights[k] * share[k] : 0;
      }
      weight += weights[k];
    }
    double[] relative = new double[comparison.bins()];
    for (int k = 0; k < relative.length; k++) {
      relative[k] = byAtom[atom][k] / (sum / weight);
    }
    return relative;
  }

  private String label(int atom) {
    int number = coordinate.atoms().get(atom) + 1;
    return atom < coordinate.points().size()
            && coordinate.points().size() == coordinate.atoms().size()
        ? pointLabel(number)
        : "atom " + number;
  }

  private String pointLabel(int number) {
    for (String point : coordinate.points()) {
      if (point.equals(String.valueOf(number)) || point.startsWith(number + " ")) {
        return "atom " + point;
      }
    }
    return "atom " + number;
  }

  private Exhibit molecule() {
    MassShares shares =
        MassShares.of(
            byAtom, comparison.sums().quantity(SampleLayout.WEIGHT), comparison.pieceBins());
    Map<Integer, Double> marks = new LinkedHashMap<>();
    Map<Integer, String> labels = new LinkedHashMap<>();
    double largest = 0;
    for (double share : shares.share()) {
      largest = Math.max(largest, share);
    }
    for (int atom = 0; atom < byAtom.length; atom++) {
      int index = coordinate.atoms().get(atom);
      marks.put(index, largest > 0 ? shares.share()[atom] / largest : 1.0);
      labels.put(index, (index + 1) + ": " + Words.percent(shares.share()[atom]));
    }
    return new Exhibit.Molecule(
        "The atoms of " + coordinate.name(),
        "Discs show each atom's share of the inverse effective mass, on average.",
        marks,
        labels);
  }
}
