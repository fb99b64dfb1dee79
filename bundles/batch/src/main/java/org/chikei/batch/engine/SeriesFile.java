package org.chikei.batch.engine;

import java.io.IOException;
import java.nio.file.Path;
import org.chikei.api.series.Series;
import org.chikei.api.series.SeriesFormat;
import org.chikei.api.series.SeriesOptions;

/**
 * A table of a job, with the format that reads it.
 *
 * @param written what the job calls it
 * @param path where it is
 * @param formatName the format's short name
 * @param format what opens it
 * @param options what the job says of it
 */
public record SeriesFile(
    String written, Path path, String formatName, SeriesFormat format, SeriesOptions options)
    implements SourcePart {

  @Override
  public String description() throws IOException {
    return FileSize.describe(written, formatName, path);
  }

  @Override
  public Series open() throws IOException {
    return format.open(path, options);
  }
}
