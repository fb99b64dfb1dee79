package org.chikei.batch.engine;

import org.chikei.api.coordinate.Period;

/** Velocities and accelerations from the values alone. */
final class SeriesKinetics {
  private SeriesKinetics() {}

  /**
   * Central differences Ṙ = (R(t+h) − R(t−h))/2h and R̈ = (R(t+h) − 2R(t) + R(t−h))/h²; on a circle
   * with the nearest differences. The ends of the rows, which have one neighbour only, get NaN.
   *
   * @param values R by row
   * @param rows how many rows
   * @param spacing h; NaN gives NaN
   * @param period the circle; null for a line
   * @param rates receives Ṙ
   * @param accelerations receives R̈
   */
  static void differentiate(
      double[] values,
      int rows,
      double spacing,
      Period period,
      double[] rates,
      double[] accelerations) {
    rates[0] = Double.NaN;
    accelerations[0] = Double.NaN;
    rates[rows - 1] = Double.NaN;
    accelerations[rows - 1] = Double.NaN;
    double half = 0.5 / spacing;
    double square = 1 / (spacing * spacing);
    for (int j = 1; j < rows - 1; j++) {
      double ahead = values[j + 1] - values[j];
      double behind = values[j] - values[j - 1];
      if (period != null) {
        ahead = period.nearest(ahead);
        behind = period.nearest(behind);
      }
      rates[j] = (ahead + behind) * half;
      accelerations[j] = (ahead - behind) * square;
    }
  }
}
