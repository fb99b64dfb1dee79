package org.chikei.api.job;

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
   * Whether the job should stop. Asked at least once a slice.
   *
   * @return true to stop it
   */
  default boolean cancelled() {
    return false;
  }
}
