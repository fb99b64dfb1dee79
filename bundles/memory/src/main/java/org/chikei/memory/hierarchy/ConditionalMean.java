package org.chikei.memory.hierarchy;

/**
 * ⟨y; r⟩ of one to three coordinates (7): in the cells of a grid, the linear function that fits the
 * samples around best, weighted by a Gaussian whose width is the one that foretells one half of the
 * data best from the other. Between cells it is interpolated by cubics, so that it has a smooth
 * slope. Where no such curve foretells better than one straight line by more than chance may, it is
 * that line: what a harmonic system leaves untold is then exactly linear, too.
 */
final class ConditionalMean {
  /** Widths that are tried, in standard deviations of each coordinate. */
  private static final double[] WIDTHS = {
    0.012, 0.018, 0.027, 0.04, 0.06, 0.09, 0.13, 0.2, 0.3, 0.45, 0.7, 1.1, 1.7
  };

  /** As wide as this, every cell of the grid is near samples. */
  private static final double WIDEST = 64;

  private static final double[] NARROWEST = {0, 0, 0, 0.12};
  private static final int BLOCKS = 12;

  /** In standard errors. */
  private static final double SURE = 2;

  private final Cells cells;
  private final double[] values;

  private ConditionalMean(Cells cells, double[] values) {
    this.cells = cells;
    this.values = values;
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
    CellMoments[] halves = {new CellMoments(cells), new CellMoments(cells)};
    for (int j = 0; j < y.length; j++) {
      int cell = cell(cells, columns, y, j);
      if (cell >= 0) {
        halves[fold[j]].add(cell, columns, j, y[j]);
      }
    }
    halves[0].close();
    halves[1].close();
    CellMoments all = halves[0].plus(halves[1]);
    double best = Double.NaN;
    double least = Double.POSITIVE_INFINITY;
    CellFit[] known = {CellFit.nothing(cells), CellFit.nothing(cells)};
    CellFit[] curves = known;
    for (int w = WIDTHS.length - 1; w >= 0 && WIDTHS[w] >= NARROWEST[cells.dimensions()]; w--) {
      for (int half = 0; half < 2; half++) {
        known[half] = halves[half].fit(WIDTHS[w], deviation).orElse(known[half]);
      }
      double error = known[0].error(halves[1]) + known[1].error(halves[0]);
      if (error < least * (1 - 1e-9)) {
        least = error;
        best = WIDTHS[w];
        curves = known.clone();
      }
    }
    if (!(period > 0)) {
      CellFit[] lines = {halves[0].line(), halves[1].line()};
      if (!better(curves, lines, cells, columns, y, fold)) {
        return new ConditionalMean(cells, all.line().at());
      }
    }
    CellFit fit = CellFit.nothing(cells);
    for (double width = WIDEST; width > best * 1.01; width /= 2) {
      fit = all.fit(width, deviation).orElse(fit);
    }
    fit = all.fit(best, deviation).orElse(fit);
    return new ConditionalMean(cells, fit.at());
  }

  private static int cell(Cells cells, double[][] columns, double[] y, int j) {
    return Double.isFinite(y[j]) && Cells.defined(columns, j) ? cells.cell(columns, j) : -1;
  }

  /** Whether curves foretell the half that they do not know better than lines, beyond chance. */
  private static boolean better(
      CellFit[] curves, CellFit[] lines, Cells cells, double[][] columns, double[] y, byte[] fold) {
    double[] gains = new double[BLOCKS];
    for (int j = 0; j < y.length; j++) {
      int cell = cell(cells, columns, y, j);
      if (cell >= 0) {
        double curve = y[j] - curves[1 - fold[j]].in(cell);
        double line = y[j] - lines[1 - fold[j]].in(cell);
        gains[(int) ((long) j * BLOCKS / y.length)] += line * line - curve * curve;
      }
    }
    double sum = 0;
    double squares = 0;
    for (double gain : gains) {
      sum += gain;
      squares += gain * gain;
    }
    double variance = Math.max(0, (BLOCKS * squares - sum * sum) / (BLOCKS - 1));
    return sum > SURE * Math.sqrt(variance);
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
}
