package org.chikei.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** The folder that the page works in. No name that a request gives leads out of it. */
final class Folder {
  private static final int MOST_LISTED = 2000;
  private static final int DEPTH = 4;

  /** No separators, no leading dot, nothing that a shell or Windows takes for something else. */
  private static final Pattern NAME =
      Pattern.compile("[\\p{L}\\p{N}_][\\p{L}\\p{N}_ .+()-]{0,119}");

  private static final Pattern DEVICE =
      Pattern.compile("(con|prn|aux|nul|com\\d|lpt\\d)(\\..*)?", Pattern.CASE_INSENSITIVE);

  private final Path root;
  private final long limit;

  /**
   * Opens a folder.
   *
   * @param root the folder
   * @param limit the largest upload in bytes
   * @throws IOException if there is no such folder
   */
  Folder(Path root, long limit) throws IOException {
    this.root = root.toRealPath();
    this.limit = limit;
    if (!Files.isDirectory(this.root)) {
      throw new IOException(root + " is no folder");
    }
  }

  Path root() {
    return root;
  }

  /** What is uploaded: not asked for before it is welcome. */
  interface Content {
    InputStream open() throws IOException;
  }

  /** One file, or what it would be: its path within the folder, with {@code /}, and its size. */
  record Entry(String path, long size) {}

  /**
   * The files in the folder and some levels below; hidden ones, results, and what cannot be read
   * left out.
   */
  List<Entry> files() throws IOException {
    TreeMap<Path, Long> found = new TreeMap<>();
    Files.walkFileTree(
        root,
        EnumSet.noneOf(FileVisitOption.class),
        DEPTH,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes is) {
            return folder.equals(root) || shown(root.relativize(folder))
                ? FileVisitResult.CONTINUE
                : FileVisitResult.SKIP_SUBTREE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes is) {
            if (is.isRegularFile() && shown(root.relativize(file))) {
              found.put(root.relativize(file), is.size());
            }
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path file, IOException unreadable) {
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path folder, IOException unreadable) {
            return FileVisitResult.CONTINUE;
          }
        });
    return found.entrySet().stream()
        .limit(MOST_LISTED)
        .map(file -> new Entry(text(file.getKey()), file.getValue()))
        .toList();
  }

  private static boolean shown(Path relative) {
    for (Path part : relative) {
      if (part.toString().startsWith(".")) {
        return false;
      }
    }
    return !relative.startsWith("results");
  }

  private static String text(Path relative) {
    return relative.toString().replace('\\', '/');
  }

  /**
   * A file that is there.
   *
   * @param path relative to the folder
   * @return its path; it lies in the folder, wherever links lead
   * @throws Refusal if it is not there, or outside
   */
  Path existing(String path) throws Refusal {
    try {
      Path file = root.resolve(path).toRealPath();
      if (file.startsWith(root) && Files.isRegularFile(file)) {
        return file;
      }
    } catch (IOException | InvalidPathException e) {
      // said below, in the same words whether it is missing or out of bounds
    }
    throw Refusal.notFound("file '" + path + "' in the folder of this page");
  }

  /**
   * A name that a new file in the folder can have.
   *
   * @param name the name that was asked for
   * @return the same
   * @throws Refusal if it could mean something else than a file in this folder
   */
  static String checked(String name) throws Refusal {
    if (name == null
        || !NAME.matcher(name).matches()
        || DEVICE.matcher(name).matches()
        || name.endsWith(".")
        || name.endsWith(" ")) {
      throw new Refusal(
          400,
          "a file cannot have this name here: use letters, digits, spaces and . _ - + ( ), and begin"
              + " with a letter or digit");
    }
    return name;
  }

  /**
   * Takes an upload. It is seen once it is complete.
   *
   * @param name the new file's name
   * @param size what was said to be its size; negative if nothing was
   * @param content its content
   * @return the file
   * @throws Refusal if it is too large, has an impossible name, or is there already
   */
  Entry upload(String name, long size, Content content) throws IOException, Refusal {
    Path file = root.resolve(checked(name));
    if (size > limit) {
      throw tooLarge();
    }
    if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
      throw new Refusal(409, "there is a file '" + name + "' already; it stays as it is");
    }
    Path part = Files.createTempFile(root, ".upload-", ".part");
    try {
      long written = copy(content, part);
      Files.move(part, file);
      return new Entry(name, written);
    } catch (FileAlreadyExistsException e) {
      throw new Refusal(409, "there is a file '" + name + "' already; it stays as it is");
    } finally {
      Files.deleteIfExists(part);
    }
  }

  private long copy(Content upload, Path into) throws IOException, Refusal {
    long written = 0;
    byte[] buffer = new byte[1 << 16];
    try (InputStream content = upload.open();
        OutputStream out = Files.newOutputStream(into)) {
      for (int n = content.read(buffer); n >= 0; n = content.read(buffer)) {
        written += n;
        if (written > limit) {
          throw tooLarge();
        }
        out.write(buffer, 0, n);
      }
    }
    return written;
  }

  private Refusal tooLarge() {
    return new Refusal(
        413,
        String.format(
            Locale.ROOT,
            "the file is larger than the %d MiB that may be uploaded; copy it into the folder of"
                + " this page instead",
            limit >> 20));
  }
}
