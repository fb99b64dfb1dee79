package org.chikei.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.chikei.api.result.Axis;
import org.chikei.api.result.Exhibit;
import org.chikei.api.result.Exhibit.Curve;
import org.chikei.api.result.Exhibit.Curves;
import org.chikei.api.result.Exhibit.Field;
import org.chikei.api.result.Exhibit.Stack;
import org.chikei.api.result.MapLayer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FiguresTest {
  private static final double NONE = Double.NaN;
  private static final double[] FIVE = {0, 1, 2, 3, 4};

  @Test
  void aLineAndItsBandBreakWhereThereIsNoValue() {
    double[] error = {0.1, 0.1, 0.1, 0.1, 0.1};
    String svg = svg(curves(new Curve("G", FIVE, new double[] {0, 1, NONE, 2, 3}, error, false)));
    String line = path(svg, "line");
    assertEquals(2, count(line, "M"));
    assertEquals(0, count(svg, "dots"));
    String band = path(svg, "band");
    assertEquals(2, count(band, "z"));
    assertEquals(1, count(svg, "class=\"band"));
  }

  @Test
  void aValueAloneBetweenGapsIsADotWithABar() {
    double[] error = {0.1, 0.1, 0.1, 0.1, 0.1};
    double[] values = {0, 1, NONE, 2, NONE};
    String svg = svg(curves(new Curve("G", FIVE, values, error, true)));
    String dot = path(svg, "line dots");
    assertEquals(1, count(path(svg, "line dashed"), "M"));
    assertEquals(1, count(dot, "M"));
    assertTrue(dot.endsWith("h0"), dot);
    assertEquals(2, count(path(svg, "band"), "z"));
  }

  @Test
  void anInfiniteOrMissingErrorOpensAGapInTheBandAlone() {
    double[] error = {0.1, 0.1, 1 / 0.0, 0.1, 0.1};
    String svg = svg(curves(new Curve("G", FIVE, FIVE, error, false)));
    assertEquals(1, count(path(svg, "line"), "M"));
    assertEquals(2, count(path(svg, "band"), "M"));
  }

  @Test
  void aPointStandsWhereItsValueBelongs() {
    Curves figure =
        new Curves(
            "t",
            "",
            new Axis("phi", "rad", -Math.PI, Math.PI),
            new Axis("G", "kJ/mol", 0, 10),
            List.of(new Curve("G", new double[] {0, Math.PI}, new double[] {5, 10}, null, false)));
    String svg = svg(figure);
    double[] area = numbers(attribute(svg, "data-area"));
    double[] points = numbers(path(svg, "line"));
    assertEquals("-180 180", attribute(svg, "data-x"));
    assertEquals(area[2] / 2, points[0], 0.01);
    assertEquals(area[3] / 2, points[1], 0.01);
    assertEquals(area[2], points[2], 0.01);
    assertEquals(0, points[3], 0.01);
  }

  @Test
  void aBandOfABadlyKnownValueDoesNotSquashTheCurves() {
    double[] error = {0.1, 0.1, 1e6, 0.1, 0.1};
    double[] range =
        numbers(attribute(svg(curves(new Curve("G", FIVE, FIVE, error, false))), "data-y"));
    assertTrue(range[1] - range[0] < 8, range[0] + " to " + range[1]);
  }

  @Test
  void aConstantIsALevelLineAndNotMagnifiedNoise() {
    double[] values = {0.3436, 0.3436 * (1 + 1e-12), 0.3436, 0.3436, 0.3436};
    double[] range =
        numbers(attribute(svg(curves(new Curve("D", FIVE, values, null, false))), "data-y"));
    assertTrue(range[1] - range[0] > 0.01, range[0] + " to " + range[1]);
    assertTrue(svg(curves(new Curve("D", FIVE, new double[5], null, false))).contains("<path"));
  }

  @ParameterizedTest
  @ValueSource(doubles = {1e-300, 1e-30, 1e-5, 1, 1e5, 1e30, 1e300})
  void numbersOfAnySizeHaveShortTickLabels(double size) {
    double[] values = {0, size, 2 * size, 3 * size, 4 * size};
    String svg = svg(curves(new Curve("D", FIVE, values, null, false)));
    Matcher labels = Pattern.compile("<text x[^>]*>([^<]*)").matcher(svg);
    while (labels.find()) {
      assertTrue(labels.group(1).length() <= 6, labels.group(1));
    }
  }

  @Test
  void whatHasNoValueIsNotDrawn() {
    assertTrue(new CurvesFigure(curves()).isEmpty());
    assertTrue(
        new CurvesFigure(
                curves(
                    new Curve("G", FIVE, new double[] {NONE, NONE, NONE, NONE, NONE}, null, false)))
            .isEmpty());
    assertTrue(new FieldFigure(field(new double[][] {{NONE, NONE}, {NONE, NONE}})).isEmpty());
    assertTrue(new StackFigure(stack(Map.of("a", new double[] {NONE, NONE, NONE}))).isEmpty());
  }

  @Test
  void anAxisIsLabelledInItsSecondUnitToo() {
    Axis energy = new Axis("G", "kJ/mol", 0, 25).alsoIn("kT", 2.5);
    Curves figure =
        new Curves(
            "t", "", Axis.of("d", "nm"), energy, List.of(new Curve("G", FIVE, FIVE, null, false)));
    String svg = svg(figure);
    assertTrue(svg.contains(">G (kJ/mol)</text>"), svg);
    assertTrue(svg.contains(">G (kT)</text>"), svg);
    assertTrue(svg.contains(">10</text>"), svg);
  }

  @Test
  void sharesLieOnTopOfEachOtherUpToTheWhole() {
    Map<String, double[]> layers = new LinkedHashMap<>();
    layers.put("1 C1", new double[] {0.25, 0.5, NONE});
    layers.put("2 C2", new double[] {0.75, 0.5, 1});
    StackFigure figure = new StackFigure(stack(layers));
    StringBuilder out = new StringBuilder();
    figure.draw(out, Plot.HALF, "f", new int[] {1, 2});
    double[] area = numbers(attribute(out.toString(), "data-area"));
    double[] lower = numbers(path(out.toString(), "layer k1"));
    double[] upper = numbers(path(out.toString(), "layer k2"));
    assertEquals(0.75 * area[3], lower[1], 0.01);
    assertEquals(0.5 * area[3], lower[3], 0.01);
    assertEquals(area[3], lower[5], 0.01);
    assertEquals(0, upper[1], 0.01);
    assertEquals(0.75 * area[3], upper[7], 0.01);
    assertEquals(8, lower.length, "the third position lacks a share");
  }

  @Test
  void aContourOfAConeIsACircle() {
    int n = 41;
    double[] centres = new double[n];
    double[][] values = new double[n][n];
    for (int i = 0; i < n; i++) {
      centres[i] = -1 + 2.0 * i / (n - 1);
    }
    for (int i = 0; i < n; i++) {
      for (int k = 0; k < n; k++) {
        values[i][k] = Math.hypot(centres[i], centres[k]);
      }
    }
    List<double[]> lines = Contours.lines(centres, centres, values, 0.5);
    assertEquals(1, lines.size());
    double[] line = lines.get(0);
    double length = 0;
    for (int i = 0; i < line.length; i += 2) {
      // Interpolation along an edge of h = 0.05 is off by h²/8r at most.
      assertEquals(0.5, Math.hypot(line[i], line[i + 1]), 0.05 * 0.05 / 8 / 0.5);
      if (i > 0) {
        length += Math.hypot(line[i] - line[i - 2], line[i + 1] - line[i - 1]);
      }
    }
    assertEquals(Math.PI, length, 0.01, "the circle is drawn once");
    assertEquals(line[0], line[line.length - 2], "it is closed");
    assertEquals(line[1], line[line.length - 1], "it is closed");
  }

  @Test
  void aContourThatRunsOffTheGridIsOneLineFromEdgeToEdge() {
    double[] centres = {0, 1, 2, 3, 4};
    double[][] values = new double[5][5];
    for (int i = 0; i < 5; i++) {
      for (int k = 0; k < 5; k++) {
        values[i][k] = i + 0.1 * k;
      }
    }
    values[4][4] = NONE;
    List<double[]> lines = Contours.lines(centres, centres, values, 1.25);
    assertEquals(1, lines.size());
    double[] line = lines.get(0);
    double[] ends = {line[1], line[line.length - 1]};
    java.util.Arrays.sort(ends);
    assertEquals(0, ends[0], 1e-12);
    assertEquals(4, ends[1], 1e-12);
  }

  @Test
  void namedPlacesAndPathsLieWhereTheyAre() {
    Field map =
        field(new double[][] {{0, 1, 2}, {1, 2, 3}, {2, 3, 4}})
            .with(
                List.of(
                    new MapLayer.Line(
                        new double[] {0, 1, NONE, 1},
                        new double[] {0, 1, NONE, 2},
                        MapLayer.LineKind.PATH),
                    new MapLayer.Place("A", 0, 1, MapLayer.PlaceKind.MINIMUM),
                    new MapLayer.Place("AB", 1, 1, MapLayer.PlaceKind.SADDLE)));
    StringBuilder out = new StringBuilder();
    new FieldFigure(map).draw(out, Plot.SQUARE, "f");
    double[] area = numbers(attribute(out.toString(), "data-area"));
    double[] path = numbers(path(out.toString(), "path\""));
    assertEquals(6, path.length, "the line breaks at its gap");
    assertEquals(area[2] / 6, path[0], 0.01);
    assertEquals(area[3] * 5 / 6, path[1], 0.01);
    assertEquals(area[2] / 2, path[2], 0.01);
    assertTrue(out.indexOf(">A</text>") > 0 && out.indexOf(">AB</text>") > 0);
    assertEquals(1, count(out.toString(), "class=\"minimum\""));
  }

  @Test
  void whatIsNotKnownFromZeroIsHatched() {
    double[][] errors = {{0.1, 1}, {NONE, 0.1}};
    Field map =
        field(new double[][] {{1, 1}, {1, NONE}}).with(List.of(new MapLayer.Doubt(errors, 2)));
    StringBuilder out = new StringBuilder();
    new FieldFigure(map).draw(out, Plot.SQUARE, "f");
    String hatched = path(out.toString(), "").isEmpty() ? "" : out.toString();
    Matcher matcher =
        Pattern.compile("<path fill=\"url\\(#fu\\)\" d=\"([^\"]*)\"").matcher(hatched);
    assertTrue(matcher.find());
    assertEquals(2, count(matcher.group(1), "M"), "one within two errors, one without an error");
  }

  @Test
  void marksStandWhereTheyAreWithTheirNames() {
    Curves figure =
        new Curves(
            "t",
            "",
            Axis.of("s", "nm"),
            Axis.of("G", "kJ/mol"),
            List.of(new Curve("G", FIVE, FIVE, null, false)),
            List.of(new Exhibit.Mark("AB", (FIVE[0] + FIVE[4]) / 2)));
    String svg = svg(figure);
    double[] area = numbers(attribute(svg, "data-area"));
    assertEquals(area[2] / 2, numbers(path(svg, "mark"))[0], 0.01);
    assertTrue(svg.contains(">AB</text>"), svg);
  }

  @Test
  void contoursBearTheirHeights() {
    int n = 41;
    double[][] values = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int k = 0; k < n; k++) {
        values[i][k] = Math.hypot(i - 20, k - 20);
      }
    }
    StringBuilder out = new StringBuilder();
    new FieldFigure(field(values)).draw(out, Plot.SQUARE, "f");
    String heights =
        out.substring(
            out.indexOf("<g class=\"height\">"),
            out.indexOf("</g>", out.indexOf("<g class=\"height\">")));
    assertTrue(heights.contains(">10</text>"), heights);
    assertTrue(count(heights, "<text") >= 5, heights);
  }

  @Test
  void everyCellWithAValueIsColouredOnceAndTheOthersAreNot() {
    double[][] values = {{0, 1, 2}, {NONE, 1, 5}, {3, NONE, 2}};
    StringBuilder out = new StringBuilder();
    new FieldFigure(field(values)).draw(out, Plot.SQUARE, "f");
    double[] area = numbers(attribute(out.toString(), "data-area"));
    double covered = 0;
    Matcher rectangles = Pattern.compile("M([\\d.]+) ([\\d.]+)H([\\d.]+)V([\\d.]+)H").matcher(out);
    while (rectangles.find()) {
      double width =
          Double.parseDouble(rectangles.group(3)) - Double.parseDouble(rectangles.group(1));
      double height =
          Double.parseDouble(rectangles.group(4)) - Double.parseDouble(rectangles.group(2));
      covered += width * height;
    }
    assertEquals(7.0 / 9, covered / area[2] / area[3], 1e-3);
  }

  @Test
  void arrowsPointWhereTheFieldDoesAndAreAsLongAsItIs() {
    double[] centres = {0, 1, 2};
    double[][] values = {{0, 1, 2}, {1, 2, 3}, {2, 3, 4}};
    double[][] along = {{1, 1, 1}, {0, NONE, 0}, {-0.5, -0.5, -0.5}};
    double[][] across = {{0, 0, 0}, {1, 1, 1}, {0, 0, 0}};
    double[][] ones = {{1, 1, 1}, {1, 1, 1}, {1, 1, NONE}};
    Axis axis = new Axis("a", "", -0.5, 2.5);
    StringBuilder out = new StringBuilder();
    new FieldFigure(
            new Field("t", "", axis, axis, centres, centres, values, "")
                .with(List.of(new MapLayer.Arrows(along, across, ones))))
        .draw(out, Plot.SQUARE, "f");
    double[] area = numbers(attribute(out.toString(), "data-area"));
    double[] ends = numbers(path(out.toString(), "arrow"));
    // a shaft and two strokes of the head, of four numbers each, for seven arrows
    assertEquals(7 * 12, ends.length);
    double unit = 0;
    for (int k = 0; k < ends.length; k += 12) {
      double column = ((ends[k] + ends[k + 2]) / 2 / area[2] * 3) - 0.5;
      double dx = (ends[k + 2] - ends[k]) / area[2];
      double dy = (ends[k + 1] - ends[k + 3]) / area[3];
      int i = (int) Math.round(column);
      assertEquals(i, column, 0.01);
      unit = k == 0 ? dx : unit;
      assertEquals(i == 0 ? unit : i == 1 ? 0 : -0.5 * unit, dx, 1e-3);
      assertEquals(i == 1 ? unit : 0, dy, 1e-3);
    }
    assertTrue(unit > 0.1 && unit < 0.44, unit + " of the width");
  }

  @Test
  void figuresCanShareAScale() {
    StringBuilder out = new StringBuilder();
    double[] centres = {0, 1};
    Axis axis = Axis.of("a", "nm");
    double[][] values = {{0, 1}, {1, 2}};
    new FieldFigure(
            new Field("t", "", axis, axis, centres, centres, values, "kJ/mol").onScale(0, 10))
        .draw(out, Plot.SQUARE, "f");
    assertTrue(out.toString().contains(">10</text>"), out.toString());
  }

  @Test
  void theRampGetsLighterAllTheWay() {
    double before = -1;
    for (int i = 0; i <= 20; i++) {
      int rgb = Integer.parseInt(ColourRamp.sequential(i / 20.0).substring(1), 16);
      double light = 0.2126 * linear(rgb >> 16) + 0.7152 * linear(rgb >> 8) + 0.0722 * linear(rgb);
      assertTrue(light > before, ColourRamp.sequential(i / 20.0));
      before = light;
    }
    assertTrue(ColourRamp.diverging(0.5).startsWith("#f"), ColourRamp.diverging(0.5));
  }

  private static double linear(int channel) {
    return Math.pow((channel & 255) / 255.0, 2.2);
  }

  private static Curves curves(Curve... curves) {
    return new Curves("title", "", Axis.of("d", "nm"), Axis.of("G", "kJ/mol"), List.of(curves));
  }

  private static Field field(double[][] values) {
    double[] centres = new double[values.length];
    for (int i = 0; i < centres.length; i++) {
      centres[i] = i;
    }
    Axis axis = Axis.of("a", "nm");
    return new Field("t", "", axis, axis, centres, centres, values, "kJ/mol");
  }

  private static Stack stack(Map<String, double[]> layers) {
    Axis share = new Axis("share", "", 0, 1);
    return new Stack("t", "", Axis.of("d", "nm"), share, new double[] {0, 1, 2}, layers);
  }

  private static String svg(Curves figure) {
    StringBuilder out = new StringBuilder();
    int[] colours = new int[figure.curves().size()];
    java.util.Arrays.fill(colours, 1);
    new CurvesFigure(figure).draw(out, Plot.HALF, "f", colours);
    return out.toString();
  }

  private static String path(String svg, String name) {
    Matcher matcher =
        Pattern.compile("<path class=\"" + name + "[^>]* d=\"([^\"]*)\"").matcher(svg);
    assertTrue(matcher.find(), svg);
    return matcher.group(1);
  }

  private static String attribute(String svg, String name) {
    Matcher matcher = Pattern.compile(name + "=\"([^\"]*)\"").matcher(svg);
    assertTrue(matcher.find(), svg);
    return matcher.group(1);
  }

  private static double[] numbers(String text) {
    List<Double> found = new ArrayList<>();
    Matcher matcher = Pattern.compile("-?[\\d.]+").matcher(text);
    while (matcher.find()) {
      found.add(Double.valueOf(matcher.group()));
    }
    return found.stream().mapToDouble(Double::doubleValue).toArray();
  }

  private static int count(String text, String part) {
    return text.split(Pattern.quote(part), -1).length - 1;
  }
}
