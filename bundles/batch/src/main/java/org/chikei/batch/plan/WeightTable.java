package org.chikei.batch.plan;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import org.chikei.api.InputException;
import org.chikei.batch.engine.FrameWeights;
import org.chikei.batch.job.JobDescription.WeightsText;

/**
 * The weights of frames from a {@link WordTable}. Where the table has a column {@code time} and
 * frames have times, rows are matched by time (the last of several counts, as after a restart),
 * else one row is one frame in order.
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
    try (WordTable table = new WordTable(file, "weights")) {
      int column = table.column(text.column());
      int time = table.find("time");
      timed = time >= 0;
      for (String[] cells = table.next(); cells != null; cells = table.next()) {
        rows.add(
            new double[] {
              timed ? table.number(cells, time) : rows.size(), table.number(cells, column)
            });
      }
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
}
