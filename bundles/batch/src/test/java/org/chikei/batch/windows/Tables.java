package org.chikei.batch.windows;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.chikei.api.analysis.SampleTable;

/** The restrained coordinates of windows, from tables. */
final class Tables {
  private Tables() {}

  /** Frames of a table beside this class: the window's number, then the coordinates. */
  static WindowSamples samples(String name) throws IOException {
    List<double[]> rows = new ArrayList<>();
    try (InputStream in = Tables.class.getResourceAsStream(name)) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      for (String line : text.lines().skip(1).toList()) {
        String[] cells = line.split(",");
        double[] row = new double[cells.length];
        for (int c = 0; c < row.length; c++) {
          row[c] = Double.parseDouble(cells[c]);
        }
        rows.add(row);
      }
    }
    int coordinates = rows.get(0).length - 1;
    WindowSamples samples = new WindowSamples(coordinates);
    for (int window = 0; ; window++) {
      int own = window;
      List<double[]> frames = rows.stream().filter(r -> r[0] == own).toList();
      if (frames.isEmpty()) {
        return samples;
      }
      SampleTable table = new SampleTable(frames.size()).own(0, frames.size(), window, 0);
      for (int a = 0; a < coordinates; a++) {
        int column = 1 + a;
        table.withValues(a, frames.stream().mapToDouble(r -> r[column]).toArray());
      }
      samples.add(table.ofRun(window));
    }
  }

  /** Frames of one coordinate, a row a window. */
  static WindowSamples samples(double[][] frames) {
    WindowSamples samples = new WindowSamples(1);
    for (int window = 0; window < frames.length; window++) {
      int size = frames[window].length;
      samples.add(
          new SampleTable(size)
              .own(0, size, window, 0)
              .ofRun(window)
              .withValues(0, frames[window]));
    }
    return samples;
  }
}
