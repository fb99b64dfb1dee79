package org.chikei.api.analysis;

/**
 * Says that no sample lies where a step looks. If every step of a job says so, the input does not
 * fit the job and nothing is written.
 */
public class NoSampleFailure extends StepFailure {
  private static final long serialVersionUID = 1L;

  /**
   * Makes a failure.
   *
   * @param message a sentence that says where the step looked and what would do
   */
  public NoSampleFailure(String message) {
    super(message);
  }
}
