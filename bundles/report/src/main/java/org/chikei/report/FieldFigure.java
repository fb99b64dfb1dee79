package org.chikei.report;

import org.chikei.api.result.Axis;
import org.chikei.api.result.Exhibit.Field;
import org.chikei.api.result.MapLayer;

/**
 * Draws a function of two variables: each cell in the colour of the class that its value falls in,
 * contours between the classes, and a bar that says which colour is which. Cells without a value
 * are hatched.
 */
final class FieldFigure {
  private static final int MOST_CLASSES = 14;
  private static final int BAR_WIDTH = 16;
  private static final int BAR_ROOM = 92;

  /** Contours among the darkest of so many of the classes are drawn light. */
  private static final double DARK = 0.35;

  private final Field figure;
  private final Range values = new Range();
  private final double[] xEdges;
  private final double[] yEdges;

  /**
   * Prepares a figure.
   *
   * @param figure what to draw
   */
  FieldFigure(Field figure) {
    this.figure = figure;
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
    out.append("</g>\n");
    MapLayers layers =
        new MapLayers(out, plot, figure, (path, i, k) -> cell(path, plot, i, k, k + 1));
    layers.below(id);
    if (figure.layers().stream().noneMatch(FieldFigure::hidesContours)) {
      contours(out, plot, bar, first, last);
    }
    layers.above();
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
          cell(out, plot, i, start, k);
          start = -1;
        }
      }
    }
  }

  /** The outline of the cells of one column from one up to before another. */
  private void cell(StringBuilder out, Plot plot, int i, int start, int end) {
    double from = plot.x.at(xEdges[i]);
    out.append('M');
    Plot.pixels(out, from).append(' ');
    Plot.pixels(out, plot.fromTop(yEdges[end])).append('H');
    Plot.pixels(out, plot.x.at(xEdges[i + 1])).append('V');
    Plot.pixels(out, plot.fromTop(yEdges[start])).append('H');
    Plot.pixels(out, from).append('z');
  }

  /** Contours of what is noise, or among stream lines, would be mistaken. */
  private static boolean hidesContours(MapLayer layer) {
    return layer instanceof MapLayer.Doubt
        || layer instanceof MapLayer.Line line && line.kind() == MapLayer.LineKind.STREAM;
  }

  private void contours(StringBuilder out, Plot plot, Scale bar, int first, int last) {
    ContourLabels labels = new ContourLabels(plot);
    for (MapLayer layer : figure.layers()) {
      if (layer instanceof MapLayer.Place place) {
        labels.keepFree(plot.x.at(place.x()) + 6, plot.fromTop(place.y()) - 5);
      }
    }
    int classes = last - first + 1;
    double step = bar.ticks.step();
    Ticks names = Ticks.decimal(first * step, (last + 1) * step, classes);
    for (int level = first + 1; level <= last; level++) {
      boolean dark = first >= 0 && level - first < DARK * classes;
      out.append(dark ? "<path class=\"contour light\" d=\"" : "<path class=\"contour\" d=\"");
      for (double[] line :
          Contours.lines(figure.xs(), figure.ys(), figure.values(), level * step / bar.factor)) {
        for (int k = 0; k < line.length; k += 2) {
          line[k] = plot.x.at(line[k]);
          line[k + 1] = plot.fromTop(line[k + 1]);
          Plot.pixels(out.append(k == 0 ? 'M' : ' '), line[k]).append(' ');
          Plot.pixels(out, line[k + 1]);
        }
        labels.add(line, names.label(level - first));
      }
      out.append("\"/>\n");
    }
    labels.append(out);
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
