package org.chikei.report;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.chikei.api.ServiceProperties;
import org.chikei.api.result.JobResult;
import org.chikei.api.result.ResultWriter;
import org.chikei.api.result.StepResult;
import org.chikei.api.result.Table;
import org.chikei.api.structure.MoleculeDrawing;
import org.chikei.api.structure.Structure;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/**
 * The report: one page, {@code report.html}, that holds all it needs and opens without a network.
 * Its content security policy forbids it to load anything and to run any script but its own.
 */
@Component(
    property = {
      ServiceProperties.TYPE + "=html",
      ServiceProperties.SUMMARY + "=a report to read and print, one page with its figures"
    })
public final class HtmlWriter implements ResultWriter {
  private static final String NAME = "report.html";

  /** The digest of report.js, by which the page's policy knows its one script. */
  static final String SCRIPT_DIGEST = "sha256-S1w5Oom3aDNcVM6M6hB8RPGvrTjzHsLnhUZbwFbdz6g=";

  private volatile MoleculeDrawing drawing;

  /** Makes a writer that leaves molecules out until something that draws them is there. */
  @Activate
  public HtmlWriter() {}

  /**
   * Takes what draws molecules.
   *
   * @param service the service
   */
  @Reference(
      cardinality = ReferenceCardinality.OPTIONAL,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  void setDrawing(MoleculeDrawing service) {
    drawing = service;
  }

  /**
   * Gives it back, unless another one has come already.
   *
   * @param service the service
   */
  void unsetDrawing(MoleculeDrawing service) {
    if (drawing == service) {
      drawing = null;
    }
  }

  @Override
  public List<String> write(JobResult result, Path folder) throws IOException {
    StringBuilder out = new StringBuilder(1 << 16);
    Structure structure = result.structure().orElse(null);
    head(out, result);
    titleBlock(out, result, structure);
    Findings.append(out, result);
    Symbols.append(out, result.steps());
    for (int i = 0; i < result.steps().size(); i++) {
      step(out, result, i, structure);
    }
    Appendix.append(out, result);
    out.append("</main>\n<script>").append(resource("report.js")).append("</script>\n");
    out.append("</body>\n</html>\n");
    ResultFile.write(folder, NAME, out);
    return List.of(NAME);
  }

  private static void head(StringBuilder out, JobResult result) throws IOException {
    out.append(
        "<!DOCTYPE html>\n<html lang=\"en\" xmlns=\"http://www.w3.org/1999/xhtml\">\n<head>\n");
    out.append("<meta charset=\"utf-8\"/>\n");
    out.append(
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src &#39;none&#39;; ");
    out.append("style-src &#39;unsafe-inline&#39;; img-src data:; script-src &#39;");
    out.append(SCRIPT_DIGEST).append("&#39;\"/>\n");
    out.append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n");
    out.append("<meta name=\"color-scheme\" content=\"light dark\"/>\n<title>");
    Markup.text(out, title(result));
    out.append(" – Chikei</title>\n<style>\n").append(resource("report.css"));
    out.append("</style>\n</head>\n");
  }

  private static void titleBlock(StringBuilder out, JobResult result, Structure structure) {
    out.append("<body>\n<main>\n<header>\n<p class=\"kicker\">Chikei report</p>\n<h1>");
    Markup.text(out, title(result));
    out.append("</h1>\n");
    if (structure != null) {
      out.append("<p class=\"facts\">");
      Markup.text(out, structure.source());
      out.append(", ").append(structure.size()).append(structure.size() == 1 ? " atom" : " atoms");
      out.append("</p>\n");
    }
    out.append("</header>\n");
  }

  private void step(StringBuilder out, JobResult result, int index, Structure structure) {
    StepResult step = result.steps().get(index);
    String id = Findings.id(index);
    out.append("<section class=\"step\" id=\"").append(id).append("\">\n<h2>");
    Markup.text(out, step.name());
    out.append(" <span class=\"kind\">");
    Markup.text(out, step.step());
    out.append("</span></h2>\n");
    if (!Findings.isSaidAgain(step)) {
      out.append("<div class=\"lead\">");
      ExhibitWriter.paragraphs(out, step.headline());
      out.append("</div>\n");
    }
    Findings.warnings(out, step.warnings());
    new ExhibitWriter(out, id, step, structure, drawing).append(step.exhibits());
    files(out, result, step);
    out.append("</section>\n");
  }

  private static void files(StringBuilder out, JobResult result, StepResult step) {
    if (step.tables().isEmpty() || !writesTables(result)) {
      return;
    }
    out.append("<p class=\"files\">The numbers, as CSV: ");
    String separator = "";
    for (Table table : step.tables()) {
      out.append(separator).append("<code>");
      Markup.text(out, CsvWriter.fileName(step, table));
      out.append("</code>");
      separator = ", ";
    }
    out.append(".</p>\n");
  }

  private static boolean writesTables(JobResult result) {
    return result.settings().get("output") instanceof Map<?, ?> output
        && output.get("formats") instanceof List<?> formats
        && formats.contains("csv");
  }

  private static String resource(String name) throws IOException {
    try (InputStream in = HtmlWriter.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static String title(JobResult result) {
    return result.title().isBlank() ? "Untitled job" : result.title();
  }
}
