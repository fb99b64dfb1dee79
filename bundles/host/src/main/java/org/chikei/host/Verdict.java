package org.chikei.host;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.chikei.api.job.JobOutcome;
import org.chikei.api.result.Exhibit;
import org.chikei.api.result.Quantity;
import org.chikei.api.result.StepResult;
import org.chikei.api.text.TextTable;

/** Ends a run: what every step found, in words and a small table, and where the files are. */
final class Verdict {
  /** A smaller error is one of rounding. */
  private static final int MOST_DIGITS = 8;

  private final PrintStream out;

  Verdict(PrintStream out) {
    this.out = out;
  }

  void print(JobOutcome outcome) {
    if (!outcome.result().title().isEmpty()) {
      out.println(outcome.result().title());
    }
    for (StepResult step : outcome.result().steps()) {
      out.println(step.name() + " (" + step.step() + "): " + step.headline());
      for (Exhibit exhibit : step.exhibits()) {
        if (exhibit instanceof Exhibit.Grid grid) {
          table(grid);
          break;
        }
      }
    }
    out.println(outcome.folder() + ": " + String.join(", ", outcome.files()));
  }

  private void table(Exhibit.Grid grid) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(grid.headers());
    for (List<Object> row : grid.rows()) {
      rows.add(row.stream().map(Verdict::cell).toList());
    }
    if (!grid.title().isEmpty()) {
      out.println("  " + grid.title());
    }
    TextTable.lines(rows).forEach(line -> out.println("  " + line));
  }

  /** A cell as text, with the digits that its error allows. */
  static String cell(Object value) {
    if (value instanceof Quantity quantity) {
      return quantity(quantity);
    }
    if (value instanceof Double || value instanceof Float) {
      double number = ((Number) value).doubleValue();
      return Double.isNaN(number) ? "–" : plain(number);
    }
    return String.valueOf(value);
  }

  private static String quantity(Quantity quantity) {
    if (Double.isNaN(quantity.value())) {
      return "–";
    }
    if (!(quantity.error() > 0) || Double.isInfinite(quantity.error())) {
      return plain(quantity.value());
    }
    int digits = (int) Math.max(0, 1 - Math.floor(Math.log10(quantity.error())));
    if (digits > MOST_DIGITS) {
      return plain(quantity.value());
    }
    String format = "%." + digits + "f";
    return String.format(Locale.ROOT, format + " ± " + format, quantity.value(), quantity.error());
  }

  private static String plain(double number) {
    return String.format(Locale.ROOT, "%.4g", number + 0.0); // no minus before a zero
  }
}
