package org.chikei.report;

import org.chikei.api.result.Exhibit.Field;
import org.chikei.api.result.MapLayer;
import org.chikei.api.result.MapLayer.LineKind;
import org.chikei.api.result.MapLayer.Place;
import org.chikei.api.result.MapLayer.PlaceKind;

/** Draws what lies over a map: paths, stream lines, arrows, named places, hatching. */
final class MapLayers {
  /** One head of an arrow in so many pixels along a stream line, one at least. */
  private static final double HEAD_EVERY = 90;

  private static final double HEAD = 5;

  private final StringBuilder out;
  private final Plot plot;
  private final Field figure;
  private final Cells cells;

  /**
   * Prepares.
   *
   * @param out where to append
   * @param plot the room for data
   * @param figure the map
   * @param cells where its cells are
   */
  MapLayers(StringBuilder out, Plot plot, Field figure, Cells cells) {
    this.out = out;
    this.plot = plot;
    this.figure = figure;
    this.cells = cells;
  }

  /** Where the cells of a map are on the page. */
  @FunctionalInterface
  interface Cells {
    /**
     * Appends the outline of a cell as path data.
     *
     * @param out where to append
     * @param i its place along x
     * @param k its place along y
     */
    void append(StringBuilder out, int i, int k);
  }

  /**
   * Draws the layers below the numbers on the contours.
   *
   * @param id the identifier of the figure
   */
  void below(String id) {
    for (MapLayer layer : figure.layers()) {
      if (layer instanceof MapLayer.Doubt doubt) {
        doubt(doubt, id);
      }
    }
  }

  /** Draws the layers above them. */
  void above() {
    for (MapLayer layer : figure.layers()) {
      if (layer instanceof MapLayer.Arrows arrows) {
        ArrowLines.append(out, plot, figure, arrows);
      } else if (layer instanceof MapLayer.Line line) {
        line(line);
      }
    }
    for (MapLayer layer : figure.layers()) {
      if (layer instanceof Place place) {
        place(place);
      }
    }
  }

  private void doubt(MapLayer.Doubt doubt, String id) {
    StringBuilder path = new StringBuilder();
    for (int i = 0; i < figure.values().length; i++) {
      for (int k = 0; k < figure.values()[i].length; k++) {
        double value = figure.values()[i][k];
        boolean known = Math.abs(value) > doubt.multiple() * doubt.errors()[i][k];
        if (Double.isFinite(value) && !known) {
          cells.append(path, i, k);
        }
      }
    }
    out.append("<defs><pattern id=\"").append(id).append("u\" width=\"5\" height=\"5\" ");
    out.append("patternUnits=\"userSpaceOnUse\"><path class=\"doubt\" ");
    out.append("d=\"M0 0L5 5M-1 4L1 6M4 -1L6 1\"/></pattern></defs>\n");
    out.append("<path fill=\"url(#").append(id).append("u)\" d=\"").append(path).append("\"/>\n");
  }

  private void line(MapLayer.Line line) {
    StringBuilder path = new StringBuilder();
    StringBuilder heads = new StringBuilder();
    double sinceHead = HEAD_EVERY / 2;
    boolean up = true;
    int last = line.x().length - 1;
    for (int n = 0; n <= last; n++) {
      double x = plot.x.at(line.x()[n]);
      double y = plot.fromTop(line.y()[n]);
      if (!Double.isFinite(x + y)) {
        up = true;
        continue;
      }
      Plot.pixels(path.append(up ? 'M' : 'L'), x).append(' ');
      Plot.pixels(path, y);
      if (!up) {
        double dx = x - plot.x.at(line.x()[n - 1]);
        double dy = y - plot.fromTop(line.y()[n - 1]);
        double step = Math.hypot(dx, dy);
        sinceHead += step;
        if (step > 0 && sinceHead > HEAD_EVERY) {
          head(heads, x, y, dx / step, dy / step);
          sinceHead = 0;
        }
      }
      up = false;
    }
    String name = line.kind() == LineKind.PATH ? "path" : "stream";
    out.append("<path class=\"").append(name).append(" halo\" d=\"").append(path).append("\"/>\n");
    out.append("<path class=\"").append(name).append("\" d=\"").append(path);
    out.append(line.kind() == LineKind.PATH ? "" : heads).append("\"/>\n");
  }

  private static void head(StringBuilder path, double x, double y, double dx, double dy) {
    for (int side = -1; side <= 1; side += 2) {
      Plot.pixels(path.append('M'), x - HEAD * (dx + side * 0.6 * dy)).append(' ');
      Plot.pixels(path, y - HEAD * (dy - side * 0.6 * dx)).append('L');
      Plot.pixels(path, x).append(' ');
      Plot.pixels(path, y);
    }
  }

  private void place(Place place) {
    double x = plot.x.at(place.x());
    double y = plot.fromTop(place.y());
    if (place.kind() == PlaceKind.MINIMUM) {
      out.append("<circle class=\"minimum\" r=\"3\" cx=\"");
      Plot.pixels(out, x).append("\" cy=\"");
      Plot.pixels(out, y).append("\"/>");
    } else {
      StringBuilder cross = new StringBuilder("M");
      Plot.pixels(cross, x - 3).append(' ');
      Plot.pixels(cross, y - 3).append("l6 6m0 -6l-6 6");
      out.append("<path class=\"saddle halo\" d=\"").append(cross).append("\"/>");
      out.append("<path class=\"saddle\" d=\"").append(cross).append("\"/>");
    }
    // beside the place, on the side that has room
    boolean left = x > plot.width - 28;
    out.append(left ? "<g class=\"placed before\">" : "<g class=\"placed\">");
    double up = y < 16 ? 14 : -5;
    Plot.text(out, left ? x - 6 : x + 6, y + up, place.label());
    out.append("</g>\n");
  }
}
