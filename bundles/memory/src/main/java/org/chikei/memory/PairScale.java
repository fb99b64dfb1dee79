package org.chikei.memory;

/**
 * Coordinates measured by the roots of their mean squared velocities, so that kernels of all pairs
 * have the same unit.
 *
 * @param speeds √⟨ṙ²⟩ by coordinate
 */
record PairScale(double[] speeds) {

  /**
   * The scale of given velocities.
   *
   * @param vv ⟨ṙ(t) ṙ(0)⟩ for every pair of coordinates
   */
  static PairScale of(double[][] vv) {
    double[] speeds = new double[(int) Math.round(Math.sqrt(vv.length))];
    for (int a = 0; a < speeds.length; a++) {
      speeds[a] = Math.sqrt(vv[a * (speeds.length + 1)][0]);
    }
    return new PairScale(speeds);
  }

  /** Columns of Γ, its errors or its integral. */
  double[][] kernel(double[][] columns) {
    return scaled(columns, 1);
  }

  /** Columns of the correlation of forces. */
  double[][] force(double[][] columns) {
    return scaled(columns, -1);
  }

  private double[][] scaled(double[][] columns, int powerOfSecond) {
    double[][] scaled = new double[columns.length][columns[0].length];
    for (int p = 0; p < columns.length; p++) {
      double second = Math.pow(speeds[p % speeds.length], powerOfSecond);
      for (int k = 0; k < scaled[p].length; k++) {
        scaled[p][k] = columns[p][k] * second / speeds[p / speeds.length];
      }
    }
    return scaled;
  }
}
