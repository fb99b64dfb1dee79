package org.chikei.batch.fake;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.chikei.api.Declaration;
import org.chikei.api.InputException;
import org.chikei.api.coordinate.CollectiveVariableProvider;
import org.chikei.api.coordinate.ColumnVariable;
import org.chikei.api.coordinate.Coordinate;
import org.chikei.api.coordinate.CoordinateRequest;
import org.chikei.api.coordinate.Period;
import org.chikei.api.coordinate.Point;
import org.chikei.api.parameter.ParameterDeclaration;
import org.chikei.api.parameter.ParameterException;
import org.chikei.api.parameter.ParameterType;
import org.chikei.api.parameter.Parameters;
import org.chikei.api.series.Series;
import org.chikei.api.series.SeriesColumn;
import org.chikei.api.series.SeriesDecoder;
import org.chikei.api.series.SeriesFormat;
import org.chikei.api.series.SeriesOptions;
import org.chikei.api.trajectory.FrameBatch;
import org.chikei.api.trajectory.FrameContent;

/**
 * Tables in the simplest words: a line {@code TABLE}, a line of names, then rows; {@code -} begins
 * a segment. The column t is the time.
 */
public final class FakeTables implements SeriesFormat {

  @Override
  public int recognises(byte[] head, String fileName) {
    return new String(head, StandardCharsets.UTF_8).startsWith("TABLE\n") ? 3 : 0;
  }

  @Override
  public Series open(Path file, SeriesOptions options) throws IOException {
    List<String> lines = Files.readAllLines(file);
    List<SeriesColumn> columns =
        Arrays.stream(lines.get(1).split(" "))
            .map(n -> new SeriesColumn(n, "", Optional.empty(), 0))
            .toList();
    return new Table(file, columns, lines.subList(2, lines.size()));
  }

  /** A table in memory. */
  private static final class Table implements Series {
    final Path file;
    final List<SeriesColumn> columns;
    final double[][] rows;
    final boolean[] begins;
    int next;

    Table(Path file, List<SeriesColumn> columns, List<String> lines) {
      this.file = file;
      this.columns = columns;
      this.rows =
          lines.stream()
              .filter(l -> !l.equals("-"))
              .map(l -> Arrays.stream(l.split(" ")).mapToDouble(Double::parseDouble).toArray())
              .toArray(double[][]::new);
      this.begins = new boolean[rows.length];
      int row = 0;
      begins[0] = true;
      for (String line : lines) {
        if (line.equals("-")) {
          begins[row] = true;
        } else {
          row++;
        }
      }
    }

    @Override
    public List<SeriesColumn> columns() {
      return columns;
    }

    @Override
    public int timeColumn() {
      return SeriesColumn.indexOf(columns, "t");
    }

    @Override
    public Set<FrameContent> carries() {
      return timeColumn() < 0 ? Set.of() : Set.of(FrameContent.TIME);
    }

    @Override
    public long frames() {
      return -1;
    }

    @Override
    public List<String> notes() {
      return List.of();
    }

    @Override
    public FrameBatch next(int maximum) {
      int first = next;
      next = Math.min(rows.length, next + Math.min(maximum, 77));
      int size = next - first;
      return size == 0 ? null : new Rows(this, first, size);
    }

    @Override
    public SeriesDecoder decoder(int[] wanted) {
      return (batch, of, from, to, into, at) -> {
        int first = ((Rows) batch).first;
        for (int k = from; k < to; k++) {
          for (int c = 0; c < wanted.length; c++) {
            into[c][at + k - from] = rows[first + of[k]][wanted[c]];
            if (Double.isNaN(into[c][at + k - from])) {
              throw new InputException(file, "row " + (first + of[k]) + " is damaged");
            }
          }
        }
      };
    }

    @Override
    public double progress() {
      return (double) next / rows.length;
    }

    @Override
    public List<String> warnings() {
      return List.of();
    }

    @Override
    public void close() {
      next = rows.length;
    }
  }

  private record Rows(Table table, int first, int size) implements FrameBatch {
    @Override
    public double time(int frame) {
      int column = table.timeColumn();
      return column < 0 ? Double.NaN : table.rows[first + frame][column];
    }

    @Override
    public long number(int frame) {
      return first + frame;
    }

    @Override
    public boolean beginsSegment(int frame) {
      return table.begins[first + frame];
    }
  }

  /** A column, with whatever else the job names. */
  public static final class ColumnType implements CollectiveVariableProvider {
    @Override
    public Declaration declaration() {
      return new Declaration(
          "column",
          "a fake",
          "",
          "",
          "",
          "{name: x, type: column}",
          List.of(
              ParameterDeclaration.required("column", ParameterType.Text.ANY, "", "which"),
              ParameterDeclaration.optional("velocity", ParameterType.Text.ANY, "", "which"),
              ParameterDeclaration.optional("acceleration", ParameterType.Text.ANY, "", "which"),
              ParameterDeclaration.optional("mass", ParameterType.Real.POSITIVE, "", "how heavy"),
              ParameterDeclaration.optional(
                  "periodic", new ParameterType.ListOf(ParameterType.Real.ANY, 2, 2), "", "ends")));
    }

    @Override
    public Coordinate create(CoordinateRequest request) throws ParameterException {
      Parameters p = request.parameters();
      if (SeriesColumn.indexOf(request.columns(), p.text("column")) < 0) {
        throw new ParameterException("column", "there is no column '" + p.text("column") + "'");
      }
      Optional<Period> period = Optional.empty();
      if (p.has("periodic")) {
        period = Optional.of(new Period(p.reals("periodic")[0], p.reals("periodic")[1]));
      }
      return new ColumnVariable(
          SeriesColumn.indexOf(request.columns(), p.text("column")),
          "",
          period,
          p.has("velocity") ? SeriesColumn.indexOf(request.columns(), p.text("velocity")) : -1,
          p.has("acceleration")
              ? SeriesColumn.indexOf(request.columns(), p.text("acceleration"))
              : -1,
          p.has("mass") ? p.real("mass") : Double.NaN);
    }
  }

  /** A coordinate that wants a structure without naming points. */
  public static final class Bare implements CollectiveVariableProvider {
    @Override
    public Declaration declaration() {
      return new Declaration("bare", "a fake", "", "", "", "{name: x, type: bare}", List.of());
    }

    @Override
    public Coordinate create(CoordinateRequest request) {
      return new FakeCoordinates.SpanVariable(
          List.of(Point.ofAtom(request.structure().orElseThrow().size() - 1)));
    }
  }
}
