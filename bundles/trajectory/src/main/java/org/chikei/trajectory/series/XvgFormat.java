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

/** GROMACS XVG files. */
@Component(
    property = {
      ServiceProperties.TYPE + "=XVG",
      ServiceProperties.SUMMARY
          + "=GROMACS XVG: columns named by legends, sets of rows ended by &, also as .gz"
    })
public final class XvgFormat implements SeriesFormat {
  private static final Pattern DIRECTIVE =
      Pattern.compile(
          "(?m)^[ \\t]*@[ \\t]*(title|xaxis|yaxis|TYPE|s[0-9]+|view|legend|target|type)\\b");

  /** Called by the component runtime. */
  public XvgFormat() {}

  @Override
  public int recognises(byte[] head, String fileName) {
    if (DIRECTIVE.matcher(new String(head, StandardCharsets.ISO_8859_1)).find()) {
      return 3;
    }
    String name = fileName.toLowerCase(Locale.ROOT);
    return name.endsWith(".xvg") || name.endsWith(".xvg.gz") ? 2 : 0;
  }

  @Override
  public Series open(Path file, SeriesOptions options) throws IOException {
    return TableSeries.open(file, options, XvgDialect::new);
  }
}
