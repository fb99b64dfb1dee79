package org.chikei.report;

import org.chikei.api.result.JobResult;
import org.chikei.api.result.JobResult.Input;

/**
 * What a reader needs to trust or repeat a job: notes, settings and input files.
 *
 * <p>The run itself (times, threads, host) stands in {@code results.json} alone, so that the same
 * job on the same input makes the same page.
 */
final class Appendix {
  private Appendix() {}

  /**
   * Appends it.
   *
   * @param out where to append
   * @param result the result
   */
  static void append(StringBuilder out, JobResult result) {
    out.append("<section class=\"appendix\">\n<h2>How this was made</h2>\n");
    notes(out, result);
    settings(out, result);
    inputs(out, result);
    out.append("</section>\n");
  }

  private static void notes(StringBuilder out, JobResult result) {
    if (result.notes().isEmpty()) {
      return;
    }
    out.append("<h3>Notes</h3>\n<ul class=\"notes\">\n");
    for (String note : result.notes()) {
      out.append("<li>");
      Typesetting.prose(out, note);
      out.append("</li>\n");
    }
    out.append("</ul>\n");
  }

  private static void settings(StringBuilder out, JobResult result) {
    StringBuilder text = new StringBuilder();
    SettingsText.append(text, result.settings());
    out.append("<details><summary>Settings, defaults included</summary>\n<pre>");
    Markup.text(out, text.toString());
    out.append("</pre></details>\n");
  }

  private static void inputs(StringBuilder out, JobResult result) {
    if (result.inputs().isEmpty()) {
      return;
    }
    out.append("<div class=\"table\"><table class=\"inputs\">\n<caption>Input files</caption>\n");
    out.append("<thead><tr><th scope=\"col\">file</th><th scope=\"col\">SHA-256</th></tr></thead>");
    out.append("\n<tbody>\n");
    for (Input input : result.inputs()) {
      row(out, input.path(), input.sha256());
    }
    out.append("</tbody></table></div>\n");
  }

  private static void row(StringBuilder out, String head, String cell) {
    out.append("<tr><th scope=\"row\">");
    Markup.text(out, head);
    out.append("</th><td><code>");
    Markup.text(out, cell);
    out.append("</code></td></tr>\n");
  }
}
