package org.chikei.batch.plan;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;
import org.chikei.api.InputException;
import org.chikei.batch.job.FileText;

/** Finds the files that a job names, alone or by globs that know {@code * ? [] **}. */
final class FileSearch {
  private static final Pattern MAGIC = Pattern.compile("[*?\\[]");

  private FileSearch() {}

  /**
   * The files that a text names.
   *
   * @param text a file or a glob
   * @return the files in the byte order of their paths, at least one
   * @throws IOException if there is none or one cannot be read
   */
  static List<Path> find(FileText text) throws IOException {
    Path literal = text.file();
    admit(literal, text);
    if (Files.exists(literal) || !MAGIC.matcher(text.written()).find()) {
      return List.of(readable(text));
    }
    int slash = text.written().lastIndexOf('/', firstMagic(text.written()));
    Path base =
        text.folder().path().resolve(slash < 0 ? "" : text.written().substring(0, slash + 1));
    admit(base, text);
    String rest = text.written().substring(slash + 1);
    Pattern pattern = pattern(rest, text);
    int depth =
        rest.contains("**")
            ? Integer.MAX_VALUE
            : (int) rest.chars().filter(c -> c == '/').count() + 1;
    List<Path> found = List.of();
    if (Files.isDirectory(base)) {
      try (Stream<Path> walk = Files.walk(base, depth, FileVisitOption.FOLLOW_LINKS)) {
        found =
            walk.filter(f -> pattern.matcher(relative(base, f)).matches())
                .filter(Files::isRegularFile)
                .sorted(
                    Comparator.comparing(
                        f -> relative(base, f).getBytes(StandardCharsets.UTF_8),
                        Arrays::compareUnsigned))
                .toList();
      } catch (UncheckedIOException e) {
        throw new InputException(base, "cannot be searched: " + e.getCause().getMessage());
      }
    }
    if (found.isEmpty()) {
      throw new InputException(
          text.path() + ": no file matches '" + text.written() + "' in " + base);
    }
    for (Path file : found) {
      hold(file, text);
    }
    return found;
  }

  /** Refuses what lies outside the folder that the job may read, there or not. */
  private static void admit(Path file, FileText text) throws InputException {
    if (!text.folder().admits(file)) {
      throw outside(text);
    }
  }

  /** Refuses a file that is reached by a link to the outside. */
  private static void hold(Path file, FileText text) throws IOException {
    if (!text.folder().holds(file)) {
      throw outside(text);
    }
  }

  private static InputException outside(FileText text) {
    return new InputException(
        text.path() + ": '" + text.written() + "' lies outside the folder that this job may read");
  }

  /**
   * The one file that a text names.
   *
   * @param text a file
   * @return its path
   * @throws IOException if it is not there or cannot be read
   */
  static Path readable(FileText text) throws IOException {
    Path file = text.file();
    admit(file, text);
    if (!Files.exists(file)) {
      throw new InputException(
          file, "there is no such file (" + text.path() + " is relative to the job file)");
    }
    hold(file, text);
    if (!Files.isRegularFile(file)) {
      throw new InputException(file, "is no file (" + text.path() + ")");
    }
    if (!Files.isReadable(file)) {
      throw new InputException(file, "may not be read; see its permissions");
    }
    if (Files.size(file) == 0) {
      throw new InputException(file, "is empty");
    }
    return file;
  }

  private static int firstMagic(String text) {
    var matcher = MAGIC.matcher(text);
    return matcher.find() ? matcher.start() : text.length();
  }

  private static String relative(Path base, Path file) {
    return base.relativize(file).toString().replace('\\', '/');
  }

  private static Pattern pattern(String glob, FileText text) throws InputException {
    StringBuilder regex = new StringBuilder();
    for (int k = 0; k < glob.length(); k++) {
      char c = glob.charAt(k);
      int close = c == '[' ? glob.indexOf(']', k + 2) : -1;
      if (glob.startsWith("**/", k)) {
        regex.append("(?:.*/)?");
        k += 2;
      } else if (glob.startsWith("**", k)) {
        regex.append(".*");
        k++;
      } else if (c == '*') {
        regex.append("[^/]*");
      } else if (c == '?') {
        regex.append("[^/]");
      } else if (close > 0) {
        String inside = glob.substring(k + 1, close).replace("\\", "\\\\").replace("[", "\\[");
        regex.append('[').append(inside.startsWith("!") ? "^" + inside.substring(1) : inside);
        regex.append(']');
        k = close;
      } else {
        regex.append(Pattern.quote(String.valueOf(c)));
      }
    }
    try {
      return Pattern.compile(regex.toString());
    } catch (PatternSyntaxException e) {
      throw new InputException(text.path() + ": '" + text.written() + "' is no glob");
    }
  }
}
