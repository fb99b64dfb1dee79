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
 * @param documents what is no table, each written as a file
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
    List<Document> documents,
    List<Exhibit> exhibits,
    List<String> warnings) {

  /** Copies lists and map. */
  public StepResult {
    of = List.copyOf(of);
    fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    tables = List.copyOf(tables);
    documents = List.copyOf(documents);
    exhibits = List.copyOf(exhibits);
    warnings = List.copyOf(warnings);
  }

  /**
   * A result without documents.
   *
   * @param step the type of the step
   * @param name the name of this one
   * @param of the coordinates, by name
   * @param headline the finding in one or a few sentences
   * @param fields what stands in {@code results.json}
   * @param tables the tables
   * @param exhibits what a report shows
   * @param warnings sentences that say what is not as it should be and what to do
   */
  public StepResult(
      String step,
      String name,
      List<String> of,
      String headline,
      Map<String, Object> fields,
      List<Table> tables,
      List<Exhibit> exhibits,
      List<String> warnings) {
    this(step, name, of, headline, fields, tables, List.of(), exhibits, warnings);
  }
}
