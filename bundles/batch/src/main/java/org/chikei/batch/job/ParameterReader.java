package org.chikei.batch.job;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.chikei.api.parameter.ParameterDeclaration;
import org.chikei.api.parameter.ParameterType;
import org.chikei.batch.text.JobNode;
import org.chikei.batch.text.Problems;
import org.chikei.batch.text.Suggestion;

/**
 * Reads values by their declarations alone. What does not fit becomes a problem, and reading goes
 * on. Points, coordinates and files are kept as they are written ({@link PointsText}, {@link
 * NameText}, {@link FileText}), since looking them up needs more than the job's text.
 */
public final class ParameterReader {
  private final JobFolder folder;
  private final Problems problems;
  private final ScalarReader scalars;
  private final PointReader points;

  /**
   * Makes a reader.
   *
   * @param folder the folder of the job file
   * @param problems receives what is wrong
   */
  public ParameterReader(JobFolder folder, Problems problems) {
    this.folder = folder;
    this.problems = problems;
    this.scalars = new ScalarReader(problems);
    this.points = new PointReader(this, problems);
  }

  /**
   * Reads the keys of a mapping and fills in defaults.
   *
   * @param members the declared keys
   * @param also keys that are read elsewhere
   * @param node the mapping
   * @param path the key that holds it; empty at the top
   * @return the values by key, in declared order; those with problems are left out
   */
  public Map<String, Object> group(
      List<ParameterDeclaration> members, Set<String> also, JobNode.Entries node, String path) {
    Set<String> known = new TreeSet<>(also);
    members.forEach(m -> known.add(m.name()));
    for (JobNode.Entry entry : node.entries()) {
      String key = entry.key().text();
      if (!known.contains(key)) {
        problems.add(
            entry.key().place(),
            path,
            "unknown key '"
                + key
                + "'"
                + Suggestion.question(key, known)
                + " (accepted: "
                + String.join(", ", known)
                + ")");
      }
    }
    Map<String, Object> values = new LinkedHashMap<>();
    for (ParameterDeclaration member : members) {
      JobNode given = node.find(member.name()).map(JobNode.Entry::value).orElse(null);
      if (given != null) {
        Object value = read(member.type(), given, join(path, member.name()));
        if (value != null) {
          values.put(member.name(), value);
        }
      } else if (member.required()) {
        problems.add(
            node.place(),
            path,
            "'" + member.name() + "' is missing: " + TypeWords.accepted(member.type()));
      } else {
        member.defaultValue().ifPresent(d -> values.put(member.name(), d));
      }
    }
    return values;
  }

  /**
   * Reads a value.
   *
   * @param type what is accepted
   * @param node what is written
   * @param path the key that holds it
   * @return the value, or null if it does not fit
   */
  public Object read(ParameterType type, JobNode node, String path) {
    if (type instanceof ParameterType.OneOf oneOf) {
      return firstThatFits(oneOf, node, path);
    }
    if (type instanceof ParameterType.ListOf list) {
      return list(list, node, path);
    }
    if (type instanceof ParameterType.Points wanted) {
      return points.points(wanted, node, path);
    }
    if (type instanceof ParameterType.Coordinates coordinates) {
      return names(coordinates, node, path);
    }
    if (type instanceof ParameterType.Group group) {
      return node instanceof JobNode.Entries entries
          ? group(group.members(), Set.of(), entries, path)
          : refuse(type, node, path);
    }
    if (type instanceof ParameterType.MapOf map) {
      return map(map, node, path);
    }
    if (!(node instanceof JobNode.Scalar scalar) || scalar.kind() == JobNode.Kind.NOTHING) {
      return refuse(type, node, path);
    }
    if (type instanceof ParameterType.FileName) {
      return scalar.text().indexOf('\0') >= 0
          ? refuse(type, node, path)
          : new FileText(scalar.text(), folder, path, node.place());
    }
    return scalars.read(type, scalar, path);
  }

  private Object firstThatFits(ParameterType.OneOf type, JobNode node, String path) {
    ParameterType sameShape = null;
    for (ParameterType alternative : type.alternatives()) {
      Problems silent = new Problems();
      Object value = new ParameterReader(folder, silent).read(alternative, node, path);
      if (silent.isEmpty()) {
        return value;
      }
      if (sameShape == null && sameShape(alternative, node)) {
        sameShape = alternative;
      }
    }
    if (sameShape != null && !(node instanceof JobNode.Scalar)) {
      return read(sameShape, node, path);
    }
    return refuse(type, node, path);
  }

  private static boolean sameShape(ParameterType type, JobNode node) {
    boolean mapping = type instanceof ParameterType.Group || type instanceof ParameterType.MapOf;
    boolean list =
        type instanceof ParameterType.ListOf
            || type instanceof ParameterType.Points
            || type instanceof ParameterType.Coordinates;
    return mapping ? node instanceof JobNode.Entries : list && node instanceof JobNode.Items;
  }

  private List<Object> list(ParameterType.ListOf type, JobNode node, String path) {
    if (!(node instanceof JobNode.Items items)) {
      refuse(type, node, path);
      return null;
    }
    int size = items.items().size();
    if (size < type.minimum() || size > type.maximum()) {
      problems.add(node.place(), path, size + " values; must be " + TypeWords.accepted(type));
      return null;
    }
    List<Object> values = new ArrayList<>(size);
    for (int k = 0; k < size; k++) {
      values.add(read(type.element(), items.items().get(k), path + "[" + k + "]"));
    }
    return values.contains(null) ? null : values;
  }

  private List<Object> names(ParameterType.Coordinates type, JobNode node, String path) {
    List<JobNode> written = node instanceof JobNode.Items items ? items.items() : List.of(node);
    if (written.size() < type.minimum() || written.size() > type.maximum()) {
      problems.add(
          node.place(),
          path,
          (node instanceof JobNode.Entries
                  ? node.kindInWords()
                  : TypeWords.count(written.size(), written.size(), "coordinate"))
              + "; must be "
              + TypeWords.accepted(type));
      return null;
    }
    List<Object> values = new ArrayList<>();
    for (int k = 0; k < written.size(); k++) {
      String at = node instanceof JobNode.Items ? path + "[" + k + "]" : path;
      values.add(name(written.get(k), at));
    }
    return values.contains(null) ? null : values;
  }

  private NameText name(JobNode node, String path) {
    if (node instanceof JobNode.Scalar scalar
        && scalar.kind() == JobNode.Kind.TEXT
        && !scalar.text().isBlank()) {
      return new NameText(scalar.text(), path, node.place());
    }
    problems.add(node.place(), path, node.kindInWords() + " is no name of a coordinate");
    return null;
  }

  private Map<String, Object> map(ParameterType.MapOf type, JobNode node, String path) {
    if (!(node instanceof JobNode.Entries entries)) {
      refuse(type, node, path);
      return null;
    }
    Map<String, Object> values = new LinkedHashMap<>();
    for (JobNode.Entry entry : entries.entries()) {
      String key = entry.key().text();
      values.put(key, read(type.value(), entry.value(), join(path, key)));
    }
    return values.containsValue(null) ? null : values;
  }

  private Object refuse(ParameterType type, JobNode node, String path) {
    problems.add(node.place(), path, node.kindInWords() + "; must be " + TypeWords.accepted(type));
    return null;
  }

  static String join(String path, String key) {
    return path.isEmpty() ? key : path + "." + key;
  }
}
