package org.chikei.api.coordinate;

import java.util.Optional;

/**
 * A coordinate that the source carries itself: a column of a series, with the columns of its
 * velocity and its acceleration where there are such. It knows nothing of atoms.
 *
 * <p>A column alone says nothing of how fast it is or how heavy; then its velocity and acceleration
 * come from differences of the series. The column of the acceleration holds R̈ itself (12), so that
 * its mean at given R is the mean force whether or not velocities come with it. A mass makes the
 * metric g = 1/m known, the same everywhere; the metric of two different columns is not known.
 *
 * @param column the column of the values, an index from 0
 * @param unit the unit of the values; empty for a pure number or where it is not known
 * @param period the circle on which they live; values outside it are wrapped into it
 * @param velocity the column of Ṙ, in the unit of the values by the source's unit of time; −1
 *     without
 * @param acceleration the column of R̈; −1 without
 * @param mass the mass in amu nm² by the square of the unit; NaN where it is not known
 */
public record ColumnVariable(
    int column, String unit, Optional<Period> period, int velocity, int acceleration, double mass)
    implements Coordinate {

  /**
   * A column of which nothing else is known.
   *
   * @param column the column, an index from 0
   * @return the coordinate
   */
  public static ColumnVariable of(int column) {
    return new ColumnVariable(column, "", Optional.empty(), -1, -1, Double.NaN);
  }

  /**
   * Whether its mass is known.
   *
   * @return true if it is
   */
  public boolean hasMass() {
    return !Double.isNaN(mass);
  }
}
