package org.chikei.report;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Lines of equal value on a rectangular grid, by marching squares; none beside a missing value. */
final class Contours {
  private final double[] xs;
  private final double[] ys;
  private final double[][] values;
  private final double height;

  /** The place of the line on each edge of the grid that it crosses. */
  private final Map<Integer, double[]> points = new HashMap<>();

  /** The edges, one or two, that the line runs to from an edge. */
  private final Map<Integer, List<Integer>> next = new HashMap<>();

  private Contours(double[] xs, double[] ys, double[][] values, double height) {
    this.xs = xs;
    this.ys = ys;
    this.values = values;
    this.height = height;
  }

  /**
   * Finds the lines of one height.
   *
   * @param xs the centres of the cells along x
   * @param ys the centres of the cells along y
   * @param values {@code values[i][k]} at {@code xs[i], ys[k]}
   * @param height the value along the line
   * @return the lines, each the points x, y, x, y …; a closed one ends where it begins
   */
  static List<double[]> lines(double[] xs, double[] ys, double[][] values, double height) {
    Contours contours = new Contours(xs, ys, values, height);
    for (int i = 0; i + 1 < xs.length; i++) {
      for (int k = 0; k + 1 < ys.length; k++) {
        contours.cross(i, k);
      }
    }
    return contours.chained();
  }

  /** Joins the edges of one square that the line crosses. */
  private void cross(int i, int k) {
    double a = values[i][k] - height;
    double b = values[i + 1][k] - height;
    double c = values[i + 1][k + 1] - height;
    double d = values[i][k + 1] - height;
    if (!Double.isFinite(a + b + c + d)) {
      return;
    }
    int[] crossed = new int[4];
    int found = 0;
    found = crossing(crossed, found, a, b, i, k, true);
    found = crossing(crossed, found, b, c, i + 1, k, false);
    found = crossing(crossed, found, d, c, i, k + 1, true);
    found = crossing(crossed, found, a, d, i, k, false);
    if (found == 2) {
      join(crossed[0], crossed[1]);
    } else if (found == 4 && a + b + c + d > 0 == a > 0) {
      // A saddle whose middle is on the side of a: the lines cut off the corners b and d.
      join(crossed[0], crossed[1]);
      join(crossed[2], crossed[3]);
    } else if (found == 4) {
      join(crossed[3], crossed[0]);
      join(crossed[1], crossed[2]);
    }
  }

  private int crossing(int[] crossed, int found, double p, double q, int i, int k, boolean alongX) {
    if (p > 0 == q > 0) {
      return found;
    }
    int edge = 2 * (i * ys.length + k) + (alongX ? 0 : 1);
    double share = p / (p - q);
    double x = alongX ? xs[i] + share * (xs[i + 1] - xs[i]) : xs[i];
    double y = alongX ? ys[k] : ys[k] + share * (ys[k + 1] - ys[k]);
    points.put(edge, new double[] {x, y});
    crossed[found] = edge;
    return found + 1;
  }

  private void join(int one, int other) {
    next.computeIfAbsent(one, edge -> new ArrayList<>(2)).add(other);
    next.computeIfAbsent(other, edge -> new ArrayList<>(2)).add(one);
  }

  private List<double[]> chained() {
    List<double[]> lines = new ArrayList<>();
    for (Integer start : next.keySet().stream().sorted().toList()) {
      if (!next.get(start).isEmpty()) {
        ArrayDeque<Integer> chain = new ArrayDeque<>(List.of(start));
        for (int at = start; !next.get(at).isEmpty(); at = chain.getLast()) {
          chain.addLast(leave(at));
        }
        for (int at = start; !next.get(at).isEmpty(); at = chain.getFirst()) {
          chain.addFirst(leave(at));
        }
        double[] line = new double[2 * chain.size()];
        int n = 0;
        for (int edge : chain) {
          line[n++] = points.get(edge)[0];
          line[n++] = points.get(edge)[1];
        }
        lines.add(line);
      }
    }
    return lines;
  }

  /** Takes one step away from an edge, which is not taken again. */
  private int leave(Integer at) {
    Integer to = next.get(at).remove(0);
    next.get(to).remove(at);
    return to;
  }
}
