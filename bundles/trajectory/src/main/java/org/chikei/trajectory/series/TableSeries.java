package org.chikei.trajectory.series;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.chikei.api.InputException;
import org.chikei.api.series.Series;
import org.chikei.api.series.SeriesColumn;
import org.chikei.api.series.SeriesDecoder;
import org.chikei.api.series.SeriesOptions;
import org.chikei.api.trajectory.FrameBatch;
import org.chikei.api.trajectory.FrameContent;

/** An open table. Batches hold the bytes of their rows, so that the file is read once. */
final class TableSeries implements Series {
  private static final int SAMPLED = 64;

  private final LineStream lines;
  private final Dialect dialect;
  private final SeriesHead head;
  private final Fields fields;
  private final double timeFactor;
  private final long first;
  private final List<String> warnings = new ArrayList<>();

  /** For looks elsewhere that leave the other lines where they are. */
  private LineStream jump;

  private RowBatch last;
  private long rows;
  private int sets = 1;
  private boolean begins = true;
  private boolean ended;
  private InputException fault;

  private TableSeries(LineStream lines, Dialect dialect, SeriesHead head) {
    this.lines = lines;
    this.dialect = dialect;
    this.head = head;
    this.fields = head.fields();
    this.timeFactor = head.timeFactor();
    this.first = lines.jumps() ? lines.after() : 0;
  }

  static Series open(Path path, SeriesOptions options, Supplier<Dialect> dialects)
      throws IOException {
    SeriesHead head;
    try (LineStream look = new LineStream(path)) {
      Dialect dialect = dialects.get();
      head = sampled(dialect.begin(look, options.timeColumn()), look, dialect);
    }
    LineStream lines = new LineStream(path);
    try {
      Dialect dialect = dialects.get();
      dialect.begin(lines, options.timeColumn());
      return new TableSeries(lines, dialect, head);
    } catch (IOException | RuntimeException e) {
      lines.close();
      throw e;
    }
  }

  /** Looks at the first rows: how finely numbers are written, and whether the time is one. */
  private static SeriesHead sampled(SeriesHead head, LineStream lines, Dialect dialect)
      throws IOException {
    int columns = head.columns().size();
    Fields fields = head.fields();
    double[] resolutions = new double[columns];
    Arrays.fill(resolutions, Double.POSITIVE_INFINITY);
    double before = Double.NaN;
    int later = 0;
    int looked = 0;
    for (int k = 0; k < SAMPLED && lines.next(); k++) {
      if (dialect.kind(lines) != Dialect.Kind.ROW) {
        continue;
      }
      int count = fields.split(lines);
      if (count != columns) {
        if (k > 0) {
          break;
        }
        throw lines.terminated()
            ? lines.fault(head.miscounted(count))
            : lines.fault("the file ends within its first row");
      }
      for (int c = 0; c < columns; c++) {
        resolutions[c] = Math.min(resolutions[c], fields.lastPlace(c));
      }
      double time = fields.number(Math.max(0, head.timeColumn()));
      later += time > before ? 1 : 0;
      looked += Double.isNaN(before) ? 0 : 1;
      before = time;
    }
    SeriesHead known = head.withResolutions(resolutions);
    return head.timeAssumed() && 10 * later < 9 * looked ? known.withoutTime() : known;
  }

  @Override
  public List<SeriesColumn> columns() {
    return head.columns();
  }

  @Override
  public int timeColumn() {
    return head.timeColumn();
  }

  @Override
  public Set<FrameContent> carries() {
    return head.timeColumn() < 0 ? Set.of() : Set.of(FrameContent.TIME);
  }

  @Override
  public long frames() {
    return -1;
  }

  @Override
  public SeriesDecoder decoder(int[] columns) {
    return new RowDecoder(lines.path(), head, columns);
  }

  @Override
  public FrameBatch next(int maximum) throws IOException {
    if (fault != null) {
      throw fault;
    }
    RowBatch batch = new RowBatch(rows);
    try {
      while (!ended && batch.size() < maximum && !batch.full()) {
        ended = !lines.next();
        if (!ended) {
          take(batch);
        }
      }
    } catch (InputException e) {
      fault = e;
      if (batch.size() == 0) {
        throw e;
      }
      // what is before the fault can be used; the next call says it
    }
    if (batch.size() > 0) {
      rows += batch.size();
      last = batch;
      return batch;
    }
    return null;
  }

  private void take(RowBatch batch) throws IOException {
    Dialect.Kind kind = dialect.kind(lines);
    if (kind == Dialect.Kind.BREAK) {
      begins = true;
      sets++;
    } else if (kind == Dialect.Kind.RESTART) {
      begins |= head.timeColumn() < 0;
    } else if (kind == Dialect.Kind.ROW) {
      if (!lines.terminated() && isCut(batch)) {
        warnings.add(
            "%s: the last line, %d, is cut; the %d rows before it are used"
                .formatted(lines.path(), lines.number(), rows + batch.size()));
        return;
      }
      batch.add(lines, lines.number(), time(), begins);
      begins = false;
    }
  }

  private double time() throws InputException {
    int column = head.timeColumn();
    if (column < 0) {
      return Double.NaN;
    }
    int count = fields.split(lines);
    if (count <= column) {
      throw lines.fault(head.miscounted(count));
    }
    double time = fields.number(column) * timeFactor;
    if (!(Math.abs(time) <= Double.MAX_VALUE)) {
      throw lines.fault(head.noNumber(fields, column));
    }
    return time;
  }

  /**
   * Whether the last line of a file, which does not end it, has fewer fields than there are columns
   * or its last number fewer digits than that of the row before: it may have been cut anywhere.
   */
  private boolean isCut(RowBatch batch) {
    int columns = head.columns().size();
    if (fields.split(lines) < columns) {
      return true;
    }
    int decimals = fields.decimals(columns - 1);
    RowBatch before = batch.size() > 0 ? batch : last;
    if (before == null) {
      return false;
    }
    int row = before.size() - 1;
    fields.split(before.text(), before.start(row), before.end(row));
    return decimals < fields.decimals(columns - 1);
  }

  @Override
  public FrameBatch spread(int maximum) throws IOException {
    if (!lines.jumps()) {
      return null;
    }
    if (jump == null) {
      jump = new LineStream(lines.path());
    }
    RowBatch batch = new RowBatch(-1);
    long reached = -1;
    for (int k = 0; k < maximum && !batch.full(); k++) {
      long target = first + (long) ((double) (lines.size() - first) / maximum * k);
      if (target <= reached) {
        continue;
      }
      jump.seek(target);
      if (target > first) {
        jump.next();
      }
      boolean found = jump.next();
      while (found && !isSound()) {
        found = jump.next();
      }
      if (found && jump.after() > reached) {
        int column = head.timeColumn();
        batch.add(jump, 0, column < 0 ? Double.NaN : fields.number(column) * timeFactor, false);
        reached = jump.after();
      }
    }
    return batch.size() == 0 ? null : batch;
  }

  /** Whether the line of a jump is a whole row of numbers; if it is not, the walk will say so. */
  private boolean isSound() {
    char start = jump.first();
    boolean row = start != 0 && start != '#' && start != '@' && jump.terminated();
    row = row && fields.split(jump) == head.columns().size();
    for (int c = 0; row && c < head.columns().size(); c++) {
      row = !Double.isNaN(fields.number(c));
    }
    return row;
  }

  @Override
  public List<String> notes() {
    List<String> notes = new ArrayList<>();
    head.notes().forEach(n -> notes.add(lines.path() + ": " + n));
    if (head.timeColumn() >= 0 && head.timeAssumed()) {
      notes.add(
          lines.path()
              + ": nothing says which column is the time; the first, which increases, is taken for it"
              + " ('source.time-column' names another)");
    }
    if (timeFactor != 1) {
      notes.add(
          lines.path()
              + ": times are in "
              + head.columns().get(head.timeColumn()).unit()
              + " and were converted to ps");
    }
    if (sets > 1) {
      notes.add(
          lines.path()
              + ": there are "
              + sets
              + " sets of rows, ended by '&'; each is a segment of its own");
    }
    return notes;
  }

  @Override
  public List<String> warnings() {
    return List.copyOf(warnings);
  }

  @Override
  public double progress() {
    return ended ? 1 : lines.progress();
  }

  @Override
  public void close() throws IOException {
    try (LineStream closed = lines;
        LineStream other = jump) {
      jump = null;
    }
  }

  @Override
  public String toString() {
    return lines.path().toString();
  }
}
