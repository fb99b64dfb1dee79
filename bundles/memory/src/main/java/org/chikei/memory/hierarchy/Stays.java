package org.chikei.memory.hierarchy;

/**
 * How long the system stays in each basin, and how fast it moves within it. A visit ends when
 * another basin's core is reached, where the density is nearer to that basin's bottom than to the
 * pass: what turns back on the pass has not left.
 *
 * @param population the part of the samples in each basin
 * @param dwell the mean length of a visit, in frames; visits that an end cuts count with what was
 *     seen of them
 * @param relaxation the time in which the slowest coordinate forgets where in the basin it was, in
 *     frames
 */
record Stays(double[] population, double[] dwell, double[] relaxation) {
  private static final int MOST_LAGS = 4000;

  static Stays of(Watershed watershed, double[][] columns, int[] starts) {
    int basins = watershed.bottoms().length;
    int[] visits = visits(watershed, columns, starts);
    double[] population = new double[basins];
    double[] frames = new double[basins];
    double[] exits = new double[basins];
    double total = 0;
    for (int s = 0; s + 1 < starts.length; s++) {
      for (int j = starts[s]; j < starts[s + 1]; j++) {
        int basin = watershed.basin(columns, j);
        if (basin >= 0) {
          population[basin]++;
          total++;
        }
        if (visits[j] >= 0) {
          frames[visits[j]]++;
          if (j + 1 < starts[s + 1] && visits[j + 1] >= 0 && visits[j + 1] != visits[j]) {
            exits[visits[j]]++;
          }
        }
      }
    }
    double[] dwell = new double[basins];
    double[] relaxation = new double[basins];
    for (int k = 0; k < basins; k++) {
      population[k] /= total;
      dwell[k] = exits[k] > 0 ? frames[k] / exits[k] : Double.POSITIVE_INFINITY;
      for (double[] column : columns) {
        relaxation[k] = Math.max(relaxation[k], relaxation(column, visits, k, starts));
      }
    }
    return new Stays(population, dwell, relaxation);
  }

  /** The basin whose core was seen last, frame by frame; −1 before any. */
  private static int[] visits(Watershed watershed, double[][] columns, int[] starts) {
    double[] rho = watershed.density().values();
    int[] visits = new int[columns[0].length];
    for (int s = 0; s + 1 < starts.length; s++) {
      int last = -1;
      for (int j = starts[s]; j < starts[s + 1]; j++) {
        int basin = watershed.basin(columns, j);
        if (basin >= 0) {
          int bottom = watershed.bottoms()[basin];
          double prominence = Math.min(watershed.prominences()[basin], lowest(watershed));
          double depth = Math.log(rho[bottom] / rho[watershed.density().cells().cell(columns, j)]);
          if (last < 0 || depth < 0.5 * prominence) {
            last = basin;
          }
        }
        visits[j] = last;
      }
    }
    return visits;
  }

  private static double lowest(Watershed watershed) {
    double lowest = Double.POSITIVE_INFINITY;
    for (double prominence : watershed.prominences()) {
      lowest = Math.min(lowest, prominence);
    }
    return lowest;
  }

  /** The lag at which the correlation within visits has fallen to 1/e. */
  private static double relaxation(double[] r, int[] visits, int basin, int[] starts) {
    double mean = 0;
    long count = 0;
    for (int j = 0; j < r.length; j++) {
      if (visits[j] == basin && Double.isFinite(r[j])) {
        mean += r[j];
        count++;
      }
    }
    mean /= count;
    double whole = Double.NaN;
    for (int lag = 0; lag < MOST_LAGS; lag += Math.max(1, lag / 16)) {
      double sum = 0;
      long pairs = 0;
      for (int s = 0; s + 1 < starts.length; s++) {
        for (int j = starts[s]; j + lag < starts[s + 1]; j++) {
          if (visits[j] == basin
              && visits[j + lag] == basin
              && Double.isFinite(r[j])
              && Double.isFinite(r[j + lag])) {
            sum += (r[j] - mean) * (r[j + lag] - mean);
            pairs++;
          }
        }
      }
      if (lag == 0) {
        whole = sum / pairs;
      }
      if (pairs == 0 || sum / pairs < whole / Math.E) {
        return lag;
      }
    }
    return MOST_LAGS;
  }
}
