package org.chikei.web;

/** A request that is not answered as it was meant, and the sentence that says why. */
final class Refusal extends Exception {
  private static final long serialVersionUID = 1L;

  private final int status;

  Refusal(int status, String message) {
    super(message);
    this.status = status;
  }

  static Refusal notFound(String what) {
    return new Refusal(404, "there is no " + what);
  }

  /** The HTTP status. */
  int status() {
    return status;
  }
}
