package org.chikei.batch.plan;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.chikei.api.InputException;
import org.chikei.api.series.Series;
import org.chikei.api.series.SeriesColumn;
import org.chikei.api.series.SeriesDecoder;
import org.chikei.api.series.SeriesFormat;
import org.chikei.api.series.SeriesOptions;
import org.chikei.api.trajectory.FrameBatch;
import org.chikei.batch.engine.ColumnWeights;
import org.chikei.batch.engine.SampleSource;
import org.chikei.batch.engine.SeriesFile;
import org.chikei.batch.job.JobDescription;
import org.chikei.batch.job.JobDescription.WeightsText;
import org.chikei.batch.registry.Loan;
import org.chikei.batch.text.Suggestion;

/** The tables of a job whose source is a series: their formats, columns and weights. */
final class SeriesTables {
  private static final int ROWS = 1024;

  private final JobDescription.Source source;
  private final List<SeriesFile> files = new ArrayList<>();
  private final List<SeriesColumn> columns;

  /**
   * Recognises the files and looks at the columns of the first.
   *
   * @param loan what is installed
   * @param source what the job says
   * @param named the files
   * @param notes receives what is assumed
   * @throws IOException if a file cannot be read
   */
  SeriesTables(
      Loan loan, JobDescription.Source source, List<Plan.NamedFile> named, Set<String> notes)
      throws IOException {
    this.source = source;
    Recognition recognition = new Recognition(loan);
    SeriesOptions options = new SeriesOptions(source.timeColumn());
    for (Plan.NamedFile file : named) {
      Recognition.Recognised<SeriesFormat> format = recognition.series(file.path());
      files.add(
          new SeriesFile(file.written(), file.path(), format.name(), format.format(), options));
    }
    try (Series first = files.get(0).open()) {
      columns = first.columns();
      boolean unknown = first.timeColumn() >= 0 && columns.get(first.timeColumn()).unit().isEmpty();
      if (unknown && !source.temperature().reduced() && Double.isNaN(source.number("time-step"))) {
        notes.add(
            "times of "
                + named.get(0).written()
                + " are taken to be in ps, since the file does not state their unit");
      }
    }
  }

  List<SeriesColumn> columns() {
    return columns;
  }

  SampleSource source() {
    return SampleSource.ofColumns("series", files, columns);
  }

  /** Whether the weights of a job are in a column of the series itself. */
  boolean holdWeights(WeightsText weights) throws IOException {
    if (weights.file().isEmpty()) {
      return true;
    }
    Path table = FileSearch.readable(weights.file().get());
    return files.size() == 1 && Files.isSameFile(table, files.get(0).path());
  }

  /**
   * Reads the column of the weights once, since the largest of them has to be known before the
   * first can be used.
   */
  ColumnWeights weights(WeightsText text) throws IOException {
    int column = SeriesColumn.indexOf(columns, text.column());
    if (column < 0) {
      List<String> names = columns.stream().map(SeriesColumn::name).toList();
      throw new InputException(
          files.get(0).written()
              + ": has no column '"
              + text.column()
              + "' for weights"
              + Suggestion.question(text.column(), names)
              + " (it has: "
              + String.join(", ", names)
              + ")");
    }
    boolean logarithmic = !text.as().equals("weight");
    double highest = Double.NEGATIVE_INFINITY;
    for (SeriesFile file : files) {
      highest = Math.max(highest, highest(file, columns.get(column).name(), logarithmic));
    }
    if (!logarithmic && !(highest > 0)) {
      throw new InputException(files.get(0).written() + ": all weights are zero");
    }
    double scale = text.as().equals("bias") ? 1 / source.temperature().kT() : 1;
    return new ColumnWeights(column, logarithmic, scale, highest);
  }

  private static double highest(SeriesFile file, String name, boolean logarithmic)
      throws IOException {
    double highest = Double.NEGATIVE_INFINITY;
    try (Series series = file.open()) {
      int column = SeriesColumn.indexOf(series.columns(), name);
      if (column < 0) {
        throw new InputException(file.path(), "has no column '" + name + "' for weights");
      }
      SeriesDecoder decoder = series.decoder(new int[] {column});
      double[][] numbers = new double[1][ROWS];
      int[] rows = new int[ROWS];
      for (int k = 0; k < ROWS; k++) {
        rows[k] = k;
      }
      for (FrameBatch batch = series.next(ROWS); batch != null; batch = series.next(ROWS)) {
        decoder.decode(batch, rows, 0, batch.size(), numbers, 0);
        for (int k = 0; k < batch.size(); k++) {
          highest = Math.max(highest, numbers[0][k]);
          if (!logarithmic && numbers[0][k] < 0) {
            throw new InputException(file.path(), "has a negative weight, " + numbers[0][k]);
          }
        }
      }
    }
    return highest;
  }
}
