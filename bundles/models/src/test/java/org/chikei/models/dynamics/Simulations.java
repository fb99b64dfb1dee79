package org.chikei.models.dynamics;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.chikei.api.model.Model;
import org.chikei.api.parameter.ParameterDeclaration;
import org.chikei.api.parameter.ParameterException;
import org.chikei.api.parameter.Parameters;
import org.chikei.api.series.Series;
import org.chikei.api.series.SeriesDecoder;
import org.chikei.api.trajectory.FrameBatch;

/** Runs simulations for tests. */
final class Simulations {
  private Simulations() {}

  static SimulationPlan plan(Model model, double kT, Map<String, Object> values)
      throws ParameterException {
    ModelSimulator simulator = new ModelSimulator();
    Map<String, Object> all = new LinkedHashMap<>();
    for (ParameterDeclaration declared : simulator.parameters()) {
      declared.defaultValue().ifPresent(d -> all.put(declared.name(), d));
    }
    all.putAll(values);
    return (SimulationPlan) simulator.prepare(model, kT, new Parameters(all));
  }

  /** All columns of all frames, one array a column. */
  static double[][] run(SimulationPlan plan) throws IOException {
    try (Series series = plan.open()) {
      int columns = series.columns().size();
      int[] wanted = new int[columns];
      for (int c = 0; c < columns; c++) {
        wanted[c] = c;
      }
      double[][] all = new double[columns][Math.toIntExact(series.frames())];
      SeriesDecoder decoder = series.decoder(wanted);
      int done = 0;
      for (FrameBatch batch = series.next(100); batch != null; batch = series.next(100)) {
        int[] rows = new int[batch.size()];
        for (int k = 0; k < rows.length; k++) {
          rows[k] = k;
        }
        decoder.decode(batch, rows, 0, rows.length, all, done);
        done += rows.length;
      }
      return all;
    }
  }

  /** The places of the first frames of the segments. */
  static List<Integer> beginnings(SimulationPlan plan) throws IOException {
    List<Integer> beginnings = new ArrayList<>();
    int done = 0;
    try (Series series = plan.open()) {
      for (FrameBatch batch = series.next(77); batch != null; batch = series.next(77)) {
        for (int k = 0; k < batch.size(); k++) {
          if (batch.beginsSegment(k)) {
            beginnings.add(done + k);
          }
        }
        done += batch.size();
      }
    }
    return beginnings;
  }
}
