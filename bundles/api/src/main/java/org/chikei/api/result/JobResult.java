package org.chikei.api.result;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.chikei.api.structure.Structure;

/**
 * What a job found.
 *
 * @param title the job's title; empty where it has none
 * @param steps the results of the steps that gave one, in the job's order
 * @param failures the steps that gave none, by name, and formats that could not be written, as
 *     {@code output} and the format: a sentence for each
 * @param settings the job as it was understood, defaults included: {@code String}, {@code Number},
 *     {@code Boolean}, {@code List} and {@code Map} of these
 * @param warnings what concerns the whole job: sentences that say what to do
 * @param notes assumptions that a reader should know; sentences
 * @param inputs the files that were read, each with its SHA-256
 * @param run whatever changes from run to run: times, threads, host, absolute paths
 * @param structure the structure, empty for a job without one
 */
public record JobResult(
    String title,
    List<StepResult> steps,
    Map<String, String> failures,
    Map<String, Object> settings,
    List<String> warnings,
    List<String> notes,
    List<Input> inputs,
    Map<String, Object> run,
    Optional<Structure> structure) {

  /** Copies lists and maps. */
  public JobResult {
    steps = List.copyOf(steps);
    failures = Collections.unmodifiableMap(new LinkedHashMap<>(failures));
    settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
    warnings = List.copyOf(warnings);
    notes = List.copyOf(notes);
    inputs = List.copyOf(inputs);
    run = Collections.unmodifiableMap(new LinkedHashMap<>(run));
  }

  /**
   * The same result with more failures.
   *
   * @param more a sentence for each, by name
   * @return the result
   */
  public JobResult withFailures(Map<String, String> more) {
    Map<String, String> all = new LinkedHashMap<>(failures);
    all.putAll(more);
    return new JobResult(title, steps, all, settings, warnings, notes, inputs, run, structure);
  }

  /**
   * A file that was read.
   *
   * @param path as the job names it
   * @param sha256 the digest of its content in hexadecimal
   */
  public record Input(String path, String sha256) {}
}
