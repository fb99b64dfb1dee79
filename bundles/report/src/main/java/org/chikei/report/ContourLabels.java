package org.chikei.report;

import java.util.ArrayList;
import java.util.List;

/**
 * The numbers on contours: one on each line that is long enough, where it runs most nearly level
 * and is away from other numbers and from the edges.
 */
final class ContourLabels {
  private static final double SHORTEST_LINE = 56;
  private static final double APART = 34;
  private static final double FROM_EDGE = 14;
  private static final int MOST = 14;

  private final Plot plot;
  private final List<double[]> taken = new ArrayList<>();
  private final StringBuilder texts = new StringBuilder();

  /**
   * Begins.
   *
   * @param plot where the map lies
   */
  ContourLabels(Plot plot) {
    this.plot = plot;
  }

  /**
   * Keeps a place free.
   *
   * @param x pixels from the left of the room
   * @param y pixels from its top
   */
  void keepFree(double x, double y) {
    taken.add(new double[] {x, y});
  }

  /**
   * Labels a line if there is room.
   *
   * @param line its points in pixels: x, y, x, y …
   * @param text its height
   */
  void add(double[] line, String text) {
    if (length(line) < SHORTEST_LINE + 4 * text.length() || taken.size() >= MOST) {
      return;
    }
    int best = -1;
    double level = Double.POSITIVE_INFINITY;
    for (int k = 2; k + 3 < line.length; k += 2) {
      double slope =
          Math.abs(line[k + 3] - line[k - 1]) / (1e-9 + Math.abs(line[k + 2] - line[k - 2]));
      if (slope < level && isFree(line[k], line[k + 1])) {
        level = slope;
        best = k;
      }
    }
    if (best >= 0) {
      keepFree(line[best], line[best + 1]);
      Plot.text(texts, line[best], line[best + 1] + 3.5, text);
    }
  }

  private boolean isFree(double x, double y) {
    if (x < FROM_EDGE || x > plot.width - FROM_EDGE || y < FROM_EDGE) {
      return false;
    }
    if (y > plot.height - FROM_EDGE) {
      return false;
    }
    for (double[] other : taken) {
      if (Math.abs(other[0] - x) < APART && Math.abs(other[1] - y) < APART / 2) {
        return false;
      }
    }
    return true;
  }

  private static double length(double[] line) {
    double length = 0;
    for (int k = 2; k < line.length; k += 2) {
      length += Math.hypot(line[k] - line[k - 2], line[k + 1] - line[k - 1]);
    }
    return length;
  }

  /**
   * Appends the numbers.
   *
   * @param out where to append
   */
  void append(StringBuilder out) {
    out.append("<g class=\"height\">").append(texts).append("</g>\n");
  }
}
