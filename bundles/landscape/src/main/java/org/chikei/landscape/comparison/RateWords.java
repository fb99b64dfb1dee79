package org.chikei.landscape.comparison;

import java.util.ArrayList;
import java.util.List;
import org.chikei.api.analysis.Kinetics;
import org.chikei.api.text.Words;
import org.chikei.landscape.passage.Passages;
import org.chikei.landscape.profile.Comparison;

/** What is to be known of observed rates, in sentences. */
final class RateWords {
  /** Transitions that count as fewer than this part of their number come in bursts. */
  private static final double BURSTS = 0.5;

  private final Comparison comparison;
  private final ComparisonWords words;

  RateWords(Comparison comparison, ComparisonWords words) {
    this.comparison = comparison;
    this.words = words;
  }

  /** Why rates and passage times are seen or not, in a sentence. */
  String observed() {
    if (comparison.weighted()) {
      return "not observed: the frames carry weights of a bias, and a biased system goes from basin"
          + " to basin in times of its own, which no weights turn into those of the unbiased one; the"
          + " TST rate is reweighted and holds without the bias";
    }
    if (!comparison.naturalMotion()) {
      return "not observed: the frames are not evenly spaced in time";
    }
    return "from core to core of the basins";
  }

  /** How rates and times are made. */
  String explanation() {
    if (!comparison.naturalMotion()) {
      return "Rates are " + observed() + ".";
    }
    return "The system is in the basin whose core it visited last; a core lies around the minimum,"
        + " below half the height of the basin's lowest barrier, so that crossing a top and coming back"
        + " is no transition. In one long run an observed rate is the number of transitions over the"
        + " time in the basin, and a mean first-passage time the time waited from core to core over the"
        + " number of passages: the estimates of greatest likelihood. Where segments end before a"
        + " passage does, each passage that was seen counts over the time in which it could have begun"
        + " so as to end within its segment, and short segments change nothing but the error. Errors"
        + " come from blocks of frames, so that transitions in bursts count as few; below "
        + Passages.FEWEST
        + " passages only what the time exceeds with 95 % confidence is told. The transmission"
        + " coefficient κ is the part of the crossings of the top that become transitions. "
        + crossings();
  }

  private String crossings() {
    Kinetics kinetics = BarrierRates.ofCrossings(comparison);
    return kinetics == null || kinetics == Kinetics.MOMENTUM_AVERAGED
        ? "Crossings are as many as transition-state theory expects of the density at the top;"
            + " velocities of the same frames would tell those of the run itself, and κ with a smaller"
            + " error."
        : "Crossings are those of the run itself, by its velocities at the top; what they owe to chance"
            + " transitions owe as well, so κ is known better than the ratio of the two rates, which"
            + " differs from it within their errors.";
  }

  /** What is not as it should be, and what to do. */
  List<String> warnings() {
    List<String> warnings = new ArrayList<>();
    if (!comparison.naturalMotion()) {
      return warnings;
    }
    int basins = comparison.basins().minima().length;
    String name = comparison.settings().coordinate().name();
    Passages quick = null;
    long seen = 0;
    double independent = 0;
    for (int basin = 0; basin < basins; basin++) {
      Passages departures = comparison.transitions().from(basin);
      if (!departures.enough()) {
        continue;
      }
      seen += departures.count();
      independent += departures.independent();
      if (quick == null || departures.stepsEach() < quick.stepsEach()) {
        quick = departures;
      }
    }
    if (independent < BURSTS * seen) {
      warnings.add(
          "transitions of '"
              + name
              + "' between basins come in bursts: "
              + seen
              + " of them tell as much as "
              + Words.fixed(independent, 0)
              + " that know nothing of each other, as their errors say; either the system keeps its"
              + " energy for several crossings, or another, slower coordinate decides when it may cross");
    }
    if (quick != null && !quick.resolved()) {
      warnings.add(
          "'"
              + name
              + "' stays in a basin for "
              + Words.number(quick.stepsEach(), 2)
              + " frames on average, so transitions between frames are missed, observed rates are"
              + " too small, and κ is not told; save frames closer together");
    }
    return warnings;
  }
}
