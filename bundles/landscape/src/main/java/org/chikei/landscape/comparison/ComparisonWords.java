package org.chikei.landscape.comparison;

import java.util.ArrayList;
import java.util.List;
import org.chikei.api.analysis.CoordinateInfo;
import org.chikei.api.analysis.Kinetics;
import org.chikei.api.result.Quantity;
import org.chikei.api.text.Words;
import org.chikei.landscape.profile.Comparison;
import org.chikei.landscape.profile.Curves;
import org.chikei.landscape.profile.Relabelling;
import org.chikei.landscape.profile.Verdict;
import org.chikei.landscape.words.Places;

/** What a comparison found, in sentences that a chemist understands. */
final class ComparisonWords {
  /** With fewer transitions the populations of basins are guesses to more than 0.05 kT. */
  private static final long FEW_TRANSITIONS = 800;

  private final Comparison comparison;
  private final CoordinateInfo coordinate;
  private final Verdict verdict;

  ComparisonWords(Comparison comparison, Verdict verdict) {
    this.comparison = comparison;
    this.coordinate = comparison.settings().coordinate();
    this.verdict = verdict;
  }

  /** The finding: the verdict, the masses, and whether a reaction turns round. */
  String headline() {
    StringBuilder text = new StringBuilder();
    String name = coordinate.name();
    switch (verdict.word()) {
      case "equal" -> text.append("Along ").append(name).append(", G and Vm are equal: ");
      case "differ" -> text.append("Along ").append(name).append(", G and Vm differ: ");
      default ->
          text.append("Along ").append(name).append(", whether G and Vm differ is undecided: ");
    }
    text.append(verdict.reason());
    if (verdict.word().equals("differ")) {
      text.append(" at ").append(place(comparison.centres()[verdict.bin()]));
    }
    text.append(". ");
    if (comparison.kinetics() != null) {
      masses(text);
    }
    for (BasinPair pair : BasinPair.all(comparison)) {
      if (pair.signMayTurn()) {
        turning(text, pair);
      }
    }
    return text.toString().trim().replace("^2", "²").replace(" -", " −");
  }

  private void masses(StringBuilder text) {
    double[] m = comparison.curve(Curves.M);
    int light = -1;
    int heavy = -1;
    for (int bin : comparison.pieceBins()) {
      if (!Double.isFinite(m[bin])) {
        continue;
      }
      light = light < 0 || m[bin] < m[light] ? bin : light;
      heavy = heavy < 0 || m[bin] > m[heavy] ? bin : heavy;
    }
    if (light < 0) {
      return;
    }
    String unit = Places.massUnit(coordinate.unit(), comparison.overview().reducedUnits());
    double fold = m[heavy] / m[light];
    if (comparison.condition().exact()) {
      text.append("The effective mass is ").append(Words.number(m[light], 4));
      text.append(unit.isEmpty() ? "" : " " + unit).append(" everywhere. ");
    } else if (comparison.condition().pValue() < 0.05) {
      text.append("The effective mass changes ").append(Words.number(fold, 3));
      text.append("-fold, from ").append(Words.number(m[light], 3)).append(" at ");
      text.append(place(comparison.centres()[light])).append(" to ");
      text.append(Words.number(m[heavy], 3)).append(unit.isEmpty() ? "" : " " + unit);
      text.append(" at ").append(place(comparison.centres()[heavy])).append(". ");
    }
  }

  private void turning(StringBuilder text, BasinPair pair) {
    boolean lowerOnG = pair.g().value() < 0;
    text.append("Relative to the basin at ").append(place(pair.from()));
    text.append(", the one at ").append(place(pair.to())).append(" lies ");
    text.append(size(pair.g())).append(lowerOnG ? " lower" : " higher");
    text.append(" on G, but ").append(size(pair.vmLow()));
    text.append(lowerOnG ? " higher" : " lower").append(" on Vm (low-variance");
    if (Double.isFinite(pair.vm().value())) {
      text.append("; integrated directly, ");
      text.append(Words.of(pair.vm()));
      if (Math.abs(pair.vm().value()) < 2 * pair.vm().error()) {
        text.append(", which is not significant by itself");
      }
    }
    if (!pair.signTurns()) {
      text.append("): the sign of the reaction may turn round; a longer run would tell. ");
      return;
    }
    text.append("): the sign of the reaction turns round. The system is found more often at ");
    text.append(place(lowerOnG ? pair.to() : pair.from()));
    text.append(", while the mean force makes ");
    text.append(place(lowerOnG ? pair.from() : pair.to())).append(" the deeper well. ");
  }

  private static String size(Quantity quantity) {
    return Words.of(new Quantity(Math.abs(quantity.value()), quantity.error(), quantity.unit()));
  }

  /** A place along the coordinate with its unit. */
  String place(double value) {
    return Places.in(coordinate, value);
  }

  /** The largest residual of Ching's density in kT; NaN where there is none. */
  double residual() {
    double largest = Double.NaN;
    double[] residual = comparison.curve(Curves.RESIDUAL);
    for (int bin : comparison.pieceBins()) {
      double size = Math.abs(residual[bin]) / comparison.kT();
      largest = Double.isNaN(largest) || size > largest ? size : largest;
    }
    return largest;
  }

  /** What is not as it should be, and what to do. */
  List<String> warnings() {
    List<String> warnings = new ArrayList<>(comparison.choice().warnings());
    String name = coordinate.name();
    if (comparison.undefined() > 0) {
      warnings.add(
          "'"
              + name
              + "' does not exist in "
              + comparison.undefined()
              + " frames, which are left out; look at those frames' geometry");
    }
    if (comparison.equilibrium().fails()) {
      warnings.add(
          "<v; r> of '"
              + name
              + "' is not zero ("
              + Words.percent(comparison.equilibrium().strength())
              + " of the root of <v^2>, p "
              + Verdict.probability(comparison.equilibrium().pValue())
              + "): either the velocities belong to another time than the positions (leap-frog half"
              + " steps; save them with a velocity-Verlet integrator) or the system is not at"
              + " equilibrium");
    }
    new RunWords(comparison).warning().ifPresent(warnings::add);
    relabelling(warnings);
    transitions(warnings);
    warnings.addAll(new RateWords(comparison, this).warnings());
    warnings.addAll(new Disagreement(comparison, this).warnings());
    residualWarning(warnings);
    if (comparison.pieces().runs().isEmpty() && comparison.kinetics() != null) {
      warnings.add(
          "no two neighbouring bins of '"
              + name
              + "' have "
              + Words.number(comparison.settings().minimumSamples(), 3)
              + " independent samples each, so nothing is integrated; run longer or use fewer bins");
    }
    int pieces = comparison.pieces().runs().size();
    if (pieces > 1) {
      warnings.add(
          "'"
              + name
              + "' falls into "
              + pieces
              + " pieces, since bins between them have fewer than "
              + Words.number(comparison.settings().minimumSamples(), 3)
              + " independent samples: <v^2; r>, mean force and effective mass have no errors there, and"
              + " Vm is not compared from piece to piece; run longer or with a bias towards them, or use"
              + " fewer bins");
    }
    return warnings;
  }

  private void relabelling(List<String> warnings) {
    String word = comparison.settings().relabel();
    if (comparison.relabelling() == null
        && !word.equals(Relabelling.NONE)
        && !word.equals(Relabelling.AUTO)) {
      warnings.add(
          "'"
              + coordinate.name()
              + "' takes values that relabelling by "
              + word
              + " has no use for ("
              + (word.equals(Relabelling.COSINE)
                  ? "an angle between 0 and 180° is needed"
                  : "positive ones are needed")
              + "), so nothing is relabelled; use 'relabel: exponential', or set a range");
    }
  }

  private void transitions(List<String> warnings) {
    long total = comparison.transitions().total();
    int basins = comparison.basins().minima().length;
    if (basins < 2 || total >= FEW_TRANSITIONS || comparison.overview().windows() > 0) {
      return; // windows know basins against each other by their overlap
    }
    warnings.add(
        "'"
            + coordinate.name()
            + "' goes from one of its "
            + basins
            + " basins to another only "
            + total
            + " times in this run, so how it divides its time among them is partly chance: one basin may be"
            + " over-populated, and G between basins is known "
            + (total == 0
                ? "not at all"
                : "to no better than about " + Words.number(chance(total), 1) + " kT")
            + "; trust the shape of each basin, and run longer to compare basins");
  }

  /**
   * How well G between basins is known, in kT: by its error, and at best by the number of
   * transitions.
   */
  private double chance(long total) {
    double largest = Math.sqrt(2.0 / total);
    for (BasinPair pair : BasinPair.all(comparison)) {
      double error = pair.g().error() / comparison.kT();
      largest = error > largest ? error : largest;
    }
    return largest;
  }

  private void residualWarning(List<String> warnings) {
    double[] residual = comparison.curve(Curves.RESIDUAL);
    double[] error = comparison.error(Curves.RESIDUAL);
    int worst = -1;
    int beyond = 0;
    int counted = 0;
    for (int bin : comparison.pieceBins()) {
      if (!(error[bin] > 0)) {
        continue;
      }
      counted++;
      double size = Math.abs(residual[bin]) / error[bin];
      beyond += size > 3 ? 1 : 0;
      worst = worst < 0 || size > Math.abs(residual[worst]) / error[worst] ? bin : worst;
    }
    boolean physical = comparison.kinetics() != null && comparison.kinetics() != Kinetics.SERIES;
    if (physical
        && worst >= 0
        && beyond > 0.1 * counted
        && Math.abs(residual[worst]) > 0.1 * comparison.kT()) {
      warnings.add(
          "Ching's density of '"
              + coordinate.name()
              + "' disagrees with the histogram by "
              + Words.withError(
                  Math.abs(residual[worst]) / comparison.kT(), error[worst] / comparison.kT())
              + " kT at "
              + place(comparison.centres()[worst])
              + ": the run is not long enough between basins, or forces, masses and temperature do not"
              + " belong together");
    }
  }
}
