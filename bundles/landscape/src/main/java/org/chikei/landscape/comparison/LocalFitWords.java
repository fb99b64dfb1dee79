package org.chikei.landscape.comparison;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.chikei.api.analysis.StepFailure;
import org.chikei.landscape.kernel.KernelWords;
import org.chikei.landscape.kernel.LocalLinearMeans;
import org.chikei.landscape.profile.Comparison;
import org.chikei.landscape.profile.LocalFits;

/** What a comparison says of the kernels that D and the mean force were fitted under. */
final class LocalFitWords {
  private final LocalFits fits;
  private final KernelWords words;

  /**
   * Makes words.
   *
   * @param comparison a comparison that has fits
   * @throws StepFailure if the bandwidth that the job gives is too narrow for the samples
   */
  LocalFitWords(Comparison comparison) throws StepFailure {
    fits = comparison.fits();
    words =
        new KernelWords(
            List.of(comparison.settings().coordinate()),
            fits.grid(),
            comparison.settings().kernel().bandwidth());
  }

  /** Name, kind and bandwidth of each. */
  List<Object> toFields() {
    List<Object> list = new ArrayList<>();
    each()
        .forEach(
            (name, fit) -> {
              Map<String, Object> entry = new LinkedHashMap<>();
              entry.put("name", name);
              entry.putAll(words.fields(ComparisonStep.LOCAL, fit.bandwidth()));
              list.add(entry);
            });
    return list;
  }

  /** Where smoothing or wide bins may mislead. */
  List<String> warnings() {
    List<String> warnings = new ArrayList<>();
    each()
        .forEach(
            (name, fit) -> warnings.addAll(words.warnings(name, fit.bandwidth(), fit.shifted())));
    return warnings;
  }

  private Map<String, LocalLinearMeans> each() {
    Map<String, LocalLinearMeans> each = new LinkedHashMap<>();
    if (fits.square() != null) {
      each.put("D", fits.square());
    }
    if (fits.force() != null) {
      each.put("f", fits.force());
    }
    return each;
  }
}
