package org.chikei.memory;

import java.util.List;

/**
 * What a change of the mean force does to the correlations of what it leaves: ⟨1(r(t) in cell)
 * ṙ(0)⟩ and ⟨1(r(t) in cell) r̈(0)⟩ for the cells in which the change is told.
 *
 * <p>They weigh errors only, for which some of the time origins are enough: stretches of the run,
 * and in these origins so close that their velocities follow each other. Velocities within a well
 * add up to nothing then, as they do in the whole run; those of origins far apart would leave a
 * rest that lasts as long as the system stays in the well, and kernels magnify what lasts.
 */
final class MeanForceInfluence {
  /** How many products are summed up at most, about. */
  static final long MOST = 10_000_000;

  /** Origins are so close that this part of a velocity is left at the next. */
  private static final double FOLLOWED = 0.85;

  /** How long stretches are, in the most frames that are correlated. */
  private static final int STRETCH = 4;

  private final MeanForce force;
  private final int coordinates;
  private final int rows;

  /** By cell, lag and coordinate at 0: with its velocity, and with its acceleration. */
  private final double[] influences;

  MeanForceInfluence(List<Motion> motions, MeanForce force, double[][] velocity, long most) {
    this.force = force;
    this.coordinates = motions.size();
    this.rows = velocity[0].length;
    int width = 2 * coordinates;
    influences = new double[force.grid().cells() * rows * width];
    double[][] r = motions.stream().map(Motion::position).toArray(double[][]::new);
    int[] starts = motions.get(0).starts();
    int frames = motions.get(0).frames();
    int stride = stride(velocity);
    int stretch = STRETCH * rows;
    long every = 1 + (long) frames / stride * rows * coordinates / most;
    int[] offset = new int[stretch + rows];
    double[] counts = new double[rows];
    int run = 0;
    for (long begin = 0; begin < frames; begin += stretch * every) {
      int from = (int) begin;
      int to = Math.min(frames, from + stretch);
      for (int j = from; j < Math.min(frames, to + rows); j++) {
        offset[j - from] = force.grid().cell(r, j) * rows * width;
      }
      for (int j = (from + stride - 1) / stride * stride; j < to; j += stride) {
        while (j >= starts[run + 1]) {
          run++;
        }
        int reach = Math.min(rows, starts[run + 1] - j);
        for (int c = 0; c < coordinates; c++) {
          double v = motions.get(c).velocity()[j];
          double a = motions.get(c).acceleration()[j];
          int column = 2 * c;
          for (int k = 0; k < reach; k++) {
            int at = offset[j - from + k] + column;
            influences[at] += v;
            influences[at + 1] += a;
            column += width;
          }
        }
        for (int k = 0; k < reach; k++) {
          counts[k]++;
        }
      }
    }
    for (int at = 0; at < influences.length; at++) {
      influences[at] /= Math.max(1, counts[at / width % rows]);
    }
  }

  /** How many frames later every velocity is still much the same. */
  private int stride(double[][] velocity) {
    int stride = 1;
    while (stride + 1 < rows) {
      for (int c = 0; c < coordinates; c++) {
        double[] own = velocity[c * coordinates + c];
        if (!(own[stride + 1] > FOLLOWED * own[0])) {
          return stride;
        }
      }
      stride++;
    }
    return stride;
  }

  /** Takes the mean force without a block into account in ⟨u ṙ⟩ and ⟨u r̈⟩ without it. */
  void correct(double[][][] correlations, int block) {
    for (int a = 0; a < coordinates; a++) {
      double[] change = force.changes()[block][a];
      for (int c = 0; c < coordinates; c++) {
        double[] uv = correlations[Kernels.UV][a * coordinates + c];
        double[] ua = correlations[Kernels.UA][a * coordinates + c];
        for (int cell = 0; cell < change.length; cell++) {
          int at = 2 * (cell * rows * coordinates + c);
          for (int k = 0; k < rows; k++) {
            uv[k] -= change[cell] * influences[at];
            ua[k] -= change[cell] * influences[at + 1];
            at += 2 * coordinates;
          }
        }
      }
    }
  }
}
