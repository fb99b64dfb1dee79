package org.chikei.api.coordinate;

import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a {@link CoordinateImport} found in a file.
 *
 * @param entries the coordinates, in the order of the file; each may be made of earlier ones
 * @param unread what stands in the file but could not be made a coordinate
 * @param notes what a reader of the results should know, such as units or a bias; sentences that
 *     name file and line
 * @param files all files that were read, the named one first
 */
public record ImportedCoordinates(
    List<Entry> entries, List<Unread> unread, List<String> notes, List<Path> files) {

  /** Copies the lists. */
  public ImportedCoordinates {
    entries = List.copyOf(entries);
    unread = List.copyOf(unread);
    notes = List.copyOf(notes);
    files = List.copyOf(files);
  }

  /**
   * Where something stands.
   *
   * @param file the file
   * @param line from 1
   */
  public record Origin(Path file, int line) {}

  /**
   * A coordinate as a job would list it.
   *
   * @param name its name, as a job can write it
   * @param alias what the other program calls it; a job may use either
   * @param type the coordinate type
   * @param values the parameters by key: numbers, flags, text, {@link Path}s of files, {@link
   *     PointSelection}s, and lists and maps of these. Atoms are numbers from 1; names of
   *     coordinates are text.
   * @param origin where it stands
   */
  public record Entry(
      String name, String alias, String type, Map<String, Object> values, Origin origin) {
    /** Copies the map, keeping its order. */
    public Entry {
      values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }
  }

  /**
   * Something that has no counterpart here.
   *
   * @param label what the other program calls it; the names of its parts begin with it and a point
   * @param origin where it stands
   * @param reason a sentence that names it and says why
   */
  public record Unread(String label, Origin origin, String reason) {}
}
