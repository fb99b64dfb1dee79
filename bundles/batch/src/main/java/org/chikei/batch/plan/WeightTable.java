package org.chikei.batch.plan;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import org.chikei.api.InputException;
import org.chikei.api.file.FileContent;
import org.chikei.batch.engine.FrameWeights;
import org.chikei.batch.job.JobDescription.WeightsText;
import org.chikei.batch.text.Suggestion;

/**
 * The weights of frames from a table: PLUMED's, whose first line is {@code #! FIELDS …}, one of
 * words between blanks, or one of values between commas; the last two with a line of headers. Where
 * the table has a column {@code time} and frames have times, rows are matched by time (the last of
 * several counts, as after a restart), else one row is one frame in order.
 */
final class WeightTable implements FrameWeights {
  private final Path file;
  private final double[] times;
  private final double[] weights;

  private WeightTable(Path file, double[] times, double[] weights) {
    this.file = file;
    this.times = times;
    this.weights = weights;
  }

  static WeightTable read(WeightsText text, double kT) throws IOException {
    Path file = FileSearch.readable(text.file().orElseThrow());
    List<double[]> rows = new ArrayList<>();
    boolean timed;
    try (BufferedReader in =
        new BufferedReader(
            new InputStreamReader(FileContent.stream(file), StandardCharsets.UTF_8.newDecoder()))) {
      Header header = Header.read(in, file);
      int column = header.column(text.column(), file);
      int time = header.names.indexOf("time");
      timed = time >= 0;
      int number = header.lines;
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        number++;
        if (!line.isBlank() && !line.startsWith("#")) {
          String[] cells = header.split(line);
          rows.add(
              new double[] {
                timed ? cell(cells, time, file, number) : rows.size(),
                cell(cells, column, file, number)
              });
        }
      }
    } catch (CharacterCodingException e) {
      throw new InputException(file, "is no text, so no table of weights", e);
    }
    if (rows.isEmpty()) {
      throw new InputException(file, "has no rows");
    }
    return of(file, rows, timed, text.as(), kT);
  }

  private static WeightTable of(Path file, List<double[]> rows, boolean timed, String as, double kT)
      throws IOException {
    double scale = as.equals("bias") ? 1 / kT : 1;
    double highest = Double.NEGATIVE_INFINITY;
    for (double[] row : rows) {
      highest = Math.max(highest, row[1]);
    }
    double total = 0;
    for (double[] row : rows) {
      row[1] = as.equals("weight") ? row[1] : Math.exp((row[1] - highest) * scale);
      if (row[1] < 0) {
        throw new InputException(file, "has a negative weight, " + row[1]);
      }
      total += row[1];
    }
    if (!(total > 0)) {
      throw new InputException(file, "all weights are zero");
    }
    if (!timed) {
      return new WeightTable(file, null, rows.stream().mapToDouble(r -> r[1]).toArray());
    }
    TreeMap<Double, Double> byTime = new TreeMap<>();
    rows.forEach(r -> byTime.put(r[0], r[1]));
    return new WeightTable(
        file,
        byTime.keySet().stream().mapToDouble(t -> t).toArray(),
        byTime.values().stream().mapToDouble(w -> w).toArray());
  }

  private static double cell(String[] cells, int column, Path file, int line) throws IOException {
    if (column >= cells.length) {
      throw new InputException(file, "line " + line + " has " + cells.length + " columns only");
    }
    try {
      double value = Double.parseDouble(cells[column]);
      if (Double.isFinite(value)) {
        return value;
      }
    } catch (NumberFormatException e) {
      throw new InputException(file, "line " + line + ": '" + cells[column] + "' is no number", e);
    }
    throw new InputException(file, "line " + line + ": '" + cells[column] + "' is not finite");
  }

  @Override
  public double of(long index, double time) throws IOException {
    if (times == null || Double.isNaN(time)) {
      if (index < 0 || index >= weights.length) {
        throw new InputException(
            file, "has " + weights.length + " rows, but the trajectory has more frames");
      }
      return weights[(int) index];
    }
    int place = Arrays.binarySearch(times, time);
    int after = place >= 0 ? place : -place - 1;
    int best = -1;
    for (int k = Math.max(0, after - 1); k <= Math.min(times.length - 1, after); k++) {
      if (best < 0 || Math.abs(times[k] - time) < Math.abs(times[best] - time)) {
        best = k;
      }
    }
    if (Math.abs(times[best] - time) > 1e-6 * Math.max(1, Math.abs(time))) {
      throw new InputException(
          file, "has no row for the frame at " + time + " ps; the nearest is at " + times[best]);
    }
    return weights[best];
  }

  /** The names of the columns and how rows are split. */
  private record Header(List<String> names, boolean commas, int lines) {

    static Header read(BufferedReader in, Path file) throws IOException {
      int number = 0;
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        number++;
        if (line.startsWith("#! FIELDS")) {
          return new Header(words(line.substring(9)), false, number);
        }
        if (!line.isBlank() && !line.startsWith("#")) {
          boolean commas = line.contains(",");
          return new Header(
              commas ? Arrays.stream(line.split(",")).map(String::strip).toList() : words(line),
              commas,
              number);
        }
      }
      throw new InputException(file, "has no line with the names of its columns");
    }

    private static List<String> words(String line) {
      return List.of(line.strip().split("\\s+"));
    }

    int column(String name, Path file) throws IOException {
      int column = names.indexOf(name);
      if (column < 0) {
        throw new InputException(
            file,
            "has no column '"
                + name
                + "'"
                + Suggestion.question(name, names)
                + " (it has: "
                + String.join(", ", names)
                + ")");
      }
      return column;
    }

    String[] split(String line) {
      return commas ? line.split(",", -1) : line.strip().split("\\s+");
    }
  }
}
