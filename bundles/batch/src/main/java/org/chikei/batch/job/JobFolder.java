package org.chikei.batch.job;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
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
   * Whether what is there, or is yet to be made, may be written to.
   *
   * @param file a file or a folder
   * @return whether it lies inside, links followed
   * @throws IOException if the links cannot be followed
   */
  public boolean contains(Path file) throws IOException {
    return bounds.isEmpty() || real(file).startsWith(real(bounds.get()));
  }

  /**
   * Where a path leads.
   *
   * @param path the path of something that is there, or is yet to be made
   * @return its path with the links followed that are there
   * @throws IOException if they cannot be followed
   */
  public static Path real(Path path) throws IOException {
    Path whole = path.toAbsolutePath().normalize();
    Path there = whole;
    while (!Files.exists(there, LinkOption.NOFOLLOW_LINKS) && there.getParent() != null) {
      there = there.getParent();
    }
    return there.toRealPath().resolve(there.relativize(whole));
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
