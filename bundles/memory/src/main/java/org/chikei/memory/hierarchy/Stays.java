package org.chikei.memory.hierarchy;

import java.util.ArrayList;
import java.util.List;

/**
 * How long the system stays in each basin, and how fast it moves within it. A visit ends when
 * another basin's core is reached, where the density is nearer to that basin's bottom than to the
 * pass: what turns back on the pass has not left. Visits that an end cuts count with what was seen
 * of them.
 */
final class Stays {
  private static final int MOST_LAGS = 4000;

  private Stays() {}

  /**
   * Follows the visits.
   *
   * @param watershed the basins
   * @param columns the coordinates
   * @param starts where segments begin, and the end of the last
   * @param step the time between frames
   * @return the stays in each basin
   */
  static List<Stay> of(Watershed watershed, double[][] columns, int[] starts, double step) {
    int basins = watershed.bottoms().length;
    int[] visits = visits(watershed, columns, starts);
    double[] population = new double[basins];
    double[] frames = new double[basins];
    long[] exits = new long[basins];
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
    List<Stay> stays = new ArrayList<>();
    for (int k = 0; k < basins; k++) {
      int slowest = 0;
      boolean forgets = true;
      for (double[] column : columns) {
        int lag = relaxation(column, visits, k, starts);
        slowest = Math.max(slowest, Math.abs(lag));
        forgets &= lag >= 0;
      }
      stays.add(
          new Stay(
              population[k] / total,
              frames[k] * step,
              basins == 1 ? -1 : exits[k],
              slowest * step,
              forgets));
    }
    return stays;
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

  /**
   * The lag at which the correlation within visits has fallen to 1/e; the longest one that was
   * looked at, negative, where it has not.
   */
  private static int relaxation(double[] r, int[] visits, int basin, int[] starts) {
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
    int longest = 0;
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
      if (pairs == 0) {
        break;
      }
      if (sum / pairs < whole / Math.E) {
        return lag;
      }
      longest = lag;
    }
    return -longest;
  }
}
