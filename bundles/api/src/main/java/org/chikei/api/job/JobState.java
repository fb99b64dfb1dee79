package org.chikei.api.job;

/** What has become of a job that was given to a {@link JobQueue}. */
public enum JobState {
  /** It waits for its turn. */
  QUEUED,
  /** It runs. */
  RUNNING,
  /** It is done; some steps may have failed, which its result says. */
  FINISHED,
  /** It ended without a result. */
  FAILED,
  /** It was cancelled before it was done. */
  CANCELLED;

  /**
   * Whether nothing more will happen.
   *
   * @return true if so
   */
  public boolean over() {
    return this != QUEUED && this != RUNNING;
  }
}
