package org.chikei.trajectory.series;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.chikei.api.series.SeriesColumn;

/**
 * Tables of values between commas, semicolons, tabs or blanks. Their columns are named by a first
 * line that is no row of numbers, by the last comment before the first row, or else by numbers from
 * 1; comments begin with a hash or a percent sign.
 */
final class TableDialect implements Dialect {
  private static final int MOST_EMPTY = 64;

  private String header;

  @Override
  public SeriesHead begin(LineStream lines, String timeColumn) throws IOException {
    String comment = null;
    long commentLine = 0;
    while (lines.next()) {
      char first = lines.first();
      if (first == '#' || first == '%') {
        comment = lines.text().strip().substring(1).strip();
        commentLine = lines.number();
      } else if (first != 0 && header == null && !isRow(lines)) {
        header = lines.text().strip();
      } else if (first != 0) {
        lines.again();
        return head(lines, timeColumn, comment, commentLine);
      }
    }
    throw lines.fault("the file ends, but no row of numbers has come");
  }

  /** Whether a line begins with a number, as no header does. */
  private static boolean isRow(LineStream lines) {
    Fields fields = new Fields(separator(lines.text()), MOST_EMPTY);
    int count = Math.min(fields.split(lines), MOST_EMPTY);
    int field = 0;
    while (field < count - 1 && fields.isEmpty(field)) {
      field++;
    }
    return !Double.isNaN(fields.number(field));
  }

  private SeriesHead head(LineStream lines, String timeColumn, String comment, long commentLine)
      throws IOException {
    char separator = separator(header == null ? lines.text() : header);
    int count = new Fields(separator, 0).split(lines);
    List<String> names = header == null ? List.of() : names(header, separator);
    List<String> notes = new ArrayList<>();
    if (header == null && comment != null && names(comment, separator).size() == count) {
      names = names(comment, separator);
      notes.add("its columns are named by the comment in line " + commentLine);
    }
    List<SeriesColumn> columns = new ArrayList<>();
    for (int k = 0; k < (names.isEmpty() ? count : names.size()); k++) {
      String name = names.isEmpty() ? String.valueOf(k + 1) : names.get(k);
      columns.add(new SeriesColumn(TimeName.bare(name), TimeName.unit(name), Optional.empty(), 0));
    }
    int time = -1;
    for (int k = columns.size() - 1; k >= 0; k--) {
      time = TimeName.isTime(columns.get(k).name()) ? k : time;
    }
    boolean assumed = names.isEmpty() && count > 1 && timeColumn.isEmpty();
    if (!timeColumn.isEmpty()) {
      time = SeriesHead.named(columns, timeColumn, lines);
    }
    return new SeriesHead(columns, separator, assumed ? 0 : time, assumed, notes);
  }

  private static List<String> names(String line, char separator) {
    String[] names =
        separator == Fields.BLANKS ? line.split("\\s+") : line.split(String.valueOf(separator), -1);
    return Arrays.stream(names).map(TableDialect::unquoted).toList();
  }

  private static String unquoted(String name) {
    String bare = name.strip();
    return bare.length() > 1 && bare.startsWith("\"") && bare.endsWith("\"")
        ? bare.substring(1, bare.length() - 1).strip()
        : bare;
  }

  /** What separates the fields of a line: the first of tab, semicolon and comma that it has. */
  static char separator(String line) {
    for (char candidate : new char[] {'\t', ';', ','}) {
      boolean quoted = false;
      for (int k = 0; k < line.length(); k++) {
        quoted ^= line.charAt(k) == '"';
        if (!quoted && line.charAt(k) == candidate) {
          return candidate;
        }
      }
    }
    return Fields.BLANKS;
  }

  @Override
  public Kind kind(LineStream lines) {
    char first = lines.first();
    if (first == 0 || first == '#' || first == '%') {
      return Kind.BETWEEN;
    }
    if (header != null && first == header.charAt(0) && lines.text().strip().equals(header)) {
      return Kind.RESTART;
    }
    return Kind.ROW;
  }
}
