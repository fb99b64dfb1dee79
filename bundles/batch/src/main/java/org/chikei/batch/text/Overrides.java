package org.chikei.batch.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Replaces values of a job by their paths, as {@code --set} asks. */
public final class Overrides {
  private static final Pattern STEP = Pattern.compile("([^.\\[\\]]+)|\\[([0-9]{1,6})\\]");
  private static final Pattern PATH =
      Pattern.compile("[^.\\[\\]]+(\\.[^.\\[\\]]+|\\[[0-9]{1,6}\\])*");

  private Overrides() {}

  /**
   * Replaces values.
   *
   * @param top the job
   * @param overrides scalars by path, such as {@code coordinates[0].atoms[1]}; indices from 0
   * @param problems receives paths that lead nowhere
   * @return the job with the values replaced
   */
  public static JobNode.Entries apply(
      JobNode.Entries top, Map<String, String> overrides, Problems problems) {
    JobNode result = top;
    for (Map.Entry<String, String> override : overrides.entrySet()) {
      Place place = new Place("--set " + override.getKey(), 0, 0);
      if (!PATH.matcher(override.getKey()).matches()) {
        problems.add(place, "", "is no path; write for instance coordinates[0].atoms[1]=9");
        continue;
      }
      List<Object> steps = steps(override.getKey());
      result = replace(result, steps, 0, scalar(place, override.getValue()), problems);
    }
    return (JobNode.Entries) result;
  }

  private static List<Object> steps(String path) {
    List<Object> steps = new ArrayList<>();
    Matcher matcher = STEP.matcher(path);
    while (matcher.find()) {
      steps.add(matcher.group(1) != null ? matcher.group(1) : Integer.valueOf(matcher.group(2)));
    }
    return steps;
  }

  private static JobNode.Scalar scalar(Place place, String text) {
    String value = text.strip();
    boolean quoted =
        value.length() >= 2
            && (value.startsWith("'") && value.endsWith("'")
                || value.startsWith("\"") && value.endsWith("\""));
    return quoted
        ? new JobNode.Scalar(place, JobNode.Kind.TEXT, value.substring(1, value.length() - 1))
        : new JobNode.Scalar(place, ScalarKinds.ofPlain(value), value);
  }

  private static JobNode replace(
      JobNode node, List<Object> steps, int depth, JobNode.Scalar value, Problems problems) {
    if (depth == steps.size()) {
      return value;
    }
    if (steps.get(depth) instanceof Integer index) {
      if (!(node instanceof JobNode.Items list)) {
        problems.add(value.place(), "", "[" + index + "] asks for a list, but there is none");
        return node;
      }
      if (index >= list.items().size()) {
        problems.add(
            value.place(),
            "",
            "[" + index + "] lies beyond the list, which has " + list.items().size() + " values");
        return node;
      }
      List<JobNode> items = new ArrayList<>(list.items());
      items.set(index, replace(items.get(index), steps, depth + 1, value, problems));
      return new JobNode.Items(list.place(), items);
    }
    String key = (String) steps.get(depth);
    if (!(node instanceof JobNode.Entries mapping)) {
      problems.add(value.place(), "", "'" + key + "' asks for a mapping, but there is none");
      return node;
    }
    return replaceEntry(mapping, key, steps, depth, value, problems);
  }

  private static JobNode replaceEntry(
      JobNode.Entries mapping,
      String key,
      List<Object> steps,
      int depth,
      JobNode.Scalar value,
      Problems problems) {
    List<JobNode.Entry> entries = new ArrayList<>(mapping.entries());
    for (int k = 0; k < entries.size(); k++) {
      JobNode.Entry entry = entries.get(k);
      if (entry.key().text().equals(key)) {
        JobNode changed = replace(entry.value(), steps, depth + 1, value, problems);
        entries.set(k, new JobNode.Entry(entry.key(), changed));
        return new JobNode.Entries(mapping.place(), entries);
      }
    }
    JobNode empty = new JobNode.Entries(value.place(), List.of());
    JobNode added = replace(empty, steps, depth + 1, value, problems);
    entries.add(
        new JobNode.Entry(new JobNode.Scalar(value.place(), ScalarKinds.ofPlain(key), key), added));
    return new JobNode.Entries(mapping.place(), entries);
  }
}
