package org.chikei.structure;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import org.chikei.api.InputException;
import org.chikei.api.file.FileContent;

/**
 * The lines of a text file, counted from 1, so that what is wrong can be said with its place. Reads
 * ahead by a buffer only: a file may be larger than memory.
 */
final class TextLines implements Closeable {
  private static final int LONGEST = 1 << 20;

  private final Path file;
  private final InputStream bytes;
  private final byte[] buffer = new byte[1 << 16];
  private byte[] line = new byte[256];
  private int at;
  private int end;
  private int number;

  private TextLines(Path file, InputStream bytes) {
    this.file = file;
    this.bytes = bytes;
  }

  /**
   * Opens a file.
   *
   * @param file the file
   * @return its lines, before the first one
   * @throws InputException if it is missing, empty or a folder, or may not be read
   */
  static TextLines open(Path file) throws IOException {
    TextLines lines = new TextLines(file, FileContent.stream(file));
    try {
      lines.skipByteOrderMark();
    } catch (IOException e) {
      lines.close();
      throw e;
    }
    return lines;
  }

  private void skipByteOrderMark() throws IOException {
    if (!fill()) {
      throw new InputException(file, "the file is empty");
    }
    if (end >= 3
        && buffer[0] == (byte) 0xEF
        && buffer[1] == (byte) 0xBB
        && buffer[2] == (byte) 0xBF) {
      at = 3;
    }
  }

  private boolean fill() throws IOException {
    end = bytes.readNBytes(buffer, 0, buffer.length);
    at = 0;
    return end > 0;
  }

  /**
   * The next line, without its end.
   *
   * @return the line, or null after the last one
   * @throws InputException if it holds a NUL byte or is longer than any line of a text file
   */
  String next() throws IOException {
    int length = 0;
    boolean any = false;
    while (at < end || fill()) {
      any = true;
      int from = at;
      while (at < end && buffer[at] != '\n' && buffer[at] != '\r' && buffer[at] != 0) {
        at++;
      }
      length = append(from, length);
      if (at < end) {
        finishLine();
        return text(length);
      }
    }
    if (!any) {
      return null;
    }
    number++;
    return text(length);
  }

  private int append(int from, int length) throws InputException {
    int more = at - from;
    if (length + more > LONGEST) {
      number++;
      throw fault("is longer than a line of text can be; the file is no text file");
    }
    if (length + more > line.length) {
      line = Arrays.copyOf(line, Math.max(2 * line.length, length + more));
    }
    System.arraycopy(buffer, from, line, length, more);
    return length + more;
  }

  private void finishLine() throws IOException {
    number++;
    byte last = buffer[at++];
    if (last == 0) {
      throw fault("holds a NUL byte; the file is no text file");
    }
    if (last == '\r' && (at < end || fill()) && buffer[at] == '\n') {
      at++;
    }
  }

  private String text(int length) {
    return new String(line, 0, length, StandardCharsets.ISO_8859_1);
  }

  /**
   * The number of the line that was read last.
   *
   * @return from 1; 0 before the first line
   */
  int number() {
    return number;
  }

  /**
   * The file.
   *
   * @return its path
   */
  Path file() {
    return file;
  }

  /**
   * Something wrong with the line that was read last.
   *
   * @param message what, and what to do
   * @return an exception that names file and line
   */
  InputException fault(String message) {
    return faultAt(number, message);
  }

  /**
   * Something wrong with an earlier line.
   *
   * @param lineNumber the line, from 1
   * @param message what, and what to do
   * @return an exception that names file and line
   */
  InputException faultAt(int lineNumber, String message) {
    return new InputException(file, "line " + lineNumber + ": " + message);
  }

  /**
   * A coordinate of the line that was read last.
   *
   * @param text the number as it is written, blanks around it allowed
   * @param axis which coordinate, for the message
   * @return the number, finite
   * @throws InputException if it is no number, or not finite
   */
  double coordinate(String text, char axis) throws InputException {
    return finite(text, axis + " coordinate");
  }

  /**
   * A number of the line that was read last.
   *
   * @param text the number as it is written, blanks around it allowed
   * @param what what it is, for the message
   * @return the number, finite
   * @throws InputException if it is no number, or not finite
   */
  double finite(String text, String what) throws InputException {
    String trimmed = text.trim();
    char last = trimmed.isEmpty() ? ' ' : trimmed.charAt(trimmed.length() - 1);
    // Java would take 1d and 1f for numbers.
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

  /**
   * Text of a file as a message can show it: short and printable.
   *
   * @param text the text
   * @return the same, cleaned and cut
   */
  static String shown(String text) {
    return text.length() > 40 ? printable(text.substring(0, 40)) + "..." : printable(text);
  }

  /**
   * Text on one line, without control characters.
   *
   * @param text the text
   * @return the same, with a question mark for what cannot be printed
   */
  static String printable(String text) {
    StringBuilder clean = new StringBuilder(text);
    for (int i = 0; i < clean.length(); i++) {
      char c = clean.charAt(i);
      if (Character.isISOControl(c) || c == '\u2028' || c == '\u2029') {
        clean.setCharAt(i, '?');
      }
    }
    return clean.toString();
  }

  @Override
  public void close() throws IOException {
    bytes.close();
  }

  /**
   * The number of atoms that a line holds and nothing else.
   *
   * @param line the line
   * @param where where such a line stands, for the message
   * @return the number, above zero
   * @throws InputException if the line holds anything else
   */
  int count(String line, String where) throws InputException {
    int count;
    try {
      count = Integer.parseInt(line.trim());
    } catch (NumberFormatException e) {
      count = 0;
    }
    if (count <= 0) {
      throw fault("'" + shown(line.trim()) + "' is no number of atoms, " + where);
    }
    return count;
  }
}
