package org.chikei.api.text;

import java.util.ArrayList;
import java.util.List;

/** Puts rows of text under each other. */
public final class TextTable {
  private TextTable() {}

  /**
   * The rows as lines, each column as wide as its widest cell.
   *
   * @param rows the cells; rows may differ in length
   * @return a line a row, without blanks at its end
   */
  public static List<String> lines(List<List<String>> rows) {
    List<Integer> widths = new ArrayList<>();
    for (List<String> row : rows) {
      for (int k = 0; k < row.size(); k++) {
        if (k == widths.size()) {
          widths.add(0);
        }
        widths.set(k, Math.max(widths.get(k), row.get(k).length()));
      }
    }
    List<String> lines = new ArrayList<>();
    for (List<String> row : rows) {
      StringBuilder line = new StringBuilder();
      for (int k = 0; k < row.size(); k++) {
        line.append(row.get(k)).append(" ".repeat(widths.get(k) - row.get(k).length() + 2));
      }
      lines.add(line.toString().stripTrailing());
    }
    return lines;
  }
}
