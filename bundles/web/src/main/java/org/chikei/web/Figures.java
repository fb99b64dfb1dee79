package org.chikei.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.chikei.api.result.Axis;
import org.chikei.api.result.Exhibit;
import org.chikei.api.result.StepResult;

/** The curves of a result, step by step, for a page that draws them. */
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
        step.exhibits().stream()
            .filter(Exhibit.Curves.class::isInstance)
            .map(Exhibit.Curves.class::cast)
            .map(Figures::plain)
            .toList());
    return plain;
  }

  private static Map<String, Object> plain(Exhibit.Curves figure) {
    Map<String, Object> plain = new LinkedHashMap<>();
    plain.put("title", figure.title());
    plain.put("x", label(figure.x()));
    plain.put("y", label(figure.y()));
    plain.put("curves", figure.curves());
    return plain;
  }

  private static String label(Axis axis) {
    return axis.unit().isEmpty() ? axis.label() : axis.label() + " (" + axis.unit() + ")";
  }
}
