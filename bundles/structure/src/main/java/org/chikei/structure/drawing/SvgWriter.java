package org.chikei.structure.drawing;

import java.util.List;
import java.util.Map;
import org.chikei.structure.drawing.LabelPlacement.Label;
import org.chikei.structure.drawing.Scene.Box;
import org.chikei.structure.drawing.Scene.Stroke;
import org.chikei.structure.drawing.Scene.Symbol;

/**
 * Writes a drawing as SVG. Strokes and texts have the colour of the text around the drawing, so
 * that it stands on light and on dark; the colours of elements and marks are in between. A page may
 * restyle it by the classes {@code chikei-molecule}, {@code chikei-marks}, {@code chikei-bonds},
 * {@code chikei-atoms} and {@code chikei-labels}.
 */
final class SvgWriter {
  private static final double MARGIN = 10;

  /** Colours of the elements that chemists colour, dark enough for white and light for black. */
  private static final Map<String, String> COLOURS =
      Map.of(
          "N", "#3b72d9", "O", "#db3b30", "S", "#b98a00", "P", "#d0701c", "F", "#2f9e46", "Cl",
          "#2f9e46", "Br", "#b0563a", "I", "#9b51c0", "B", "#d0705c");

  private final StringBuilder text = new StringBuilder();
  private Box covered;

  /**
   * A mark behind an atom.
   *
   * @param title what it marks
   * @param weight from 0 to 1
   */
  record Mark(double x, double y, double radius, double weight, String title) {}

  /**
   * Writes a drawing.
   *
   * @param title what is drawn
   * @param scene the molecule
   * @param marks the marks, drawn first
   * @param labels the labels, drawn last
   * @param remark a line below, empty for none
   * @return the SVG element
   */
  static String write(
      String title, Scene scene, List<Mark> marks, List<Label> labels, String remark) {
    return new SvgWriter().writeAll(title, scene, marks, labels, remark);
  }

  private String writeAll(
      String title, Scene scene, List<Mark> marks, List<Label> labels, String remark) {
    covered = scene.covered();
    for (Mark mark : marks) {
      covered = covered.with(Box.around(mark.x(), mark.y(), mark.radius()));
    }
    for (Label label : labels) {
      covered = covered.with(label.box());
    }
    double remarkY = covered.bottom() + 2 * LabelPlacement.TYPE;
    if (!remark.isEmpty()) {
      double half = Lettering.width(remark, LabelPlacement.TYPE) / 2;
      double middle = (covered.left() + covered.right()) / 2;
      covered = covered.with(new Box(middle - half, remarkY, middle + half, remarkY + 4));
    }
    open(title);
    writeMarks(marks);
    writeBonds(scene.strokes);
    writeSymbols(scene.symbols);
    writeLabels(labels, remark, remarkY);
    return text.append("</svg>").toString();
  }

  private void open(String title) {
    String width = number(covered.right() - covered.left() + 2 * MARGIN);
    String height = number(covered.bottom() - covered.top() + 2 * MARGIN);
    text.append("<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"chikei-molecule\" role=\"img\"");
    text.append(" viewBox=\"0 0 ").append(width).append(' ').append(height).append('"');
    text.append(" width=\"").append(width).append("\" height=\"").append(height).append('"');
    text.append(" style=\"max-width:100%;height:auto\"");
    text.append(" font-family=\"Helvetica,Arial,'Liberation Sans',sans-serif\">\n<title>");
    escape(title);
    text.append("</title>\n");
  }

  private void writeMarks(List<Mark> marks) {
    text.append("<g class=\"chikei-marks\" fill=\"#f08c1e\">\n");
    for (Mark mark : marks) {
      text.append("<circle cx=\"").append(x(mark.x())).append("\" cy=\"").append(y(mark.y()));
      text.append("\" r=\"").append(number(mark.radius())).append("\" fill-opacity=\"");
      text.append(hundredths(0.16 + 0.46 * mark.weight())).append("\"><title>");
      escape(mark.title());
      text.append("</title></circle>\n");
    }
    text.append("</g>\n");
  }

  private void writeBonds(List<Stroke> strokes) {
    text.append("<g class=\"chikei-bonds\" fill=\"none\" stroke=\"currentColor\"");
    text.append(" stroke-width=\"1.7\" stroke-linecap=\"round\">\n");
    writeStrokes(strokes, false, false, "");
    writeStrokes(strokes, false, true, " stroke-dasharray=\"3.5 4\"");
    writeStrokes(strokes, true, false, " stroke-opacity=\"0.4\" stroke-width=\"1.3\"");
    text.append("</g>\n");
  }

  private void writeStrokes(
      List<Stroke> strokes, boolean light, boolean dashed, String attributes) {
    StringBuilder path = new StringBuilder();
    for (Stroke stroke : strokes) {
      if (stroke.light() == light && stroke.dashed() == dashed) {
        path.append('M').append(x(stroke.x1())).append(' ').append(y(stroke.y1()));
        path.append('L').append(x(stroke.x2())).append(' ').append(y(stroke.y2()));
      }
    }
    if (!path.isEmpty()) {
      text.append("<path").append(attributes).append(" d=\"").append(path).append("\"/>\n");
    }
  }

  private void writeSymbols(List<Symbol> symbols) {
    text.append("<g class=\"chikei-atoms\" font-size=\"").append(number(Scene.TYPE));
    text.append("\" text-anchor=\"middle\" fill=\"currentColor\">\n");
    for (Symbol symbol : symbols) {
      Box box = symbol.box();
      text.append("<text x=\"").append(x((box.left() + box.right()) / 2)).append("\" y=\"");
      text.append(y((box.top() + box.bottom()) / 2 + 0.36 * Scene.TYPE)).append('"');
      if (symbol.light()) {
        text.append(" font-size=\"12\" fill-opacity=\"0.55\"");
      } else if (COLOURS.containsKey(symbol.element())) {
        text.append(" fill=\"").append(COLOURS.get(symbol.element())).append('"');
      }
      text.append('>');
      escape(symbol.text());
      text.append("</text>\n");
    }
    text.append("</g>\n");
  }

  private void writeLabels(List<Label> labels, String remark, double remarkY) {
    text.append("<g class=\"chikei-labels\" font-size=\"").append(number(LabelPlacement.TYPE));
    text.append("\" text-anchor=\"middle\" fill=\"currentColor\">\n");
    for (Label label : labels) {
      Box box = label.box();
      text.append("<text font-weight=\"600\" x=\"").append(x((box.left() + box.right()) / 2));
      text.append("\" y=\"");
      text.append(y((box.top() + box.bottom()) / 2 + 0.36 * LabelPlacement.TYPE)).append("\">");
      escape(label.text());
      text.append("</text>\n");
    }
    if (!remark.isEmpty()) {
      text.append("<text fill-opacity=\"0.7\" x=\"")
          .append(x((covered.left() + covered.right()) / 2));
      text.append("\" y=\"").append(y(remarkY)).append("\">");
      escape(remark);
      text.append("</text>\n");
    }
    text.append("</g>\n");
  }

  private String x(double value) {
    return number(value - covered.left() + MARGIN);
  }

  private String y(double value) {
    return number(value - covered.top() + MARGIN);
  }

  /** A number with one digit after the point. */
  private static String number(double value) {
    long tenths = Math.round(10 * value);
    long digit = Math.abs(tenths % 10);
    String sign = tenths < 0 && tenths > -10 ? "-" : "";
    return digit == 0 ? Long.toString(tenths / 10) : sign + tenths / 10 + "." + digit;
  }

  private static String hundredths(double value) {
    long hundredths = Math.round(100 * value);
    return "0." + hundredths / 10 % 10 + hundredths % 10;
  }

  private void escape(String plain) {
    for (int i = 0; i < plain.length(); i++) {
      char c = plain.charAt(i);
      switch (c) {
        case '<' -> text.append("&lt;");
        case '>' -> text.append("&gt;");
        case '&' -> text.append("&amp;");
        case '"' -> text.append("&quot;");
        default -> text.append(c < ' ' ? ' ' : c);
      }
    }
  }
}
