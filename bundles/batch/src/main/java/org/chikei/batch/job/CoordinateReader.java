package org.chikei.batch.job;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.chikei.api.coordinate.CollectiveVariableProvider;
import org.chikei.api.job.Problem;
import org.chikei.api.parameter.ParameterDeclaration;
import org.chikei.api.parameter.ParameterType;
import org.chikei.batch.registry.Loan;
import org.chikei.batch.text.JobNode;
import org.chikei.batch.text.Problems;

/** Reads the coordinates of a job and puts each after those that it is made of. */
final class CoordinateReader {
  private static final String SMARTS = "smarts";

  private final Loan loan;
  private final ParameterReader reader;
  private final Problems problems;
  private final CoordinateNames names = new CoordinateNames();
  private final ImportReader imports;

  CoordinateReader(Loan loan, ParameterReader reader, JobFolder folder, Problems problems) {
    this.loan = loan;
    this.reader = reader;
    this.problems = problems;
    this.imports = new ImportReader(loan, folder, problems, names);
  }

  /** The names of the coordinates that could be read so far as to have one. */
  CoordinateNames names() {
    return names;
  }

  /**
   * Reads the coordinates.
   *
   * @param top the job
   * @param given coordinates that the source brings; a job that has some need not list others
   */
  List<JobDescription.CoordinateText> read(JobNode.Entries top, List<JobNode.Entries> given)
      throws IOException {
    Map<String, JobDescription.CoordinateText> byName = new LinkedHashMap<>();
    Map<String, JobNode.Scalar> caseless = new TreeMap<>();
    List<JobReader.Located> all = new ArrayList<>();
    given.forEach(node -> all.add(new JobReader.Located("source.model", node)));
    if (given.isEmpty() || top.find("coordinates").isPresent()) {
      all.addAll(imports.read(top));
    }
    for (JobReader.Located at : all) {
      int before = problems.size();
      String name = name(at, caseless);
      JobDescription.CoordinateText text = read(at, name);
      if (imports.isImported(at.node()) && problems.size() > before) {
        Problem first = problems.takeBack(before).get(0);
        imports.refuse(at.path(), at.node().place(), first.message());
      } else if (name != null) {
        names.add(name, at.node().place());
        if (text != null) {
          byName.putIfAbsent(name, text);
        }
      }
    }
    byName.replaceAll((n, text) -> canonical(text));
    return new ComponentOrder(byName, names, problems).sorted();
  }

  /** Leaves out those of the coordinates that the source brings which nothing is made of. */
  List<JobDescription.CoordinateText> withoutUnused(
      List<JobDescription.CoordinateText> texts, List<JobNode.Entries> given, Set<String> used) {
    Set<String> needed = new TreeSet<>(used);
    texts.forEach(text -> text.components().forEach(c -> needed.add(c.name())));
    return texts.stream()
        .filter(t -> needed.contains(t.name()) || given.stream().noneMatch(g -> g == t.node()))
        .toList();
  }

  /** The same coordinate with the names of others as these have them. */
  @SuppressWarnings("unchecked") // a map of values stays one
  private JobDescription.CoordinateText canonical(JobDescription.CoordinateText text) {
    return new JobDescription.CoordinateText(
        text.name(),
        text.type(),
        (Map<String, Object>) names.canonical((Object) text.values()),
        text.components().stream().map(names::canonical).toList(),
        text.node(),
        text.path());
  }

  /** What was read of other programs' inputs; {@code used} are the coordinates that steps name. */
  Imports imports(List<JobDescription.CoordinateText> texts, Set<String> used) {
    Set<String> needed = new TreeSet<>(used);
    for (int k = texts.size() - 1; k >= 0; k--) {
      JobDescription.CoordinateText text = texts.get(k);
      if (needed.contains(text.name()) || !imports.isImported(text.node())) {
        text.components().forEach(c -> needed.add(c.name()));
      }
    }
    Set<String> unused = new TreeSet<>();
    for (JobDescription.CoordinateText text : texts) {
      if (imports.isImported(text.node()) && !needed.contains(text.name())) {
        unused.add(text.name());
      }
    }
    return imports.imports(unused);
  }

  private String name(JobReader.Located at, Map<String, JobNode.Scalar> caseless) {
    JobNode.Scalar name = JobReader.word(at, "name", "a name such as phi", problems);
    if (name == null) {
      return null;
    }
    if (!name.text().matches(JobKeys.NAME)) {
      problems.add(
          name.place(),
          at.path() + ".name",
          "'" + name.text() + "' is no name; use letters, digits and _, a letter first");
      return null;
    }
    JobNode.Scalar first = caseless.putIfAbsent(name.text().toLowerCase(Locale.ROOT), name);
    if (first != null) {
      problems.add(
          name.place(),
          at.path() + ".name",
          "'"
              + name.text()
              + "' is the name of the coordinate in line "
              + first.place().line()
              + (first.place().file().equals(name.place().file())
                  ? ""
                  : " of " + first.place().file())
              + " too; names differ by more than case");
    }
    return name.text();
  }

  private JobDescription.CoordinateText read(JobReader.Located at, String name) {
    List<String> installed = loan.types(CollectiveVariableProvider.class);
    String what = installed.isEmpty() ? "a type" : "one of " + String.join(", ", installed);
    JobNode.Scalar type = JobReader.word(at, "type", what, problems);
    if (type == null) {
      return null;
    }
    CollectiveVariableProvider provider =
        loan.borrow(CollectiveVariableProvider.class, type.text()).orElse(null);
    if (provider == null) {
      JobReader.unknownType(
          type,
          at.path() + ".type",
          "coordinate type",
          installed,
          loan.fault(CollectiveVariableProvider.class, type.text()),
          problems);
      return null;
    }
    List<ParameterDeclaration> parameters = provider.declaration().parameters();
    JobNode.Entries node =
        pointsOf(parameters).map(points -> withPattern(at, points)).orElse(at.node());
    Map<String, Object> values = reader.group(parameters, Set.of("name", "type"), node, at.path());
    List<NameText> components = new ArrayList<>();
    values.values().forEach(v -> collect(v, components));
    for (NameText component : components) {
      if (component.name().equals(name)) {
        problems.add(component.place(), component.path(), "'" + name + "' is made of itself");
      }
    }
    return new JobDescription.CoordinateText(
        name, type.text(), values, components, at.node(), at.path());
  }

  /** The points of a type for which a pattern may stand: those called atoms, or the only ones. */
  static Optional<String> pointsOf(List<ParameterDeclaration> parameters) {
    List<String> points =
        parameters.stream()
            .filter(p -> p.type() instanceof ParameterType.Points)
            .map(ParameterDeclaration::name)
            .toList();
    return points.contains("atoms")
        ? Optional.of("atoms")
        : points.size() == 1 ? Optional.of(points.get(0)) : Optional.empty();
  }

  /** A pattern beside the type is a short form of one in place of the points. */
  private JobNode.Entries withPattern(JobReader.Located at, String points) {
    JobNode.Entry smarts = at.node().find(SMARTS).orElse(null);
    if (smarts == null) {
      return at.node();
    }
    List<JobNode.Entry> pattern = new ArrayList<>();
    List<JobNode.Entry> entries = new ArrayList<>();
    for (JobNode.Entry entry : at.node().entries()) {
      String key = entry.key().text();
      if (key.equals(points)) {
        problems.add(
            smarts.key().place(),
            at.path() + "." + SMARTS,
            "stands in place of '" + points + "', which is there, too; leave one of them out");
      } else {
        (key.equals(SMARTS) || key.equals("match") ? pattern : entries).add(entry);
      }
    }
    JobNode.Scalar key = new JobNode.Scalar(smarts.key().place(), JobNode.Kind.TEXT, points);
    entries.add(new JobNode.Entry(key, new JobNode.Entries(smarts.value().place(), pattern)));
    return new JobNode.Entries(at.node().place(), entries);
  }

  /** Finds the names of coordinates within a value. */
  private static void collect(Object value, List<NameText> into) {
    if (value instanceof NameText name) {
      into.add(name);
    } else if (value instanceof List<?> list) {
      list.forEach(v -> collect(v, into));
    } else if (value instanceof Map<?, ?> map) {
      map.values().forEach(v -> collect(v, into));
    }
  }
}
