package org.chikei.batch.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** Sizes in words. */
public final class FileSize {
  private FileSize() {}

  /** A file with its format and its size. */
  static String describe(String written, String format, Path path) throws IOException {
    return written + ", " + format + ", " + of(Files.size(path));
  }

  /**
   * A number of bytes.
   *
   * @param bytes the number
   * @return in kB or MB
   */
  public static String of(long bytes) {
    return bytes < 1_000_000
        ? (bytes + 999) / 1000 + " kB"
        : String.format(Locale.ROOT, "%.1f MB", bytes * 1e-6);
  }
}
