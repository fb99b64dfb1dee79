package org.chikei.api.result;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a step found.
 *
 * @param step the type of the step
 * @param name the name of this one, which its files carry
 * @param of the coordinates, by name
 * @param headline the finding in one or a few sentences, for a person
 * @param fields what stands in {@code results.json} beside step, of, name and warnings, in that
 *     order: {@link String}, {@link Boolean}, {@link Number}, {@link Quantity}, {@code List} and
 *     {@code Map} of these
 * @param tables the tables, each written as a file
 * @param exhibits what a report shows, in order
 * @param warnings sentences that say what is not as it should be and what to do
 */
public record StepResult(
    String step,
    String name,
    List<String> of,
    String headline,
    Map<String, Object> fields,
    List<Table> tables,
    List<Exhibit> exhibits,
    List<String> warnings) {

  /** Copies lists and map. */
  public StepResult {
    of = List.copyOf(of);
    fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    tables = List.copyOf(tables);
    exhibits = List.copyOf(exhibits);
    warnings = List.copyOf(warnings);
  }
}
