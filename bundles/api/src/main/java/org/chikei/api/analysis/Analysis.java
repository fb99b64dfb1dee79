package org.chikei.api.analysis;

import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;

/** A step of a job, prepared. Thread-safe. */
@ConsumerType
public interface Analysis {

  /**
   * What the analysis wants to see of each frame.
   *
   * @return the requirements
   */
  SampleRequirements requirements();

  /**
   * The other steps of the job whose results this one needs, by name. They are finished first.
   *
   * @return the names, empty as a rule
   */
  default List<String> needs() {
    return List.of();
  }

  /**
   * Whether these data can answer the question at all, told before the run.
   *
   * @param overview what is known of the data
   * @return sentences that say what will be missing or refused and what to save next time; empty if
   *     all is well
   */
  default List<String> forecast(DataOverview overview) {
    return List.of();
  }

  /**
   * Begins the collection.
   *
   * @param overview what is known of the data before they are read
   * @return what collects and finishes
   * @throws StepFailure if the data cannot answer the question, with the reason and what would
   */
  Collector collect(DataOverview overview) throws StepFailure;
}
