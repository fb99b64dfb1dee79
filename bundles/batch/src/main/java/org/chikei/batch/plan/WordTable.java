package org.chikei.batch.plan;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.chikei.api.InputException;
import org.chikei.api.file.FileContent;
import org.chikei.batch.text.Suggestion;

/**
 * A table of words: PLUMED's, whose first line is {@code #! FIELDS …}, one of words between blanks,
 * or one of values between commas; the last two with a line of headers. Other lines that begin with
 * {@code #} are comments.
 */
final class WordTable implements AutoCloseable {
  private final Path file;
  private final BufferedReader in;
  private List<String> names;
  private boolean commas;
  private int number;

  /**
   * Opens a table and reads the names of its columns.
   *
   * @param file the file
   * @param what what the table is of, for messages
   * @throws IOException if it cannot be read or is no such table
   */
  WordTable(Path file, String what) throws IOException {
    this.file = file;
    this.in =
        new BufferedReader(
            new InputStreamReader(FileContent.stream(file), StandardCharsets.UTF_8.newDecoder()));
    try {
      readNames();
    } catch (CharacterCodingException e) {
      in.close();
      throw new InputException(file, "is no text, so no table of " + what, e);
    } catch (IOException e) {
      in.close();
      throw e;
    }
  }

  private void readNames() throws IOException {
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      number++;
      if (line.startsWith("#! FIELDS")) {
        names = words(line.substring(9));
        return;
      }
      if (!line.isBlank() && !line.startsWith("#")) {
        commas = line.contains(",");
        names = commas ? Arrays.stream(line.split(",")).map(String::strip).toList() : words(line);
        return;
      }
    }
    throw new InputException(file, "has no line with the names of its columns");
  }

  private static List<String> words(String line) {
    return List.of(line.strip().split("\\s+"));
  }

  /** The number of a column from 0; −1 where there is none of that name. */
  int find(String name) {
    return names.indexOf(name);
  }

  /** The number of a column from 0, which must be there. */
  int column(String name) throws InputException {
    int column = names.indexOf(name);
    if (column < 0) {
      throw new InputException(
          file,
          "has no column '"
              + name
              + "'"
              + Suggestion.question(name, names)
              + " (it has: "
              + String.join(", ", names)
              + ")");
    }
    return column;
  }

  /** The cells of the next row, or null at the end. */
  String[] next() throws IOException {
    try {
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        number++;
        if (!line.isBlank() && !line.startsWith("#")) {
          return commas ? line.split(",", -1) : line.strip().split("\\s+");
        }
      }
      return null;
    } catch (CharacterCodingException e) {
      throw new InputException(file, "is no text after line " + number, e);
    }
  }

  /** A cell of the row that was read last. */
  String cell(String[] cells, int column) throws InputException {
    if (column >= cells.length) {
      throw new InputException(file, "line " + number + " has " + cells.length + " columns only");
    }
    return cells[column].strip();
  }

  /** A finite number in the row that was read last. */
  double number(String[] cells, int column) throws InputException {
    String cell = cell(cells, column);
    try {
      double value = Double.parseDouble(cell);
      if (Double.isFinite(value)) {
        return value;
      }
    } catch (NumberFormatException e) {
      throw new InputException(file, "line " + number + ": '" + cell + "' is no number", e);
    }
    throw new InputException(file, "line " + number + ": '" + cell + "' is not finite");
  }

  /** The line that was read last, from 1. */
  int line() {
    return number;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
