package org.chikei.host;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import org.chikei.api.InputException;

/** Says in one line what went wrong. */
final class Messages {
  private Messages() {}

  static String of(Exception thrown) {
    String message = thrown.getMessage();
    if (thrown instanceof InputException) {
      return Commands.oneLine(message);
    }
    if (thrown instanceof NoSuchFileException missing) {
      return missing.getFile() + ": there is no such file";
    }
    if (thrown instanceof AccessDeniedException denied) {
      return denied.getFile() + ": may not be read or written; see its permissions";
    }
    if (thrown instanceof FileSystemException file) {
      return file.getFile() + ": " + (file.getReason() == null ? "failed" : file.getReason());
    }
    if (thrown instanceof IOException && message != null) {
      return Commands.oneLine(message);
    }
    return thrown.getClass().getSimpleName()
        + (message == null ? "" : ": " + Commands.oneLine(message));
  }
}
