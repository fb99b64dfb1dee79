package org.chikei.batch.job;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.chikei.batch.text.JobNode;
import org.chikei.batch.text.Place;
import org.chikei.batch.text.Problems;

/** Reads the windows of a source: whether lists are as long as they must be. */
final class WindowsReader {
  private static final double[][] NONE = {};

  private final Problems problems;

  WindowsReader(Problems problems) {
    this.problems = problems;
  }

  /**
   * Reads.
   *
   * @param values the values of the source
   * @param source the source
   * @return the windows; empty where the source has none, or the problems say what is wrong
   */
  Optional<WindowsText> read(Map<String, Object> values, JobNode.Entries source) {
    if (!(values.get("windows") instanceof Map<?, ?> map) || !(map.get("of") instanceof List<?>)) {
      return Optional.empty();
    }
    Place place = JobDescription.placeOf(source, "windows");
    if (values.containsKey("weights")) {
      problems.add(
          place,
          "source.windows",
          "stands beside 'weights': windows find the weights of the frames by themselves; leave one"
              + " of the two out");
      return Optional.empty();
    }
    JobNode.Entries node = (JobNode.Entries) source.find("windows").orElseThrow().value();
    List<NameText> of = new ArrayList<>();
    for (Object name : (List<?>) map.get("of")) {
      of.add((NameText) name);
    }
    Optional<FileText> file = Optional.ofNullable((FileText) map.get("file"));
    boolean inForces = (Boolean) map.get("forces-include-bias");
    if (file.isPresent() == node.find("centre").isPresent()
        || file.isPresent() == node.find("force-constant").isPresent()) {
      problems.add(
          place,
          "source.windows",
          "must have either both 'centre' and 'force-constant', or 'file' with both");
      return Optional.empty();
    }
    if (file.isPresent()) {
      return Optional.of(new WindowsText(of, NONE, NONE, file, inForces, place));
    }
    if (!map.containsKey("centre") || !map.containsKey("force-constant")) {
      return Optional.empty(); // the problems say why
    }
    double[][] centres = rows(map.get("centre"), of.size(), node, "centre");
    double[][] constants =
        map.get("force-constant") instanceof Double one
            ? new double[][] {same(one, of.size())}
            : rows(map.get("force-constant"), of.size(), node, "force-constant");
    if (centres == null || constants == null) {
      return Optional.empty();
    }
    if (constants.length > 1 && constants.length != centres.length) {
      problems.add(
          JobDescription.placeOf(node, "force-constant"),
          "source.windows.force-constant",
          "has "
              + constants.length
              + " entries for "
              + centres.length
              + " centres; give one number for all windows, or one a window");
      return Optional.empty();
    }
    return Optional.of(new WindowsText(of, centres, constants, file, inForces, place));
  }

  private static double[] same(double value, int count) {
    double[] row = new double[count];
    Arrays.fill(row, value);
    return row;
  }

  /** One row a window, one number a coordinate; null and a problem where it is not so. */
  private double[][] rows(Object value, int coordinates, JobNode.Entries node, String key) {
    List<?> list = (List<?>) value;
    double[][] rows = new double[list.size()][];
    for (int k = 0; k < rows.length; k++) {
      List<?> row = list.get(k) instanceof List<?> several ? several : List.of(list.get(k));
      if (row.size() != coordinates) {
        problems.add(
            JobDescription.placeOf(node, key),
            "source.windows." + key + "[" + k + "]",
            "has "
                + row.size()
                + (row.size() == 1 ? " number" : " numbers")
                + ", but "
                + coordinates
                + (coordinates == 1 ? " coordinate is" : " coordinates are")
                + " restrained; give one number a coordinate");
        return null;
      }
      rows[k] = row.stream().mapToDouble(x -> (Double) x).toArray();
    }
    return rows;
  }
}
