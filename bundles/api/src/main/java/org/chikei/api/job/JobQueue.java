package org.chikei.api.job;

import java.util.List;
import java.util.Optional;
import org.chikei.api.result.StepResult;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Runs jobs one after the other, or a few at once, while whoever gave them goes on; provided by the
 * batch bundle. It remembers what became of them until it is told to forget, or there are too many.
 * When the bundle stops, what runs is cancelled. Thread-safe.
 */
@ProviderType
public interface JobQueue {

  /**
   * Takes a job. It is not looked at before its turn comes.
   *
   * @param request the job
   * @return its id
   * @throws IllegalStateException if as many jobs wait as may, with a sentence that says so
   */
  String submit(JobRequest request);

  /**
   * All jobs that are remembered.
   *
   * @return in the order in which they were submitted
   */
  List<JobStatus> jobs();

  /**
   * One job.
   *
   * @param id its id
   * @return what is known of it; empty if it is not remembered
   */
  Optional<JobStatus> job(String id);

  /**
   * Stops a job, or lets it never begin. It may take the time of a slice until the job is over.
   *
   * @param id its id
   * @return whether it was neither over nor unknown
   */
  boolean cancel(String id);

  /**
   * Forgets a job that is over. Its files stay.
   *
   * @param id its id
   * @return whether it was over and known
   */
  boolean forget(String id);

  /**
   * The results of a running job from the frames that were read so far. Computed by the job's own
   * threads when they come to it, so this may take some time; what cannot be said before the end is
   * left out.
   *
   * @param id its id
   * @return the results of the steps so far; empty if the job does not run, or there is nothing to
   *     say yet
   * @throws InterruptedException if the thread is interrupted while it waits
   */
  List<StepResult> preview(String id) throws InterruptedException;
}
