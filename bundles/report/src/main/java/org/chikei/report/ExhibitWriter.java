package org.chikei.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.chikei.api.result.Exhibit;
import org.chikei.api.result.Exhibit.Curve;
import org.chikei.api.result.Exhibit.Curves;
import org.chikei.api.result.Exhibit.Field;
import org.chikei.api.result.Exhibit.Grid;
import org.chikei.api.result.Exhibit.Molecule;
import org.chikei.api.result.Exhibit.Stack;
import org.chikei.api.result.Exhibit.Text;
import org.chikei.api.result.Quantity;
import org.chikei.api.result.StepResult;
import org.chikei.api.structure.MoleculeDrawing;
import org.chikei.api.structure.Structure;

/**
 * Writes the exhibits of one step in their order. Figures that follow each other stand two in a
 * row, but for the first curves of the step, which take the whole width.
 */
final class ExhibitWriter {
  private final StringBuilder out;
  private final String id;
  private final String referenceMass;
  private final Structure structure;
  private final MoleculeDrawing drawing;
  private final Palette palette = new Palette();
  private int figures;
  private boolean hadCurves;

  /**
   * Prepares the exhibits of a step.
   *
   * @param out where to append
   * @param id an identifier of the step that no other step on the page has
   * @param step the step
   * @param structure the structure; null where there is none
   * @param drawing what draws molecules; null where nothing does
   */
  ExhibitWriter(
      StringBuilder out, String id, StepResult step, Structure structure, MoleculeDrawing drawing) {
    this.out = out;
    this.id = id;
    this.structure = structure;
    this.drawing = drawing;
    referenceMass = referenceMass(step.fields().get("reference_mass"));
  }

  /**
   * Appends all exhibits.
   *
   * @param exhibits what the step shows
   */
  void append(List<Exhibit> exhibits) {
    List<Exhibit> row = new ArrayList<>();
    for (Exhibit exhibit : exhibits) {
      if (exhibit instanceof Text text) {
        figures(row);
        paragraphs(out, text.text());
      } else if (exhibit instanceof Grid grid) {
        figures(row);
        GridTable.append(out, grid);
      } else {
        row.add(exhibit);
      }
    }
    figures(row);
  }

  /**
   * Appends a text, each of its lines as a paragraph.
   *
   * @param out where to append
   * @param text the text
   */
  static void paragraphs(StringBuilder out, String text) {
    int start = 0;
    while (start <= text.length()) {
      int end = text.indexOf('\n', start);
      end = end < 0 ? text.length() : end;
      if (!text.substring(start, end).isBlank()) {
        out.append("<p>");
        Typesetting.prose(out, text.substring(start, end));
        out.append("</p>\n");
      }
      start = end + 1;
    }
  }

  private void figures(List<Exhibit> row) {
    if (row.isEmpty()) {
      return;
    }
    out.append("<div class=\"figures\">\n");
    int first = 0;
    if (!hadCurves && row.get(0) instanceof Curves) {
      figure(row.get(0), true, false);
      first = 1;
    }
    for (int i = first; i < row.size(); i++) {
      boolean alone = i == row.size() - 1 && (i - first) % 2 == 0;
      boolean stretches = row.get(i) instanceof Curves || row.get(i) instanceof Stack;
      figure(row.get(i), alone && stretches, alone && !stretches);
    }
    out.append("</div>\n");
    row.clear();
  }

  private void figure(Exhibit exhibit, boolean wide, boolean alone) {
    out.append(wide ? "<figure class=\"wide\">" : alone ? "<figure class=\"alone\">" : "<figure>");
    out.append('\n');
    String caption;
    if (exhibit instanceof Curves curves) {
      hadCurves = true;
      title(curves.title());
      curves(curves, wide);
      caption = curves.caption();
    } else if (exhibit instanceof Stack stack) {
      title(stack.title());
      stack(stack, wide);
      caption = stack.caption();
    } else if (exhibit instanceof Field field) {
      title(field.title());
      field(new FieldFigure(field));
      caption = field.caption();
    } else if (exhibit instanceof Molecule molecule) {
      title(molecule.title());
      caption = molecule(molecule) ? molecule.caption() : "";
    } else {
      throw new IllegalArgumentException(exhibit.getClass().getName());
    }
    if (!caption.isBlank()) {
      out.append("<figcaption>");
      Typesetting.prose(out, caption);
      out.append("</figcaption>\n");
    }
    out.append("</figure>\n");
  }

  private void field(FieldFigure figure) {
    if (figure.isEmpty()) {
      nothingToDraw();
    } else {
      figure.draw(out, Plot.SQUARE, nextId());
    }
  }

  private void title(String title) {
    out.append("<h3>");
    Typesetting.prose(out, title);
    out.append("</h3>\n");
  }

  private void curves(Curves curves, boolean wide) {
    CurvesFigure figure = new CurvesFigure(curves);
    if (figure.isEmpty()) {
      nothingToDraw();
      return;
    }
    List<String> labels = new ArrayList<>();
    boolean bands = false;
    for (Curve curve : curves.curves()) {
      labels.add(curve.label());
      bands |= curve.error() != null;
    }
    int[] colours = palette.colours(labels);
    out.append("<ul class=\"legend\">");
    for (int i = 0; i < colours.length; i++) {
      out.append("<li><svg class=\"key\" viewBox=\"0 0 26 12\" aria-hidden=\"true\">");
      if (curves.curves().get(i).error() != null) {
        out.append("<path class=\"band k").append(colours[i]).append("\" d=\"M0 1h26v10H0z\"/>");
      }
      out.append(
          curves.curves().get(i).dashed() ? "<path class=\"line dashed k" : "<path class=\"line k");
      out.append(colours[i]).append("\" d=\"M1 6h24\"/></svg>");
      label(labels.get(i));
      out.append("</li>");
    }
    if (bands) {
      out.append("<li class=\"note\">bands: ±1 standard error</li>");
    }
    out.append("</ul>\n");
    if (wide) {
      figure.draw(out, Plot.WIDE, nextId(), colours);
    }
    figure.draw(out, Plot.HALF, nextId(), colours);
  }

  private void stack(Stack stack, boolean wide) {
    StackFigure figure = new StackFigure(stack);
    if (figure.isEmpty()) {
      nothingToDraw();
      return;
    }
    int[] colours = new Palette().colours(List.of(figure.labels()));
    out.append("<ul class=\"legend\">");
    for (int i = colours.length - 1; i >= 0; i--) {
      out.append("<li><svg class=\"key\" viewBox=\"0 0 26 12\" aria-hidden=\"true\">");
      out.append("<path class=\"layer k")
          .append(colours[i])
          .append("\" d=\"M6 0h14v12H6z\"/></svg>");
      label(figure.labels()[i]);
      out.append("</li>");
    }
    out.append("</ul>\n");
    if (wide) {
      figure.draw(out, Plot.WIDE, nextId(), colours);
    }
    figure.draw(out, Plot.HALF, nextId(), colours);
  }

  private boolean molecule(Molecule molecule) {
    String reason = null;
    String svg = null;
    if (structure == null) {
      reason = "The molecule is not drawn: this job has no structure.";
    } else if (drawing == null) {
      reason = "The molecule is not drawn: no bundle that draws molecules is installed.";
    } else {
      try {
        svg = drawing.svg(structure, molecule.marks(), molecule.labels());
      } catch (RuntimeException e) {
        reason = "The molecule is not drawn: ".concat(String.valueOf(e.getMessage()));
      }
    }
    if (svg != null) {
      out.append("<div class=\"molecule\">").append(svg).append("</div>\n");
    } else {
      out.append("<p class=\"none\">");
      Markup.text(out, reason);
      out.append("</p>\n");
    }
    return svg != null;
  }

  private void nothingToDraw() {
    out.append("<p class=\"none\">There is nothing to draw: no value is known.</p>\n");
  }

  /** A name in a legend; the reference mass stands beside every potential of mean force. */
  private void label(String label) {
    out.append("<span data-label=\"\">");
    if (!label.startsWith("Vm") || label.contains("m*") || referenceMass == null) {
      Typesetting.prose(out, label);
    } else {
      boolean explained = label.endsWith(")");
      Typesetting.prose(out, explained ? label.substring(0, label.length() - 1) : label);
      out.append(explained ? "; m* = " : " (m* = ");
      Typesetting.prose(out, referenceMass);
      out.append(')');
    }
    out.append("</span>");
  }

  private String nextId() {
    figures++;
    return new StringBuilder(id).append('f').append(figures).toString();
  }

  /** The reference mass in words, from a quantity or from a map with value and unit. */
  private static String referenceMass(Object field) {
    Quantity mass = null;
    if (field instanceof Quantity quantity) {
      mass = quantity;
    } else if (field instanceof Map<?, ?> map && map.get("value") instanceof Number value) {
      String unit = map.get("unit") instanceof String given ? given : "";
      mass = new Quantity(value.doubleValue(), Double.NaN, unit);
    }
    if (mass == null || !Double.isFinite(mass.value())) {
      return null;
    }
    StringBuilder text = new StringBuilder();
    Readable.append(text, new Quantity(mass.value(), Double.NaN, mass.unit()));
    return text.toString();
  }
}
