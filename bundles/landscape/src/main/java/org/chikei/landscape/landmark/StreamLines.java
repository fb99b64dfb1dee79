package org.chikei.landscape.landmark;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Stream lines of a vector field on a grid of two coordinates, evenly apart (after B. Jobard, W.
 * Lefer, Visualization in Scientific Computing '97, 43): each begins where there is room yet,
 * follows the field both ways by Runge and Kutta's method, and ends where the field is not known,
 * beside another line, or where it began, closed.
 */
public final class StreamLines {
  /** How far lines begin from each other, as a part of the longer side of the grid. */
  private static final double APART = 1.0 / 18;

  /** How near a line may come to another, as a part of that. */
  private static final double NEAR = 0.5;

  /** In cells. */
  private static final double STEP = 0.2;

  private static final double SHORTEST = 3;
  private static final int MOST_STEPS = 4000;
  private static final int MOST_POINTS = 8000;

  /** Every so many steps are a point. */
  private static final int THINNING = 2;

  private final CellGrid grid;
  private final double[][] field;
  private final boolean[] known;
  private final double apart;
  private final List<double[]> taken = new ArrayList<>();

  private StreamLines(CellGrid grid, double[][] field, boolean[] known, double apart) {
    this.grid = grid;
    this.field = field;
    this.known = known;
    this.apart = apart;
  }

  /**
   * Draws.
   *
   * @param grid the grid
   * @param field both components by cell, in units of the coordinates
   * @param known which cells have a field that is known from zero
   * @return the lines, each a list of places in cells, in the direction of the field
   */
  public static List<double[][]> of(CellGrid grid, double[][] field, boolean[] known) {
    double apart = Math.max(1, APART * extent(grid, known));
    StreamLines lines = new StreamLines(grid, field, known, apart);
    List<double[][]> drawn = new ArrayList<>();
    int points = 0;
    for (int cell : byStrength(grid, field, known)) {
      double[] start = grid.centre(cell);
      if (!lines.isFree(start, apart)) {
        continue;
      }
      double[][] line = lines.through(start);
      if (line != null && points + line.length <= MOST_POINTS) {
        points += line.length;
        drawn.add(line);
        Collections.addAll(lines.taken, line);
      }
    }
    return drawn;
  }

  /** The longer side of what is known, in cells. */
  private static double extent(CellGrid grid, boolean[] known) {
    double extent = 0;
    for (int a = 0; a < 2; a++) {
      double low = Double.POSITIVE_INFINITY;
      double high = Double.NEGATIVE_INFINITY;
      for (int cell = 0; cell < known.length; cell++) {
        if (known[cell]) {
          low = Math.min(low, grid.centre(cell)[a]);
          high = Math.max(high, grid.centre(cell)[a]);
        }
      }
      extent = Math.max(extent, high - low);
    }
    return extent;
  }

  /** The known cells, those of the strongest field first. */
  private static int[] byStrength(CellGrid grid, double[][] field, boolean[] known) {
    List<Integer> cells = new ArrayList<>();
    for (int cell = 0; cell < known.length; cell++) {
      if (known[cell]) {
        cells.add(cell);
      }
    }
    cells.sort(
        (p, q) -> {
          int order = Double.compare(size(grid, field, q), size(grid, field, p));
          return order != 0 ? order : p - q;
        });
    return cells.stream().mapToInt(Integer::intValue).toArray();
  }

  private static double size(CellGrid grid, double[][] field, int cell) {
    return Math.hypot(field[0][cell] / grid.widths()[0], field[1][cell] / grid.widths()[1]);
  }

  private boolean isFree(double[] place, double distance) {
    for (double[] one : taken) {
      double[] other = grid.nearest(one, place);
      if (Math.hypot(other[0] - place[0], other[1] - place[1]) < distance) {
        return false;
      }
    }
    return true;
  }

  /** The line through a place; null where it is too short to be seen. */
  private double[][] through(double[] start) {
    List<double[]> forth = new ArrayList<>();
    boolean closed = follow(start, 1, forth);
    List<double[]> line = new ArrayList<>();
    if (!closed) {
      follow(start, -1, line);
      Collections.reverse(line);
    }
    line.add(start);
    line.addAll(forth);
    if (closed) {
      line.add(start);
    }
    double length = (line.size() - 1) * STEP * THINNING;
    return closed || length >= SHORTEST ? line.toArray(double[][]::new) : null;
  }

  /** Follows the field from a place; says whether it came back to it. */
  private boolean follow(double[] start, int sign, List<double[]> line) {
    double[] at = start;
    double farthest = 0;
    for (int n = 1; n <= MOST_STEPS; n++) {
      double[] one = direction(at);
      double[] two = one == null ? null : direction(ahead(at, one, sign * STEP / 2));
      double[] next = two == null ? null : ahead(at, two, sign * STEP);
      if (next == null || direction(next) == null || !isFree(next, NEAR * apart)) {
        return false;
      }
      at = next;
      double[] image = grid.nearest(start, at);
      double away = Math.hypot(at[0] - image[0], at[1] - image[1]);
      farthest = Math.max(farthest, away);
      if (farthest > 1 && away < 1.5 * STEP) {
        return true;
      }
      // what neither comes back nor goes on winds up upon itself
      if (farthest > 1 && away < NEAR * apart && n * STEP > 8 * farthest) {
        return false;
      }
      if (n % THINNING == 0) {
        line.add(at);
      }
    }
    return false;
  }

  private static double[] ahead(double[] at, double[] direction, double step) {
    return new double[] {at[0] + step * direction[0], at[1] + step * direction[1]};
  }

  /** The direction of the field between four cells, of length one; null where it is not known. */
  private double[] direction(double[] place) {
    int own = grid.cellAt(place);
    if (own < 0 || !known[own]) {
      return null;
    }
    int i = (int) Math.floor(place[0]);
    int k = (int) Math.floor(place[1]);
    double x = place[0] - i;
    double y = place[1] - k;
    double[] sum = new double[2];
    for (int corner = 0; corner < 4; corner++) {
      int cell = grid.cell(i + corner / 2, k + corner % 2);
      boolean counts = cell >= 0 && grid.piece()[cell] == grid.piece()[own];
      double share = (corner / 2 == 1 ? x : 1 - x) * (corner % 2 == 1 ? y : 1 - y);
      for (int a = 0; a < 2; a++) {
        sum[a] += share * field[a][counts ? cell : own] / grid.widths()[a];
      }
    }
    double size = Math.hypot(sum[0], sum[1]);
    return size > 0 ? new double[] {sum[0] / size, sum[1] / size} : null;
  }
}
