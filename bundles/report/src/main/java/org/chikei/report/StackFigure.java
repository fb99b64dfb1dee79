package org.chikei.report;

import java.util.Map;
import org.chikei.api.result.Exhibit.Stack;

/** Draws shares of a whole as areas on top of each other, with their names where they are thick. */
final class StackFigure {
  private static final double THICK_ENOUGH = 18;
  private static final double CHARACTER = 7;

  private final Stack figure;
  private final int layers;
  private final String[] labels;

  /** {@code edges[k][i]}: the lower edge of layer k at position i; NaN where a share is missing. */
  private final double[][] edges;

  private final Range xRange = new Range();
  private final Range yRange = new Range();

  /**
   * Prepares a figure.
   *
   * @param figure what to draw
   */
  StackFigure(Stack figure) {
    this.figure = figure;
    layers = figure.layers().size();
    labels = new String[layers];
    int count = figure.positions().length;
    edges = new double[layers + 1][count];
    int layer = 0;
    for (Map.Entry<String, double[]> entry : figure.layers().entrySet()) {
      labels[layer] = entry.getKey();
      for (int i = 0; i < count; i++) {
        edges[layer + 1][i] = edges[layer][i] + entry.getValue()[i];
      }
      layer++;
    }
    for (int i = 0; i < count; i++) {
      if (isPoint(i)) {
        xRange.add(figure.positions()[i]);
        yRange.add(0);
        yRange.add(edges[layers][i]);
      }
    }
  }

  /**
   * Whether there is nothing to draw.
   *
   * @return true if no position has all its shares
   */
  boolean isEmpty() {
    return xRange.isEmpty() || yRange.span() == 0;
  }

  /**
   * The names of the layers.
   *
   * @return from the bottom up
   */
  String[] labels() {
    return labels;
  }

  /**
   * Draws the figure.
   *
   * @param out where to append
   * @param size how large
   * @param id an identifier that nothing else on the page has
   * @param colours the colour of each layer
   */
  void draw(StringBuilder out, Plot.Size size, String id, int[] colours) {
    Plot plot = new Plot(size, figure.x(), xRange.withRoom(0), figure.y(), yRange.withRoom(0), 0);
    plot.begin(out, id, figure.title(), description());
    plot.beginArea(out);
    for (int k = 0; k < layers; k++) {
      out.append("<path class=\"layer k").append(colours[k]).append("\" d=\"");
      areas(out, plot, k);
      out.append("\"/>\n");
    }
    for (int k = 0; k < layers; k++) {
      name(out, plot, k);
    }
    plot.endArea(out);
    plot.end(out);
  }

  private String description() {
    StringBuilder text = new StringBuilder("Shares, from the bottom up: ");
    for (int k = 0; k < layers; k++) {
      text.append(k == 0 ? "" : ", ").append(labels[k]);
    }
    return text.append('.').toString();
  }

  private void areas(StringBuilder out, Plot plot, int layer) {
    int start = -1;
    for (int i = 0; i <= figure.positions().length; i++) {
      boolean inside = i < figure.positions().length && isPoint(i);
      if (inside && start < 0) {
        start = i;
      } else if (!inside && start >= 0) {
        for (int k = start; k < i; k++) {
          point(out, k == start ? 'M' : ' ', plot, k, layer + 1);
        }
        for (int k = i - 1; k >= start; k--) {
          point(out, ' ', plot, k, layer);
        }
        out.append('z');
        start = -1;
      }
    }
  }

  private void point(StringBuilder out, char before, Plot plot, int i, int edge) {
    out.append(before);
    Plot.pixels(out, plot.x.at(figure.positions()[i])).append(' ');
    Plot.pixels(out, plot.fromTop(edges[edge][i]));
  }

  /** Writes the name of a layer where it fits in best, if it fits anywhere. */
  private void name(StringBuilder out, Plot plot, int layer) {
    double half = CHARACTER * labels[layer].length() / 2 + 6;
    double best = 0;
    double bestX = Double.NaN;
    double bestY = 0;
    for (int i = 0; i < figure.positions().length; i++) {
      double at = plot.x.at(figure.positions()[i]);
      if (isPoint(i) && at >= half && at <= plot.width - half) {
        double top = 0;
        double bottom = plot.height;
        for (int k = firstWithin(plot, i, half); k < edges[0].length && bottom > top; k++) {
          if (plot.x.at(figure.positions()[k]) > at + half) {
            break;
          }
          top = isPoint(k) ? Math.max(top, plot.fromTop(edges[layer + 1][k])) : plot.height;
          bottom = isPoint(k) ? Math.min(bottom, plot.fromTop(edges[layer][k])) : 0;
        }
        double score =
            Math.min(bottom - top, 2 * THICK_ENOUGH) - Math.abs(at - plot.width / 4) / 10;
        if (bottom - top >= THICK_ENOUGH && (bestX != bestX || score > best)) {
          best = score;
          bestX = at;
          bestY = (top + bottom) / 2;
        }
      }
    }
    if (bestX == bestX) {
      out.append("<text class=\"inside\" x=\"");
      Plot.pixels(out, bestX).append("\" y=\"");
      Plot.pixels(out, bestY + 4).append("\">");
      Typesetting.figureText(out, labels[layer]);
      out.append("</text>\n");
    }
  }

  private int firstWithin(Plot plot, int i, double half) {
    int first = i;
    double from = plot.x.at(figure.positions()[i]) - half;
    while (first > 0 && plot.x.at(figure.positions()[first - 1]) >= from) {
      first--;
    }
    return first;
  }

  private boolean isPoint(int i) {
    return Double.isFinite(edges[layers][i]);
  }
}
