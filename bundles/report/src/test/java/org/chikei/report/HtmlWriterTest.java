package org.chikei.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.chikei.api.result.Axis;
import org.chikei.api.result.Exhibit;
import org.chikei.api.result.JobResult;
import org.chikei.api.result.MapLayer;
import org.chikei.api.result.StepResult;
import org.chikei.api.structure.MoleculeDrawing;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class HtmlWriterTest {
  private static final String BAD = "<img src='http://x' onerror=\"alert(1)\">&</script>]]>\0";

  @TempDir Path folder;

  private final HtmlWriter writer = new HtmlWriter();

  @Test
  void theReportIsWellFormedWithIdentifiersThatAreUniqueAndLinksThatLead() throws Exception {
    Document page = parse(write(SampleJob.butane()));
    Set<String> ids = new HashSet<>();
    NodeList all = page.getElementsByTagName("*");
    for (int i = 0; i < all.getLength(); i++) {
      String id = ((Element) all.item(i)).getAttribute("id");
      assertTrue(id.isEmpty() || ids.add(id), id);
    }
    for (int i = 0; i < all.getLength(); i++) {
      Element element = (Element) all.item(i);
      if (element.hasAttribute("href")) {
        assertTrue(ids.contains(element.getAttribute("href").substring(1)));
      }
      for (String id : element.getAttribute("aria-labelledby").split(" ")) {
        assertTrue(id.isEmpty() || ids.contains(id), id);
      }
    }
    NodeList figures = page.getElementsByTagName("figure");
    assertEquals(14, figures.getLength());
  }

  @Test
  void everyFigureSaysWhatItShowsAndEveryTableHasHeaders() throws Exception {
    Document page = parse(write(SampleJob.butane()));
    NodeList drawings = page.getElementsByTagName("svg");
    int described = 0;
    for (int i = 0; i < drawings.getLength(); i++) {
      Element drawing = (Element) drawings.item(i);
      if (drawing.getAttribute("class").startsWith("plot")) {
        assertFalse(first(drawing, "title").getTextContent().isBlank());
        assertFalse(first(drawing, "desc").getTextContent().isBlank());
        described++;
      }
    }
    assertEquals(14, described);
    NodeList tables = page.getElementsByTagName("table");
    for (int i = 0; i < tables.getLength(); i++) {
      assertNotNull(first((Element) tables.item(i), "caption"));
      assertTrue(first((Element) tables.item(i), "th").hasAttribute("scope"));
    }
  }

  @Test
  void theReportAsksTheNetworkForNothing() throws Exception {
    String html = write(SampleJob.butane());
    Matcher references =
        Pattern.compile("(?i)(src|href|action|data|poster|srcset)=\"([^\"]*)\"").matcher(html);
    while (references.find()) {
      assertTrue(references.group(2).startsWith("#"), references.group());
    }
    Matcher urls = Pattern.compile("url\\(([^)]*)\\)").matcher(html);
    while (urls.find()) {
      assertTrue(urls.group(1).startsWith("#"), urls.group());
    }
    assertFalse(html.contains("<link"));
    assertFalse(html.contains("@import"));
    String withoutNamespaces = html.replaceAll("xmlns=\"[^\"]*\"", "");
    assertFalse(withoutNamespaces.contains("://"));
  }

  @Test
  void thePolicyOfThePageKnowsItsOneScript() throws Exception {
    String html = write(SampleJob.butane());
    String script = html.substring(html.indexOf("<script>") + 8, html.indexOf("</script>"));
    byte[] digest =
        MessageDigest.getInstance("SHA-256").digest(script.getBytes(StandardCharsets.UTF_8));
    assertEquals("sha256-" + Base64.getEncoder().encodeToString(digest), HtmlWriter.SCRIPT_DIGEST);
    assertTrue(html.contains("script-src &#39;" + HtmlWriter.SCRIPT_DIGEST + "&#39;"));
    assertEquals(html.indexOf("<script"), html.lastIndexOf("<script"));
  }

  @Test
  void whatComesFromFilesAndJobsCannotBecomeMarkup() throws Exception {
    Axis axis = Axis.of(BAD, BAD);
    double[] two = {0, 1};
    Map<String, Object> settings = new LinkedHashMap<>();
    settings.put(BAD, List.of(BAD, Map.of(BAD, BAD)));
    StepResult step =
        new StepResult(
            BAD,
            BAD,
            List.of(BAD),
            BAD,
            Map.of("verdict", BAD, "reference_mass", Map.of("value", 1, "unit", BAD)),
            List.of(),
            List.of(
                new Exhibit.Text(BAD),
                new Exhibit.Grid(BAD, List.of(BAD, BAD), List.of(List.of(BAD, BAD))),
                new Exhibit.Curves(
                    BAD,
                    BAD,
                    axis,
                    axis.alsoIn(BAD, 2),
                    List.of(new Exhibit.Curve("Vm" + BAD, two, two, two, false))),
                new Exhibit.Stack(BAD, BAD, axis, axis, two, Map.of(BAD, two)),
                new Exhibit.Field(BAD, BAD, axis, axis, two, two, new double[][] {two, two}, BAD),
                new Exhibit.Field(BAD, BAD, axis, axis, two, two, new double[][] {two, two}, BAD)
                    .with(
                        List.of(
                            new MapLayer.Arrows(
                                new double[][] {two, two},
                                new double[][] {two, two},
                                new double[][] {two, two}),
                            new MapLayer.Place(BAD, 1, 1, MapLayer.PlaceKind.SADDLE))),
                new Exhibit.Molecule(BAD, BAD, Map.of(), Map.of(0, BAD))),
            List.of(BAD));
    JobResult result =
        new JobResult(
            BAD,
            List.of(step),
            Map.of(BAD, BAD),
            settings,
            List.of(BAD),
            List.of(BAD),
            List.of(new JobResult.Input(BAD, BAD)),
            Map.of(BAD, BAD),
            Optional.of(SampleJob.structure()));
    writer.setDrawing(
        (structure, marks, labels) -> {
          throw new IllegalStateException(BAD);
        });

    String html = write(result);

    parse(html);
    assertFalse(html.contains("<img"));
    assertFalse(html.contains("onerror=\""));
    assertEquals(html.indexOf("</script>"), html.lastIndexOf("</script>"));
  }

  @Test
  void theReferenceMassStandsBesideEveryPotentialOfMeanForce() throws Exception {
    String html = write(SampleJob.butane()).replaceAll("</?sub>", "").replace('\u00a0', ' ');
    assertTrue(html.contains(">Vm (low variance; m* = 0.06273 amu nm²)</span>"));
    assertTrue(html.contains(">Vm (integrated; m* = 0.06273 amu nm²)</span>"));
    assertTrue(html.contains(">Vm (m* = 7.257 amu)</span>"));
  }

  @Test
  void findingsAndFailuresComeFirstThenWarningsThenTheSteps() throws Exception {
    String html = write(SampleJob.butane()).replaceAll("</?sub>", "");
    String[] order = {
      "<h1>Butane, united atoms, in vacuum</h1>",
      ">differ</span>",
      "G and Vm differ along phi",
      ">equal</span>",
      ">no result</span>",
      "The run crosses between its basins",
      "Which curve is which",
      "<section class=\"step\" id=\"s1\">",
      "Vm does not close around the circle",
      "<h3>Landscapes</h3>",
      "<caption>Barriers</caption>",
      "<section class=\"step\" id=\"s2\">",
      "<h3>Notes</h3>",
      "<summary>Settings",
      "<caption>Input files</caption>"
    };
    int at = 0;
    for (String part : order) {
      at = html.indexOf(part, at);
      assertTrue(at >= 0, part);
    }
  }

  @Test
  void aMoleculeIsDrawnByWhoeverDrawsMoleculesAtTheTime() throws Exception {
    MoleculeDrawing first = (s, m, l) -> "<svg id=\"first\" viewBox=\"0 0 9 9\"></svg>";
    MoleculeDrawing second = (s, m, l) -> "<svg id=\"second\" viewBox=\"0 0 9 9\"></svg>";
    String missing = "The molecule is not drawn: no bundle that draws molecules is installed.";
    assertTrue(write(SampleJob.butane()).contains(missing));
    writer.setDrawing(first);
    assertTrue(write(SampleJob.butane()).contains("<div class=\"molecule\"><svg id=\"first\""));
    writer.setDrawing(second);
    writer.unsetDrawing(first);
    assertTrue(write(SampleJob.butane()).contains("<svg id=\"second\""));
    writer.unsetDrawing(second);
    assertTrue(write(SampleJob.butane()).contains(missing));
  }

  @Test
  void anEmptyResultIsAPageToo() throws Exception {
    JobResult nothing =
        new JobResult(
            " ",
            List.of(),
            Map.of(),
            Map.of(),
            List.of(),
            List.of(),
            List.of(),
            Map.of(),
            Optional.empty());
    String html = write(nothing);
    parse(html);
    assertTrue(html.contains("<h1>Untitled job</h1>"));
    assertTrue(html.contains("This job has no step"));
  }

  @Test
  void theReportIsKeptForReadingInTheBuildFolder() throws Exception {
    Path kept = Files.createDirectories(Path.of("target", "sample-report"));
    writer.setDrawing(
        (s, m, l) -> "<svg viewBox=\"0 0 90 40\"><circle r=\"9\" cx=\"20\" cy=\"20\"/></svg>");
    writer.write(SampleJob.butane(), kept);
    assertTrue(Files.size(kept.resolve("report.html")) > 100_000);
  }

  private String write(JobResult result) throws IOException {
    assertEquals(List.of("report.html"), writer.write(result, folder));
    return Files.readString(folder.resolve("report.html"));
  }

  private static Document parse(String html) throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    try (InputStream in = new ByteArrayInputStream(html.getBytes(StandardCharsets.UTF_8))) {
      return factory.newDocumentBuilder().parse(in);
    }
  }

  private static Element first(Element parent, String name) {
    return (Element) parent.getElementsByTagName(name).item(0);
  }
}
