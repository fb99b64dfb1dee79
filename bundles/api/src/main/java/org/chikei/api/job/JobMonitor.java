package org.chikei.api.job;

import java.util.List;
import org.chikei.api.result.StepResult;
import org.osgi.annotation.versioning.ConsumerType;

/** Watches a job and may stop it. Called from any thread of the job; returns at once. */
@ConsumerType
public interface JobMonitor {

  /** Watches nothing and never stops a job. */
  JobMonitor NONE = new JobMonitor() {};

  /**
   * A new phase has begun.
   *
   * @param description what is being done, for a person: {@code reading ala2.trr}
   */
  default void phase(String description) {}

  /**
   * Frames were processed.
   *
   * @param frames how many so far
   * @param fraction what part of the input that is, from 0 to 1; NaN where it cannot be told
   */
  default void progress(long frames, double fraction) {}

  /**
   * A warning that concerns the person who waits.
   *
   * @param message a sentence
   */
  default void warning(String message) {}

  /**
   * Whether someone wants to see the results so far. Asked once a slice.
   *
   * @return true to be given them at the next {@link #preview}
   */
  default boolean previewWanted() {
    return false;
  }

  /**
   * The results from the frames that were read so far, as they were wanted.
   *
   * @param steps the results of the steps that have something to say
   */
  default void preview(List<StepResult> steps) {}

  /**
   * Whether the job should stop. Asked at least once a slice.
   *
   * @return true to stop it
   */
  default boolean cancelled() {
    return false;
  }
}
