package org.chikei.trajectory.series;

import java.util.ArrayList;
import java.util.List;
import org.chikei.api.InputException;
import org.chikei.api.series.SeriesColumn;

/**
 * What the beginning of a table tells of all of it.
 *
 * @param columns the columns
 * @param separator what separates fields, or {@link Fields#BLANKS}
 * @param timeColumn the column of the time, an index from 0; −1 without
 * @param timeAssumed whether the column of the time is taken for it though nothing names it so
 * @param notes what else was assumed, each a sentence without the file's name
 */
record SeriesHead(
    List<SeriesColumn> columns,
    char separator,
    int timeColumn,
    boolean timeAssumed,
    List<String> notes) {

  SeriesHead {
    columns = List.copyOf(columns);
    notes = List.copyOf(notes);
  }

  /** The column that the job names as that of the time; −1 where the word is {@code none}. */
  static int named(List<SeriesColumn> columns, String timeColumn, LineStream lines)
      throws InputException {
    int column = SeriesColumn.indexOf(columns, timeColumn);
    if (column < 0 && !timeColumn.equals("none")) {
      throw new InputException(
          lines.path(),
          "has no column '"
              + timeColumn
              + "', which 'source.time-column' names (it has: "
              + String.join(", ", columns.stream().map(SeriesColumn::name).toList())
              + ")");
    }
    return column;
  }

  /** The same without a time. */
  SeriesHead withoutTime() {
    return new SeriesHead(columns, separator, -1, false, notes);
  }

  /** The same with the spacing of the numbers of each column. */
  SeriesHead withResolutions(double[] resolutions) {
    List<SeriesColumn> known = new ArrayList<>();
    for (int k = 0; k < resolutions.length; k++) {
      SeriesColumn c = columns.get(k);
      known.add(new SeriesColumn(c.name(), c.unit(), c.period(), resolutions[k]));
    }
    return new SeriesHead(known, separator, timeColumn, timeAssumed, notes);
  }

  /** Space for the fields of a row. */
  Fields fields() {
    return new Fields(separator, columns.size());
  }

  /** What times are multiplied by to be in ps. */
  double timeFactor() {
    return timeColumn < 0 ? 1 : TimeName.factor(columns.get(timeColumn).unit());
  }

  /** What to say of a row with more or fewer fields than there are columns. */
  String miscounted(int count) {
    return count
        + (count == 1 ? " field, but there are " : " fields, but there are ")
        + columns.size()
        + " columns ("
        + names()
        + ")";
  }

  /** What to say of a field that is no finite number. */
  String noNumber(Fields fields, int column) {
    String name = "column '" + columns.get(column).name() + "'";
    return fields.isEmpty(column)
        ? name + " is empty"
        : name
            + " holds '"
            + fields.shown(column)
            + "', which is no finite number"
            + (fields.shown(column).contains(",") ? "; numbers have a decimal point" : "");
  }

  private String names() {
    List<String> names = columns.stream().map(SeriesColumn::name).limit(12).toList();
    return String.join(", ", names) + (columns.size() > names.size() ? ", …" : "");
  }
}
