package org.chikei.memory.hierarchy;

import java.util.List;

/**
 * r̈_k = f_k(r_1 … r_k) + r_{k+1}, the last without a next: (28), (30), (31). Integrated by
 * Runge–Kutta's fourth-order rule. Not thread-safe.
 */
final class TruncatedSystem {
  private final List<Level> levels;
  private final int count;
  private final double[][] slopes;
  private final double[] trial;
  private final double[][] places;

  TruncatedSystem(List<Level> levels) {
    this.levels = levels;
    count = levels.size();
    slopes = new double[4][2 * count];
    trial = new double[2 * count];
    places = new double[count][];
    for (int k = 0; k < count; k++) {
      places[k] = new double[k + 1];
    }
  }

  /**
   * Goes on by one step.
   *
   * @param state all coordinates, then all velocities; NaN once the forces are not known any more
   */
  void advance(double[] state, double step) {
    slope(state, slopes[0]);
    slope(moved(state, slopes[0], step / 2), slopes[1]);
    slope(moved(state, slopes[1], step / 2), slopes[2]);
    slope(moved(state, slopes[2], step), slopes[3]);
    for (int i = 0; i < state.length; i++) {
      state[i] += step / 6 * (slopes[0][i] + 2 * slopes[1][i] + 2 * slopes[2][i] + slopes[3][i]);
    }
  }

  private double[] moved(double[] state, double[] slope, double step) {
    for (int i = 0; i < trial.length; i++) {
      trial[i] = state[i] + step * slope[i];
    }
    return trial;
  }

  private void slope(double[] state, double[] slope) {
    for (int k = 0; k < count; k++) {
      slope[k] = state[count + k];
      System.arraycopy(state, 0, places[k], 0, k + 1);
      slope[count + k] = levels.get(k).force().at(places[k]) + (k + 1 < count ? state[k + 1] : 0);
    }
  }
}
