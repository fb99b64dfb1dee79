package org.chikei.memory;

import java.util.List;

/**
 * What a change of the mean force does to the correlations of what it leaves: ⟨1(r(t) in cell)
 * ṙ(0)⟩ and ⟨1(r(t) in cell) r̈(0)⟩ for the cells in which the change is told.
 *
 * <p>They weigh errors only, for which some thousands of time origins are enough.
 */
final class MeanForceInfluence {
  /** How many products are summed up at most. */
  private static final long MOST = 10_000_000;

  private final MeanForce force;
  private final int coordinates;
  private final int lags;

  /** By coordinate at 0, cell and lag. */
  private final double[][][] velocity;

  private final double[][][] acceleration;

  MeanForceInfluence(List<Motion> motions, MeanForce force, int lags) {
    this.force = force;
    this.coordinates = motions.size();
    this.lags = lags;
    int cells = force.grid().cells();
    velocity = new double[coordinates][cells][lags + 1];
    acceleration = new double[coordinates][cells][lags + 1];
    double[][] r = motions.stream().map(Motion::position).toArray(double[][]::new);
    int[] starts = motions.get(0).starts();
    int frames = motions.get(0).frames();
    int[] cell = new int[frames];
    for (int j = 0; j < frames; j++) {
      cell[j] = force.grid().cell(r, j);
    }
    long products = (long) frames * (lags + 1) * coordinates;
    int stride = (int) Math.max(1, products / MOST);
    double[] counts = new double[lags + 1];
    int run = 0;
    for (int j = 0; j < frames; j += stride) {
      while (j >= starts[run + 1]) {
        run++;
      }
      int reach = Math.min(lags, starts[run + 1] - 1 - j);
      for (int c = 0; c < coordinates; c++) {
        double v = motions.get(c).velocity()[j];
        double a = motions.get(c).acceleration()[j];
        for (int k = 0; k <= reach; k++) {
          velocity[c][cell[j + k]][k] += v;
          acceleration[c][cell[j + k]][k] += a;
        }
      }
      for (int k = 0; k <= reach; k++) {
        counts[k]++;
      }
    }
    for (int c = 0; c < coordinates; c++) {
      divide(velocity[c], counts);
      divide(acceleration[c], counts);
    }
  }

  private static void divide(double[][] sums, double[] counts) {
    for (double[] sum : sums) {
      for (int k = 0; k < sum.length; k++) {
        sum[k] /= Math.max(1, counts[k]);
      }
    }
  }

  /** Takes the mean force without a block into account in ⟨u ṙ⟩ and ⟨u r̈⟩ without it. */
  void correct(double[][][] correlations, int block) {
    for (int a = 0; a < coordinates; a++) {
      double[] change = force.changes()[block][a];
      for (int c = 0; c < coordinates; c++) {
        double[] uv = correlations[Kernels.UV][a * coordinates + c];
        double[] ua = correlations[Kernels.UA][a * coordinates + c];
        for (int cell = 0; cell < change.length; cell++) {
          for (int k = 0; k <= lags; k++) {
            uv[k] -= change[cell] * velocity[c][cell][k];
            ua[k] -= change[cell] * acceleration[c][cell][k];
          }
        }
      }
    }
  }
}
