package org.chikei.memory.hierarchy;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;

/** Sums over the samples of each cell: 1, r_a, r_a r_b, y, y r_a, and apart from these y². */
final class CellMoments {
  private static final double FEWEST = 6;

  private final Cells cells;
  private final int dimensions;
  private final double[][] moments;
  private final double[] squares;

  CellMoments(Cells cells) {
    this(cells, new double[terms(cells.dimensions())][cells.size()], new double[cells.size()]);
  }

  private CellMoments(Cells cells, double[][] moments, double[] squares) {
    this.cells = cells;
    this.dimensions = cells.dimensions();
    this.moments = moments;
    this.squares = squares;
  }

  private static int terms(int d) {
    return 1 + d + d * (d + 1) / 2 + 1 + d;
  }

  /** How many samples lie in a cell. */
  double count(int cell) {
    return moments[0][cell];
  }

  /** The sum of their squares of y. */
  double squares(int cell) {
    return squares[cell];
  }

  /** The sum of their y. */
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
    moments[terms(dimensions) - dimensions - 1][cell] += y;
    squares[cell] += y * y;
  }

  /**
   * Forms the products of the means of each cell, which stand for its samples: a linear function is
   * met by these, too. On a circle the margin is filled, one period away.
   */
  void close() {
    int shift = cells.counts()[0] - 2 * cells.margin();
    cells.wrap(moments[0]);
    for (int a = 0; a < dimensions; a++) {
      cells.wrap(moments[1 + a]);
    }
    cells.wrap(moments[terms(dimensions) - dimensions - 1]);
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

  CellMoments plus(CellMoments other) {
    CellMoments sum = new CellMoments(cells);
    for (int k = 0; k < moments.length; k++) {
      Arrays.setAll(sum.moments[k], new Plus(moments[k], other.moments[k]));
    }
    Arrays.setAll(sum.squares, new Plus(squares, other.squares));
    // products of means do not add up
    for (int k = 1 + dimensions; k < moments.length; k++) {
      if (k != terms(dimensions) - dimensions - 1) {
        Arrays.fill(sum.moments[k], 0);
      }
    }
    sum.multiply();
    return sum;
  }

  private void multiply() {
    int y = terms(dimensions) - dimensions - 1;
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

  /** The linear function that fits all samples best. */
  CellFit line() {
    double[][] totals = new double[moments.length][1];
    for (int k = 0; k < totals.length; k++) {
      totals[k][0] = Arrays.stream(moments[k]).sum();
    }
    LinearFit linear = new LinearFit(dimensions);
    double[] at = new double[cells.size()];
    Arrays.setAll(at, c -> linear.at(totals, 0, c, cells));
    return new CellFit(at);
  }

  /**
   * In each cell, the linear function that fits the samples around best.
   *
   * @param width the width of the Gaussian that says what is around, in standard deviations
   * @param deviation the standard deviation of each coordinate, in cells
   */
  CellFit fit(double width, double[] deviation) {
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
    LinearFit linear = new LinearFit(dimensions);
    for (int c = 0; c < at.length; c++) {
      at[c] =
          smooth[0][c] * volume < FEWEST * (dimensions + 1)
              ? Double.NaN
              : linear.at(smooth, c, c, cells);
    }
    return new CellFit(at);
  }

  private record Plus(double[] a, double[] b) implements IntToDoubleFunction {
    @Override
    public double applyAsDouble(int c) {
      return a[c] + b[c];
    }
  }
}
