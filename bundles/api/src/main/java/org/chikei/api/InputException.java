package org.chikei.api;

import java.io.IOException;
import java.nio.file.Path;

/**
 * Input data that cannot be used: missing, unreadable, cut, or not what the job needs.
 *
 * <p>The message is one line for the person who wrote the job: it names the file, the place in it
 * where there is one, what is wrong, and what to do.
 */
public class InputException extends IOException {
  private static final long serialVersionUID = 1L;

  /**
   * Makes an exception whose message stands alone.
   *
   * @param message one line; names the file and the place
   */
  public InputException(String message) {
    super(message);
  }

  /**
   * Makes an exception about a file.
   *
   * @param file the file; its name opens the message
   * @param message what is wrong with it and where, for instance {@code "frame 17: NaN in the
   *     positions"}
   */
  public InputException(Path file, String message) {
    super(file + ": " + message);
  }

  /**
   * Makes an exception about a file with a cause.
   *
   * @param file the file; its name opens the message
   * @param message what is wrong with it and where
   * @param cause what was thrown
   */
  public InputException(Path file, String message, Throwable cause) {
    super(file + ": " + message, cause);
  }
}
