package org.chikei.trajectory.series;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.chikei.api.coordinate.Period;
import org.chikei.api.series.SeriesColumn;

/**
 * PLUMED's tables: {@code #! FIELDS} names the columns, {@code #! SET min_x} and {@code max_x} give
 * the circle of column x. The header stands again where a run was continued.
 */
final class ColvarDialect implements Dialect {
  private static final String NAMES = "FIELDS";
  private static final String SET = "SET";

  private List<String> names = List.of();
  private final Map<String, String> settings = new HashMap<>();

  @Override
  public SeriesHead begin(LineStream lines, String timeColumn) throws IOException {
    while (lines.next()) {
      char first = lines.first();
      if (first == '#') {
        header(lines);
      } else if (first != 0) {
        lines.again();
        return head(lines, timeColumn);
      }
    }
    throw lines.fault("the file ends, but no row of numbers has come");
  }

  private SeriesHead head(LineStream lines, String timeColumn) throws IOException {
    if (names.isEmpty()) {
      throw lines.fault("a row, but no line '#! FIELDS …' has come that names its columns");
    }
    List<SeriesColumn> columns = new ArrayList<>();
    for (String name : names) {
      columns.add(new SeriesColumn(name, "", period(name, lines), 0));
    }
    int time =
        timeColumn.isEmpty() ? names.indexOf("time") : SeriesHead.named(columns, timeColumn, lines);
    return new SeriesHead(columns, Fields.BLANKS, time, false, List.of());
  }

  private Optional<Period> period(String name, LineStream lines) throws IOException {
    String minimum = settings.get("min_" + name);
    String maximum = settings.get("max_" + name);
    if (minimum == null || maximum == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(Period.parse(minimum, maximum));
    } catch (IllegalArgumentException e) {
      throw lines.fault("the period of '" + name + "' above it: " + e.getMessage());
    }
  }

  /** Reads a line that begins with a hash; whether it names the columns again. */
  private boolean header(LineStream lines) throws IOException {
    String[] words = lines.text().strip().split("\\s+");
    if (!words[0].equals("#!") || words.length < 2) {
      return false;
    }
    if (words[1].equals(NAMES)) {
      fields(List.copyOf(Arrays.asList(words).subList(2, words.length)), lines);
      return true;
    }
    if (words[1].equals(SET) && words.length > 3) {
      set(words[2], words[3], lines);
    }
    return false;
  }

  private void fields(List<String> found, LineStream lines) throws IOException {
    if (found.isEmpty()) {
      throw lines.fault("'#! FIELDS' names no columns");
    }
    if (!names.isEmpty() && !found.equals(names)) {
      throw lines.fault(
          "the fields change here, from "
              + String.join(" ", names)
              + " to "
              + String.join(" ", found)
              + "; divide the file, one for each set of columns");
    }
    names = found;
  }

  private void set(String key, String value, LineStream lines) throws IOException {
    boolean end = key.startsWith("min_") || key.startsWith("max_");
    String before = settings.putIfAbsent(key, value);
    if (end && before != null && !before.equals(value)) {
      throw lines.fault("'" + key + "' changes here, from " + before + " to " + value);
    }
  }

  @Override
  public Kind kind(LineStream lines) throws IOException {
    char first = lines.first();
    if (first == '#') {
      return header(lines) ? Kind.RESTART : Kind.BETWEEN;
    }
    return first == 0 ? Kind.BETWEEN : Kind.ROW;
  }
}
