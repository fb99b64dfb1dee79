package org.chikei.landscape;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.chikei.api.analysis.Accumulator;
import org.chikei.api.analysis.Analysis;
import org.chikei.api.analysis.AnalysisStep;
import org.chikei.api.analysis.Collector;
import org.chikei.api.analysis.CoordinateInfo;
import org.chikei.api.analysis.DataOverview;
import org.chikei.api.analysis.FinishContext;
import org.chikei.api.analysis.JoinedWindows;
import org.chikei.api.analysis.Kinetics;
import org.chikei.api.analysis.SampleTable;
import org.chikei.api.analysis.StepRequest;
import org.chikei.api.coordinate.Period;
import org.chikei.api.parameter.Parameters;
import org.chikei.api.result.StepResult;

/** Runs a step on a table of samples the way a job does: slice by slice, merged in order. */
public final class Runs {
  public static final int SLICE = 1024;

  private Runs() {}

  public static CoordinateInfo coordinate(String unit, Period period) {
    return new CoordinateInfo(
        "q", "distance", unit, Optional.ofNullable(period), List.of(), List.of());
  }

  public static Map<String, Object> defaults(Object... keysAndValues) {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("bound", 0.1);
    values.put("minimum-samples", 8.0);
    for (int k = 0; k < keysAndValues.length; k += 2) {
      values.put((String) keysAndValues[k], keysAndValues[k + 1]);
    }
    return values;
  }

  public static StepResult run(
      AnalysisStep step,
      CoordinateInfo coordinate,
      Map<String, Object> parameters,
      double kT,
      Set<Kinetics> available,
      Kinetics requested,
      SampleTable... segments)
      throws Exception {
    return run(step, List.of(coordinate), parameters, kT, available, requested, SLICE, segments);
  }

  /** Runs on windows, a segment each. */
  public static StepResult run(
      AnalysisStep step,
      CoordinateInfo coordinate,
      Map<String, Object> parameters,
      double kT,
      Set<Kinetics> available,
      Kinetics requested,
      JoinedWindows windows,
      SampleTable... segments)
      throws Exception {
    return run(
        step,
        List.of(coordinate),
        parameters,
        kT,
        available,
        requested,
        SLICE,
        windows,
        false,
        segments);
  }

  public static StepResult run(
      AnalysisStep step,
      List<CoordinateInfo> coordinates,
      Map<String, Object> parameters,
      double kT,
      Set<Kinetics> available,
      Kinetics requested,
      int slice,
      SampleTable... segments)
      throws Exception {
    return run(
        step, coordinates, parameters, kT, available, requested, slice, null, false, segments);
  }

  /** Runs on windows, or on a bias along the coordinates. */
  public static StepResult run(
      AnalysisStep step,
      List<CoordinateInfo> coordinates,
      Map<String, Object> parameters,
      double kT,
      Set<Kinetics> available,
      Kinetics requested,
      int slice,
      JoinedWindows windows,
      boolean biasAlong,
      SampleTable... segments)
      throws Exception {
    Analysis analysis = step.prepare(new StepRequest("q", coordinates, new Parameters(parameters)));
    long frames = 0;
    for (SampleTable segment : segments) {
      frames += segment.end();
    }
    DataOverview overview =
        new DataOverview(
            kT,
            false,
            available,
            requested,
            frames,
            1,
            0,
            segments[0],
            windows == null ? 0 : windows.count(),
            biasAlong);
    Collector collector = analysis.collect(overview);
    Accumulator all = collector.accumulator();
    int number = 0;
    for (SampleTable segment : segments) {
      for (int from = 0; from < segment.end(); from += slice) {
        int to = Math.min(segment.end(), from + slice);
        Accumulator part = collector.accumulator();
        part.add(segment.own(from, to, number, from));
        all.merge(part);
      }
      segment.own(0, segment.end(), 0, 0);
      number++;
    }
    return collector.finish(
        all, new FinishContext(frames, segments.length, 1, false, Map.of(), windows));
  }

  public static double[] column(StepResult result, String name) {
    return result.tables().get(0).column(name).values();
  }
}
