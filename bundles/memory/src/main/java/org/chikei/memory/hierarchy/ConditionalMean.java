package org.chikei.memory.hierarchy;

import java.util.Arrays;

/**
 * ⟨y; r⟩ of one to three coordinates (7): in the cells of a grid, the linear function that fits the
 * samples around best, weighted by a Gaussian whose width is the one that foretells one half of the
 * data best from the other. Between cells it is interpolated by cubics, so that it has a smooth
 * slope. Linear functions are met exactly.
 */
final class ConditionalMean {
  /** Widths that are tried, in standard deviations of each coordinate. */
  private static final double[] WIDTHS = {0.04, 0.06, 0.09, 0.13, 0.2, 0.3, 0.45, 0.7, 1.1, 1.7};

  /** As wide as this, every cell of the grid is near samples. */
  private static final double WIDEST = 64;

  private static final double[] NARROWEST = {0, 0, 0, 0.12};
  private static final double FEWEST = 6;

  private final Cells cells;
  private final double[] values;
  private final double width;
  private final double explained;

  private ConditionalMean(Cells cells, double[] values, double width, double explained) {
    this.cells = cells;
    this.values = values;
    this.width = width;
    this.explained = explained;
  }

  /**
   * Fits.
   *
   * @param columns the coordinates
   * @param period the period of the first; NaN for none
   * @param y what is averaged; NaN where there is none
   * @param fold 0 or 1 a frame: the halves that are tried on each other
   */
  static ConditionalMean of(double[][] columns, double period, double[] y, byte[] fold) {
    Cells cells = Cells.of(columns, period);
    double[] deviation = deviations(columns, cells);
    Sums[] halves = {new Sums(cells), new Sums(cells)};
    double square = 0;
    for (int j = 0; j < y.length; j++) {
      int cell = Double.isFinite(y[j]) && Cells.defined(columns, j) ? cells.cell(columns, j) : -1;
      if (cell >= 0) {
        halves[fold[j]].add(cell, columns, j, y[j]);
        square += y[j] * y[j];
      }
    }
    halves[0].close();
    halves[1].close();
    double best = Double.NaN;
    double least = Double.POSITIVE_INFINITY;
    Fit[] known = {Fit.nothing(cells), Fit.nothing(cells)};
    for (int w = WIDTHS.length - 1; w >= 0 && WIDTHS[w] >= NARROWEST[cells.dimensions()]; w--) {
      for (int half = 0; half < 2; half++) {
        known[half] = halves[half].fit(WIDTHS[w], deviation).orElse(known[half]);
      }
      double error = known[0].error(halves[1]) + known[1].error(halves[0]);
      if (error < least * (1 - 1e-9)) {
        least = error;
        best = WIDTHS[w];
      }
    }
    Sums all = halves[0].plus(halves[1]);
    Fit fit = Fit.nothing(cells);
    for (double width = WIDEST; width > best * 1.01; width /= 2) {
      fit = all.fit(width, deviation).orElse(fit);
    }
    fit = all.fit(best, deviation).orElse(fit);
    return new ConditionalMean(cells, fit.at, best, 1 - least / Math.max(square, 1e-300));
  }

  private static double[] deviations(double[][] columns, Cells cells) {
    double[] deviations = new double[columns.length];
    for (int a = 0; a < columns.length; a++) {
      double sum = 0;
      double squares = 0;
      long count = 0;
      for (int j = 0; j < columns[a].length; j++) {
        if (Cells.defined(columns, j)) {
          sum += columns[a][j];
          squares += columns[a][j] * columns[a][j];
          count++;
        }
      }
      double variance = squares / count - sum / count * (sum / count);
      deviations[a] = Math.sqrt(Math.max(variance, 0)) / cells.width()[a];
    }
    return deviations;
  }

  /** The width of the Gaussian, in standard deviations of the coordinates. */
  double width() {
    return width;
  }

  /** What part of the mean square of y one half of the data foretells of the other. */
  double explained() {
    return explained;
  }

  Cells cells() {
    return cells;
  }

  /** The mean in a cell; NaN where no sample is near. */
  double inCell(int cell) {
    return values[cell];
  }

  /**
   * The mean at a point.
   *
   * @param at the values of the coordinates
   * @return the mean; NaN outside of the grid
   */
  double at(double... at) {
    int dimensions = cells.dimensions();
    double[][] weights = new double[dimensions][4];
    int[] from = new int[dimensions];
    for (int a = 0; a < dimensions; a++) {
      double place = cells.place(a, at[a]);
      int cell = (int) Math.floor(place);
      if (!(cell >= 1 && cell < cells.counts()[a] - 2)) {
        return Double.NaN;
      }
      from[a] = cell - 1;
      cubic(place - cell, weights[a]);
    }
    return sum(0, 0, 1, from, weights);
  }

  private double sum(int a, int cell, double weight, int[] from, double[][] weights) {
    if (a == from.length) {
      return weight * values[cell];
    }
    double sum = 0;
    for (int k = 0; k < 4; k++) {
      sum +=
          sum(a + 1, cell * cells.counts()[a] + from[a] + k, weight * weights[a][k], from, weights);
    }
    return sum;
  }

  /** The weights of four neighbours in a cubic whose slopes are central differences. */
  private static void cubic(double t, double[] weights) {
    weights[0] = t * (-0.5 + t * (1 - 0.5 * t));
    weights[1] = 1 + t * t * (-2.5 + 1.5 * t);
    weights[2] = t * (0.5 + t * (2 - 1.5 * t));
    weights[3] = t * t * (-0.5 + 0.5 * t);
  }

  /** What was fitted in every cell; NaN where there are too few samples. */
  private record Fit(double[] at) {
    static Fit nothing(Cells cells) {
      double[] at = new double[cells.size()];
      Arrays.fill(at, Double.NaN);
      return new Fit(at);
    }

    /** This where it is known, and else a wider fit. */
    Fit orElse(Fit wider) {
      for (int c = 0; c < at.length; c++) {
        at[c] = Double.isNaN(at[c]) ? wider.at[c] : at[c];
      }
      return this;
    }

    /** The sum of squared deviations of other samples, but for what no fit can change. */
    double error(Sums other) {
      double error = 0;
      double missed = 0;
      for (int c = 0; c < at.length; c++) {
        double n = other.moments[0][c];
        if (n > 0) {
          if (Double.isNaN(at[c])) {
            missed += other.squares[c];
          } else {
            error += other.squares[c] - 2 * at[c] * other.y(c) + n * at[c] * at[c];
          }
        }
      }
      return error + missed;
    }
  }

  /** Sums over the samples of each cell: 1, r_a, r_a r_b, y, y r_a, and apart from these y². */
  private static final class Sums {
    final Cells cells;
    final int dimensions;
    final double[][] moments;
    final double[] squares;

    Sums(Cells cells) {
      this(cells, new double[count(cells.dimensions())][cells.size()], new double[cells.size()]);
    }

    Sums(Cells cells, double[][] moments, double[] squares) {
      this.cells = cells;
      this.dimensions = cells.dimensions();
      this.moments = moments;
      this.squares = squares;
    }

    static int count(int d) {
      return 1 + d + d * (d + 1) / 2 + 1 + d;
    }

    double y(int cell) {
      return moments[1 + dimensions + dimensions * (dimensions + 1) / 2][cell];
    }

    /** Places are in cells, so that all numbers are of a like size. */
    void add(int cell, double[][] columns, int j, double y) {
      double[] place = new double[dimensions];
      for (int a = 0; a < dimensions; a++) {
        place[a] = cells.place(a, columns[a][j]);
      }
      moments[0][cell]++;
      for (int a = 0; a < dimensions; a++) {
        moments[1 + a][cell] += place[a];
      }
      moments[count(dimensions) - dimensions - 1][cell] += y;
      squares[cell] += y * y;
    }

    /**
     * Forms the products of the means of each cell, which stand for its samples: a linear function
     * is met by these, too. On a circle the margin is filled, one period away.
     */
    void close() {
      int shift = cells.counts()[0] - 2 * cells.margin();
      cells.wrap(moments[0]);
      for (int a = 0; a < dimensions; a++) {
        cells.wrap(moments[1 + a]);
      }
      cells.wrap(moments[count(dimensions) - dimensions - 1]);
      if (cells.period() > 0) {
        for (int c = 0; c < squares.length; c++) {
          int along = cells.along(c, 0);
          if (along < cells.margin()) {
            moments[1][c] -= shift * moments[0][c];
          } else if (along >= cells.margin() + shift) {
            moments[1][c] += shift * moments[0][c];
          }
        }
      }
      multiply();
    }

    Sums plus(Sums other) {
      Sums sum = new Sums(cells);
      for (int k = 0; k < moments.length; k++) {
        Arrays.setAll(sum.moments[k], new Plus(moments[k], other.moments[k]));
      }
      Arrays.setAll(sum.squares, new Plus(squares, other.squares));
      // products of means do not add up
      for (int k = 1 + dimensions; k < moments.length; k++) {
        if (k != count(dimensions) - dimensions - 1) {
          Arrays.fill(sum.moments[k], 0);
        }
      }
      sum.multiply();
      return sum;
    }

    private void multiply() {
      int y = count(dimensions) - dimensions - 1;
      for (int c = 0; c < squares.length; c++) {
        double n = moments[0][c];
        if (n > 0) {
          int k = 1 + dimensions;
          for (int a = 0; a < dimensions; a++) {
            for (int b = a; b < dimensions; b++) {
              moments[k++][c] = moments[1 + a][c] * moments[1 + b][c] / n;
            }
            moments[y + 1 + a][c] = moments[y][c] * moments[1 + a][c] / n;
          }
        }
      }
    }

    Fit fit(double width, double[] deviation) {
      double[] smoothing = new double[dimensions];
      for (int a = 0; a < dimensions; a++) {
        double most = (cells.counts()[a] - 1) / 3.0;
        smoothing[a] = Math.min(most, Math.max(0.5, width * deviation[a]));
      }
      double[][] smooth = new double[moments.length][];
      for (int k = 0; k < smooth.length; k++) {
        smooth[k] = moments[k].clone();
        cells.smooth(smooth[k], smoothing);
      }
      double volume = 1;
      for (double s : smoothing) {
        volume *= Math.sqrt(2 * Math.PI) * s;
      }
      double[] at = new double[cells.size()];
      LinearFit fit = new LinearFit(dimensions);
      for (int c = 0; c < at.length; c++) {
        at[c] =
            smooth[0][c] * volume < FEWEST * (dimensions + 1)
                ? Double.NaN
                : fit.at(smooth, c, cells);
      }
      return new Fit(at);
    }
  }

  private record Plus(double[] a, double[] b) implements java.util.function.IntToDoubleFunction {
    @Override
    public double applyAsDouble(int c) {
      return a[c] + b[c];
    }
  }
}
