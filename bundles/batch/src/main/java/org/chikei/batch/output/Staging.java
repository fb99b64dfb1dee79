package org.chikei.batch.output;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * A folder beside the results' own, on the same file system, where results are written before they
 * are moved into place together. Closing it leaves nothing of it behind.
 */
public final class Staging implements AutoCloseable {
  private static final Pattern RESULT =
      Pattern.compile(
          "results\\.json|report\\.html"
              + "|[A-Za-z][A-Za-z0-9_]*(-[A-Za-z][A-Za-z0-9_]*)*\\.[a-z][a-z-]*\\.(csv|json)");

  private final Path target;
  private final Path folder;
  private final List<Path> createdParents = new ArrayList<>();
  private boolean moved;

  /**
   * Makes the folder.
   *
   * @param target the folder for results, which need not exist
   * @throws IOException if it cannot be made
   */
  public Staging(Path target) throws IOException {
    this.target = Files.exists(target) ? target.toRealPath() : target;
    Path parent = this.target.getParent();
    for (Path path = parent; path != null && !Files.exists(path); path = path.getParent()) {
      createdParents.add(path);
    }
    Files.createDirectories(parent);
    this.folder =
        Files.createDirectory(parent.resolve("." + target.getFileName() + "-" + UUID.randomUUID()));
  }

  /**
   * Where to write.
   *
   * @return the folder
   */
  public Path folder() {
    return folder;
  }

  /**
   * Moves everything into place: as a whole where the target does not exist, else file by file.
   * Older results that were not written anew are removed; a file is an older result if it is called
   * {@code results.json}, {@code report.html} or {@code <name>.<table>.csv} or {@code .json}.
   *
   * @return the files, relative to the target, ascending
   * @throws IOException if that fails
   */
  public List<String> moveIntoPlace() throws IOException {
    List<String> names = names(folder);
    if (!Files.exists(target)) {
      move(folder, target);
      moved = true;
      return names;
    }
    for (String older : names(target)) {
      if (RESULT.matcher(older).matches() && !names.contains(older)) {
        Files.delete(target.resolve(older));
      }
    }
    for (String name : names) {
      move(folder.resolve(name), target.resolve(name));
    }
    moved = true;
    return names;
  }

  private static void move(Path from, Path to) throws IOException {
    try {
      Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private static List<String> names(Path folder) throws IOException {
    TreeSet<String> names = new TreeSet<>();
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
      for (Path entry : entries) {
        names.add(entry.getFileName().toString());
      }
    }
    return List.copyOf(names);
  }

  @Override
  public void close() throws IOException {
    if (Files.exists(folder)) {
      // out of the way of a writer that was given up and still writes
      Path away = folder.resolveSibling(folder.getFileName() + "-away");
      Files.move(folder, away);
      delete(away);
    }
    for (Path parent : createdParents) {
      if (!moved && names(parent).isEmpty()) {
        Files.delete(parent);
      }
    }
  }

  private static void delete(Path away) throws IOException {
    Files.walkFileTree(
        away,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path visited, IOException failure)
              throws IOException {
            Files.delete(visited);
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
