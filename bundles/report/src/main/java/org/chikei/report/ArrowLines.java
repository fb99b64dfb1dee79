package org.chikei.report;

import java.util.Arrays;
import org.chikei.api.result.Exhibit.Field;
import org.chikei.api.result.MapLayer.Arrows;

/**
 * Draws a vector field as arrows, one for a few neighbouring cells. Directions are those seen in
 * the figure; lengths go with the length in it, up to the distance of two arrows.
 */
final class ArrowLines {
  private static final int MOST = 20;

  /** Nine in ten arrows are shorter than this share of their distance. */
  private static final double LONG = 0.85;

  private static final double LONGEST = 1.3;

  /** Arrows shorter than this many pixels are left out. */
  private static final double SHORTEST = 1.5;

  private ArrowLines() {}

  /**
   * Appends the arrows.
   *
   * @param out where to append
   * @param plot the room for data
   * @param figure the map beneath
   * @param field the vector field
   */
  static void append(StringBuilder out, Plot plot, Field figure, Arrows field) {
    int stepX = Math.max(1, (int) Math.ceil((double) figure.xs().length / MOST));
    int stepY = Math.max(1, (int) Math.ceil((double) figure.ys().length / MOST));
    int columns = (figure.xs().length + stepX - 1) / stepX;
    int rows = (figure.ys().length + stepY - 1) / stepY;
    double[][] arrows = new double[columns * rows][];
    double[] lengths = new double[arrows.length];
    int count = 0;
    for (int i = 0; i < columns; i++) {
      for (int k = 0; k < rows; k++) {
        double[] arrow = mean(plot, figure, field, i * stepX, stepX, k * stepY, stepY);
        if (arrow != null) {
          lengths[count] = Math.hypot(arrow[2], arrow[3]);
          arrows[count++] = arrow;
        }
      }
    }
    if (count == 0) {
      return;
    }
    double[] sorted = Arrays.copyOf(lengths, count);
    Arrays.sort(sorted);
    double typical = sorted[(int) (0.9 * (count - 1))];
    double distance = Math.min(plot.width / columns, plot.height / rows);
    StringBuilder path = new StringBuilder();
    for (int n = 0; n < count; n++) {
      double wanted = typical > 0 ? lengths[n] / typical * LONG * distance : 0;
      double length = Math.min(wanted, LONGEST * distance);
      if (length >= SHORTEST) {
        arrow(path, arrows[n], length / lengths[n], length);
      }
    }
    out.append("<path class=\"arrow halo\" d=\"").append(path).append("\"/>\n");
    out.append("<path class=\"arrow\" d=\"").append(path).append("\"/>\n");
  }

  /** Place and direction in pixels of the mean over some cells; null where there is none. */
  private static double[] mean(
      Plot plot, Field figure, Arrows field, int fromX, int countX, int fromY, int countY) {
    double weight = 0;
    double[] sum = new double[4];
    double perX = plot.x.at(1) - plot.x.at(0);
    double perY = plot.fromTop(1) - plot.fromTop(0);
    for (int i = fromX; i < Math.min(fromX + countX, figure.xs().length); i++) {
      for (int k = fromY; k < Math.min(fromY + countY, figure.ys().length); k++) {
        double w = field.weights()[i][k];
        double u = field.along()[i][k];
        double v = field.across()[i][k];
        if (w > 0 && Double.isFinite(u + v)) {
          weight += w;
          sum[0] += w * plot.x.at(figure.xs()[i]);
          sum[1] += w * plot.fromTop(figure.ys()[k]);
          sum[2] += w * u * perX;
          sum[3] += w * v * perY;
        }
      }
    }
    if (!(weight > 0)) {
      return null;
    }
    for (int c = 0; c < 4; c++) {
      sum[c] /= weight;
    }
    return sum;
  }

  private static void arrow(StringBuilder out, double[] arrow, double scale, double length) {
    double dx = arrow[2] * scale;
    double dy = arrow[3] * scale;
    double tipX = arrow[0] + dx / 2;
    double tipY = arrow[1] + dy / 2;
    double head = Math.min(5, 0.45 * length) / length;
    out.append('M');
    Plot.pixels(out, arrow[0] - dx / 2).append(' ');
    Plot.pixels(out, arrow[1] - dy / 2).append('L');
    Plot.pixels(out, tipX).append(' ');
    Plot.pixels(out, tipY);
    for (int side = -1; side <= 1; side += 2) {
      out.append('M');
      Plot.pixels(out, tipX - head * (dx + side * 0.55 * dy)).append(' ');
      Plot.pixels(out, tipY - head * (dy - side * 0.55 * dx)).append('L');
      Plot.pixels(out, tipX).append(' ');
      Plot.pixels(out, tipY);
    }
  }
}
