package org.chikei.batch.windows;

import org.chikei.api.coordinate.Period;

/**
 * The harmonic restraints of the windows of a job: in window i the energy Σ ½ kᵢ (R − cᵢ)² was
 * added to that of the system, the difference by the nearest image where a coordinate is periodic.
 *
 * @param of the restrained coordinates, numbers from 0 in the job
 * @param periods the circle of each; null where it is none
 * @param centres cᵢ by window and coordinate, in the coordinate's unit
 * @param constants kᵢ by window and coordinate, in kJ/mol/unit², 0 for no restraint
 * @param inForces whether forces and accelerations of the input include the restraint's
 */
public record Restraints(
    int[] of, Period[] periods, double[][] centres, double[][] constants, boolean inForces) {

  /**
   * The number of windows.
   *
   * @return at least 2
   */
  public int windows() {
    return centres.length;
  }

  /** R − c by the nearest image. */
  double off(int window, int coordinate, double value) {
    double difference = value - centres[window][coordinate];
    return periods[coordinate] == null ? difference : periods[coordinate].nearest(difference);
  }

  /**
   * The slope ∂U/∂R of a window's restraint.
   *
   * @param window the window
   * @param coordinate which of the restrained coordinates
   * @param value where it is
   * @return the slope in kJ/mol/unit
   */
  public double slope(int window, int coordinate, double value) {
    double k = constants[window][coordinate];
    return k == 0 ? 0 : k * off(window, coordinate, value);
  }

  /**
   * The energy of a window's restraint.
   *
   * @param window the window
   * @param values columns of the restrained coordinates
   * @param row which row of them
   * @return the energy in kJ/mol
   */
  double energy(int window, double[][] values, int row) {
    double energy = 0;
    for (int a = 0; a < of.length; a++) {
      double k = constants[window][a];
      if (k != 0) {
        double off = off(window, a, values[a][row]);
        energy += 0.5 * k * off * off;
      }
    }
    return energy;
  }
}
