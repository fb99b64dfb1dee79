package org.chikei.api.analysis;

import java.util.Set;

/**
 * What is known of the data before they are read.
 *
 * @param kT the thermal energy in kJ/mol, or in the source's own unit of energy
 * @param reducedUnits whether the source is in reduced units, so that nothing carries a unit
 * @param available the kinetics that the input allows, for checks beside what is requested; empty
 *     for none
 * @param requested the kinetics that the job demands; null for {@code auto}
 * @param frames the number of frames that will come, or −1 if it is not known
 * @param spacing the time between frames; NaN where it is uneven or not known
 * @param resolution the spacing of stored positions in nm, or of the values themselves where they
 *     are columns of a series; 0 where they are floating-point numbers
 * @param pilot samples of the step's coordinates from frames spread over the input (or the first
 *     frames, where the input cannot jump), with what the step requires of each; never empty. Where
 *     windows are joined, their weights are not known yet and are 1 here
 * @param windows how many windows are joined; 0 for none
 * @param biasAlong whether the bias that the frames' weights undo is a function of the step's
 *     coordinates, so that averages at given values of these need no weights
 */
public record DataOverview(
    double kT,
    boolean reducedUnits,
    Set<Kinetics> available,
    Kinetics requested,
    long frames,
    double spacing,
    double resolution,
    SampleBlock pilot,
    int windows,
    boolean biasAlong) {

  /** Copies the set. */
  public DataOverview {
    available = Set.copyOf(available);
  }

  /**
   * What is known of data whose weights, if they have any, come from a bias of which nothing is
   * known.
   *
   * @param kT the thermal energy
   * @param reducedUnits whether the source is in reduced units
   * @param available the kinetics that the input allows
   * @param requested the kinetics that the job demands; null for {@code auto}
   * @param frames the number of frames that will come, or −1 if it is not known
   * @param spacing the time between frames; NaN where it is uneven or not known
   * @param resolution the spacing of stored positions or values; 0 for floating-point numbers
   * @param pilot samples of the step's coordinates
   */
  public DataOverview(
      double kT,
      boolean reducedUnits,
      Set<Kinetics> available,
      Kinetics requested,
      long frames,
      double spacing,
      double resolution,
      SampleBlock pilot) {
    this(kT, reducedUnits, available, requested, frames, spacing, resolution, pilot, 0, false);
  }
}
