package org.chikei.report;

import org.chikei.api.result.Exhibit.Curve;
import org.chikei.api.result.Exhibit.Curves;
import org.chikei.api.result.Exhibit.Mark;

/**
 * Draws curves with their error bands. A line breaks where there is no value; a value alone between
 * two gaps is a dot with a bar.
 */
final class CurvesFigure {
  /** Bands of badly known values may widen the axis by this share of the span of the curves. */
  private static final double BAND_REACH = 0.3;

  private static final double ROOM = 0.04;
  private static final double BAR = 2;

  /** The room for the names of marks above the curves. */
  private static final double NAMES = 0.08;

  private final Curves figure;
  private final Range xRange = new Range();
  private final Range yRange = new Range();

  /**
   * Prepares a figure.
   *
   * @param figure what to draw
   */
  CurvesFigure(Curves figure) {
    this.figure = figure;
    Range lines = new Range();
    for (Curve curve : figure.curves()) {
      for (int i = 0; i < curve.x().length; i++) {
        if (Double.isFinite(curve.y()[i])) {
          xRange.add(curve.x()[i]);
          lines.add(curve.y()[i]);
        }
      }
    }
    for (Curve curve : figure.curves()) {
      for (int i = 0; i < curve.x().length; i++) {
        double value = curve.y()[i];
        yRange.add(value);
        if (curve.error() != null) {
          yRange.addWithin(value - curve.error()[i], lines, BAND_REACH * lines.span());
          yRange.addWithin(value + curve.error()[i], lines, BAND_REACH * lines.span());
        }
      }
    }
  }

  /**
   * Whether there is nothing to draw.
   *
   * @return true if no curve has a finite value
   */
  boolean isEmpty() {
    return yRange.isEmpty() || xRange.isEmpty();
  }

  /**
   * Draws the figure.
   *
   * @param out where to append
   * @param size how large
   * @param id an identifier that nothing else on the page has
   * @param colours the colour of each curve
   */
  void draw(StringBuilder out, Plot.Size size, String id, int[] colours) {
    double[] ends = yRange.withRoom(ROOM);
    if (!figure.marks().isEmpty()) {
      ends[1] += NAMES * yRange.span();
    }
    Plot plot = new Plot(size, figure.x(), xRange.withRoom(0), figure.y(), ends, 0);
    plot.begin(out, id, figure.title(), description());
    plot.beginArea(out);
    for (int c = figure.curves().size() - 1; c >= 0; c--) {
      Curve curve = figure.curves().get(c);
      if (curve.error() != null) {
        out.append("<path class=\"band k").append(colours[c]).append("\" data-band=\"").append(c);
        out.append("\" d=\"");
        band(out, plot, curve);
        out.append("\"/>\n");
      }
    }
    for (int c = figure.curves().size() - 1; c >= 0; c--) {
      Curve curve = figure.curves().get(c);
      begin(out, curve.dashed() ? "line dashed k" : "line k", colours[c], c);
      boolean alone = line(out, plot, curve, false);
      out.append("\"/>\n");
      if (alone) {
        begin(out, "line dots k", colours[c], c);
        line(out, plot, curve, true);
        out.append("\"/>\n");
      }
    }
    marks(out, plot);
    plot.endArea(out);
    plot.end(out);
  }

  private void marks(StringBuilder out, Plot plot) {
    for (Mark mark : figure.marks()) {
      double at = plot.x.at(mark.at());
      out.append("<path class=\"mark\" d=\"M");
      Plot.pixels(out, at).append(" 16V");
      Plot.pixels(out, plot.height).append("\"/><g class=\"placed middle\">");
      Plot.text(out, Math.max(8, Math.min(plot.width - 8, at)), 11, mark.label());
      out.append("</g>\n");
    }
  }

  private String description() {
    StringBuilder text = new StringBuilder("Curves of ");
    for (int c = 0; c < figure.curves().size(); c++) {
      if (c > 0) {
        text.append(c == figure.curves().size() - 1 ? " and " : ", ");
      }
      text.append(figure.curves().get(c).label());
    }
    text.append(" over ").append(figure.x().label()).append('.');
    return text.toString();
  }

  private static void begin(StringBuilder out, String name, int colour, int curve) {
    out.append("<path class=\"").append(name).append(colour).append("\" data-curve=\"");
    out.append(curve).append("\" d=\"");
  }

  /**
   * Appends the runs of values as lines, or the values that stand alone as dots; says whether there
   * are any of these.
   */
  private static boolean line(StringBuilder out, Plot plot, Curve curve, boolean dots) {
    boolean alone = false;
    for (int i = 0; i < curve.x().length; i++) {
      if (isPoint(curve, i)) {
        boolean first = i == 0 || !isPoint(curve, i - 1);
        boolean last = i == curve.x().length - 1 || !isPoint(curve, i + 1);
        alone |= first && last;
        if ((first && last) == dots) {
          double x = plot.x.at(curve.x()[i]);
          point(out, first ? 'M' : ' ', x, plot.fromTop(curve.y()[i]));
          out.append(dots ? "h0" : "");
        }
      }
    }
    return alone;
  }

  private static void band(StringBuilder out, Plot plot, Curve curve) {
    int start = -1;
    for (int i = 0; i <= curve.x().length; i++) {
      boolean inside =
          i < curve.x().length && isPoint(curve, i) && Double.isFinite(curve.error()[i]);
      if (inside && start < 0) {
        start = i;
      } else if (!inside && start >= 0) {
        piece(out, plot, curve, start, i);
        start = -1;
      }
    }
  }

  private static void piece(StringBuilder out, Plot plot, Curve curve, int start, int end) {
    double wide = end - start == 1 ? BAR : 0;
    for (int i = start; i < end; i++) {
      double top = plot.fromTop(curve.y()[i] + curve.error()[i]);
      point(out, i == start ? 'M' : ' ', plot.x.at(curve.x()[i]) - wide, top);
      if (wide > 0) {
        point(out, ' ', plot.x.at(curve.x()[i]) + wide, top);
      }
    }
    for (int i = end - 1; i >= start; i--) {
      double bottom = plot.fromTop(curve.y()[i] - curve.error()[i]);
      if (wide > 0) {
        point(out, ' ', plot.x.at(curve.x()[i]) + wide, bottom);
      }
      point(out, ' ', plot.x.at(curve.x()[i]) - wide, bottom);
    }
    out.append('z');
  }

  private static boolean isPoint(Curve curve, int i) {
    return Double.isFinite(curve.x()[i]) && Double.isFinite(curve.y()[i]);
  }

  private static void point(StringBuilder out, char before, double x, double y) {
    out.append(before);
    Plot.pixels(out, x).append(' ');
    Plot.pixels(out, y);
  }
}
