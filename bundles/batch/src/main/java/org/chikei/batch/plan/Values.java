package org.chikei.batch.plan;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.chikei.api.coordinate.Point;
import org.chikei.api.parameter.Parameters;
import org.chikei.batch.job.FileText;
import org.chikei.batch.job.NameText;
import org.chikei.batch.job.PointsText;

/** Turns values as they are written into those that a provider receives. */
final class Values {
  private final Function<PointsText, List<Point>> points;

  /**
   * Makes a resolver.
   *
   * @param points finds points, or complains and gives null; null where there is no structure and
   *     none can be meant
   */
  Values(Function<PointsText, List<Point>> points) {
    this.points = points;
  }

  /** The values with points and files looked up; null, with a problem, where one cannot be. */
  Parameters resolve(Map<String, Object> written) {
    Map<String, Object> values = new LinkedHashMap<>();
    boolean complete = true;
    for (Map.Entry<String, Object> entry : written.entrySet()) {
      Object value = resolve(entry.getValue());
      complete &= value != null;
      values.put(entry.getKey(), value);
    }
    return complete ? new Parameters(values) : null;
  }

  private Object resolve(Object written) {
    if (written instanceof PointsText text) {
      return points.apply(text);
    }
    if (written instanceof NameText name) {
      return name.name();
    }
    if (written instanceof FileText file) {
      return file.file();
    }
    if (written instanceof List<?> list) {
      List<Object> values = list.stream().map(this::resolve).toList();
      return values.stream().anyMatch(Objects::isNull) ? null : values;
    }
    if (written instanceof Map<?, ?> map) {
      Map<String, Object> values = new LinkedHashMap<>();
      map.forEach((k, v) -> values.put((String) k, resolve(v)));
      return values.containsValue(null) ? null : values;
    }
    return written;
  }
}
