package org.chikei.memory.hierarchy;

import java.util.Arrays;

/**
 * What was fitted in every cell.
 *
 * @param at one a cell; NaN where there are too few samples
 */
record CellFit(double[] at) {
  static CellFit nothing(Cells cells) {
    double[] at = new double[cells.size()];
    Arrays.fill(at, Double.NaN);
    return new CellFit(at);
  }

  /** What is foretold in a cell; 0 where nothing is known. */
  double in(int cell) {
    return Double.isNaN(at[cell]) ? 0 : at[cell];
  }

  /** This where it is known, and else a wider fit. */
  CellFit orElse(CellFit wider) {
    for (int c = 0; c < at.length; c++) {
      at[c] = Double.isNaN(at[c]) ? wider.at[c] : at[c];
    }
    return this;
  }

  /** The sum of squared deviations of other samples, but for what no fit can change. */
  double error(CellMoments other) {
    double error = 0;
    for (int c = 0; c < at.length; c++) {
      error += other.squares(c) - 2 * in(c) * other.y(c) + other.count(c) * in(c) * in(c);
    }
    return error;
  }
}
