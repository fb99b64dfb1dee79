package org.chikei.batch.job;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.chikei.api.analysis.Kinetics;
import org.chikei.api.job.JobException;
import org.chikei.api.job.JobRequest;
import org.chikei.api.result.ResultWriter;
import org.chikei.batch.registry.Loan;
import org.chikei.batch.text.JobNode;
import org.chikei.batch.text.JobText;
import org.chikei.batch.text.Overrides;
import org.chikei.batch.text.Place;
import org.chikei.batch.text.Problems;
import org.chikei.batch.text.Suggestion;

/** Reads a job: its text, the overrides, and every key by its declaration. */
public final class JobReader {
  private static final Set<String> SECTIONS =
      Set.of(
          "version", "title", "source", "groups", "coordinates", "kinetics", "analysis", "output");

  private final Loan loan;

  /**
   * Makes a reader.
   *
   * @param loan what is installed
   */
  public JobReader(Loan loan) {
    this.loan = loan;
  }

  /**
   * Reads a job.
   *
   * @param request the job
   * @return the job as it is written
   * @throws JobException with everything that is wrong with it
   * @throws IOException if an input of another program that it names cannot be read
   */
  public JobDescription read(JobRequest request) throws JobException, IOException {
    Problems problems = new Problems();
    JobNode.Entries top = JobText.read(request.file(), problems);
    top = Overrides.apply(top, request.overrides(), problems);
    JobFolder folder =
        new JobFolder(request.file().toAbsolutePath().getParent(), request.confinedTo());
    ParameterReader reader = new ParameterReader(folder, problems);
    Map<String, Object> values = reader.group(JobKeys.TOP, SECTIONS, top, "");
    SourceReader sources = new SourceReader(loan, reader, problems);
    JobDescription.Source source = sources.read(top);
    if (source == null && SourceReader.isModel(top)) {
      // which coordinates there are depends on the model
      problems.refuse();
    }
    Map<String, GroupText> groups = new PointReader(reader, problems).groups(top);
    CoordinateReader coordinates = new CoordinateReader(loan, reader, folder, problems);
    List<JobNode.Entries> given =
        Optional.ofNullable(source)
            .flatMap(JobDescription.Source::model)
            .map(ModelReader::coordinates)
            .orElse(List.of());
    List<JobDescription.CoordinateText> coordinateTexts = coordinates.read(top, given);
    StepReader steps = new StepReader(loan, reader, problems, coordinates.names());
    List<JobDescription.StepText> stepTexts = steps.read(top);
    List<NameText> biased = source == null ? List.of() : source.biased();
    for (NameText name : biased) {
      if (source.model().isEmpty() && !coordinates.names().contains(name.name())) {
        coordinates.names().unknown(name, problems);
      }
    }
    Map<String, Object> output = output(reader, problems, top);
    problems.refuse();
    Set<String> used = new TreeSet<>();
    stepTexts.forEach(s -> used.addAll(s.of()));
    stepTexts.forEach(s -> used.addAll(s.observed()));
    biased.forEach(name -> used.add(name.name()));
    coordinateTexts = coordinates.withoutUnused(coordinateTexts, given, used);
    return new JobDescription(
        request.file(),
        (String) values.get("title"),
        source,
        groups,
        coordinateTexts,
        coordinates.imports(coordinateTexts, used),
        kinetics((String) values.get("kinetics")),
        stepTexts,
        directory(request, output, folder),
        formats(output));
  }

  private static Optional<Kinetics> kinetics(String word) {
    for (Kinetics kinetics : Kinetics.values()) {
      if (kinetics.word().equals(word)) {
        return Optional.of(kinetics);
      }
    }
    return Optional.empty();
  }

  private Map<String, Object> output(
      ParameterReader reader, Problems problems, JobNode.Entries top) {
    JobNode node = top.find("output").map(JobNode.Entry::value).orElse(null);
    if (node == null) {
      return Map.of();
    }
    if (!(node instanceof JobNode.Entries entries)) {
      problems.add(
          node.place(),
          "output",
          node.kindInWords() + "; must be a mapping with directory and formats");
      return Map.of();
    }
    return reader.group(
        JobKeys.output(loan.types(ResultWriter.class)), Set.of(), entries, "output");
  }

  private static FileText directory(
      JobRequest request, Map<String, Object> output, JobFolder folder) {
    if (request.output().isPresent()) {
      Path given = request.output().get();
      return new FileText(
          given.toString(),
          JobFolder.of(
              given.toAbsolutePath().getParent() == null
                  ? given.toAbsolutePath()
                  : Path.of("").toAbsolutePath()),
          "",
          new Place("--output", 0, 0));
    }
    return output.get("directory") instanceof FileText written
        ? written
        : new FileText(
            "results", folder, "output.directory", new Place(request.file().toString(), 0, 0));
  }

  private List<String> formats(Map<String, Object> output) {
    Set<String> formats = new TreeSet<>();
    if (output.get("formats") instanceof List<?> list) {
      list.forEach(f -> formats.add((String) f));
    } else {
      formats.addAll(loan.types(ResultWriter.class));
    }
    return List.copyOf(formats);
  }

  /**
   * The list under a key, or a problem.
   *
   * @param top the job
   * @param key {@code coordinates} or {@code analysis}
   * @param what what its entries are
   * @param problems receives what is wrong
   * @return the mappings in the list, by their path
   */
  static List<Located> mappings(JobNode.Entries top, String key, String what, Problems problems) {
    JobNode node = top.find(key).map(JobNode.Entry::value).orElse(null);
    if (node == null) {
      problems.add(top.place(), "", "'" + key + "' is missing: a list of " + what);
      return List.of();
    }
    if (!(node instanceof JobNode.Items items) || items.items().isEmpty()) {
      problems.add(
          node.place(),
          key,
          (node instanceof JobNode.Items ? "an empty list" : node.kindInWords())
              + "; must be a list of "
              + what);
      return List.of();
    }
    List<Located> found = new ArrayList<>();
    for (int k = 0; k < items.items().size(); k++) {
      String path = key + "[" + k + "]";
      if (items.items().get(k) instanceof JobNode.Entries entries) {
        found.add(new Located(path, entries));
      } else {
        JobNode item = items.items().get(k);
        problems.add(item.place(), path, item.kindInWords() + "; must be a mapping");
      }
    }
    return found;
  }

  /** The text of a key that must be there, or null and a problem. */
  static JobNode.Scalar word(Located at, String key, String what, Problems problems) {
    JobNode node = at.node().find(key).map(JobNode.Entry::value).orElse(null);
    if (node == null) {
      problems.add(at.node().place(), at.path(), "'" + key + "' is missing: " + what);
      return null;
    }
    if (node instanceof JobNode.Scalar scalar && scalar.kind() != JobNode.Kind.NOTHING) {
      return scalar;
    }
    problems.add(node.place(), at.path() + "." + key, node.kindInWords() + "; must be " + what);
    return null;
  }

  /** Complains of a type that is not installed, or of no use. */
  static void unknownType(
      JobNode.Scalar type,
      String path,
      String kind,
      List<String> installed,
      Optional<String> fault,
      Problems problems) {
    if (fault.isPresent()) {
      problems.add(type.place(), path, fault.get());
      return;
    }
    problems.add(
        type.place(),
        path,
        "'"
            + type.text()
            + "' is no "
            + kind
            + (installed.isEmpty() ? " that is installed" : "")
            + LaterTypes.hint(type.text())
            + Suggestion.question(type.text(), installed)
            + " (accepted: "
            + (installed.isEmpty() ? "none is installed" : String.join(", ", installed))
            + ")");
  }

  /**
   * A mapping and the key that holds it.
   *
   * @param path the key
   * @param node the mapping
   */
  record Located(String path, JobNode.Entries node) {}
}
