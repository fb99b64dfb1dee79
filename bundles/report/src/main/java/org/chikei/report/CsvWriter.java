package org.chikei.report;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.chikei.api.ServiceProperties;
import org.chikei.api.result.Column;
import org.chikei.api.result.JobResult;
import org.chikei.api.result.ResultWriter;
import org.chikei.api.result.StepResult;
import org.chikei.api.result.Table;
import org.osgi.service.component.annotations.Component;

/**
 * Every table as a file {@code <step name>.<suffix>.csv}: one line of literal headers, then one a
 * row; a comma between the cells, a line feed after each line. An empty cell is a value that there
 * is not.
 */
@Component(
    property = {
      ServiceProperties.TYPE + "=csv",
      ServiceProperties.SUMMARY + "=tables, one file each, for a spreadsheet or a script"
    })
public final class CsvWriter implements ResultWriter {

  @Override
  public List<String> write(JobResult result, Path folder) throws IOException {
    List<String> files = new ArrayList<>();
    for (StepResult step : result.steps()) {
      for (Table table : step.tables()) {
        String name = fileName(step, table);
        ResultFile.write(folder, name, text(table));
        files.add(name);
      }
    }
    return files;
  }

  /**
   * The name of the file of a table.
   *
   * @param step the step whose table it is
   * @param table the table
   * @return the name, without a folder
   */
  static String fileName(StepResult step, Table table) {
    return new StringBuilder(step.name())
        .append('.')
        .append(table.suffix())
        .append(".csv")
        .toString();
  }

  private static StringBuilder text(Table table) {
    int width = table.columns().size();
    Column[] columns = table.columns().toArray(new Column[width]);
    StringBuilder out = new StringBuilder(64 + 13 * width * (table.rows() + 1));
    for (int c = 0; c < width; c++) {
      if (c > 0) {
        out.append(',');
      }
      appendHeader(out, columns[c].name());
    }
    out.append('\n');
    for (int row = 0, rows = table.rows(); row < rows; row++) {
      for (int c = 0; c < width; c++) {
        if (c > 0) {
          out.append(',');
        }
        appendCell(out, columns[c], columns[c].values()[row]);
      }
      out.append('\n');
    }
    return out;
  }

  private static void appendHeader(StringBuilder out, String name) {
    boolean plain = true;
    for (int i = 0; i < name.length() && plain; i++) {
      char c = name.charAt(i);
      plain = c != ',' && c != '"' && c != '\n' && c != '\r';
    }
    if (plain) {
      out.append(name);
    } else {
      out.append('"').append(name.replace("\"", "\"\"")).append('"');
    }
  }

  private static void appendCell(StringBuilder out, Column column, double value) {
    if (Double.isNaN(value)) {
      return;
    }
    if (Double.isInfinite(value)) {
      out.append(value < 0 ? "-inf" : "inf");
    } else if (column.whole()) {
      NumberText.appendWhole(out, value);
    } else {
      NumberText.append(out, value, NumberText.DIGITS);
    }
  }
}
