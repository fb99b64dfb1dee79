package org.chikei.api.job;

import java.util.List;

/**
 * What can be said of a job without running it.
 *
 * @param facts what was found: files, atoms, frames, what they carry, time and memory that a run
 *     would take; label and text
 * @param coordinates one line a coordinate: the atoms it resolved to and its value in the first
 *     frame
 * @param steps what each step will do
 * @param warnings sentences that say what is not as it should be and what to do
 */
public record CheckReport(
    List<Fact> facts, List<Fact> coordinates, List<StepForecast> steps, List<String> warnings) {

  /** Copies the lists. */
  public CheckReport {
    facts = List.copyOf(facts);
    coordinates = List.copyOf(coordinates);
    steps = List.copyOf(steps);
    warnings = List.copyOf(warnings);
  }

  /**
   * One thing that was found.
   *
   * @param label what it is about
   * @param text what was found
   */
  public record Fact(String label, String text) {}

  /**
   * What a step will do with these data.
   *
   * @param name the step's name
   * @param step its type
   * @param runs whether it will give a result
   * @param remarks what will be missing, why, and what to save next time
   */
  public record StepForecast(String name, String step, boolean runs, List<String> remarks) {
    /** Copies the list. */
    public StepForecast {
      remarks = List.copyOf(remarks);
    }
  }
}
