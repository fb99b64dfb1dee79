package org.chikei.api.job;

/** A job that was stopped by its monitor; nothing of it was written. */
public class JobCancelledException extends Exception {
  private static final long serialVersionUID = 1L;

  /** Makes the exception. */
  public JobCancelledException() {
    super("the job was cancelled; nothing was written");
  }
}
