package org.chikei.batch.engine;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.chikei.api.InputException;
import org.chikei.api.series.Series;
import org.chikei.api.series.SeriesColumn;
import org.chikei.api.series.SeriesDecoder;
import org.chikei.api.trajectory.FrameBatch;

/** The wanted columns of a block of rows. */
final class SeriesColumns implements InputColumns {
  private final List<SeriesColumn> columns;
  private final int[] wanted;
  private final double[][] numbers;
  private final int stride;
  private int size;

  private OpenPart decoded;
  private SeriesDecoder decoder;

  /**
   * Makes empty columns.
   *
   * @param columns the columns of the source
   * @param wanted those that are decoded, indices from 0, ascending
   * @param stride how many rows fit
   */
  SeriesColumns(List<SeriesColumn> columns, int[] wanted, int stride) {
    this.columns = columns;
    this.wanted = wanted.clone();
    this.numbers = new double[wanted.length][stride];
    this.stride = stride;
  }

  @Override
  public void fill(Slice.Frames slice, int from, int to) throws IOException {
    size = to - from;
    int row = from;
    while (row < to) {
      FrameBatch batch = slice.batches()[row];
      int end = row + 1;
      while (end < to && slice.batches()[end] == batch) {
        end++;
      }
      OpenPart part = slice.parts()[row];
      if (part != decoded) {
        Series series = (Series) part.stream();
        decoder = series.decoder(places(part, series));
        decoded = part;
      }
      decoder.decode(batch, slice.frames(), row, end, numbers, row - from);
      row = end;
    }
  }

  /** Where the wanted columns are in a part, which may have them in another order. */
  private int[] places(OpenPart part, Series series) throws InputException {
    int[] places = new int[wanted.length];
    for (int c = 0; c < places.length; c++) {
      SeriesColumn column = columns.get(wanted[c]);
      places[c] = SeriesColumn.indexOf(series.columns(), column.name());
      if (places[c] < 0) {
        throw new InputException(
            part.part().written()
                + ": has no column '"
                + column.name()
                + "' (it has: "
                + String.join(", ", series.columns().stream().map(SeriesColumn::name).toList())
                + ")");
      }
      if (!series.columns().get(places[c]).period().equals(column.period())) {
        throw new InputException(
            part.part().written()
                + ": the period of '"
                + column.name()
                + "' is another than in the first file");
      }
    }
    return places;
  }

  /** The numbers of a wanted column, which are filled again and again. */
  double[] numbers(int column) {
    return numbers[Arrays.binarySearch(wanted, column)];
  }

  @Override
  public int stride() {
    return stride;
  }

  @Override
  public int size() {
    return size;
  }

  @Override
  public void forget() {
    decoded = null;
    decoder = null;
  }
}
