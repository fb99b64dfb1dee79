package org.chikei.memory.hierarchy;

import java.util.ArrayList;
import java.util.List;
import org.chikei.api.text.Words;

/** What the hierarchy of a coordinate says, in sentences. */
final class HierarchyWords {
  private final String name;
  private final Hierarchy hierarchy;
  private final Foretelling foretelling;
  private final String time;

  HierarchyWords(String name, Hierarchy hierarchy, Foretelling foretelling, String time) {
    this.name = name;
    this.hierarchy = hierarchy;
    this.foretelling = foretelling;
    this.time = time;
  }

  String headline() {
    StringBuilder text = new StringBuilder();
    List<Level> levels = hierarchy.levels();
    text.append("From '").append(name).append("' alone: ");
    for (int k = 0; k < levels.size(); k++) {
      text.append(k == 0 ? "" : k + 1 == levels.size() ? ", and " : ", ");
      text.append(basins(levels.get(k), k + 1));
    }
    text.append(". ");
    Level last = levels.get(levels.size() - 1);
    text.append("Of the acceleration of r").append(levels.size()).append(", ");
    text.append(Words.percent(last.remainingVariance()))
        .append(" is left untold; the levels end here");
    text.append(" because ").append(hierarchy.stopped()).append('.');
    if (levels.size() > 1) {
      text.append(' ').append(foresight());
    }
    return text.toString();
  }

  private static String basins(Level level, int k) {
    String density = "ρ(" + names(k) + ")";
    int count = level.basins().size();
    if (count == 1) {
      return "one basin in " + density + (level.folded() ? ", with folds" : "");
    }
    long states = count(level, Stay.Verdict.STATE);
    long open = count(level, Stay.Verdict.UNDECIDED);
    double depth = level.basins().stream().mapToDouble(Basin::prominence).min().orElseThrow();
    return number(count)
        + " basins in "
        + density
        + ", "
        + Words.number(depth, 2)
        + " kT deep or more"
        + (states == count ? "" : ", of which " + last(states, open));
  }

  private static String last(long states, long open) {
    String text = (states == 0 ? "none" : states) + (states == 1 ? " lasts" : " last");
    return open == 0 ? text : text + " for sure and " + open + (open == 1 ? " may" : " may yet");
  }

  private static long count(Level level, Stay.Verdict verdict) {
    return level.basins().stream().filter(basin -> basin.verdict() == verdict).count();
  }

  static String names(int k) {
    StringBuilder names = new StringBuilder("r1");
    for (int i = 2; i <= k; i++) {
      names.append(", r").append(i);
    }
    return names.toString();
  }

  private static String number(int count) {
    return count == 2 ? "two" : count == 3 ? "three" : Integer.toString(count);
  }

  private String foresight() {
    StringBuilder text = new StringBuilder("r1 is foretold to half its spread for ");
    int levels = hierarchy.levels().size();
    for (int k = 0; k < levels; k++) {
      text.append(k == 0 ? "" : k + 1 == levels ? " and " : ", ");
      text.append(horizon(k)).append(" with ").append(names(k + 1));
    }
    return text.append('.').toString();
  }

  private String horizon(int k) {
    double[] errors = foretelling.errors()[k];
    for (int t = 0; t < errors.length; t++) {
      if (errors[t] > 0.5 * foretelling.spread()) {
        return Words.number(foretelling.times()[t], 2) + time;
      }
    }
    return "more than " + Words.number(foretelling.times()[errors.length - 1], 2) + time;
  }

  List<String> warnings() {
    List<String> warnings = new ArrayList<>();
    List<Level> levels = hierarchy.levels();
    for (int k = 0; k < levels.size(); k++) {
      Level level = levels.get(k);
      if (level.folded()) {
        warnings.add(
            "the peaks of "
                + level.density(k + 1)
                + " are folds, where r"
                + (k + 1)
                + " turns back, and no wells: the system leaves some of them about as fast as it moves"
                + " within them"
                + narrow(level)
                + "; do not read them as states");
      }
      for (Basin peak : level.peaks()) {
        if (peak.verdict() == Stay.Verdict.UNDECIDED) {
          warnings.add(undecided(peak, level.density(k + 1)));
        }
      }
      double spoilt = level.derivative().noise() + level.derivative().bias();
      if (spoilt > 0.05) {
        warnings.add(
            "of the second derivative of r"
                + (k + 1)
                + ", "
                + (spoilt < 1 ? Words.percent(spoilt) : "all")
                + " is noise of the values or smoothed away; frames that are closer and kept to more digits"
                + " would make what follows from it surer");
      }
      if (foretelling.left()[k] > 0.2) {
        warnings.add(
            "of the runs with "
                + names(k + 1)
                + ", "
                + Words.percent(foretelling.left()[k])
                + " leave the region that the data know; their errors are those of the others");
      }
    }
    return warnings;
  }

  private static String narrow(Level level) {
    long count = level.peaks().stream().filter(Basin::unresolved).count();
    return count == 0
        ? ""
        : ", and "
            + (count == 1 ? "one is" : count + " are")
            + " as narrow as a peak without any width would be drawn";
  }

  private String undecided(Basin peak, String density) {
    Stay stay = peak.stay();
    return "the run is too short to tell whether the peak of "
        + density
        + " at ("
        + HierarchyExhibits.places(peak.at())
        + ") is a state or a fold: in "
        + Words.number(stay.time(), 3)
        + time
        + " the system left it "
        + (stay.exits() == 0 ? "never" : stay.exits() == 1 ? "once" : stay.exits() + " times")
        + (stay.forgets() ? "" : " and did not forget where in it it was")
        + "; run longer";
  }
}
