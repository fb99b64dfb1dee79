package org.chikei.api.series;

import java.util.List;
import java.util.Optional;
import org.chikei.api.coordinate.Period;

/**
 * A column of a series.
 *
 * @param name its name
 * @param unit its unit as the file states it; empty where it states none
 * @param period the circle on which its values live, where the file says so
 * @param resolution the spacing of its numbers as they are written, so that differences below it
 *     are noise; 0 where it is that of floating-point numbers or not known
 */
public record SeriesColumn(String name, String unit, Optional<Period> period, double resolution) {

  /**
   * Finds a column as a person names it.
   *
   * @param columns the columns
   * @param text a name, with or without its unit in brackets behind it, or a number from 1 where no
   *     column has that name
   * @return its index from 0; −1 if there is no such column
   */
  public static int indexOf(List<SeriesColumn> columns, String text) {
    for (int k = 0; k < columns.size(); k++) {
      SeriesColumn column = columns.get(k);
      String unit = column.unit;
      if (column.name.equals(text)
          || text.equals(column.name + " (" + unit + ")")
          || text.equals(column.name + " [" + unit + "]")) {
        return k;
      }
    }
    if (text.matches("[0-9]{1,9}")) {
      int number = Integer.parseInt(text);
      return number <= columns.size() ? number - 1 : -1;
    }
    return -1;
  }
}
