package org.chikei.benchmarks;

import java.nio.file.Files;
import java.nio.file.Path;

/** Where the files are that the benchmarks read. */
final class Repository {
  private Repository() {}

  /**
   * A file of the repository that holds the working folder.
   *
   * @param path its path from the root of the repository
   * @return the file
   * @throws IllegalStateException if no folder from the working one upwards has it
   */
  static Path file(String path) {
    Path here = Path.of("").toAbsolutePath();
    for (Path folder = here; folder != null; folder = folder.getParent()) {
      if (Files.isRegularFile(folder.resolve(path))) {
        return folder.resolve(path);
      }
    }
    throw new IllegalStateException(
        here + " has no " + path + ", nor has a folder above it; run from the repository");
  }
}
