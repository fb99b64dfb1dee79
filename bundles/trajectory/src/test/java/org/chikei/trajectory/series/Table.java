package org.chikei.trajectory.series;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.chikei.api.series.Series;
import org.chikei.api.series.SeriesDecoder;
import org.chikei.api.series.SeriesFormat;
import org.chikei.api.series.SeriesOptions;
import org.chikei.api.trajectory.FrameBatch;

/** All rows of a file, for tests. */
record Table(
    List<String> names,
    int timeColumn,
    List<Double> times,
    List<double[]> rows,
    List<Integer> begins,
    List<String> notes,
    List<String> warnings) {

  static Table of(SeriesFormat format, Path file) throws IOException {
    return of(format, file, SeriesOptions.NONE, 7);
  }

  /** Reads a whole file, every column, in batches of a size. */
  static Table of(SeriesFormat format, Path file, SeriesOptions options, int size)
      throws IOException {
    try (Series series = format.open(file, options)) {
      List<String> names = series.columns().stream().map(c -> c.name()).toList();
      SeriesDecoder decoder = series.decoder(IntStream.range(0, names.size()).toArray());
      List<Double> times = new ArrayList<>();
      List<double[]> rows = new ArrayList<>();
      List<Integer> begins = new ArrayList<>();
      for (FrameBatch batch = series.next(size); batch != null; batch = series.next(size)) {
        for (int k = 0; k < batch.size(); k++) {
          times.add(batch.time(k));
          if (batch.beginsSegment(k)) {
            begins.add(rows.size() + k);
          }
        }
        rows.addAll(decoded(batch, decoder, names.size()));
      }
      return new Table(
          names, series.timeColumn(), times, rows, begins, series.notes(), series.warnings());
    }
  }

  static List<double[]> decoded(FrameBatch batch, SeriesDecoder decoder, int columns)
      throws IOException {
    int size = batch.size();
    double[][] block = new double[columns][size + 1];
    decoder.decode(batch, IntStream.range(0, size).toArray(), 0, size, block, 1);
    List<double[]> rows = new ArrayList<>();
    for (int k = 0; k < size; k++) {
      int row = k + 1;
      rows.add(IntStream.range(0, columns).mapToDouble(c -> block[c][row]).toArray());
    }
    return rows;
  }

  /** One column. */
  double[] column(String name) {
    int k = names.indexOf(name);
    return rows.stream().mapToDouble(r -> r[k]).toArray();
  }
}
