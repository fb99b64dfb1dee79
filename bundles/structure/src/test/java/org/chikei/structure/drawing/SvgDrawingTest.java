package org.chikei.structure.drawing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import javax.xml.parsers.DocumentBuilderFactory;
import org.chikei.api.structure.Atom;
import org.chikei.api.structure.Structure;
import org.chikei.structure.PdbFormat;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class SvgDrawingTest {
  private static final Map<Integer, Double> MARKS = Map.of(4, 0.2, 6, 0.9, 8, 0.5, 14, 0.3);
  private static final Map<Integer, String> LABELS =
      Map.of(4, "5 C", 6, "7 N", 8, "9 CA", 14, "15 C");

  private final SvgDrawing drawing = new SvgDrawing();
  private final Structure peptide = structure("ala2.pdb");

  private static Structure structure(String name) {
    try {
      return new PdbFormat().read(Path.of("..", "..", "test-data", name));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static Document parsed(String svg) {
    try {
      return DocumentBuilderFactory.newDefaultInstance()
          .newDocumentBuilder()
          .parse(new InputSource(new StringReader(svg)));
    } catch (Exception e) {
      throw new AssertionError(svg, e);
    }
  }

  private static List<Element> all(Document document, String name) {
    NodeList nodes = document.getElementsByTagName(name);
    List<Element> elements = new ArrayList<>();
    for (int i = 0; i < nodes.getLength(); i++) {
      elements.add((Element) nodes.item(i));
    }
    return elements;
  }

  private static double number(Element element, String attribute) {
    return Double.parseDouble(element.getAttribute(attribute));
  }

  @Test
  void theResultIsOneSelfContainedElement() {
    String svg = drawing.svg(peptide, MARKS, LABELS);

    assertTrue(svg.startsWith("<svg "));
    assertTrue(parsed(svg).getDocumentElement().getAttribute("viewBox").startsWith("0 0 "));
    String beside = svg.replace("xmlns=\"http://www.w3.org/2000/svg\"", "");
    for (String outside : List.of("http", "href", "url(", "@import", "<script", "<?xml")) {
      assertFalse(beside.contains(outside), outside);
    }
  }

  @Test
  void marksAreDiscsBehindTheAtomsThatGrowWithTheirWeight() {
    Document document = parsed(drawing.svg(peptide, MARKS, LABELS));

    List<Element> discs = all(document, "circle");
    assertEquals(4, discs.size());
    double[] weights = {0.2, 0.9, 0.5, 0.3};
    String[] titles = {"5 ACE.C", "7 ALA.N", "9 ALA.CA", "15 ALA.C"};
    for (int k = 0; k < 4; k++) {
      assertEquals(titles[k], discs.get(k).getTextContent());
      for (int n = 0; n < 4; n++) {
        if (weights[k] < weights[n]) {
          assertTrue(number(discs.get(k), "r") < number(discs.get(n), "r"));
          assertTrue(number(discs.get(k), "fill-opacity") < number(discs.get(n), "fill-opacity"));
        }
      }
    }
    Element group = (Element) discs.get(0).getParentNode();
    assertEquals("title", group.getPreviousSibling().getPreviousSibling().getNodeName());
  }

  @Test
  void theSymbolOfAMarkedNitrogenStandsOnItsDisc() {
    Document document = parsed(drawing.svg(peptide, Map.of(6, 1.0), Map.of()));

    Element disc = all(document, "circle").get(0);
    assertTrue(
        all(document, "text").stream()
            .filter(text -> text.getTextContent().equals("N"))
            .anyMatch(text -> Math.abs(number(text, "x") - number(disc, "cx")) < 0.2));
  }

  @Test
  void allHydrogensOfASmallMoleculeAreDrawnAndCarbonsAreNot() {
    List<String> texts =
        all(parsed(drawing.svg(peptide, MARKS, Map.of())), "text").stream()
            .map(Element::getTextContent)
            .toList();

    assertEquals(12, texts.stream().filter("H"::equals).count());
    assertEquals(2, texts.stream().filter("O"::equals).count());
    assertEquals(2, texts.stream().filter("N"::equals).count());
    assertEquals(16, texts.size());
  }

  @Test
  void labelsStandCloseToTheirAtomsAndOffEachOther() {
    Document document = parsed(drawing.svg(peptide, MARKS, LABELS));

    List<Element> discs = all(document, "circle");
    List<Element> labels =
        all(document, "text").stream().filter(text -> text.hasAttribute("font-weight")).toList();
    assertEquals(
        List.of("5 C", "7 N", "9 CA", "15 C"),
        labels.stream().map(Element::getTextContent).toList());
    for (int k = 0; k < 4; k++) {
      double dx = number(labels.get(k), "x") - number(discs.get(k), "cx");
      double dy = number(labels.get(k), "y") - number(discs.get(k), "cy");
      assertTrue(Math.hypot(dx, dy) < 60, "label " + k + " is far away");
      for (int n = 0; n < k; n++) {
        double apartX = Math.abs(number(labels.get(k), "x") - number(labels.get(n), "x"));
        double apartY = Math.abs(number(labels.get(k), "y") - number(labels.get(n), "y"));
        assertTrue(apartX > 30 || apartY > 13, "labels " + k + " and " + n + " touch");
      }
    }
  }

  @Test
  void everythingLiesInsideTheViewBox() {
    Document document = parsed(drawing.svg(peptide, MARKS, LABELS));

    Element root = document.getDocumentElement();
    for (Element text : all(document, "text")) {
      assertTrue(number(text, "x") > 0 && number(text, "x") < number(root, "width"));
      assertTrue(number(text, "y") > 0 && number(text, "y") < number(root, "height"));
    }
    for (Element disc : all(document, "circle")) {
      assertTrue(number(disc, "cx") - number(disc, "r") > 0);
      assertTrue(number(disc, "cy") - number(disc, "r") > 0);
      assertTrue(number(disc, "cx") + number(disc, "r") < number(root, "width"));
      assertTrue(number(disc, "cy") + number(disc, "r") < number(root, "height"));
    }
  }

  @Test
  void theSameInputGivesTheSameTextInAnyOrderAndLocale() {
    String expected = drawing.svg(peptide, MARKS, LABELS);

    assertEquals(expected, new SvgDrawing().svg(peptide, MARKS, LABELS));
    Map<Integer, Double> backwards = new TreeMap<>((one, other) -> other - one);
    backwards.putAll(MARKS);
    assertEquals(expected, drawing.svg(peptide, backwards, LABELS));
    Locale before = Locale.getDefault();
    Locale.setDefault(Locale.GERMANY);
    try {
      assertEquals(expected, drawing.svg(peptide, MARKS, LABELS));
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void unitedAtomsAreAChain() {
    Document document =
        parsed(drawing.svg(structure("butane.pdb"), Map.of(1, 1.0, 2, 1.0), Map.of(0, "1 C1")));

    assertEquals(2, all(document, "circle").size());
    assertEquals(1, all(document, "text").size());
    String path = all(document, "path").get(0).getAttribute("d");
    assertEquals(3, path.chars().filter(c -> c == 'M').count());
  }

  @Test
  void labelsMayHoldAnyText() {
    String svg = drawing.svg(peptide, Map.of(), Map.of(8, "<&\"\u03B1> & co"));
    assertTrue(
        all(parsed(svg), "text").stream()
            .anyMatch(text -> text.getTextContent().equals("<&\"\u03B1> & co")));
  }

  @Test
  void oddWeightsAreTakenAsTheNearestAllowed() {
    String svg = drawing.svg(peptide, Map.of(0, -1.0, 1, Double.NaN, 2, 7.0), Map.of());
    List<Element> discs = all(parsed(svg), "circle");

    assertEquals(number(discs.get(0), "r"), number(discs.get(1), "r"));
    assertEquals(20, number(discs.get(2), "r"));
  }

  @Test
  void withoutMarksTheFirstMoleculeIsDrawn() {
    assertEquals(16, all(parsed(drawing.svg(peptide, Map.of(), Map.of())), "text").size());
  }

  @Test
  void bondsThatAreStatedTwiceAreDrawnOnce() {
    Structure twice = Molecules.of("C C", "1-2 2-1");
    String path =
        all(parsed(drawing.svg(twice, Map.of(), Map.of())), "path").get(0).getAttribute("d");
    assertEquals(1, path.chars().filter(c -> c == 'M').count());
  }

  @Test
  void particlesThatAreNoElementsAreStars() {
    Structure bead =
        new Structure(
            List.of(new Atom(1, "", "BB", "", 0, "", 72)), List.of(), false, null, "bead");
    assertEquals(
        "*",
        all(parsed(drawing.svg(bead, Map.of(0, 1.0), Map.of())), "text").get(0).getTextContent());
  }

  @Test
  void atomsThatAreNotThereAreRefused() {
    assertThrows(
        IllegalArgumentException.class, () -> drawing.svg(peptide, Map.of(22, 1.0), Map.of()));
    assertThrows(
        IllegalArgumentException.class, () -> drawing.svg(peptide, Map.of(), Map.of(-1, "x")));
    Structure empty = new Structure(List.of(), List.of(), false, null, "empty");
    assertThrows(IllegalArgumentException.class, () -> drawing.svg(empty, Map.of(), Map.of()));
  }
}
