package org.chikei.batch.job;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.chikei.api.parameter.ParameterType;
import org.chikei.batch.text.JobNode;
import org.chikei.batch.text.Problems;

/**
 * Reads points and groups of atoms. Looking them up needs the structure, so that what is checked
 * here is their form, and their number where the form tells it.
 */
final class PointReader {
  private static final String FORMS = " is no atom; write a number from 1 or a name such as ALA.CA";

  private final ParameterReader reader;
  private final Problems problems;

  PointReader(ParameterReader reader, Problems problems) {
    this.reader = reader;
    this.problems = problems;
  }

  /** The points, or null and a problem. */
  PointsText points(ParameterType.Points type, JobNode node, String path) {
    boolean list = node instanceof JobNode.Items;
    List<JobNode> written = list ? ((JobNode.Items) node).items() : List.of(node);
    int least = least(written);
    int most = most(written);
    if (least > type.maximum() || most < type.minimum()) {
      problems.add(
          node.place(),
          path,
          TypeWords.count(written.size(), written.size(), "atom")
              + "; must be "
              + TypeWords.accepted(type));
      return null;
    }
    List<PointEntry> entries = new ArrayList<>();
    for (int k = 0; k < written.size(); k++) {
      PointEntry entry = entry(written.get(k), list ? path + "[" + k + "]" : path);
      if (entry != null) {
        entries.add(entry);
      }
    }
    return entries.size() < written.size()
        ? null
        : new PointsText(entries, type.minimum(), type.maximum(), path, node.place());
  }

  /** Every entry is one point at least. */
  private static int least(List<JobNode> written) {
    return written.size();
  }

  /** What is no text and no mapping names one atom, if any. */
  private static int most(List<JobNode> written) {
    boolean single =
        written.stream()
            .allMatch(
                n -> n instanceof JobNode.Scalar scalar && scalar.kind() != JobNode.Kind.TEXT);
    return single ? written.size() : written.isEmpty() ? 0 : Integer.MAX_VALUE;
  }

  private PointEntry entry(JobNode node, String path) {
    if (node instanceof JobNode.Selected selected) {
      return new SelectedText(selected.selection(), path, node.place());
    }
    return node instanceof JobNode.Entries entries ? group(entries, path) : text(node, path);
  }

  private PointText text(JobNode node, String path) {
    if (node instanceof JobNode.Scalar scalar
        && (scalar.kind() == JobNode.Kind.TEXT && !scalar.text().isBlank()
            || isAtomNumber(scalar))) {
      return new PointText(scalar.text(), path, node.place());
    }
    problems.add(node.place(), path, node.kindInWords() + FORMS);
    return null;
  }

  private static boolean isAtomNumber(JobNode.Scalar scalar) {
    return scalar.kind() == JobNode.Kind.WHOLE && ScalarReader.integer(scalar.text()).signum() > 0;
  }

  /** The groups of a job by their names. */
  Map<String, GroupText> groups(JobNode.Entries top) {
    Map<String, GroupText> groups = new LinkedHashMap<>();
    JobNode node = top.find("groups").map(JobNode.Entry::value).orElse(null);
    if (node == null) {
      return groups;
    }
    if (!(node instanceof JobNode.Entries entries)) {
      problems.add(
          node.place(), "groups", node.kindInWords() + "; must be a mapping from names to atoms");
      return groups;
    }
    for (JobNode.Entry entry : entries.entries()) {
      String name = entry.key().text();
      String path = "groups." + name;
      GroupText group = named(entry.value(), path);
      if (!name.matches(JobKeys.NAME)) {
        problems.add(
            entry.key().place(),
            path,
            "'" + name + "' is no name; use letters, digits and _, a letter first");
      } else if (group != null) {
        groups.put(name, group);
      }
    }
    return groups;
  }

  private GroupText named(JobNode node, String path) {
    if (node instanceof JobNode.Entries entries) {
      return group(entries, path);
    }
    List<PointText> atoms = atoms(node, path);
    return atoms == null
        ? null
        : new GroupText(atoms, "", 0, Optional.empty(), List.of(), "bonds", path, node.place());
  }

  private GroupText group(JobNode.Entries node, String path) {
    int before = problems.size();
    Map<String, Object> values = reader.group(JobKeys.GROUP, Set.of("atoms"), node, path);
    JobNode atoms = node.find("atoms").map(JobNode.Entry::value).orElse(null);
    List<PointText> texts =
        atoms == null ? List.of() : atoms(atoms, ParameterReader.join(path, "atoms"));
    String smarts = (String) values.getOrDefault("smarts", "");
    if (atoms == null == smarts.isEmpty() && problems.size() == before) {
      problems.add(
          node.place(),
          path,
          atoms == null
              ? "neither 'atoms' nor 'smarts' says which atoms are meant"
              : "'atoms' and 'smarts' both say which atoms are meant; leave one of them out");
    }
    needs(node, values, "match", "smarts", path);
    needs(node, values, "weights", "centre", path);
    if ("mass".equals(values.get("centre")) && values.containsKey("weights")) {
      problems.add(
          JobDescription.placeOf(node, "weights"),
          path + ".weights",
          "a centre of mass has the masses for weights; write 'centre: geometry' for others");
    }
    if (problems.size() > before) {
      return null;
    }
    return new GroupText(
        texts,
        smarts,
        values.get("match") instanceof Long match ? Math.toIntExact(match) : 0,
        Optional.ofNullable((String) values.get("centre")),
        weights(values.get("weights")),
        (String) values.get("whole"),
        path,
        node.place());
  }

  private void needs(
      JobNode.Entries node, Map<String, Object> values, String key, String other, String path) {
    if (values.containsKey(key) && !values.containsKey(other)) {
      problems.add(
          JobDescription.placeOf(node, key), path + "." + key, "goes with '" + other + "' alone");
    }
  }

  private static List<Double> weights(Object value) {
    return value instanceof List<?> list
        ? list.stream().map(Double.class::cast).toList()
        : List.of();
  }

  private List<PointText> atoms(JobNode node, String path) {
    boolean list = node instanceof JobNode.Items;
    List<JobNode> written = list ? ((JobNode.Items) node).items() : List.of(node);
    if (written.isEmpty()) {
      problems.add(node.place(), path, "an empty list; must be a list of atoms");
      return null;
    }
    List<PointText> texts = new ArrayList<>();
    for (int k = 0; k < written.size(); k++) {
      PointText text = text(written.get(k), list ? path + "[" + k + "]" : path);
      if (text != null) {
        texts.add(text);
      }
    }
    return texts.size() < written.size() ? null : texts;
  }
}
