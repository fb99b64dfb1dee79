package org.chikei.landscape.comparison;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.chikei.landscape.profile.Comparison;
import org.chikei.landscape.profile.RunAgreement;
import org.chikei.landscape.profile.Verdict;

/** Whether independent runs agree, for a person and for a program. */
final class RunWords {
  private final RunAgreement agreement;
  private final String coordinate;

  RunWords(Comparison comparison) {
    this.agreement = comparison.agreement();
    this.coordinate = comparison.settings().coordinate().name();
  }

  Map<String, Object> toFields() {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("count", agreement.runs().size());
    fields.put("p_value", agreement.pValue());
    List<Object> each = new ArrayList<>();
    for (RunAgreement.Run run : agreement.runs()) {
      Map<String, Object> one = new LinkedHashMap<>();
      one.put("file", run.file());
      one.put("frames", run.frames());
      one.put("p_value", run.pValue());
      each.add(one);
    }
    fields.put("each", each);
    return fields;
  }

  /** A few words for a table; nothing where there is one run. */
  Optional<String> summary() {
    int count = agreement.runs().size();
    if (count == 0) {
      return Optional.empty();
    }
    return Optional.of(
        Double.isNaN(agreement.pValue())
            ? count + ", too short to compare with each other"
            : agreement.outliers().isEmpty()
                ? count + ", which agree (p " + Verdict.probability(agreement.pValue()) + ")"
                : count + ", which disagree (p " + Verdict.probability(agreement.pValue()) + ")");
  }

  /** What to do where they disagree. */
  Optional<String> warning() {
    List<RunAgreement.Run> outliers = agreement.outliers();
    if (outliers.isEmpty()) {
      return Optional.empty();
    }
    int count = agreement.runs().size();
    RunAgreement.Run worst = outliers.get(0);
    String subject = worst.subject().words(coordinate);
    String chance = "(p " + Verdict.probability(agreement.pValue()) + ")";
    if (2 * outliers.size() >= count) {
      return Optional.of(
          count
              + " independent runs disagree with each other about "
              + subject
              + " "
              + chance
              + ": each has seen only a part of what the system does, or they are of different systems, and"
              + " the errors cannot know what no run has seen; run each longer until they agree, and look"
              + " at them one by one before joining them");
    }
    return Optional.of(
        "run "
            + worst.place()
            + " of "
            + count
            + ", which begins in input file "
            + worst.file()
            + ", stands out from the others in "
            + subject
            + " "
            + chance
            + (outliers.size() > 1 ? ", and " + (outliers.size() - 1) + " more do" : "")
            + ": check that it has the same system, temperature and settings, leave out its beginning if"
            + " it was not yet at equilibrium, or run it longer");
  }
}
