package org.chikei.host.launcher;

import java.io.File;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/** A folder of this process alone, which goes when the process does. */
final class TemporaryFolder {

  private volatile Path path;

  /**
   * Makes the folder.
   *
   * <p>{@link Files#createTempDirectory} would start the JDK's source of secure random numbers,
   * which takes longer than all else here. A folder that is there already is never used, so a name
   * that can be guessed does no harm.
   *
   * @return the folder, which only this user can read
   * @throws IOException if it cannot be made
   */
  Path create() throws IOException {
    boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
    FileAttribute<?>[] ownerOnly =
        posix
            ? new FileAttribute<?>[] {
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"))
            }
            : new FileAttribute<?>[0];
    Path parent = Path.of(System.getProperty("java.io.tmpdir"));
    while (true) {
      Path candidate = parent.resolve("chikei-" + Long.toString(System.nanoTime(), 36));
      try {
        path = Files.createDirectory(candidate, ownerOnly);
        return path;
      } catch (FileAlreadyExistsException taken) {
        // Another process was here in the same nanosecond: the next name will do.
      }
    }
  }

  /** Removes the folder and what is in it, as far as it can be removed. */
  void delete() {
    if (path != null) {
      delete(path.toFile());
    }
  }

  private static void delete(File file) {
    File[] content = Files.isSymbolicLink(file.toPath()) ? null : file.listFiles();
    if (content != null) {
      for (File inside : content) {
        delete(inside);
      }
    }
    file.delete();
  }
}
