package org.chikei.trajectory.text;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.chikei.api.InputException;
import org.chikei.api.Units;
import org.chikei.api.trajectory.TrajectoryOptions;
import org.chikei.trajectory.file.TrajectoryFile;

/**
 * What the numbers of a file that does not state its units are multiplied by: what the job says,
 * and otherwise what the format's writers use as a rule.
 *
 * @param length nm in the file's unit of length
 * @param velocity nm/ps in its unit of velocity
 * @param force kJ/mol/nm in its unit of force
 * @param time ps in its unit of time
 * @param assumed the quantities that the job says nothing of, with the unit that is taken
 */
public record UnitChoice(
    double length, double velocity, double force, double time, Map<String, String> assumed) {

  /** The unit of time that goes with Å, eV and amu, in ps: 1 Å divided by sqrt(1 eV / 1 amu). */
  private static final double ASE_TIME = Units.ANGSTROM / Math.sqrt(Units.ELECTRONVOLT);

  /** One Å by that unit of time, in nm/ps. */
  public static final double ASE_VELOCITY = Units.ANGSTROM / ASE_TIME;

  private static final double HARTREE = 27.211386245988 * Units.ELECTRONVOLT;

  /** The unit of time that goes with bohr, hartree and amu, in ps: LAMMPS has it for velocities. */
  private static final double ELECTRON_TIME = Units.BOHR / Math.sqrt(HARTREE);

  /** One joule a particle in kJ/mol. */
  private static final double JOULE = 6.02214076e20;

  private static final Map<String, Double> LENGTHS =
      Map.of(
          "nm",
          1.0,
          "a",
          Units.ANGSTROM,
          "angstrom",
          Units.ANGSTROM,
          "bohr",
          Units.BOHR,
          "um",
          1e3,
          "cm",
          1e7,
          "m",
          1e9);
  private static final Map<String, Double> TIMES =
      Map.of(
          "ps",
          1.0,
          "fs",
          Units.FEMTOSECOND,
          "ns",
          1e3,
          "us",
          1e6,
          "s",
          1e12,
          "ase",
          ASE_TIME,
          "electron",
          ELECTRON_TIME);
  private static final Map<String, Double> ENERGIES =
      Map.of(
          "kj/mol",
          1.0,
          "kcal/mol",
          Units.KILOCALORIE,
          "ev",
          Units.ELECTRONVOLT,
          "hartree",
          HARTREE,
          "j",
          JOULE,
          "erg",
          1e-7 * JOULE,
          "fj",
          1e-15 * JOULE,
          "zj",
          1e-21 * JOULE);

  /**
   * Length, velocity, force and time in the systems of units that a job can name: ASE's, and those
   * of LAMMPS by the names that its manual gives them.
   */
  private static final Map<String, String[]> SYSTEMS =
      Map.of(
          "ase", new String[] {"A", "A/ase", "eV/A", "ase"},
          "real", new String[] {"A", "A/fs", "kcal/mol/A", "fs"},
          "metal", new String[] {"A", "A/ps", "eV/A", "ps"},
          "lj", new String[] {"nm", "nm/ps", "kJ/mol/nm", "ps"},
          "si", new String[] {"m", "m/s", "J/m", "s"},
          "cgs", new String[] {"cm", "cm/s", "erg/cm", "s"},
          "electron", new String[] {"bohr", "bohr/electron", "hartree/bohr", "fs"},
          "micro", new String[] {"um", "um/us", "fJ/um", "us"},
          "nano", new String[] {"nm", "nm/ns", "zJ/nm", "ns"});

  private static final String[] QUANTITIES = {"length", "velocity", "force", "time"};

  /**
   * Chooses.
   *
   * @param file the file, for messages
   * @param options what the job says
   * @param usual what the format's writers use for length, velocity, force and time
   * @return the choice
   * @throws InputException if the job names a unit or a quantity that does not exist
   */
  public static UnitChoice of(TrajectoryFile file, TrajectoryOptions options, String... usual)
      throws InputException {
    Set<String> unknown = new TreeSet<>(options.quantityUnits().keySet());
    unknown.removeAll(Set.of(QUANTITIES));
    if (!unknown.isEmpty()) {
      throw file.fault(
          "units of '%s' cannot be set; those of length, velocity, force and time can"
              .formatted(unknown.iterator().next()));
    }
    String[] system = system(file, options.units(), usual);
    double[] factors = new double[QUANTITIES.length];
    Map<String, String> assumed = new TreeMap<>();
    for (int k = 0; k < factors.length; k++) {
      String unit = options.quantityUnits().getOrDefault(QUANTITIES[k], system[k]);
      factors[k] = factor(file, QUANTITIES[k], unit);
      if (system == usual && !options.quantityUnits().containsKey(QUANTITIES[k])) {
        assumed.put(QUANTITIES[k], unit);
      }
    }
    return new UnitChoice(factors[0], factors[1], factors[2], factors[3], assumed);
  }

  private static String[] system(TrajectoryFile file, String name, String[] usual)
      throws InputException {
    if (name.isEmpty() || name.equals("given")) {
      return usual;
    }
    String[] system = SYSTEMS.get(name);
    if (system == null) {
      throw file.fault(
          "'%s' is no system of units; accepted are %s"
              .formatted(name, String.join(", ", new TreeSet<>(SYSTEMS.keySet()))));
    }
    return system;
  }

  private static double factor(TrajectoryFile file, String quantity, String unit)
      throws InputException {
    String plain = unit.trim().replace("Å", "a").toLowerCase(Locale.ROOT);
    int slash = plain.lastIndexOf('/');
    String left = plain.substring(0, Math.max(slash, 0)).trim();
    String right = plain.substring(slash + 1).trim();
    Double factor =
        switch (quantity) {
          case "length" -> LENGTHS.get(plain);
          case "time" -> TIMES.get(plain);
          case "velocity" -> ratio(LENGTHS.get(left), TIMES.get(right));
          default -> ratio(ENERGIES.get(left), LENGTHS.get(right));
        };
    if (factor == null) {
      throw file.fault(
          "'%s' is no unit of %s; accepted are %s".formatted(unit, quantity, accepted(quantity)));
    }
    return factor;
  }

  private static Double ratio(Double above, Double below) {
    return above == null || below == null ? null : Double.valueOf(above / below);
  }

  private static String accepted(String quantity) {
    String lengths = "nm, A or bohr";
    String times = "ps, fs, ns or ase";
    return switch (quantity) {
      case "length" -> lengths;
      case "time" -> times;
      case "velocity" -> lengths + " by " + times + ", such as A/fs";
      default -> "kJ/mol, kcal/mol, eV or hartree by " + lengths + ", such as kcal/mol/A";
    };
  }

  /**
   * A unit of time that a file states itself.
   *
   * @param unit its name
   * @return the unit in ps, or NaN if there is no such unit
   */
  public static double time(String unit) {
    return TIMES.getOrDefault(unit.toLowerCase(Locale.ROOT), Double.NaN);
  }
}
