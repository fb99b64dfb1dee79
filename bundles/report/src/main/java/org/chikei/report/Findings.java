package org.chikei.report;

import java.util.List;
import java.util.Map;
import org.chikei.api.result.Exhibit.Text;
import org.chikei.api.result.JobResult;
import org.chikei.api.result.StepResult;

/** What a reader should know before any figure: the findings in words, failures and warnings. */
final class Findings {
  private Findings() {}

  /**
   * Appends the findings of a job.
   *
   * @param out where to append
   * @param result the result
   */
  static void append(StringBuilder out, JobResult result) {
    out.append("<section class=\"findings\" aria-label=\"Findings\">\n");
    for (int i = 0; i < result.steps().size(); i++) {
      finding(out, result.steps().get(i), id(i));
    }
    for (Map.Entry<String, String> failure : result.failures().entrySet()) {
      out.append("<article class=\"finding failed\"><h2>");
      Markup.text(out, failure.getKey());
      out.append(" <span class=\"badge\">no result</span></h2>\n<p>");
      Typesetting.prose(out, failure.getValue());
      out.append("</p></article>\n");
    }
    if (result.steps().isEmpty() && result.failures().isEmpty()) {
      out.append("<p>This job has no step, so it found nothing.</p>\n");
    }
    out.append("</section>\n");
    warnings(out, result.warnings());
  }

  /**
   * The identifier of a step on the page.
   *
   * @param index the place of the step, from 0
   * @return the identifier
   */
  static String id(int index) {
    return "s".concat(Integer.toString(index + 1));
  }

  /**
   * Whether the exhibits of a step begin with its headline, so that it need not stand above them.
   *
   * @param step the step
   * @return true if so
   */
  static boolean isSaidAgain(StepResult step) {
    return !step.exhibits().isEmpty()
        && step.exhibits().get(0) instanceof Text text
        && text.text().startsWith(step.headline());
  }

  /**
   * Appends warnings in a box; nothing if there are none.
   *
   * @param out where to append
   * @param warnings sentences
   */
  static void warnings(StringBuilder out, List<String> warnings) {
    if (warnings.isEmpty()) {
      return;
    }
    out.append("<div class=\"warnings\" role=\"note\"><strong>");
    out.append(warnings.size() == 1 ? "Warning" : "Warnings").append("</strong><ul>\n");
    for (String warning : warnings) {
      out.append("<li>");
      Typesetting.prose(out, warning);
      out.append("</li>\n");
    }
    out.append("</ul></div>\n");
  }

  private static void finding(StringBuilder out, StepResult step, String id) {
    String verdict = step.fields().get("verdict") instanceof String word ? word : "";
    out.append("<article class=\"finding ").append(kindOf(verdict)).append("\"><h2><a href=\"#");
    out.append(id).append("\">");
    Markup.text(out, step.name());
    out.append("</a> <span class=\"kind\">");
    Markup.text(out, step.step());
    out.append("</span>");
    if (!verdict.isEmpty()) {
      out.append(" <span class=\"badge\">");
      Markup.text(out, verdict);
      out.append("</span>");
    }
    out.append("</h2>\n");
    ExhibitWriter.paragraphs(out, step.headline());
    int count = step.warnings().size();
    if (count > 0) {
      out.append("<p class=\"count\"><a href=\"#").append(id).append("\">").append(count);
      out.append(count == 1 ? " warning" : " warnings").append("</a></p>\n");
    }
    out.append("</article>\n");
  }

  private static String kindOf(String verdict) {
    return switch (verdict) {
      case "differ", "equal", "undecided" -> verdict;
      default -> "plain";
    };
  }
}
