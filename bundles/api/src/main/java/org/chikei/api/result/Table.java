package org.chikei.api.result;

import java.util.List;

/**
 * A table that is written as a file of its own, {@code <step name>.<suffix>.csv}.
 *
 * @param suffix what the table is, such as {@code comparison}
 * @param columns the columns, all of one length
 */
public record Table(String suffix, List<Column> columns) {

  /**
   * Copies the list.
   *
   * @throws IllegalArgumentException if the columns differ in length
   */
  public Table {
    columns = List.copyOf(columns);
    for (Column column : columns) {
      if (column.values().length != columns.get(0).values().length) {
        throw new IllegalArgumentException("column " + column.name() + " has another length");
      }
    }
  }

  /**
   * The number of rows.
   *
   * @return the number
   */
  public int rows() {
    return columns.isEmpty() ? 0 : columns.get(0).values().length;
  }

  /**
   * A column by its header.
   *
   * @param name the header
   * @return the column
   * @throws IllegalArgumentException if there is none
   */
  public Column column(String name) {
    for (Column column : columns) {
      if (column.name().equals(name)) {
        return column;
      }
    }
    throw new IllegalArgumentException("table " + suffix + " has no column " + name);
  }
}
