package org.chikei.api.trajectory;

import java.util.Map;

/**
 * What a job says of its trajectory files.
 *
 * @param atoms the number of atoms that the structure has, so that a file of another system is
 *     refused before anything is made for it; 0 where no structure is given
 * @param units the {@code units} of the job: {@code ""} for the format's own; {@code "ase"}, or one
 *     of LAMMPS's such as {@code "real"}, {@code "metal"} and {@code "lj"}, names a system of
 *     units; {@code "given"} where single quantities were named
 * @param quantityUnits units of single quantities, of length, velocity, force or time, such as
 *     {@code velocity: nm/ps}; empty as a rule
 */
public record TrajectoryOptions(int atoms, String units, Map<String, String> quantityUnits) {

  /** Copies the map. */
  public TrajectoryOptions {
    quantityUnits = Map.copyOf(quantityUnits);
  }

  /**
   * Options that say only how many atoms there are.
   *
   * @param atoms the number of atoms
   * @return the options
   */
  public static TrajectoryOptions ofAtoms(int atoms) {
    return new TrajectoryOptions(atoms, "", Map.of());
  }
}
