package org.chikei.landscape.comparison;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.chikei.api.result.Quantity;
import org.chikei.api.text.Words;
import org.chikei.landscape.profile.Comparison;
import org.chikei.landscape.profile.Convergence;

/** How the results settled while the run grew longer, for a person and for a program. */
final class ConvergenceWords {
  private final Comparison comparison;
  private final Convergence convergence;
  private final List<Convergence.Climb> climbs;
  private final ComparisonWords words;

  ConvergenceWords(Comparison comparison, Convergence convergence, ComparisonWords words) {
    this.comparison = comparison;
    this.convergence = convergence;
    this.climbs = Convergence.climbs(comparison);
    this.words = words;
  }

  Map<String, Object> toFields() {
    Map<String, Object> fields = new LinkedHashMap<>();
    List<Convergence.Stage> stages = convergence.stages();
    fields.put("part", stages.stream().map(Convergence.Stage::part).toList());
    fields.put("verdict", stages.stream().map(stage -> stage.verdict().word()).toList());
    fields.put("largest_kT", stages.stream().map(stage -> stage.verdict().largest()).toList());
    fields.put("verdict_since", stages.isEmpty() ? Double.NaN : convergence.verdictSince());
    List<Object> barriers = new ArrayList<>();
    for (int k = 0; k < climbs.size() && !stages.isEmpty(); k++) {
      Map<String, Object> barrier = new LinkedHashMap<>();
      barrier.put("from", comparison.centres()[climbs.get(k).from()]);
      barrier.put("at", comparison.centres()[climbs.get(k).at()]);
      for (int c = 0; c < Convergence.NAMES.size(); c++) {
        List<Quantity> heights = heights(k, c);
        String name = Convergence.NAMES.get(c);
        barrier.put(name, heights.stream().map(Quantity::value).toList());
        barrier.put(name + "_err", heights.stream().map(Quantity::error).toList());
      }
      barriers.add(barrier);
    }
    fields.put("barriers", barriers);
    return fields;
  }

  private List<Quantity> heights(int climb, int curve) {
    return convergence.stages().stream().map(s -> s.heights().get(climb).get(curve)).toList();
  }

  /** Since when the verdict is what it is. */
  String text() {
    double since = convergence.verdictSince();
    String word = convergence.stages().get(convergence.stages().size() - 1).verdict().word();
    return since < 1
        ? "The verdict is '" + word + "' from " + eighths(since) + " of the run on."
        : "The verdict became '" + word + "' in the last eighth of the run.";
  }

  private static String eighths(double part) {
    return Math.round(8 * part) + "/8";
  }

  /** What to do where the results still move. */
  List<String> warnings() {
    List<String> warnings = new ArrayList<>();
    move().ifPresent(warnings::add);
    List<Convergence.Stage> stages = convergence.stages();
    if (!stages.isEmpty()) {
      String before = stages.get(5).verdict().word();
      String now = stages.get(7).verdict().word();
      if (!before.equals("undecided") && !before.equals(now)) {
        warnings.add(
            "three quarters of the run say that G and Vm along '"
                + comparison.settings().coordinate().name()
                + "' "
                + (before.equals("equal") ? "are equal" : "differ")
                + ", but all of it says '"
                + now
                + "': the verdict has not settled; run longer until it stays the same");
      }
    }
    return warnings;
  }

  private Optional<String> move() {
    double bound = comparison.settings().bound() * comparison.kT();
    List<Convergence.Move> moves = convergence.moves(climbs, bound);
    if (moves.isEmpty()) {
      return Optional.empty();
    }
    Convergence.Move largest = moves.get(0);
    for (Convergence.Move move : moves) {
      boolean larger = Math.abs(move.move().value()) > Math.abs(largest.move().value());
      largest = larger ? move : largest;
    }
    return Optional.of(
        "the last quarter of the run moved the barrier of "
            + (largest.curve() == 0 ? "G" : "Vm")
            + " along '"
            + comparison.settings().coordinate().name()
            + "' from "
            + words.place(comparison.centres()[largest.climb().from()])
            + " over "
            + words.place(comparison.centres()[largest.climb().at()])
            + " by "
            + Words.of(largest.move())
            + ", more than its error allows: the run has not converged, and its errors are too small; leave"
            + " out its beginning ('begin') if it started away from equilibrium, and run longer until the"
            + " barriers stay where they are");
  }
}
