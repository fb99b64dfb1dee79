package org.chikei.report;

import org.chikei.api.result.Axis;

/**
 * The frame of a figure: an SVG with room for data in the middle, a grid behind it, and axes with
 * ticks and labels around it. Everything drawn between {@link #beginArea} and {@link #endArea} is
 * in pixels of that room, y downwards, and is cut off at its edges.
 */
final class Plot {
  /** A figure as wide as the page. */
  static final Size WIDE = new Size(900, 390, "wide");

  /** A figure half as wide, two of which stand side by side. */
  static final Size HALF = new Size(440, 300, "half");

  /** A figure of two variables, half as wide as the page, with room for a colour bar. */
  static final Size SQUARE = new Size(440, 370, "half");

  static final double CHARACTER = 6.8;
  static final int TOP = 12;
  private static final int BOTTOM = 42;
  private static final int PER_X_TICK = 52;
  private static final int PER_Y_TICK = 42;

  /** Zero is marked once the axis goes below it by this share of what is above. */
  private static final double ZERO_SHOWN = 0.08;

  /** How far beyond the room a line may still show, so that one along the edge is seen whole. */
  private static final int BLEED = 2;

  final Scale x;
  final Scale y;
  final double left;
  final double width;
  final double height;

  private final Size size;
  private final Axis xAxis;
  private final Axis yAxis;
  private final Scale second;

  /**
   * Lays out a figure.
   *
   * @param size how large
   * @param xAxis the horizontal axis
   * @param xRange where its data begin and end
   * @param yAxis the vertical axis
   * @param yRange where its data begin and end
   * @param besides the room kept free on the right
   */
  Plot(Size size, Axis xAxis, double[] xRange, Axis yAxis, double[] yRange, double besides) {
    this.size = size;
    this.xAxis = xAxis;
    this.yAxis = yAxis;
    height = size.height - TOP - BOTTOM;
    y = Scale.of(yAxis, yRange[0], yRange[1], height, PER_Y_TICK);
    boolean twice = !yAxis.secondUnit().isEmpty() && yAxis.secondSize() > 0;
    second = twice ? y.second(yAxis, PER_Y_TICK) : null;
    left = 34 + CHARACTER * widest(y.ticks);
    double right = second == null ? 22 : 36 + CHARACTER * widest(second.ticks);
    width = size.width - left - right - besides;
    x = Scale.of(xAxis, xRange[0], xRange[1], width, PER_X_TICK);
  }

  /**
   * Begins the SVG element.
   *
   * @param out where to append
   * @param id an identifier that nothing else on the page has
   * @param title what the figure shows
   * @param description what it shows, for who cannot see it
   */
  void begin(StringBuilder out, String id, String title, String description) {
    out.append("<svg class=\"plot ").append(size.name).append("\" viewBox=\"0 0 ");
    out.append(size.width).append(' ').append(size.height);
    out.append("\" role=\"img\" aria-labelledby=\"").append(id).append("t ").append(id);
    out.append("d\" data-area=\"");
    pixels(out, left).append(' ').append(TOP).append(' ');
    pixels(out, width).append(' ');
    pixels(out, height).append("\" data-x=\"");
    NumberText.append(out, x.low, 8);
    out.append(' ');
    NumberText.append(out, x.high, 8);
    out.append("\" data-y=\"");
    NumberText.append(out, y.low, 8);
    out.append(' ');
    NumberText.append(out, y.high, 8);
    out.append("\" data-unit=\"");
    Markup.text(out, x.unit());
    out.append("\" data-label=\"");
    Markup.text(out, Markup.greek(xAxis.label()));
    out.append("\">\n<title id=\"").append(id).append("t\">");
    Markup.text(out, title);
    out.append("</title><desc id=\"").append(id).append("d\">");
    Markup.text(out, description);
    out.append("</desc>\n");
  }

  /**
   * Draws the grid and begins the room for data.
   *
   * @param out where to append
   */
  void beginArea(StringBuilder out) {
    out.append("<path class=\"grid\" d=\"");
    for (int i = 0; i < x.ticks.count(); i++) {
      out.append('M');
      pixels(out, left + x.atTick(i)).append(' ').append(TOP).append('v');
      pixels(out, height);
    }
    for (int i = 0; i < y.ticks.count(); i++) {
      out.append('M');
      pixels(out, left).append(' ');
      pixels(out, TOP + height - y.atTick(i)).append('h');
      pixels(out, width);
    }
    out.append("\"/>\n");
    beginDataArea(out);
    if (y.low < -ZERO_SHOWN * y.high && y.high > 0) {
      out.append("<path class=\"zero\" d=\"M0 ");
      pixels(out, fromTop(0)).append('h');
      pixels(out, width).append("\"/>\n");
    }
  }

  /**
   * Begins the room for data without a grid.
   *
   * @param out where to append
   */
  void beginDataArea(StringBuilder out) {
    out.append("<svg x=\"");
    pixels(out, left - BLEED).append("\" y=\"").append(TOP - BLEED).append("\" width=\"");
    pixels(out, width + 2 * BLEED).append("\" height=\"");
    pixels(out, height + 2 * BLEED).append("\" viewBox=\"-").append(BLEED).append(" -");
    out.append(BLEED).append(' ');
    pixels(out, width + 2 * BLEED).append(' ');
    pixels(out, height + 2 * BLEED).append("\">\n");
  }

  /**
   * Ends the room for data and draws the axes.
   *
   * @param out where to append
   */
  void endArea(StringBuilder out) {
    out.append("</svg>\n<path class=\"axis\" d=\"M");
    pixels(out, left).append(' ');
    pixels(out, TOP + height).append('h');
    pixels(out, width);
    for (int i = 0; i < x.ticks.count(); i++) {
      out.append('M');
      pixels(out, left + x.atTick(i)).append(' ');
      pixels(out, TOP + height).append("v5");
    }
    out.append("\"/>\n<g class=\"below\">");
    for (int i = 0; i < x.ticks.count(); i++) {
      text(out, left + x.atTick(i), TOP + height + 18, x.ticks.label(i));
    }
    out.append("</g><g class=\"before\">");
    tickLabels(out, y, left - 7);
    out.append("</g>\n");
    if (second != null) {
      out.append("<g class=\"behind\">");
      tickLabels(out, second, left + width + 7);
      out.append("</g>");
      upright(
          out, left + width + 27 + CHARACTER * widest(second.ticks), second.label(secondAxis()));
    }
    upright(out, 14, y.label(yAxis));
    out.append("<text class=\"name\" x=\"");
    pixels(out, left + width / 2).append("\" y=\"").append(size.height - 5).append('"');
    fit(out, x.label(xAxis), width);
    Typesetting.figureText(out, x.label(xAxis));
    out.append("</text>\n");
  }

  /**
   * Ends the SVG element.
   *
   * @param out where to append
   */
  void end(StringBuilder out) {
    out.append("</svg>\n");
  }

  /**
   * The height at which a value is drawn.
   *
   * @param value a value of the vertical axis
   * @return pixels from the top of the room
   */
  double fromTop(double value) {
    return height - y.at(value);
  }

  /**
   * Appends a length.
   *
   * @param out where to append
   * @param value pixels
   * @return {@code out}
   */
  static StringBuilder pixels(StringBuilder out, double value) {
    long hundredths = (long) Math.floor(value * 100 + 0.5);
    if (hundredths < 0) {
      out.append('-');
      hundredths = -hundredths;
    }
    long whole = hundredths / 100;
    int rest = (int) (hundredths - 100 * whole);
    out.append(whole);
    if (rest != 0) {
      out.append('.').append((char) ('0' + rest / 10));
      if (rest % 10 != 0) {
        out.append((char) ('0' + rest % 10));
      }
    }
    return out;
  }

  private Axis secondAxis() {
    return Axis.of(yAxis.label(), yAxis.secondUnit());
  }

  private static void tickLabels(StringBuilder out, Scale scale, double at) {
    for (int i = 0; i < scale.ticks.count(); i++) {
      text(out, at, TOP + scale.pixels - scale.atTick(i) + 4, scale.ticks.label(i));
    }
  }

  void upright(StringBuilder out, double at, String label) {
    out.append("<text class=\"name\" transform=\"translate(");
    pixels(out, at).append(" ");
    pixels(out, TOP + height / 2).append(")rotate(-90)\"");
    fit(out, label, height);
    Typesetting.figureText(out, label);
    out.append("</text>");
  }

  /** Ends the tag of a text, squeezed if it would be longer than its axis. */
  private static void fit(StringBuilder out, String label, double room) {
    if (label.length() * CHARACTER > room) {
      out.append(" lengthAdjust=\"spacingAndGlyphs\" textLength=\"");
      pixels(out, room).append('"');
    }
    out.append('>');
  }

  static void text(StringBuilder out, double atX, double atY, String text) {
    out.append("<text x=\"");
    pixels(out, atX).append("\" y=\"");
    pixels(out, atY).append("\">");
    Markup.text(out, text);
    out.append("</text>");
  }

  static int widest(Ticks ticks) {
    int widest = 1;
    for (int i = 0; i < ticks.count(); i++) {
      widest = Math.max(widest, ticks.label(i).length());
    }
    return widest;
  }

  /**
   * The size of a figure.
   *
   * @param width its width in pixels
   * @param height its height
   * @param name the class that the style sheet knows it by
   */
  record Size(int width, int height, String name) {}
}
