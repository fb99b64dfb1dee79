package org.chikei.memory.hierarchy;

import java.util.Arrays;
import java.util.List;

/**
 * The truncated systems r̈_1 = f_1(r_1) (28), then r̈_1 = f_1(r_1) + r_2, r̈_2 = f_2(r_1, r_2) (30)
 * and so on (31), begun where the system was seen and set beside what it did.
 *
 * @param times since the start
 * @param errors the root mean square error of r_1 by number of levels
 * @param standardErrors their standard errors
 * @param spread what somebody errs who always says the mean
 * @param starts how many starts there were
 * @param left what part of the runs left the region where the forces are known, by number of levels
 */
record Foretelling(
    double[] times,
    double[][] errors,
    double[][] standardErrors,
    double spread,
    int starts,
    double[] left) {
  private static final int MOST_STARTS = 1000;
  private static final int MOST_FRAMES = 150;
  private static final int SUBSTEPS = 2;

  static Foretelling of(List<Level> levels, double step, double period) {
    LevelSeries first = levels.get(0).series();
    int[] starts = first.starts();
    int frames = horizon(starts);
    int[] from = starts(levels, frames);
    double[] times = new double[frames + 1];
    Arrays.setAll(times, t -> t * step);
    double[][] errors = new double[levels.size()][frames + 1];
    double[][] standard = new double[levels.size()][frames + 1];
    double[] left = new double[levels.size()];
    for (int count = 1; count <= levels.size(); count++) {
      run(levels, count, from, step, period, errors, standard, left);
    }
    return new Foretelling(times, errors, standard, Math.sqrt(first.variance()), from.length, left);
  }

  private static int horizon(int[] starts) {
    int longest = 0;
    for (int s = 0; s + 1 < starts.length; s++) {
      longest = Math.max(longest, starts[s + 1] - starts[s]);
    }
    return Math.max(1, Math.min(MOST_FRAMES, longest / 3));
  }

  private static int[] starts(List<Level> levels, int frames) {
    int[] starts = levels.get(0).series().starts();
    int[] found = new int[starts[starts.length - 1]];
    int n = 0;
    for (int s = 0; s + 1 < starts.length; s++) {
      for (int j = starts[s]; j + frames < starts[s + 1]; j++) {
        int at = j;
        if (levels.stream().allMatch(level -> Double.isFinite(level.velocity()[at]))) {
          found[n++] = j;
        }
      }
    }
    int every = Math.max(1, n / MOST_STARTS);
    int[] chosen = new int[n / every];
    for (int k = 0; k < chosen.length; k++) {
      chosen[k] = found[k * every];
    }
    return chosen;
  }

  private static void run(
      List<Level> levels,
      int count,
      int[] from,
      double step,
      double period,
      double[][] errors,
      double[][] standard,
      double[] left) {
    double[] squares = new double[errors[0].length];
    double[] fourths = new double[errors[0].length];
    int[] runs = new int[errors[0].length];
    double[] observed = levels.get(0).series().values();
    TruncatedSystem system = new TruncatedSystem(levels.subList(0, count));
    int gone = 0;
    for (int start : from) {
      double[] state = new double[2 * count];
      for (int k = 0; k < count; k++) {
        state[k] = levels.get(k).series().values()[start];
        state[count + k] = levels.get(k).velocity()[start];
      }
      for (int t = 0; t < squares.length; t++) {
        double error = state[0] - observed[start + t];
        if (period > 0) {
          error -= period * Math.rint(error / period);
        }
        if (!Double.isFinite(error)) {
          gone++;
          break;
        }
        squares[t] += error * error;
        fourths[t] += error * error * error * error;
        runs[t]++;
        for (int i = 0; i < SUBSTEPS; i++) {
          system.advance(state, step / SUBSTEPS);
        }
      }
    }
    for (int t = 0; t < squares.length; t++) {
      double mean = squares[t] / runs[t];
      errors[count - 1][t] = Math.sqrt(mean);
      double variance = Math.max(0, fourths[t] / runs[t] - mean * mean) / runs[t];
      standard[count - 1][t] = mean > 0 ? 0.5 * Math.sqrt(variance / mean) : 0;
    }
    left[count - 1] = from.length == 0 ? 0 : (double) gone / from.length;
  }
}
