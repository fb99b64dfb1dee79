package org.chikei.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** A text that becomes one file of the folder that a writer was given. */
final class ResultFile {
  private ResultFile() {}

  /**
   * Writes a file in UTF-8.
   *
   * @param folder the folder
   * @param name a name in that folder
   * @param text the content
   * @throws IOException if it cannot be written, or if the name leads out of the folder
   */
  static void write(Path folder, String name, StringBuilder text) throws IOException {
    Path file = folder.resolve(name);
    if (!folder.equals(file.getParent()) || name.indexOf('\\') >= 0) {
      throw new IOException(name + ": not the name of a file in " + folder);
    }
    Files.write(file, text.toString().getBytes(StandardCharsets.UTF_8));
  }
}
