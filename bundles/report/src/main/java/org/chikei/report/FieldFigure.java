package org.chikei.report;

import org.chikei.api.result.Axis;
import org.chikei.api.result.Exhibit.Arrows;
import org.chikei.api.result.Exhibit.Field;

/**
 * Draws a function of two variables: each cell in the colour of the class that its value falls in,
 * contours between the classes, and a bar that says which colour is which. Cells without a value
 * are hatched.
 */
final class FieldFigure {
  private static final int MOST_CLASSES = 14;
  private static final int BAR_WIDTH = 16;
  private static final int BAR_ROOM = 92;

  private final Field figure;
  private final Arrows arrows;
  private final Range values = new Range();
  private final double[] xEdges;
  private final double[] yEdges;

  /**
   * Prepares a figure.
   *
   * @param figure what to draw
   */
  FieldFigure(Field figure) {
    this(figure, null);
  }

  private FieldFigure(Field figure, Arrows arrows) {
    this.figure = figure;
    this.arrows = arrows;
    for (double[] column : figure.values()) {
      for (double value : column) {
        values.add(value);
      }
    }
    if (!values.isEmpty()) {
      values.add(figure.low());
      values.add(figure.high());
    }
    xEdges = edges(figure.xs());
    yEdges = edges(figure.ys());
  }

  /**
   * Prepares a figure with arrows.
   *
   * @param figure what to draw
   * @return the figure
   */
  static FieldFigure of(Arrows figure) {
    Field beneath =
        new Field(
            figure.title(),
            "",
            figure.x(),
            figure.y(),
            figure.xs(),
            figure.ys(),
            figure.values(),
            figure.unit());
    return new FieldFigure(beneath, figure);
  }

  /**
   * Whether there is nothing to draw.
   *
   * @return true if no cell has a finite value
   */
  boolean isEmpty() {
    return values.isEmpty();
  }

  /**
   * Draws the figure.
   *
   * @param out where to append
   * @param size how large
   * @param id an identifier that nothing else on the page has
   */
  void draw(StringBuilder out, Plot.Size size, String id) {
    Plot plot = new Plot(size, figure.x(), ends(xEdges), figure.y(), ends(yEdges), BAR_ROOM);
    Axis unit = new Axis("", figure.unit(), Double.NaN, Double.NaN);
    double[] ends = values.withRoom(0);
    Scale bar = Scale.of(unit, ends[0], ends[1], plot.height, plot.height / (MOST_CLASSES - 2));
    plot.begin(out, id, figure.title(), description());
    out.append("<defs><pattern id=\"").append(id);
    out.append("h\" width=\"6\" height=\"6\" patternUnits=\"userSpaceOnUse\">");
    out.append("<path class=\"hatch\" d=\"M0 6L6 0M-1 1L1 -1M5 7L7 5\"/></pattern></defs>\n");
    plot.beginDataArea(out);
    out.append("<rect fill=\"url(#").append(id).append("h)\" width=\"");
    Plot.pixels(out, plot.width).append("\" height=\"");
    Plot.pixels(out, plot.height).append("\"/>\n<g shape-rendering=\"crispEdges\">\n");
    int first = (int) Math.floor(bar.low / bar.ticks.step() + 1e-9);
    int last = Math.max(first, (int) Math.ceil(bar.high / bar.ticks.step() - 1e-9) - 1);
    for (int level = first; level <= last; level++) {
      out.append("<path fill=\"").append(colour(level, first, last)).append("\" d=\"");
      cells(out, plot, bar, level, first, last);
      out.append("\"/>\n");
    }
    out.append("</g>\n<path class=\"contour\" d=\"");
    for (int level = first + 1; level <= last; level++) {
      double height = level * bar.ticks.step() / bar.factor;
      Contours.append(out, plot, figure.xs(), figure.ys(), figure.values(), height);
    }
    out.append("\"/>\n");
    if (arrows != null) {
      ArrowLines.append(out, plot, arrows);
    }
    plot.endArea(out);
    bar(out, plot, bar, first, last);
    plot.end(out);
  }

  private String description() {
    StringBuilder text = new StringBuilder("Map over ");
    text.append(figure.x().label()).append(" and ").append(figure.y().label()).append(", from ");
    Readable.append(text, values.low(), Double.NaN);
    text.append(" to ");
    Readable.append(text, values.low() + values.span(), Double.NaN);
    return text.append(' ').append(figure.unit()).append('.').toString();
  }

  private static String colour(int level, int first, int last) {
    if (first < 0 && last >= 0) {
      double reach = Math.max(-first, last + 1);
      return ColourRamp.diverging(0.5 + 0.5 * (level + 0.5) / reach);
    }
    return ColourRamp.sequential(last == first ? 0.5 : (double) (level - first) / (last - first));
  }

  /** One rectangle for each run of cells of one class along y. */
  private void cells(StringBuilder out, Plot plot, Scale bar, int level, int first, int last) {
    for (int i = 0; i < figure.xs().length; i++) {
      int start = -1;
      double[] column = figure.values()[i];
      for (int k = 0; k <= column.length; k++) {
        boolean inside = k < column.length && classOf(column[k], bar, first, last) == level;
        if (inside && start < 0) {
          start = k;
        } else if (!inside && start >= 0) {
          double from = plot.x.at(xEdges[i]);
          out.append('M');
          Plot.pixels(out, from).append(' ');
          Plot.pixels(out, plot.fromTop(yEdges[k])).append('H');
          Plot.pixels(out, plot.x.at(xEdges[i + 1])).append('V');
          Plot.pixels(out, plot.fromTop(yEdges[start])).append('H');
          Plot.pixels(out, from).append('z');
          start = -1;
        }
      }
    }
  }

  private static int classOf(double value, Scale bar, int first, int last) {
    if (!Double.isFinite(value)) {
      return Integer.MIN_VALUE;
    }
    int level = (int) Math.floor(value * bar.factor / bar.ticks.step() + 1e-9);
    return Math.max(first, Math.min(last, level));
  }

  private void bar(StringBuilder out, Plot plot, Scale bar, int first, int last) {
    double left = plot.left + plot.width + 20;
    double top = Plot.TOP;
    double step = plot.height / (last - first + 1);
    for (int level = first; level <= last; level++) {
      out.append("<rect x=\"");
      Plot.pixels(out, left).append("\" y=\"");
      Plot.pixels(out, top + step * (last - level)).append("\" width=\"").append(BAR_WIDTH);
      out.append("\" height=\"");
      Plot.pixels(out, step + 0.3).append("\" fill=\"").append(colour(level, first, last));
      out.append("\"/>");
    }
    int classes = last - first + 1;
    double classWidth = bar.ticks.step();
    Ticks ticks = Ticks.decimal(first * classWidth, (last + 1) * classWidth, classes);
    double labels = left + BAR_WIDTH + 6;
    out.append("<g class=\"behind\">");
    for (int i = 0; i < ticks.count(); i++) {
      double share = (ticks.value(i) / classWidth - first) / classes;
      Plot.text(out, labels, top + plot.height * (1 - share) + 4, ticks.label(i));
    }
    out.append("</g>");
    plot.upright(out, labels + Plot.CHARACTER * Plot.widest(ticks) + 18, bar.unit());
  }

  private static double[] ends(double[] edges) {
    return new double[] {edges[0], edges[edges.length - 1]};
  }

  private static double[] edges(double[] centres) {
    int count = centres.length;
    double[] edges = new double[count + 1];
    for (int i = 1; i < count; i++) {
      edges[i] = (centres[i - 1] + centres[i]) / 2;
    }
    edges[0] = count > 1 ? centres[0] - (edges[1] - centres[0]) : centres[0] - 0.5;
    edges[count] =
        count > 1 ? centres[count - 1] + (centres[count - 1] - edges[count - 1]) : centres[0] + 0.5;
    return edges;
  }
}
