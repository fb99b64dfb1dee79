package org.chikei.landscape;

import java.util.Arrays;
import java.util.PriorityQueue;

/**
 * The path of least free energy from one minimum to another: everywhere along it the gradient, made
 * a direction by a constant metric M, points along the path.
 *
 * <p>It begins as the way over cells with the least Σ exp(5 y/kT) ds, which takes the lowest
 * passes, and is then relaxed as a string (W. E, W. Ren, E. Vanden-Eijnden, J. Chem. Phys. 126
 * (2007) 164103; L. Maragliano et al., ibid. 125 (2006) 024106): points step down M⁻¹∇y and are
 * laid out again at even distances.
 */
final class MinimumPath {
  private static final double SHARPNESS = 5;
  private static final int FEWEST = 24;
  private static final int MOST = 160;
  private static final double POINTS_PER_CELL = 1.5;
  private static final int ROUNDS = 1000;

  /** The string rests once no point moves by more than this part of a cell. */
  private static final double AT_REST = 1e-4;

  private final Landmarks landmarks;
  private final PlaneGrid grid;
  private final double kT;

  /** From cells to coordinates in which the metric is one: u = L r, row by row. */
  private final double[] l;

  /**
   * Prepares.
   *
   * @param landmarks the landscape
   * @param kT the thermal energy
   * @param metric the metric M of the coordinates: aa, ab, bb
   */
  MinimumPath(Landmarks landmarks, double kT, double[] metric) {
    this.landmarks = landmarks;
    this.grid = landmarks.grid();
    this.kT = kT;
    double[] h = grid.widths();
    double aa = metric[0] * h[0] * h[0];
    double ab = metric[1] * h[0] * h[1];
    double bb = metric[2] * h[1] * h[1];
    double first = Math.sqrt(aa);
    l = new double[] {first, ab / first, Math.sqrt(bb - ab * ab / aa)};
  }

  /**
   * Points of the path.
   *
   * @param places where, in cells, with the images of a circle that make it unbroken
   * @param lengths how long the path is from its beginning to each
   */
  record Path(double[][] places, double[] lengths) {}

  /**
   * Finds the path between two minima.
   *
   * @param from the number of the one
   * @param to the number of the other
   * @return the path; null where no known cells join them
   */
  Path between(int from, int to) {
    int[] minima = landmarks.basins().minima();
    double[][] string = overCells(minima[from], minima[to]);
    if (string == null) {
      return null;
    }
    double[] start = landmarks.minima().get(from).place();
    double[] end = landmarks.minima().get(to).place();
    string[0] = grid.nearest(start, string[0]);
    string[string.length - 1] = grid.nearest(end, string[string.length - 1]);
    int points = (int) (POINTS_PER_CELL * string.length);
    string = even(string, Math.max(FEWEST, Math.min(MOST, points)));
    return relaxed(string);
  }

  private double[] metric(double[] place) {
    return new double[] {l[0] * place[0] + l[1] * place[1], l[2] * place[1]};
  }

  private double distance(double[] p, double[] q) {
    double[] d = metric(new double[] {q[0] - p[0], q[1] - p[1]});
    return Math.hypot(d[0], d[1]);
  }

  /** The centres of the cells of the cheapest way; null where there is none. */
  private double[][] overCells(int from, int to) {
    double[] y = landmarks.smooth();
    double[] cost = new double[y.length];
    int[] before = new int[y.length];
    Arrays.fill(cost, Double.POSITIVE_INFINITY);
    Arrays.fill(before, -1);
    record Reached(int cell, double cost) {}
    PriorityQueue<Reached> open =
        new PriorityQueue<>(
            (p, q) -> p.cost != q.cost ? Double.compare(p.cost, q.cost) : p.cell - q.cell);
    cost[from] = 0;
    open.add(new Reached(from, 0));
    double lowest = Math.min(y[from], y[to]);
    while (!open.isEmpty() && before[to] < 0) {
      Reached next = open.remove();
      if (next.cost > cost[next.cell]) {
        continue;
      }
      for (int cell : grid.neighbours(next.cell)) {
        double[] centre = grid.centre(next.cell);
        double step = distance(centre, grid.nearest(grid.centre(cell), centre));
        double high = Math.max(y[cell], y[next.cell]) - lowest;
        double sum = next.cost + step * Math.exp(Math.min(650, SHARPNESS * high / kT));
        if (sum < cost[cell]) {
          cost[cell] = sum;
          before[cell] = next.cell;
          open.add(new Reached(cell, sum));
        }
      }
    }
    if (before[to] < 0) {
      return null;
    }
    int count = 1;
    for (int cell = to; cell != from; cell = before[cell]) {
      count++;
    }
    double[][] string = new double[count][];
    for (int n = count - 1, cell = to; n >= 0; n--, cell = n >= 0 ? before[cell] : cell) {
      string[n] = grid.centre(cell);
    }
    for (int n = 1; n < count; n++) {
      string[n] = grid.nearest(string[n], string[n - 1]);
    }
    return string;
  }

  private double[] lengths(double[][] string) {
    double[] lengths = new double[string.length];
    for (int n = 1; n < lengths.length; n++) {
      lengths[n] = lengths[n - 1] + distance(string[n - 1], string[n]);
    }
    return lengths;
  }

  /** The string with its points at even distances. */
  private double[][] even(double[][] string, int points) {
    double[] lengths = lengths(string);
    double[][] out = new double[points][];
    int n = 1;
    for (int p = 0; p < points; p++) {
      double at = lengths[lengths.length - 1] * p / (points - 1);
      while (n < lengths.length - 1 && lengths[n] < at) {
        n++;
      }
      double span = lengths[n] - lengths[n - 1];
      double share = span > 0 ? Math.max(0, Math.min(1, (at - lengths[n - 1]) / span)) : 0;
      out[p] = new double[2];
      for (int a = 0; a < 2; a++) {
        out[p][a] = string[n - 1][a] + share * (string[n][a] - string[n - 1][a]);
      }
    }
    return out;
  }

  private Path relaxed(double[][] string) {
    double[][] now = string;
    double pace = pace(now);
    for (int round = 0; round < ROUNDS; round++) {
      double[][] moved = now.clone();
      for (int n = 1; n < now.length - 1; n++) {
        moved[n] = step(now[n], pace);
      }
      moved = even(moved, moved.length);
      double farthest = 0;
      for (int n = 0; n < now.length; n++) {
        double[] d = {moved[n][0] - now[n][0], moved[n][1] - now[n][1]};
        farthest = Math.max(farthest, Math.hypot(d[0], d[1]));
      }
      now = moved;
      if (farthest < AT_REST) {
        break;
      }
    }
    return new Path(now, lengths(now));
  }

  /** A step as long as the steepest curvature bears, in the coordinates of the metric. */
  private double pace(double[][] string) {
    double steepest = 0;
    for (double[] place : string) {
      FittedSurface.Fit fit = landmarks.surface().at(place);
      if (fit != null) {
        double[] h = fit.bend();
        double aa = h[0] / (l[0] * l[0]);
        double ab = (h[1] - l[1] / l[0] * h[0]) / (l[0] * l[2]);
        double slant = l[1] / l[0];
        double bb = (h[2] - 2 * slant * h[1] + slant * slant * h[0]) / (l[2] * l[2]);
        steepest = Math.max(steepest, Math.sqrt(aa * aa + 2 * ab * ab + bb * bb));
      }
    }
    return steepest > 0 ? 0.5 / steepest : 0;
  }

  private double[] step(double[] place, double pace) {
    FittedSurface.Fit fit = landmarks.surface().at(place);
    if (fit == null) {
      return place;
    }
    double gx = fit.slope()[0] / l[0];
    double gy = (fit.slope()[1] - l[1] * gx) / l[2];
    double dy = -pace * gy / l[2];
    double dx = (-pace * gx - l[1] * dy) / l[0];
    // no more than a fifth of a cell at once: the fit is good near by
    double cut = Math.min(1, 0.2 / Math.max(1e-300, Math.hypot(dx, dy)));
    double[] moved = {place[0] + cut * dx, place[1] + cut * dy};
    int cell = grid.cellAt(moved);
    return cell >= 0 && grid.piece()[cell] >= 0 ? moved : place;
  }
}
