package org.chikei.api.job;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What is known of a job in a {@link JobQueue} at one moment.
 *
 * @param id names the job as long as the queue remembers it
 * @param request what was asked for
 * @param state what has become of it
 * @param phase what is being done, for a person; empty while it waits
 * @param frames how many frames were processed so far
 * @param fraction what part of the input that is, from 0 to 1; NaN where it cannot be told
 * @param submitted when it was given to the queue
 * @param started when it began; empty while it waits, or if it never did
 * @param ended when it was over; empty before
 * @param warnings what concerns the person who waits: sentences
 * @param problems what is wrong with a job that cannot be run as it is written
 * @param message why it ended without a result; empty as a rule
 * @param outcome what it found and where it is; empty before it is finished
 */
public record JobStatus(
    String id,
    JobRequest request,
    JobState state,
    String phase,
    long frames,
    double fraction,
    Instant submitted,
    Optional<Instant> started,
    Optional<Instant> ended,
    List<String> warnings,
    List<Problem> problems,
    String message,
    Optional<JobOutcome> outcome) {

  /** Copies the lists. */
  public JobStatus {
    warnings = List.copyOf(warnings);
    problems = List.copyOf(problems);
  }
}
