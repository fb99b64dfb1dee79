package org.chikei.landscape.landmark;

import java.util.Arrays;
import org.chikei.landscape.grid.SymmetricMatrix;

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
  private final CellGrid grid;
  private final double kT;

  /** The metric of displacements in cells, and its inverse. */
  private final double[] metric;

  private final double[] inverse;

  /**
   * Prepares.
   *
   * @param landmarks the landscape
   * @param kT the thermal energy
   * @param metric the metric M of the coordinates as a {@link SymmetricMatrix}
   */
  MinimumPath(Landmarks landmarks, double kT, double[] metric) {
    this.landmarks = landmarks;
    this.grid = landmarks.grid();
    this.kT = kT;
    double[] h = grid.widths();
    this.metric = metric.clone();
    for (int a = 0; a < h.length; a++) {
      for (int b = a; b < h.length; b++) {
        this.metric[SymmetricMatrix.place(h.length, a, b)] *= h[a] * h[b];
      }
    }
    inverse = SymmetricMatrix.inverse(this.metric);
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

  private double distance(double[] p, double[] q) {
    double[] d = new double[p.length];
    for (int a = 0; a < d.length; a++) {
      d[a] = q[a] - p[a];
    }
    return Math.sqrt(SymmetricMatrix.square(metric, d));
  }

  /** The centres of the cells of the cheapest way; null where there is none. */
  private double[][] overCells(int from, int to) {
    double[] y = landmarks.smooth();
    double[] cost = new double[y.length];
    int[] before = new int[y.length];
    Arrays.fill(cost, Double.POSITIVE_INFINITY);
    Arrays.fill(before, -1);
    CellNeighbours near = new CellNeighbours(grid);
    double[] lengths = lengthsOf(near.steps());
    CellQueue open = new CellQueue(cost);
    cost[from] = 0;
    open.add(from);
    double lowest = Math.min(y[from], y[to]);
    while (!open.isEmpty() && before[to] < 0) {
      int next = open.remove();
      int count = near.find(next);
      for (int n = 0; n < count; n++) {
        int cell = near.cell(n);
        double high = Math.max(y[cell], y[next]) - lowest;
        double step = lengths[near.step(n)] * Math.exp(Math.min(650, SHARPNESS * high / kT));
        if (cost[next] + step < cost[cell]) {
          cost[cell] = cost[next] + step;
          before[cell] = next;
          open.add(cell);
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

  private double[] lengthsOf(int[][] steps) {
    double[] lengths = new double[steps.length];
    for (int n = 0; n < lengths.length; n++) {
      double[] step = Arrays.stream(steps[n]).asDoubleStream().toArray();
      lengths[n] = Math.sqrt(SymmetricMatrix.square(metric, step));
    }
    return lengths;
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
      out[p] = new double[grid.dimensions()];
      for (int a = 0; a < out[p].length; a++) {
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
        farthest = Math.max(farthest, CellGrid.distance(moved[n], now[n]));
      }
      now = moved;
      if (farthest < AT_REST) {
        break;
      }
    }
    return new Path(now, lengths(now));
  }

  /** A step as long as the steepest curvature bears: of M⁻¹H, H the second derivatives. */
  private double pace(double[][] string) {
    double steepest = 0;
    for (double[] place : string) {
      FittedSurface.Local local = landmarks.surface().around(place);
      if (local != null) {
        steepest = Math.max(steepest, size(local.bend()));
      }
    }
    return steepest > 0 ? 0.5 / steepest : 0;
  }

  /** The root of the sum of the squares of the eigenvalues of M⁻¹H. */
  private double size(double[] bend) {
    int dimensions = grid.dimensions();
    double[][] product = new double[dimensions][dimensions];
    for (int a = 0; a < dimensions; a++) {
      for (int b = 0; b < dimensions; b++) {
        for (int c = 0; c < dimensions; c++) {
          product[a][b] +=
              inverse[SymmetricMatrix.place(dimensions, a, c)]
                  * bend[SymmetricMatrix.place(dimensions, c, b)];
        }
      }
    }
    double trace = 0;
    for (int a = 0; a < dimensions; a++) {
      for (int b = 0; b < dimensions; b++) {
        trace += product[a][b] * product[b][a];
      }
    }
    return Math.sqrt(trace);
  }

  private double[] step(double[] place, double pace) {
    FittedSurface.Local local = landmarks.surface().around(place);
    if (local == null) {
      return place;
    }
    double[] d = new double[place.length];
    double square = 0;
    for (int a = 0; a < d.length; a++) {
      d[a] = -pace * SymmetricMatrix.row(inverse, a, local.slope());
      square += d[a] * d[a];
    }
    // no more than a fifth of a cell at once: the fit is good near by
    double cut = Math.min(1, 0.2 / Math.max(1e-300, Math.sqrt(square)));
    double[] moved = place.clone();
    for (int a = 0; a < d.length; a++) {
      moved[a] += cut * d[a];
    }
    int cell = grid.cellAt(moved);
    return cell >= 0 && grid.piece()[cell] >= 0 ? moved : place;
  }
}
