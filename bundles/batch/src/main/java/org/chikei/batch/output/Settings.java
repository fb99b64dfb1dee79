package org.chikei.batch.output;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.chikei.api.analysis.Kinetics;
import org.chikei.batch.job.GroupText;
import org.chikei.batch.job.JobDescription;
import org.chikei.batch.job.PointText;
import org.chikei.batch.job.PointsText;
import org.chikei.batch.job.WindowsText;

/** The job as it was understood, defaults included, as plain values. */
public final class Settings {
  private Settings() {}

  /**
   * The settings of a job.
   *
   * @param job the job
   * @return its keys as a job would write them
   */
  public static Map<String, Object> of(JobDescription job) {
    Map<String, Object> settings = new LinkedHashMap<>();
    settings.put("title", job.title());
    settings.put("source", source(job.source()));
    if (!job.groups().isEmpty()) {
      settings.put("groups", plain(job.groups()));
    }
    List<Object> coordinates = new ArrayList<>();
    for (JobDescription.CoordinateText text : job.coordinates()) {
      Map<String, Object> entry = new LinkedHashMap<>();
      entry.put("name", text.name());
      entry.put("type", text.type());
      text.values().forEach((k, v) -> entry.put(k, plain(v)));
      coordinates.add(entry);
    }
    settings.put("coordinates", coordinates);
    settings.put("kinetics", job.kinetics().map(Kinetics::word).orElse("auto"));
    List<Object> steps = new ArrayList<>();
    for (JobDescription.StepText text : job.steps()) {
      Map<String, Object> entry = new LinkedHashMap<>();
      entry.put("step", text.type());
      entry.put("of", text.of());
      entry.put("name", text.name());
      text.values().forEach((k, v) -> entry.put(k, plain(v)));
      steps.add(entry);
    }
    settings.put("analysis", steps);
    settings.put("output", Map.of("formats", job.formats()));
    return settings;
  }

  private static Map<String, Object> source(JobDescription.Source source) {
    Map<String, Object> entry = new LinkedHashMap<>();
    if (source.model().isPresent()) {
      entry.put("model", source.model().get().type());
      entry.put("parameters", plain(source.model().get().parameters()));
      source.model().get().settings().forEach((k, v) -> entry.put(k, plain(v)));
    } else if (source.isSeries()) {
      entry.put("series", plain(source.series()));
    } else {
      entry.put("trajectory", plain(source.trajectory()));
    }
    source.structure().ifPresent(s -> entry.put("structure", s.written()));
    source
        .bonds()
        .ifPresent(
            b ->
                entry.put(
                    "bonds",
                    b.file()
                        .map(f -> Map.of("file", f.written()))
                        .orElse(Map.of("smiles", b.smiles()))));
    if (!source.masses().isEmpty()) {
      Map<String, Object> masses = new LinkedHashMap<>();
      source.masses().forEach(m -> masses.put(m.key(), m.mass()));
      entry.put("masses", masses);
    }
    entry.put(
        "temperature",
        source.temperature().reduced()
            ? Map.of("kT", source.temperature().kT())
            : source.temperature().kelvin());
    for (String key : List.of("begin", "end", "stride", "time-step", "time-column")) {
      if (source.values().containsKey(key)) {
        entry.put(key, source.values().get(key));
      }
    }
    if (source.units().equals("given")) {
      entry.put("units", source.quantityUnits());
    } else if (!source.units().isEmpty()) {
      entry.put("units", source.units());
    }
    source
        .weights()
        .ifPresent(
            w -> {
              Map<String, Object> weights = new LinkedHashMap<>();
              w.file().ifPresent(f -> weights.put("file", f.written()));
              weights.put("column", w.column());
              weights.put("as", w.as());
              if (!w.of().isEmpty()) {
                weights.put("of", plain(w.of()));
              }
              entry.put("weights", weights);
            });
    source.windows().ifPresent(w -> entry.put("windows", windows(w)));
    return entry;
  }

  private static Map<String, Object> windows(WindowsText text) {
    Map<String, Object> windows = new LinkedHashMap<>();
    windows.put("of", plain(text.of()));
    text.file().ifPresent(f -> windows.put("file", f.written()));
    if (text.file().isEmpty()) {
      windows.put("centre", rows(text.centres()));
      windows.put("force-constant", rows(text.constants()));
    }
    windows.put("forces-include-bias", text.inForces());
    return windows;
  }

  /** Numbers as a job writes them: one by one where one coordinate is restrained. */
  private static List<Object> rows(double[][] rows) {
    List<Object> list = new ArrayList<>();
    for (double[] row : rows) {
      List<Object> numbers = new ArrayList<>();
      for (double number : row) {
        numbers.add(number);
      }
      list.add(row.length == 1 ? numbers.get(0) : numbers);
    }
    return list;
  }

  private static Object plain(Object value) {
    if (value instanceof List<?> list) {
      return list.stream().map(Settings::plain).toList();
    }
    if (value instanceof Map<?, ?> map) {
      Map<String, Object> entries = new LinkedHashMap<>();
      map.forEach((k, v) -> entries.put((String) k, plain(v)));
      return entries;
    }
    if (value instanceof PointsText points) {
      return plain(points.entries());
    }
    if (value instanceof GroupText group) {
      return group(group);
    }
    if (value instanceof PointText point && point.expression().matches("[0-9]{1,9}")) {
      return Long.valueOf(point.expression());
    }
    return value instanceof Number || value instanceof Boolean ? value : value.toString();
  }

  private static Map<String, Object> group(GroupText group) {
    Map<String, Object> entries = new LinkedHashMap<>();
    if (group.smarts().isEmpty()) {
      entries.put("atoms", plain(group.atoms()));
    } else {
      entries.put("smarts", group.smarts());
      if (group.match() > 0) {
        entries.put("match", group.match());
      }
    }
    group
        .centre()
        .ifPresent(
            centre -> {
              entries.put("centre", centre);
              if (!group.weights().isEmpty()) {
                entries.put("weights", group.weights());
              }
              entries.put("whole", group.whole());
            });
    return entries;
  }
}
