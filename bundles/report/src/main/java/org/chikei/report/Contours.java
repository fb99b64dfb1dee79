package org.chikei.report;

/** Lines of equal value on a rectangular grid, by marching squares; none beside a missing value. */
final class Contours {
  private Contours() {}

  /**
   * Appends the line of one height as path data.
   *
   * @param out where to append
   * @param plot where the grid lies
   * @param xs the centres of the cells along x
   * @param ys the centres of the cells along y
   * @param values {@code values[i][k]} at {@code xs[i], ys[k]}
   * @param height the value along the line
   */
  static void append(
      StringBuilder out, Plot plot, double[] xs, double[] ys, double[][] values, double height) {
    double[] ends = new double[8];
    for (int i = 0; i + 1 < xs.length; i++) {
      for (int k = 0; k + 1 < ys.length; k++) {
        double a = values[i][k] - height;
        double b = values[i + 1][k] - height;
        double c = values[i + 1][k + 1] - height;
        double d = values[i][k + 1] - height;
        if (!Double.isFinite(a + b + c + d)) {
          continue;
        }
        int found = 0;
        found = crossing(ends, found, a, b, xs[i], ys[k], xs[i + 1], ys[k]);
        found = crossing(ends, found, b, c, xs[i + 1], ys[k], xs[i + 1], ys[k + 1]);
        found = crossing(ends, found, c, d, xs[i + 1], ys[k + 1], xs[i], ys[k + 1]);
        found = crossing(ends, found, d, a, xs[i], ys[k + 1], xs[i], ys[k]);
        if (found == 4) {
          segment(out, plot, ends, 0, 2);
        } else if (found == 8 && a + b + c + d > 0 == a > 0) {
          // A saddle whose middle is on the side of a: the lines cut off the corners b and d.
          segment(out, plot, ends, 0, 2);
          segment(out, plot, ends, 4, 6);
        } else if (found == 8) {
          segment(out, plot, ends, 6, 0);
          segment(out, plot, ends, 2, 4);
        }
      }
    }
  }

  private static int crossing(
      double[] ends, int found, double p, double q, double x0, double y0, double x1, double y1) {
    if (p > 0 == q > 0) {
      return found;
    }
    double share = p / (p - q);
    ends[found] = x0 + share * (x1 - x0);
    ends[found + 1] = y0 + share * (y1 - y0);
    return found + 2;
  }

  private static void segment(StringBuilder out, Plot plot, double[] ends, int from, int to) {
    Plot.pixels(out.append('M'), plot.x.at(ends[from])).append(' ');
    Plot.pixels(out, plot.fromTop(ends[from + 1])).append(' ');
    Plot.pixels(out, plot.x.at(ends[to])).append(' ');
    Plot.pixels(out, plot.fromTop(ends[to + 1]));
  }
}
