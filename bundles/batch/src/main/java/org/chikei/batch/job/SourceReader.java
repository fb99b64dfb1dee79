package org.chikei.batch.job;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.chikei.api.Units;
import org.chikei.api.model.Simulator;
import org.chikei.api.parameter.ParameterType;
import org.chikei.batch.registry.Loan;
import org.chikei.batch.text.JobNode;
import org.chikei.batch.text.Place;
import org.chikei.batch.text.Problems;

/** Reads the source of a job. */
final class SourceReader {
  private static final Set<String> FRAMES =
      Set.of("begin", "end", "stride", "time-step", "time-column");

  private final Loan loan;
  private final ParameterReader reader;
  private final Problems problems;

  SourceReader(Loan loan, ParameterReader reader, Problems problems) {
    this.loan = loan;
    this.reader = reader;
    this.problems = problems;
  }

  /** Whether the source is meant to be a model. */
  static boolean isModel(JobNode.Entries top) {
    return top.find("source")
        .map(JobNode.Entry::value)
        .filter(JobNode.Entries.class::isInstance)
        .flatMap(source -> ((JobNode.Entries) source).find("model"))
        .isPresent();
  }

  /** The source, or null where it cannot be used; the problems say why. */
  JobDescription.Source read(JobNode.Entries top) {
    JobNode node = top.find("source").map(JobNode.Entry::value).orElse(null);
    if (node == null) {
      problems.add(
          top.place(),
          "",
          "'source' is missing: a mapping with trajectory, series or model, and temperature");
      return null;
    }
    if (!(node instanceof JobNode.Entries entries)) {
      problems.add(
          node.place(),
          "source",
          node.kindInWords()
              + "; must be a mapping with trajectory, series or model, and temperature");
      return null;
    }
    if (!oneKind(entries)) {
      return null;
    }
    if (entries.find("model").isPresent()) {
      return model(entries);
    }
    boolean series = entries.find("series").isPresent();
    int before = problems.size();
    Map<String, Object> values =
        series
            ? reader.group(JobKeys.SERIES, Set.of(), entries, "source")
            : reader.group(JobKeys.SOURCE, Set.of("masses"), entries, "source");
    List<JobDescription.MassText> masses = series ? List.of() : masses(entries);
    order(values, entries);
    Optional<JobDescription.BondsText> bonds = bonds(values.get("bonds"), entries);
    Optional<WindowsText> windows = new WindowsReader(problems).read(values, entries);
    if (problems.size() > before) {
      return null;
    }
    return new JobDescription.Source(
        node.place(),
        files(values.get("trajectory")),
        files(values.get("series")),
        Optional.empty(),
        Optional.ofNullable((FileText) values.get("structure")),
        bonds,
        masses,
        temperature(values.get("temperature")),
        frames(values),
        values.get("units") instanceof String units
            ? units
            : values.get("units") instanceof Map ? "given" : "",
        quantityUnits(values.get("units")),
        weights(values.get("weights"), entries),
        windows);
  }

  private JobDescription.Source model(JobNode.Entries entries) {
    ModelReader models = new ModelReader(loan, reader, problems);
    Simulator simulator = ModelReader.simulator(loan);
    int before = problems.size();
    Map<String, Object> values = models.values(entries, simulator);
    if (values == null) {
      return null;
    }
    order(values, entries);
    Optional<WindowsText> windows = new WindowsReader(problems).read(values, entries);
    if (problems.size() > before) {
      return null;
    }
    JobDescription.Temperature temperature = temperature(values.get("temperature"));
    ModelText text = models.read(entries, values, simulator, temperature.kT(), windows);
    return text == null
        ? null
        : new JobDescription.Source(
            entries.place(),
            List.of(),
            List.of(),
            Optional.of(text),
            Optional.empty(),
            Optional.empty(),
            List.of(),
            temperature,
            frames(values),
            "",
            Map.of(),
            Optional.empty(),
            windows);
  }

  private static Map<String, Object> frames(Map<String, Object> values) {
    Map<String, Object> frames = new LinkedHashMap<>(values);
    frames.keySet().retainAll(FRAMES);
    return frames;
  }

  private Optional<JobDescription.BondsText> bonds(Object value, JobNode.Entries source) {
    if (!(value instanceof Map<?, ?> map)) {
      return Optional.empty();
    }
    String smiles = map.get("smiles") instanceof String text ? text : "";
    Optional<FileText> file = Optional.ofNullable((FileText) map.get("file"));
    Place place = JobDescription.placeOf(source, "bonds");
    if (smiles.isBlank() == file.isEmpty()) {
      problems.add(
          place, "source.bonds", "must say where bond orders come from: either smiles or file");
    }
    return Optional.of(new JobDescription.BondsText(smiles, file, place));
  }

  /** Whether the source is of one kind that can be read. */
  private boolean oneKind(JobNode.Entries entries) {
    List<JobNode.Scalar> kinds =
        Stream.of("trajectory", "series", "model")
            .flatMap(kind -> entries.find(kind).stream())
            .map(JobNode.Entry::key)
            .toList();
    if (kinds.size() > 1) {
      problems.add(
          kinds.get(1).place(),
          "source",
          "has both '"
              + kinds.get(0).text()
              + "' and '"
              + kinds.get(1).text()
              + "'; a job reads one kind of source");
    }
    return kinds.size() <= 1;
  }

  private void order(Map<String, Object> values, JobNode.Entries entries) {
    if (values.get("begin") instanceof Double begin
        && values.get("end") instanceof Double end
        && end < begin) {
      problems.add(
          JobDescription.placeOf(entries, "end"),
          "source.end",
          "'" + TypeWords.plain(end) + "' lies before 'begin', " + TypeWords.plain(begin));
    }
  }

  private List<JobDescription.MassText> masses(JobNode.Entries source) {
    JobNode node = source.find("masses").map(JobNode.Entry::value).orElse(null);
    List<JobDescription.MassText> masses = new ArrayList<>();
    if (node == null || reader.read(JobKeys.MASSES, node, "source.masses") == null) {
      return masses;
    }
    for (JobNode.Entry entry : ((JobNode.Entries) node).entries()) {
      JobNode.Scalar key = entry.key();
      Object mass =
          reader.read(ParameterType.Real.POSITIVE, entry.value(), "source.masses." + key.text());
      masses.add(
          new JobDescription.MassText(
              key.text(), key.kind() == JobNode.Kind.WHOLE, (Double) mass, key.place()));
    }
    return masses;
  }

  private static List<FileText> files(Object value) {
    return value instanceof List<?> list
        ? list.stream().map(FileText.class::cast).toList()
        : value == null ? List.of() : List.of((FileText) value);
  }

  private static JobDescription.Temperature temperature(Object value) {
    return value instanceof Double kelvin
        ? new JobDescription.Temperature(kelvin, Units.BOLTZMANN * kelvin)
        : new JobDescription.Temperature(Double.NaN, (Double) ((Map<?, ?>) value).get("kT"));
  }

  private static Map<String, String> quantityUnits(Object value) {
    Map<String, String> units = new LinkedHashMap<>();
    if (value instanceof Map<?, ?> map) {
      map.forEach((k, v) -> units.put((String) k, (String) v));
    }
    return units;
  }

  private static Optional<JobDescription.WeightsText> weights(
      Object value, JobNode.Entries source) {
    return value instanceof Map<?, ?> map
        ? Optional.of(
            new JobDescription.WeightsText(
                Optional.ofNullable((FileText) map.get("file")),
                String.valueOf(map.get("column")),
                (String) map.get("as"),
                map.get("of") instanceof List<?> of
                    ? of.stream().map(NameText.class::cast).toList()
                    : List.of(),
                JobDescription.placeOf(source, "weights")))
        : Optional.empty();
  }
}
