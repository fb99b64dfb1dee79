package org.chikei.trajectory.netcdf;

import java.util.Locale;
import java.util.Map;
import org.chikei.api.InputException;
import org.chikei.api.Units;
import org.chikei.trajectory.file.TrajectoryFile;

/** What units that an AMBER file names are worth. What it does not name is AMBER's own. */
final class AmberUnits {
  private static final Map<String, Double> LENGTHS =
      Map.of(
          "", Units.ANGSTROM,
          "angstrom", Units.ANGSTROM,
          "a", Units.ANGSTROM,
          "nanometer", 1.0,
          "nm", 1.0,
          "bohr", Units.BOHR);
  private static final Map<String, Double> TIMES =
      Map.of(
          "", 1.0,
          "picosecond", 1.0,
          "ps", 1.0,
          "femtosecond", Units.FEMTOSECOND,
          "fs", Units.FEMTOSECOND,
          "nanosecond", 1000.0,
          "ns", 1000.0);
  private static final Map<String, Double> VELOCITIES =
      Map.of(
          "",
          Units.ANGSTROM,
          "angstrom/picosecond",
          Units.ANGSTROM,
          "angstrom/ps",
          Units.ANGSTROM,
          "angstrom/femtosecond",
          Units.ANGSTROM / Units.FEMTOSECOND,
          "nanometer/picosecond",
          1.0,
          "nm/ps",
          1.0);
  private static final Map<String, Double> FORCES =
      Map.of(
          "", Units.KILOCALORIE / Units.ANGSTROM,
          "kilocalorie/mole/angstrom", Units.KILOCALORIE / Units.ANGSTROM,
          "kcal/mol/angstrom", Units.KILOCALORIE / Units.ANGSTROM,
          "kilojoule/mole/angstrom", 1 / Units.ANGSTROM,
          "kilojoule/mole/nanometer", 1.0,
          "kj/mol/nm", 1.0,
          "amu*angstrom/picosecond^2", Units.ANGSTROM);
  private static final Map<String, Double> ANGLES =
      Map.of("", Math.PI / 180, "degree", Math.PI / 180, "radian", 1.0);

  private AmberUnits() {}

  static double length(TrajectoryFile file, NetcdfVariable variable) throws InputException {
    return of(file, variable, LENGTHS);
  }

  static double time(TrajectoryFile file, NetcdfVariable variable) throws InputException {
    return of(file, variable, TIMES);
  }

  static double velocity(TrajectoryFile file, NetcdfVariable variable) throws InputException {
    return of(file, variable, VELOCITIES);
  }

  static double force(TrajectoryFile file, NetcdfVariable variable) throws InputException {
    return of(file, variable, FORCES);
  }

  static double angle(TrajectoryFile file, NetcdfVariable variable) throws InputException {
    return of(file, variable, ANGLES);
  }

  private static double of(TrajectoryFile file, NetcdfVariable variable, Map<String, Double> known)
      throws InputException {
    String plain = variable.unit().trim().toLowerCase(Locale.ROOT).replace("å", "angstrom");
    Double unit = known.get(plain.replaceAll("s\\b", ""));
    if (unit == null) {
      unit = known.get(plain);
    }
    if (unit == null) {
      String shown = variable.unit().replaceAll("[^ -~]", "?");
      throw file.fault(
          "'%s' is in '%s', a unit that is not known; %s"
              .formatted(
                  variable.name(),
                  shown.length() > 40 ? shown.substring(0, 40) + "…" : shown,
                  "write the file again in AMBER's units"));
    }
    return unit;
  }
}
