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
 *     frames, where the input cannot jump), with what the step requires of each; never empty
 */
public record DataOverview(
    double kT,
    boolean reducedUnits,
    Set<Kinetics> available,
    Kinetics requested,
    long frames,
    double spacing,
    double resolution,
    SampleBlock pilot) {

  /** Copies the set. */
  public DataOverview {
    available = Set.copyOf(available);
  }
}
