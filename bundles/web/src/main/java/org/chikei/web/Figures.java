package org.chikei.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.chikei.api.result.Axis;
import org.chikei.api.result.Exhibit;
import org.chikei.api.result.StepResult;

/** The curves and maps of a result, step by step, for a page that draws them. */
final class Figures {

  private Figures() {}

  /** As plain values. */
  static List<Map<String, Object>> of(List<StepResult> steps) {
    return steps.stream().map(Figures::plain).toList();
  }

  private static Map<String, Object> plain(StepResult step) {
    Map<String, Object> plain = new LinkedHashMap<>();
    plain.put("step", step.step());
    plain.put("name", step.name());
    plain.put("of", step.of());
    plain.put("headline", step.headline());
    plain.put("warnings", step.warnings());
    plain.put(
        "figures",
        step.exhibits().stream().map(Figures::figure).flatMap(Optional::stream).toList());
    return plain;
  }

  private static Optional<Map<String, Object>> figure(Exhibit exhibit) {
    if (exhibit instanceof Exhibit.Curves curves) {
      Map<String, Object> plain = axes("curves", curves.title(), curves.x(), curves.y());
      plain.put("curves", curves.curves());
      return Optional.of(plain);
    }
    if (exhibit instanceof Exhibit.Field field) {
      Map<String, Object> plain = axes("map", field.title(), field.x(), field.y());
      map(plain, field.xs(), field.ys(), field.values(), field.unit());
      return Optional.of(plain);
    }
    return Optional.empty();
  }

  private static Map<String, Object> axes(String kind, String title, Axis x, Axis y) {
    Map<String, Object> plain = new LinkedHashMap<>();
    plain.put("kind", kind);
    plain.put("title", title);
    plain.put("x", label(x));
    plain.put("y", label(y));
    return plain;
  }

  private static void map(
      Map<String, Object> plain, double[] xs, double[] ys, double[][] values, String unit) {
    plain.put("xs", xs);
    plain.put("ys", ys);
    plain.put("values", List.of(values));
    plain.put("unit", unit);
  }

  private static String label(Axis axis) {
    return axis.unit().isEmpty() ? axis.label() : axis.label() + " (" + axis.unit() + ")";
  }
}
