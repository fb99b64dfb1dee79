package org.chikei.trajectory.series;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.chikei.api.series.SeriesColumn;

/**
 * Tables for Grace as GROMACS writes them: lines that begin with an at sign say what is shown, the
 * first column is the time, {@code &} ends a set of rows.
 */
final class XvgDialect implements Dialect {
  private static final Pattern LEGEND =
      Pattern.compile("@\\s*s([0-9]{1,6})\\s+legend\\s+\"(.*)\"\\s*");
  private static final Pattern AXIS = Pattern.compile("@\\s*([xy])axis\\s+label\\s+\"(.*)\"\\s*");

  private final Map<Integer, String> legends = new HashMap<>();
  private String abscissa = "";
  private String ordinate = "";

  @Override
  public SeriesHead begin(LineStream lines, String timeColumn) throws IOException {
    while (lines.next()) {
      char first = lines.first();
      if (first == '@') {
        directive(lines.text().strip());
      } else if (first != 0 && first != '#' && first != '&') {
        lines.again();
        return head(lines, timeColumn);
      }
    }
    throw lines.fault("the file ends, but no row of numbers has come");
  }

  private void directive(String line) {
    Matcher legend = LEGEND.matcher(line);
    if (legend.matches()) {
      legends.putIfAbsent(Integer.valueOf(legend.group(1)), legend.group(2));
    }
    Matcher axis = AXIS.matcher(line);
    if (axis.matches()) {
      if (axis.group(1).equals("x")) {
        abscissa = axis.group(2);
      } else {
        ordinate = axis.group(2);
      }
    }
  }

  private SeriesHead head(LineStream lines, String timeColumn) throws IOException {
    int count = new Fields(Fields.BLANKS, 0).split(lines);
    List<SeriesColumn> columns = new ArrayList<>();
    boolean named = abscissa.isBlank() || TimeName.isTime(abscissa);
    String first = named ? "time" : TimeName.bare(abscissa);
    columns.add(new SeriesColumn(first, TimeName.unit(abscissa), Optional.empty(), 0));
    for (int k = 1; k < count; k++) {
      String name = legends.getOrDefault(k - 1, "s" + (k - 1));
      String unit = TimeName.unit(name).isEmpty() ? TimeName.unit(ordinate) : TimeName.unit(name);
      columns.add(new SeriesColumn(TimeName.bare(name), unit, Optional.empty(), 0));
    }
    int time =
        timeColumn.isEmpty() ? (named ? 0 : -1) : SeriesHead.named(columns, timeColumn, lines);
    return new SeriesHead(
        columns, Fields.BLANKS, time, timeColumn.isEmpty() && abscissa.isBlank(), List.of());
  }

  @Override
  public Kind kind(LineStream lines) {
    return switch (lines.first()) {
      case 0, '#', '@' -> Kind.BETWEEN;
      case '&' -> Kind.BREAK;
      default -> Kind.ROW;
    };
  }
}
