package org.chikei.host;

/** The exit statuses of the command line. */
final class ExitStatus {
  /** All is done. */
  static final int DONE = 0;

  /** A fault of the program itself. */
  static final int FAULT = 1;

  /** Wrong usage, or a job that cannot be run as it is written. */
  static final int USAGE = 2;

  /** Input that is missing, unreadable or unfit, or results that cannot be written. */
  static final int INPUT = 3;

  /**
   * Some steps or formats failed, and the results of the others are written; or a check found
   * derivatives that are wrong.
   */
  static final int STEPS_FAILED = 4;

  /** Interrupted. */
  static final int INTERRUPTED = 130;

  private ExitStatus() {}

  /** The graver of two statuses: an interrupt, then a bad job, then bad input, then the rest. */
  static int graver(int a, int b) {
    if (a == INTERRUPTED || b == INTERRUPTED) {
      return INTERRUPTED;
    }
    return a == DONE ? b : b == DONE ? a : Math.min(a, b);
  }
}
