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

/** PLUMED's COLVAR files. */
@Component(
    property = {
      ServiceProperties.TYPE + "=COLVAR",
      ServiceProperties.SUMMARY
          + "=PLUMED COLVAR: columns named by #! FIELDS, periods by #! SET, also as .gz"
    })
public final class ColvarFormat implements SeriesFormat {
  private static final Pattern HEADER = Pattern.compile("(?m)^[ \\t]*#![ \\t]+FIELDS[ \\t]");

  /** Called by the component runtime. */
  public ColvarFormat() {}

  @Override
  public int recognises(byte[] head, String fileName) {
    if (HEADER.matcher(new String(head, StandardCharsets.ISO_8859_1)).find()) {
      return 3;
    }
    return fileName.toUpperCase(Locale.ROOT).startsWith("COLVAR") ? 1 : 0;
  }

  @Override
  public Series open(Path file, SeriesOptions options) throws IOException {
    return TableSeries.open(file, options, ColvarDialect::new);
  }
}
