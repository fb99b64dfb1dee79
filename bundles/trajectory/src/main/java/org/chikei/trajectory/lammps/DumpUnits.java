package org.chikei.trajectory.lammps;

import org.chikei.api.InputException;
import org.chikei.api.trajectory.TrajectoryOptions;
import org.chikei.trajectory.file.TrajectoryFile;
import org.chikei.trajectory.text.UnitChoice;

/**
 * The units of a dump. Those of lengths are Å where nothing says otherwise, as in real and in metal
 * units; those of velocities, forces and times are then not known.
 *
 * @param choice the factors, with Å and real units where nothing is said
 */
record DumpUnits(UnitChoice choice) {

  static DumpUnits of(TrajectoryFile file, String stated, TrajectoryOptions options)
      throws InputException {
    String named = options.units();
    boolean silent = named.isEmpty() || named.equals("given");
    if (!stated.isEmpty() && !silent && !stated.equals(named)) {
      throw file.fault(
          "it states '%s' units and the job says '%s'; remove 'units' from the job"
              .formatted(stated, named));
    }
    TrajectoryOptions merged =
        new TrajectoryOptions(
            options.atoms(), stated.isEmpty() ? named : stated, options.quantityUnits());
    return new DumpUnits(UnitChoice.of(file, merged, "A", "A/fs", "kcal/mol/A", "fs"));
  }

  /** Whether the unit of a quantity is known. */
  boolean knows(String quantity) {
    return !choice.assumed().containsKey(quantity);
  }

  double length() {
    return choice.length();
  }

  double velocity() {
    return choice.velocity();
  }

  double force() {
    return choice.force();
  }

  /** NaN where it is not known. */
  double time() {
    return knows("time") ? choice.time() : Double.NaN;
  }
}
