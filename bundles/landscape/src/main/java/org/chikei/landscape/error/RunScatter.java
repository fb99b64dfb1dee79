package org.chikei.landscape.error;

import java.util.List;
import org.chikei.landscape.grid.GridSums;

/**
 * How much sums over a run scatter by chance, told from stretches of all runs, each about the mean
 * of its own run, and how unlikely the sum of a run is by that measure: Hotelling's T² with a
 * pooled covariance.
 */
public final class RunScatter {
  /** A stretch is as many times as long as the correlation within it lasts. */
  private static final int STRETCH = 4;

  private final double[][] sums;
  private final double[] frames;
  private final double[][] covariance;
  private final int freedom;
  private final int contrasts;

  /**
   * Measures.
   *
   * @param grid the blocks
   * @param numbers the runs
   * @param terms what each block adds to each contrast, zero in the mean of all
   */
  public RunScatter(GridSums grid, int[] numbers, double[][] terms) {
    int blocks = grid.blocks();
    int k = terms.length;
    this.sums = new double[numbers.length][k];
    this.frames = new double[numbers.length];
    int[] place = new int[blocks];
    for (int b = 0; b < blocks; b++) {
      int number = grid.run(b);
      for (int j = 0; j < numbers.length; j++) {
        place[b] = numbers[j] == number ? j : place[b];
      }
      frames[place[b]] += grid.frames(b);
      for (int a = 0; a < k; a++) {
        sums[place[b]][a] += terms[a][b];
      }
    }
    int together = together(grid, place, terms);
    double[][] scatter = new double[k][k];
    int degrees = 0;
    for (int from = 0; from < blocks; ) {
      int end = from;
      while (end < blocks && place[end] == place[from]) {
        end++;
      }
      degrees += add(grid, terms, from, end, together, scatter);
      from = end;
    }
    this.contrasts = Math.min(k, degrees / 5);
    this.freedom = degrees;
    this.covariance = new double[contrasts][contrasts];
    for (int a = 0; a < contrasts; a++) {
      for (int c = 0; c < contrasts; c++) {
        covariance[a][c] = scatter[a][c] / degrees;
      }
    }
  }

  /** How many blocks make a stretch that does not know the next. */
  private int together(GridSums grid, int[] place, double[][] terms) {
    int together = 1;
    CorrelatedError error = new CorrelatedError();
    double[] centred = new double[place.length];
    for (int a = 0; a < terms.length; a++) {
      for (int b = 0; b < centred.length; b++) {
        centred[b] = terms[a][b] - sums[place[b]][a] * grid.frames(b) / frames[place[b]];
      }
      error.of(centred, 0, centred.length);
      together = Math.max(together, STRETCH * error.window());
    }
    return together;
  }

  /** Adds the scatter of the stretches of one run, a frame; how many degrees of freedom it has. */
  private static int add(
      GridSums grid, double[][] terms, int from, int end, int together, double[][] scatter) {
    int stretches = (end - from) / together;
    if (stretches < 2) {
      return 0;
    }
    int k = terms.length;
    double[][] sum = new double[stretches][k];
    double[] length = new double[stretches];
    double[] mean = new double[k];
    double whole = 0;
    for (int s = 0; s < stretches; s++) {
      for (int b = from + s * together; b < from + (s + 1) * together; b++) {
        length[s] += grid.frames(b);
        for (int a = 0; a < k; a++) {
          sum[s][a] += terms[a][b];
        }
      }
      whole += length[s];
      for (int a = 0; a < k; a++) {
        mean[a] += sum[s][a];
      }
    }
    for (int s = 0; s < stretches; s++) {
      for (int a = 0; a < k; a++) {
        double x = sum[s][a] - mean[a] * length[s] / whole;
        for (int c = 0; c < k; c++) {
          double y = sum[s][c] - mean[c] * length[s] / whole;
          scatter[a][c] += x * y / length[s];
        }
      }
    }
    return stretches - 1;
  }

  /**
   * The probability that a run deviates as much by chance.
   *
   * @param run which one
   * @param among the runs with which it is compared, itself included
   * @return NaN where the runs are too short
   */
  public double probability(int run, List<Integer> among) {
    if (contrasts == 0) {
      return Double.NaN;
    }
    double whole = 0;
    double[] mean = new double[contrasts];
    for (int j : among) {
      whole += frames[j];
      for (int a = 0; a < contrasts; a++) {
        mean[a] += sums[j][a];
      }
    }
    double[] off = new double[contrasts];
    for (int a = 0; a < contrasts; a++) {
      off[a] = sums[run][a] - mean[a] * frames[run] / whole;
    }
    double square =
        ContrastTest.quadraticForm(covariance, off, contrasts)
            / (frames[run] * (1 - frames[run] / whole));
    double lower = freedom - contrasts + 1.0;
    return ContrastTest.tail(square * lower / (freedom * contrasts), contrasts, lower);
  }
}
