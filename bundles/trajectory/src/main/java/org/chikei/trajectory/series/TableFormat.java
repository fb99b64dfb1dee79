package org.chikei.trajectory.series;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Pattern;
import org.chikei.api.ServiceProperties;
import org.chikei.api.series.Series;
import org.chikei.api.series.SeriesFormat;
import org.chikei.api.series.SeriesOptions;
import org.osgi.service.component.annotations.Component;

/** Tables of values between commas, semicolons, tabs or blanks. */
@Component(
    property = {
      ServiceProperties.TYPE + "=CSV",
      ServiceProperties.SUMMARY
          + "=table of values between commas, semicolons, tabs or blanks, with or without a header,"
          + " also as .gz"
    })
public final class TableFormat implements SeriesFormat {
  private static final Pattern BINARY = Pattern.compile("[\\x00-\\x08\\x0e-\\x1f]");
  private static final Pattern NUMBERS = Pattern.compile("(?m)^[ \\t]*\"?[-+.]?[0-9]");
  private static final Pattern NAME = Pattern.compile(".*\\.(csv|tsv|dat|txt)(\\.gz)?");

  /** Called by the component runtime. */
  public TableFormat() {}

  @Override
  public int recognises(byte[] head, String fileName) {
    String text = new String(head, StandardCharsets.ISO_8859_1);
    if (BINARY.matcher(text).find()) {
      return 0;
    }
    if (NUMBERS.matcher(text).find()) {
      return 2;
    }
    return NAME.matcher(fileName.toLowerCase(Locale.ROOT)).matches() ? 1 : 0;
  }

  @Override
  public Series open(Path file, SeriesOptions options) throws IOException {
    return TableSeries.open(file, options, TableDialect::new);
  }
}
