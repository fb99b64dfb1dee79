package org.chikei.api.analysis;

/** Says why a step cannot give a result; the other steps of the job go on. */
public class StepFailure extends Exception {
  private static final long serialVersionUID = 1L;

  /**
   * Makes a failure.
   *
   * @param message a sentence that says why, and what data or settings would do
   */
  public StepFailure(String message) {
    super(message);
  }
}
