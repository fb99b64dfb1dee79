package org.chikei.coordinates.plumed;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.chikei.api.InputException;
import org.chikei.api.coordinate.ImportedCoordinates.Origin;
import org.chikei.api.file.FileContent;

/**
 * Reads the actions of an input file and of those that it includes: comments, labels, keywords,
 * braces, and blocks between a line that ends in three points and one that begins with them.
 */
final class ActionReader {
  private static final int LARGEST = 4_000_000;

  private final Path top;
  private final List<Path> files = new ArrayList<>();
  private final List<Action> actions = new ArrayList<>();
  private final Map<String, Origin> labels = new HashMap<>();
  private final Deque<Path> open = new ArrayDeque<>();
  private int included;
  private boolean ended;

  private ActionReader(Path top) {
    this.top = top;
  }

  /** What a file holds. */
  record Text(List<Action> actions, List<Path> files) {}

  /**
   * Reads a file.
   *
   * @param file the file
   * @return its actions, in order, and the files that were read
   * @throws IOException if it cannot be read
   */
  static Text read(Path file) throws IOException {
    ActionReader reader = new ActionReader(file);
    reader.file(file);
    return new Text(List.copyOf(reader.actions), List.copyOf(reader.files));
  }

  private void file(Path file) throws IOException {
    open.addLast(file.toAbsolutePath().normalize());
    if (!files.contains(file)) {
      files.add(file);
    }
    String[] lines = text(file).split("\r\n|\n|\r", -1);
    List<String> words = new ArrayList<>();
    int first = 0;
    boolean block = false;
    int depth = 0;
    for (int k = 0; k < lines.length && !ended; k++) {
      Origin here = new Origin(file, k + 1);
      String line = lines[k].replaceFirst("#.*", "").strip();
      if (line.isEmpty()) {
        continue;
      }
      if (words.isEmpty()) {
        first = k + 1;
      }
      int from = words.size();
      depth = split(line, depth, words, here);
      if (block && depth == 0 && words.size() > from && words.get(from).equals("...")) {
        close(words, from, here);
        block = false;
      } else if (words.get(words.size() - 1).equals("...") && depth == 0) {
        block = true;
        words.remove(words.size() - 1);
      }
      if (!block) {
        if (depth > 0) {
          throw fault(here, "'{' is not closed in this line");
        }
        action(words, new Origin(file, first));
        words.clear();
      }
    }
    if (!ended && (block || !words.isEmpty())) {
      throw fault(
          new Origin(file, first), "the block that begins here has no line '...' at its end");
    }
    open.removeLast();
  }

  private static String text(Path file) throws IOException {
    try (InputStream stream = FileContent.stream(file)) {
      byte[] bytes = stream.readNBytes(LARGEST + 1);
      if (bytes.length > LARGEST) {
        throw new InputException(file, "is too large for an input of PLUMED (more than 4 MB)");
      }
      return new String(bytes, StandardCharsets.UTF_8);
    }
  }

  /**
   * Splits a line at blanks outside of braces. A word that a brace held open over the end of the
   * last line goes on.
   */
  private static int split(String line, int depth, List<String> words, Origin here)
      throws InputException {
    StringBuilder word = new StringBuilder();
    boolean more = depth > 0;
    int level = depth;
    for (int k = 0; k < line.length(); k++) {
      char c = line.charAt(k);
      level += c == '{' ? 1 : c == '}' ? -1 : 0;
      if (level < 0) {
        throw fault(here, "'}' closes what was not opened");
      }
      if (level == 0 && Character.isWhitespace(c)) {
        more = end(word, more, words);
      } else {
        word.append(c);
      }
    }
    end(word, more, words);
    return level;
  }

  private static boolean end(StringBuilder word, boolean more, List<String> words) {
    if (word.length() > 0) {
      if (more && !words.isEmpty()) {
        words.set(words.size() - 1, words.get(words.size() - 1) + " " + word);
      } else {
        words.add(word.toString());
      }
      word.setLength(0);
    }
    return false;
  }

  private static void close(List<String> words, int from, Origin here) throws InputException {
    if (words.size() > from + 2
        || words.size() == from + 2 && !words.get(from + 1).equals(words.get(0))) {
      throw fault(
          here,
          "the end of a block is '...' alone or with the word that the block begins with, '"
              + words.get(0)
              + "'");
    }
    words.subList(from, words.size()).clear();
  }

  private void action(List<String> words, Origin origin) throws IOException {
    if (words.isEmpty()) {
      throw fault(origin, "a block without an action");
    }
    String label = "";
    int at = 0;
    if (words.get(0).endsWith(":")) {
      label = words.get(0).substring(0, words.get(0).length() - 1);
      at = 1;
      if (words.size() == 1 || label.isEmpty()) {
        throw fault(origin, "'" + words.get(0) + "' is a label without an action");
      }
    }
    String name = words.get(at).toUpperCase(Locale.ROOT);
    if (name.equals("ENDPLUMED")) {
      ended = true;
      return;
    }
    List<String> rest = words.subList(at + 1, words.size());
    for (String word : rest) {
      if (word.startsWith("LABEL=")) {
        if (!label.isEmpty()) {
          throw fault(origin, "the action has two labels, '" + label + "' and '" + word + "'");
        }
        label = Words.bare(word.substring(6));
      }
    }
    Action action = new Action(name, label, origin);
    for (String word : rest) {
      add(action, word, origin);
    }
    if (name.equals("INCLUDE")) {
      include(action);
      return;
    }
    if (!label.isEmpty()) {
      Origin known = labels.putIfAbsent(label, origin);
      if (known != null) {
        throw fault(origin, "'" + label + "' is the label of line " + known.line() + " too");
      }
    }
    actions.add(action);
  }

  private static void add(Action action, String word, Origin origin) throws InputException {
    String inner = Words.bare(word);
    int equals = inner.indexOf('=');
    if (equals <= 0 || !inner.substring(0, equals).matches("[A-Za-z0-9_]+")) {
      action.add(inner);
      return;
    }
    String keyword = inner.substring(0, equals);
    if (!keyword.equals("LABEL")
        && !action.add(keyword, Words.bare(inner.substring(equals + 1).strip()))) {
      throw fault(origin, keyword + " stands twice");
    }
  }

  private void include(Action action) throws IOException {
    String name =
        action.take("FILE").orElseThrow(() -> fault(action.origin(), "INCLUDE has no FILE"));
    Path folder = action.origin().file().toAbsolutePath().getParent();
    Path file = resolve(folder, name, action.origin());
    if (!Files.exists(file)) {
      file = resolve(top.toAbsolutePath().getParent(), name, action.origin());
    }
    if (open.contains(file.toAbsolutePath().normalize())) {
      throw fault(action.origin(), "'" + name + "' includes itself");
    }
    if (!Files.isRegularFile(file)) {
      throw fault(action.origin(), "there is no file '" + name + "' to include");
    }
    if (++included > 1000 || open.size() > 50) {
      throw fault(action.origin(), "too many files are included");
    }
    file(file);
  }

  /** A file that an action names. */
  static Path resolve(Path folder, String name, Origin origin) throws InputException {
    try {
      return folder.resolve(name);
    } catch (InvalidPathException e) {
      throw fault(origin, "'" + name.replaceAll("\\p{Cntrl}", "?") + "' is no name of a file");
    }
  }

  /** An exception that names file and line. */
  static InputException fault(Origin origin, String message) {
    return new InputException(origin.file() + ":" + origin.line() + ": " + message);
  }
}
