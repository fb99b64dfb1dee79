package org.chikei.coordinates.reference;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.chikei.api.InputException;

/** The lines of a small text file, one after the other. */
final class TextLines {
  private static final long LARGEST = 1L << 28;

  private final Path file;
  private final List<String> lines;
  private int next;

  private TextLines(Path file, List<String> lines) {
    this.file = file;
    this.lines = lines;
  }

  /** Reads a file. */
  static TextLines of(Path file) throws IOException {
    if (Files.isDirectory(file)) {
      throw new InputException(file, "is a folder; name a file");
    }
    try {
      if (Files.size(file) > LARGEST) {
        throw new InputException(
            file, "is larger than a file of reference structures can be (256 MiB)");
      }
      String text = Files.readString(file, StandardCharsets.ISO_8859_1);
      int zero = text.indexOf('\0');
      if (zero >= 0) {
        long line = text.substring(0, zero + 1).lines().count();
        throw new InputException(
            file, "line " + line + ": holds a NUL byte; the file is no text file");
      }
      return new TextLines(file, text.lines().toList());
    } catch (NoSuchFileException e) {
      throw new InputException(file, "there is no such file", e);
    }
  }

  /** The next line, or null after the last one. */
  String next() {
    return next < lines.size() ? lines.get(next++) : null;
  }

  /** The first line; empty in an empty file. */
  String first() {
    return lines.isEmpty() ? "" : lines.get(0);
  }

  /** The second line; empty where there is none. */
  String second() {
    return lines.size() < 2 ? "" : lines.get(1);
  }

  /** The number of the line that was read last, from 1. */
  int number() {
    return next;
  }

  /** Something wrong with the line that was read last. */
  InputException fault(String message) {
    return new InputException(file, "line " + next + ": " + message);
  }

  /** A finite number of the line that was read last. */
  double finite(String text, String what) throws InputException {
    String trimmed = text.trim();
    char last = trimmed.isEmpty() ? ' ' : trimmed.charAt(trimmed.length() - 1);
    // Java would take 1d and 1f for numbers
    if (last >= '0' && last <= '9' || last == '.') {
      try {
        double value = Double.parseDouble(trimmed);
        if (Double.isFinite(value)) {
          return value;
        }
      } catch (NumberFormatException e) {
        throw notFinite(trimmed, what);
      }
    }
    throw notFinite(trimmed, what);
  }

  private InputException notFinite(String text, String what) {
    return fault("the " + what + " '" + shown(text) + "' is no finite number");
  }

  /** Text of a file as a message can show it: short and printable. */
  static String shown(String text) {
    StringBuilder clean =
        new StringBuilder(text.length() > 40 ? text.substring(0, 40) + "..." : text);
    for (int i = 0; i < clean.length(); i++) {
      if (Character.isISOControl(clean.charAt(i))) {
        clean.setCharAt(i, '?');
      }
    }
    return clean.toString();
  }
}
