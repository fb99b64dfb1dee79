package org.chikei.batch.job;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.chikei.api.analysis.AnalysisStep;
import org.chikei.api.parameter.ParameterDeclaration;
import org.chikei.api.parameter.ParameterType;
import org.chikei.batch.registry.Loan;
import org.chikei.batch.text.JobNode;
import org.chikei.batch.text.Problems;

/** Reads the steps of a job. */
final class StepReader {
  private final Loan loan;
  private final ParameterReader reader;
  private final Problems problems;
  private final CoordinateNames coordinates;

  StepReader(Loan loan, ParameterReader reader, Problems problems, CoordinateNames coordinates) {
    this.loan = loan;
    this.reader = reader;
    this.problems = problems;
    this.coordinates = coordinates;
  }

  List<JobDescription.StepText> read(JobNode.Entries top) {
    List<JobDescription.StepText> steps = new ArrayList<>();
    Map<String, JobDescription.StepText> files = new HashMap<>();
    for (JobReader.Located at : JobReader.mappings(top, "analysis", "steps", problems)) {
      JobDescription.StepText step = read(at);
      if (step == null) {
        continue;
      }
      steps.add(step);
      String file = step.name() + "." + step.type();
      JobDescription.StepText first = files.putIfAbsent(file.toLowerCase(Locale.ROOT), step);
      if (first != null) {
        problems.add(
            at.node().place(),
            at.path(),
            "would write "
                + file
                + ".csv like the step in line "
                + first.node().place().line()
                + "; give one of them a 'name'");
      }
    }
    return steps;
  }

  private JobDescription.StepText read(JobReader.Located at) {
    List<String> installed = loan.types(AnalysisStep.class);
    String what = installed.isEmpty() ? "a type" : "one of " + String.join(", ", installed);
    JobNode.Scalar type = JobReader.word(at, "step", what, problems);
    AnalysisStep step =
        type == null ? null : loan.borrow(AnalysisStep.class, type.text()).orElse(null);
    List<String> of =
        of(
            at,
            step == null ? 1 : step.minimumCoordinates(),
            step == null ? Integer.MAX_VALUE : step.maximumCoordinates());
    String name = name(at, of);
    if (type == null) {
      return null;
    }
    if (step == null) {
      JobReader.unknownType(
          type,
          at.path() + ".step",
          "step",
          installed,
          loan.fault(AnalysisStep.class, type.text()),
          problems);
      return null;
    }
    Map<String, Object> values =
        reader.group(
            step.declaration().parameters(), Set.of("step", "of", "name"), at.node(), at.path());
    List<String> observed = observed(step, values);
    return name == null || of.isEmpty()
        ? null
        : new JobDescription.StepText(
            type.text(), name, of, observed, values, at.node(), at.path());
  }

  /** The coordinates that the step's own parameters name. */
  private List<String> observed(AnalysisStep step, Map<String, Object> values) {
    List<String> observed = new ArrayList<>();
    for (ParameterDeclaration parameter : step.declaration().parameters()) {
      if (parameter.type() instanceof ParameterType.Coordinates
          && values.get(parameter.name()) instanceof List<?> names) {
        observed.addAll(known(names));
      }
    }
    return observed;
  }

  private List<String> of(JobReader.Located at, int minimum, int maximum) {
    ParameterType type = new ParameterType.Coordinates(minimum, maximum);
    JobNode node = at.node().find("of").map(JobNode.Entry::value).orElse(null);
    if (node == null) {
      problems.add(at.node().place(), at.path(), "'of' is missing: " + TypeWords.accepted(type));
      return List.of();
    }
    if (!(reader.read(type, node, at.path() + ".of") instanceof List<?> list)) {
      return List.of();
    }
    return known(list);
  }

  /** The names of coordinates that there are; what is wrong with the others is told. */
  private List<String> known(List<?> list) {
    List<String> names = new ArrayList<>();
    for (Object item : list) {
      NameText name = coordinates.canonical((NameText) item);
      if (!coordinates.contains(name.name())) {
        coordinates.unknown(name, problems);
      } else if (names.contains(name.name())) {
        problems.add(name.place(), name.path(), "'" + name.name() + "' stands here twice");
      }
      names.add(name.name());
    }
    return names;
  }

  private String name(JobReader.Located at, List<String> of) {
    if (at.node().find("name").isEmpty()) {
      return String.join("-", of);
    }
    JobNode.Scalar name = JobReader.word(at, "name", "a name", problems);
    if (name != null && !name.text().matches(JobKeys.NAME)) {
      problems.add(
          name.place(),
          at.path() + ".name",
          "'" + name.text() + "' is no name; use letters, digits and _, a letter first");
      return null;
    }
    return name == null ? null : name.text();
  }
}
