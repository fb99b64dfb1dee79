package org.chikei.batch.job;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The folder that the paths in a job are relative to.
 *
 * @param path the folder
 * @param bounds the folder that nothing may be read outside of, wherever links lead; empty for none
 */
public record JobFolder(Path path, Optional<Path> bounds) {

  /**
   * A folder whose job may read anything.
   *
   * @param path the folder
   * @return the folder
   */
  public static JobFolder of(Path path) {
    return new JobFolder(path, Optional.empty());
  }

  /**
   * Whether a file may be looked at, told by its path alone: a file that is outside is refused
   * without a word on whether it is there.
   *
   * @param file the file
   * @return whether it may
   */
  public boolean admits(Path file) {
    return bounds.isEmpty()
        || file.toAbsolutePath().normalize().startsWith(bounds.get().toAbsolutePath().normalize());
  }

  /**
   * Whether a file that is there may be read.
   *
   * @param file the file
   * @return whether it lies inside, links followed
   * @throws IOException if the links cannot be followed
   */
  public boolean holds(Path file) throws IOException {
    return bounds.isEmpty() || file.toRealPath().startsWith(bounds.get().toRealPath());
  }
}
