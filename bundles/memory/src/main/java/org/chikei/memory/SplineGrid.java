package org.chikei.memory;

/**
 * Products of cubic B-splines of one or more coordinates.
 *
 * @param axes the knots along each coordinate
 */
record SplineGrid(SplineAxis... axes) {

  /** How many coordinates there are. */
  int dimensions() {
    return axes.length;
  }

  /** How many products there are. */
  int functions() {
    int functions = 1;
    for (SplineAxis axis : axes) {
      functions *= axis.functions();
    }
    return functions;
  }

  /** How many cells the knots make. */
  int cells() {
    int cells = 1;
    for (SplineAxis axis : axes) {
      cells *= axis.intervals();
    }
    return cells;
  }

  /** How many products are not zero in a cell. */
  int inCell() {
    return 1 << 2 * axes.length;
  }

  /** The grid with some of the knots left out, so that intervals are so many times as wide. */
  SplineGrid coarser(int times) {
    SplineAxis[] coarser = new SplineAxis[axes.length];
    for (int a = 0; a < axes.length; a++) {
      coarser[a] = axes[a].coarser(times);
    }
    return new SplineGrid(coarser);
  }

  /** The cell of a frame. */
  int cell(double[][] r, int frame) {
    int cell = 0;
    for (int a = 0; a < axes.length; a++) {
      cell = cell * axes[a].intervals() + axes[a].interval(r[a][frame]);
    }
    return cell;
  }

  /** The middle of a cell. */
  double[] middle(int cell) {
    double[] middle = new double[axes.length];
    int rest = cell;
    for (int a = axes.length - 1; a >= 0; a--) {
      middle[a] = axes[a].middle(rest % axes[a].intervals());
      rest /= axes[a].intervals();
    }
    return middle;
  }

  /** Which products are not zero in a cell. */
  int[] functions(int cell) {
    int[] functions = new int[inCell()];
    int[] intervals = new int[axes.length];
    int rest = cell;
    for (int a = axes.length - 1; a >= 0; a--) {
      intervals[a] = rest % axes[a].intervals();
      rest /= axes[a].intervals();
    }
    for (int p = 0; p < functions.length; p++) {
      int function = 0;
      for (int a = 0; a < axes.length; a++) {
        int offset = p >> 2 * (axes.length - 1 - a) & 3;
        int size = axes[a].functions();
        function = function * size + (intervals[a] + offset) % size;
      }
      functions[p] = function;
    }
    return functions;
  }

  /** Values of the products in the cell of a place. */
  final class Weights {
    private final double[] along = new double[4];
    private final double[] values = new double[inCell()];

    /** The values at the frame that was looked at, in the order of {@link #functions(int)}. */
    double[] values() {
      return values;
    }

    /** Looks at a frame, and tells its cell. */
    int cell(double[][] r, int frame) {
      if (axes.length == 1) {
        return axes[0].weights(r[0][frame], values);
      }
      values[0] = 1;
      int cell = 0;
      int size = 1;
      for (int a = 0; a < axes.length; a++) {
        cell = cell * axes[a].intervals() + axes[a].weights(r[a][frame], along);
        for (int p = size - 1; p >= 0; p--) {
          double value = values[p];
          values[4 * p] = value * along[0];
          values[4 * p + 1] = value * along[1];
          values[4 * p + 2] = value * along[2];
          values[4 * p + 3] = value * along[3];
        }
        size *= 4;
      }
      return cell;
    }
  }

  Weights weights() {
    return new Weights();
  }

  /** The sum with given coefficients at every frame of a run. */
  void evaluate(double[] coefficients, double[][] r, int from, int to, double[] into) {
    int[][] functions = allFunctions();
    Weights weights = weights();
    double[] w = weights.values();
    for (int j = from; j < to; j++) {
      int[] at = functions[weights.cell(r, j)];
      double sum = 0;
      for (int p = 0; p < w.length; p++) {
        sum += w[p] * coefficients[at[p]];
      }
      into[j] = sum;
    }
  }

  /** {@link #functions(int)} of every cell. */
  int[][] allFunctions() {
    int[][] functions = new int[cells()][];
    for (int cell = 0; cell < functions.length; cell++) {
      functions[cell] = functions(cell);
    }
    return functions;
  }
}
