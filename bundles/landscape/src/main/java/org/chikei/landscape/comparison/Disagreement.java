package org.chikei.landscape.comparison;

import java.util.ArrayList;
import java.util.List;
import org.chikei.api.result.Quantity;
import org.chikei.api.text.Words;
import org.chikei.landscape.profile.Comparison;
import org.chikei.landscape.profile.Curves;

/** Where G and Vm disagree so much that what is read from one does not hold on the other. */
final class Disagreement {
  private static final double SIGNIFICANT = 2;

  private final Comparison comparison;
  private final ComparisonWords words;

  Disagreement(Comparison comparison, ComparisonWords words) {
    this.comparison = comparison;
    this.words = words;
  }

  /** Sentences that say where, and which landscape to use for what. */
  List<String> warnings() {
    List<String> warnings = new ArrayList<>();
    String name = comparison.settings().coordinate().name();
    for (BasinPair pair : BasinPair.all(comparison)) {
      if (pair.signMayTurn()) {
        warnings.add(
            "G and Vm along '"
                + name
                + "' "
                + (pair.signTurns() ? "disagree" : "may disagree")
                + " about the sign of the reaction from "
                + words.place(pair.from())
                + " to "
                + words.place(pair.to())
                + ": "
                + Words.of(pair.g())
                + " on G, "
                + Words.of(pair.vmLow())
                + " on Vm; take populations from G, forces from Vm, and say which one a statement of"
                + " stability comes from");
      }
    }
    barriers(warnings, name);
    return warnings;
  }

  private void barriers(List<String> warnings, String name) {
    StringBuilder list = new StringBuilder();
    for (BarrierReport barrier : BarrierReport.all(comparison)) {
      Quantity difference = barrier.heightDifference(Curves.G, Curves.VM_GD);
      double size = Math.abs(difference.value());
      if (size > comparison.kT() && size > SIGNIFICANT * difference.error()) {
        list.append(list.length() == 0 ? "from " : ", from ");
        list.append(words.place(barrier.fromPlace()));
        list.append(" over ").append(words.place(barrier.atPlace()));
        list.append(" (").append(Words.of(barrier.height(Curves.G))).append(" on G, ");
        list.append(Words.of(barrier.height(Curves.VM_GD))).append(" on Vm, apart by ");
        list.append(Words.withError(size / comparison.kT(), difference.error() / comparison.kT()));
        list.append(" kT)");
      }
    }
    if (list.length() > 0) {
      warnings.add(
          "the barriers of '"
              + name
              + "' on G and Vm differ by more than kT: "
              + list
              + "; for rates use the TST rate, which counts the effective mass, and never the height of"
              + " one landscape as if it were that of the other");
    }
  }
}
