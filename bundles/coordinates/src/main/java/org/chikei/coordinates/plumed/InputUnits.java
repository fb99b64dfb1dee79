package org.chikei.coordinates.plumed;

import java.util.Locale;
import java.util.Map;
import org.chikei.api.Units;

/** The units of the numbers of an input, as UNITS sets them; nm, kJ/mol and ps without it. */
final class InputUnits {
  private static final Map<String, Double> LENGTHS =
      Map.of("nm", 1.0, "A", Units.ANGSTROM, "um", 1000.0, "Bohr", Units.BOHR);
  private static final Map<String, Double> ENERGIES =
      Map.of(
          "kj/mol", 1.0,
          "kcal/mol", Units.KILOCALORIE,
          "j/mol", 0.001,
          "eV", Units.ELECTRONVOLT,
          "Ha", 2625.499638);
  private static final Map<String, Double> TIMES =
      Map.of("ps", 1.0, "ns", 1000.0, "fs", Units.FEMTOSECOND, "atomic", 2.418884326509e-5);

  private double length = 1;
  private String lengthName = "nm";
  private boolean natural;

  /** One of its lengths in nm. */
  double length() {
    return length;
  }

  /** What it calls a length. */
  String lengthName() {
    return lengthName;
  }

  /** Refuses files of positions where the input says that nothing is converted. */
  void checkFiles() throws UnreadException {
    if (natural) {
      throw new UnreadException(
          "its reference is in the units of UNITS NATURAL, but the positions of a PDB file are read"
              + " in Å");
    }
  }

  /**
   * Takes an action UNITS.
   *
   * @return a note for the reader of the results; empty where all is as without it
   */
  String read(Action action) throws UnreadException {
    if (action.has("LENGTH")) {
      String name = action.require("LENGTH");
      length = unit("LENGTH", name, LENGTHS);
      lengthName = LENGTHS.containsKey(name) ? name.replace("A", "Å") : text(length) + " nm";
    }
    if (action.has("ENERGY")) {
      unit("ENERGY", action.require("ENERGY"), ENERGIES);
    }
    if (action.has("TIME")) {
      unit("TIME", action.require("TIME"), TIMES);
    }
    if (action.take("MASS").filter(m -> !m.equals("amu")).isPresent()) {
      throw new UnreadException("units of mass other than amu are not read");
    }
    if (action.take("CHARGE").filter(c -> !c.equals("e")).isPresent()) {
      throw new UnreadException("units of charge other than e are not read");
    }
    natural = action.flag("NATURAL");
    return length == 1
        ? ""
        : "lengths in this file are in "
            + lengthName
            + "; they were converted, and the results are in nm (1 "
            + lengthName
            + " = "
            + text(length)
            + " nm)";
  }

  private static double unit(String keyword, String name, Map<String, Double> units)
      throws UnreadException {
    Double known = units.get(name);
    if (known != null) {
      return known;
    }
    double value;
    try {
      value = Words.number(keyword, name);
    } catch (UnreadException e) {
      throw new UnreadException(
          keyword
              + "="
              + name
              + " is no unit (accepted: "
              + String.join(", ", units.keySet().stream().sorted().toList())
              + " or a number)");
    }
    if (!(value > 0)) {
      throw new UnreadException(keyword + "=" + name + " is not positive");
    }
    return value;
  }

  private static String text(double number) {
    return String.format(Locale.ROOT, "%.10g", number).replaceFirst("\\.?0+$", "");
  }
}
