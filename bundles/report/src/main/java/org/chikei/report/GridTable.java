package org.chikei.report;

import java.util.List;
import org.chikei.api.result.Exhibit.Grid;
import org.chikei.api.result.Quantity;

/**
 * Writes a table to read: numbers with their errors, units in the headers where a column has but
 * one, angles in degrees.
 */
final class GridTable {
  /** A text of so many characters stays on one line where the page is wide enough. */
  private static final int SHORT = 28;

  private GridTable() {}

  /**
   * Appends the table.
   *
   * @param out where to append
   * @param grid the table
   */
  static void append(StringBuilder out, Grid grid) {
    int width = grid.headers().size();
    String[] units = new String[width];
    boolean[] numbers = new boolean[width];
    out.append("<div class=\"table\" role=\"region\" tabindex=\"0\" aria-label=\"");
    Markup.text(out, grid.title());
    out.append("\"><table>\n<caption>");
    Typesetting.prose(out, grid.title());
    out.append("</caption>\n<thead><tr>");
    for (int c = 0; c < width; c++) {
      units[c] = commonUnit(grid.rows(), c);
      numbers[c] = isNumeric(grid.rows(), c);
      out.append(numbers[c] ? "<th scope=\"col\" class=\"n\">" : "<th scope=\"col\">");
      header(out, grid.headers().get(c), units[c]);
      out.append("</th>");
    }
    out.append("</tr></thead>\n<tbody>\n");
    for (List<Object> row : grid.rows()) {
      out.append("<tr>");
      for (int c = 0; c < row.size(); c++) {
        boolean head = c == 0 && row.get(c) instanceof String;
        out.append(head ? "<th scope=\"row\"" : "<td");
        if (row.get(c) instanceof String text && text.length() <= SHORT) {
          out.append(" class=\"s\"");
        } else if (numbers[c]) {
          out.append(" class=\"n\"");
        }
        out.append('>');
        cell(out, row.get(c), units[c], isInRadians(grid.headers().get(c)));
        out.append(head ? "</th>" : "</td>");
      }
      out.append("</tr>\n");
    }
    out.append("</tbody></table></div>\n");
  }

  private static void header(StringBuilder out, String header, String unit) {
    if (isInRadians(header)) {
      Typesetting.prose(out, header.replace("(rad)", "(°)").replace("/ rad", "/ °"));
      return;
    }
    Typesetting.prose(out, header);
    if (!unit.isEmpty() && !header.contains(unit) && !header.contains(" / ")) {
      out.append(" (");
      Typesetting.prose(out, unit.equals("rad") ? "°" : unit);
      out.append(')');
    }
  }

  private static void cell(StringBuilder out, Object cell, String unit, boolean radians) {
    if (cell instanceof Quantity quantity) {
      boolean inHeader = !unit.isEmpty() || quantity.unit().isEmpty();
      StringBuilder text = new StringBuilder();
      Readable.append(text, quantity, !inHeader);
      Typesetting.prose(out, text.toString());
    } else if (cell instanceof Number number) {
      double value = number.doubleValue();
      Readable.append(out, radians ? Math.toDegrees(value) : value, Double.NaN);
    } else {
      Typesetting.prose(out, String.valueOf(cell));
    }
  }

  /** The unit of all quantities of a column; empty where they differ or there is none. */
  private static String commonUnit(List<List<Object>> rows, int column) {
    String unit = null;
    for (List<Object> row : rows) {
      if (row.get(column) instanceof Quantity quantity) {
        if (unit != null && !unit.equals(quantity.unit())) {
          return "";
        }
        unit = quantity.unit();
      }
    }
    return unit == null ? "" : unit;
  }

  private static boolean isNumeric(List<List<Object>> rows, int column) {
    for (List<Object> row : rows) {
      if (row.get(column) instanceof String) {
        return false;
      }
    }
    return true;
  }

  private static boolean isInRadians(String header) {
    return header.contains("(rad)") || header.endsWith("/ rad");
  }
}
