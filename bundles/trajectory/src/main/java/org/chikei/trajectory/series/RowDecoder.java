package org.chikei.trajectory.series;

import java.io.IOException;
import java.nio.file.Path;
import org.chikei.api.InputException;
import org.chikei.api.series.SeriesDecoder;
import org.chikei.api.trajectory.FrameBatch;

/** Turns the wanted fields of rows into numbers. */
final class RowDecoder implements SeriesDecoder {
  private final Path file;
  private final SeriesHead head;
  private final int[] wanted;
  private final Fields fields;

  RowDecoder(Path file, SeriesHead head, int[] wanted) {
    this.file = file;
    this.head = head;
    this.wanted = wanted.clone();
    this.fields = head.fields();
  }

  @Override
  public void decode(FrameBatch batch, int[] rows, int from, int to, double[][] columns, int at)
      throws IOException {
    RowBatch found = (RowBatch) batch;
    for (int k = from; k < to; k++) {
      int row = rows[k];
      int count = fields.split(found.text(), found.start(row), found.end(row));
      if (count != head.columns().size()) {
        throw fault(found, row, head.miscounted(count));
      }
      for (int c = 0; c < wanted.length; c++) {
        double number = fields.number(wanted[c]);
        if (number != number) {
          throw fault(found, row, head.noNumber(fields, wanted[c]));
        }
        columns[c][at + k - from] = wanted[c] == head.timeColumn() ? found.time(row) : number;
      }
    }
  }

  private InputException fault(RowBatch batch, int row, String what) {
    return new InputException(file, "line " + batch.line(row) + ": " + what);
  }
}
