package org.chikei.structure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.chikei.api.InputException;
import org.chikei.api.structure.Atom;
import org.chikei.api.structure.Structure;
import org.chikei.api.structure.StructureFormat;

/** Structure files for tests. */
public final class Sample {

  /** The folder of data that all bundles share. */
  public static final Path DATA = Path.of("..", "..", "test-data");

  private Sample() {}

  public static Path file(Path folder, String name, String text) {
    return file(folder, name, text.getBytes(StandardCharsets.ISO_8859_1));
  }

  public static Path file(Path folder, String name, byte[] bytes) {
    try {
      return Files.write(folder.resolve(name), bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** An ATOM record; the name fills four columns, the residue's name up to four. */
  public static String atom(
      int serial, String columns, String residue, int number, double x, double y, double z) {
    return String.format(
        Locale.ROOT,
        "ATOM  %5d %-4s %-4sA%4d    %8.3f%8.3f%8.3f\n",
        serial,
        columns,
        residue,
        number,
        x,
        y,
        z);
  }

  /** The same record with an element's symbol. */
  public static String withElement(String record, String symbol) {
    return String.format(Locale.ROOT, "%-76s%2s\n", record.stripTrailing(), symbol);
  }

  public static Structure read(StructureFormat format, Path file) {
    try {
      return format.read(file);
    } catch (IOException e) {
      throw new AssertionError(e.getMessage(), e);
    }
  }

  static List<String> elements(Structure structure) {
    return structure.atoms().stream().map(Atom::element).toList();
  }

  static List<String> names(Structure structure) {
    return structure.atoms().stream().map(Atom::name).toList();
  }

  /** Asserts that a file is refused on one line that names it and holds some words. */
  static void assertRefused(StructureFormat format, Path file, String... words) {
    String message = assertThrows(InputException.class, () -> format.read(file)).getMessage();
    assertTrue(message.startsWith(file + ": "), message);
    assertEquals(1, message.lines().count(), message);
    for (String word : words) {
      assertTrue(message.contains(word), () -> "'" + word + "' is not in: " + message);
    }
  }
}
