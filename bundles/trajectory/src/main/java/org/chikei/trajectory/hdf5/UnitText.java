package org.chikei.trajectory.hdf5;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.chikei.api.Units;

/**
 * A unit in text, as H5MD and MDTraj write it, such as {@code nm ps-1}, {@code kJ mol-1 nm-1},
 * {@code nanometers/picosecond} or {@code 10+3 m}.
 *
 * @param factor what it is worth in nm, ps, amu
 * @param length its power of length
 * @param time its power of time
 * @param mass its power of mass
 * @param amount its power of the amount of substance
 */
record UnitText(double factor, int length, int time, int mass, int amount) {
  private static final Pattern PART =
      Pattern.compile(
          "([*/\\s]*)([A-Za-zÅåµμ_]+|[0-9]*\\.?[0-9]+)(?:(?:\\^|\\*\\*)?([+-]?[0-9]+))?");
  private static final int MOST = 9;

  /** Avogadro's number (CODATA 2018, exact). */
  private static final double AVOGADRO = 6.02214076e23;

  private static final Map<String, UnitText> KNOWN =
      Map.ofEntries(
          length("nm", 1),
          length("nanometer", 1),
          length("angstrom", Units.ANGSTROM),
          length("a", Units.ANGSTROM),
          length("å", Units.ANGSTROM),
          length("pm", 1e-3),
          length("bohr", Units.BOHR),
          length("um", 1e3),
          length("m", 1e9),
          time("ps", 1),
          time("picosecond", 1),
          time("fs", Units.FEMTOSECOND),
          time("femtosecond", Units.FEMTOSECOND),
          time("ns", 1e3),
          time("nanosecond", 1e3),
          time("s", 1e12),
          energy("kj", 1, 1),
          energy("kilojoule", 1, 1),
          energy("kcal", Units.KILOCALORIE, 1),
          energy("kilocalorie", Units.KILOCALORIE, 1),
          energy("j", 1e-3, 1),
          energy("ev", Units.ELECTRONVOLT, 0),
          Map.entry("pn", new UnitText(1e-24 * AVOGADRO, 1, -2, 1, 0)),
          Map.entry("u", new UnitText(1, 0, 0, 1, 0)),
          Map.entry("amu", new UnitText(1, 0, 0, 1, 0)),
          Map.entry("da", new UnitText(1, 0, 0, 1, 0)),
          Map.entry("dalton", new UnitText(1, 0, 0, 1, 0)),
          Map.entry("g", new UnitText(1, 0, 0, 1, 1)),
          Map.entry("mol", new UnitText(1, 0, 0, 0, 1)),
          Map.entry("mole", new UnitText(1, 0, 0, 0, 1)));

  private static Map.Entry<String, UnitText> length(String name, double nm) {
    return Map.entry(name, new UnitText(nm, 1, 0, 0, 0));
  }

  private static Map.Entry<String, UnitText> time(String name, double ps) {
    return Map.entry(name, new UnitText(ps, 0, 1, 0, 0));
  }

  private static Map.Entry<String, UnitText> energy(String name, double kilojoules, int amount) {
    return Map.entry(name, new UnitText(kilojoules, 2, -2, 1, amount));
  }

  /**
   * Reads a unit.
   *
   * @param text its text
   * @return the unit, or null if it cannot be understood
   */
  static UnitText parse(String text) {
    UnitText unit = new UnitText(1, 0, 0, 0, 0);
    Matcher part = PART.matcher(text.trim());
    int at = 0;
    while (part.find()) {
      if (part.start() != at) {
        return null;
      }
      at = part.end();
      int power = part.group(3) == null ? 1 : power(part.group(3));
      UnitText one = known(part.group(2));
      if (one == null || power == 0) {
        return null;
      }
      unit = unit.times(one, part.group(1).contains("/") ? -power : power);
    }
    return at == text.trim().length() && at > 0 ? unit : null;
  }

  private static int power(String text) {
    int digits = text.charAt(0) == '-' || text.charAt(0) == '+' ? 1 : 0;
    int power = text.length() - digits > 1 ? MOST + 1 : Integer.parseInt(text);
    return Math.abs(power) > MOST ? 0 : power;
  }

  private static UnitText known(String name) {
    if (Character.isDigit(name.charAt(0)) || name.charAt(0) == '.') {
      return new UnitText(Double.parseDouble(name), 0, 0, 0, 0);
    }
    String plain = name.toLowerCase(Locale.ROOT);
    UnitText found = KNOWN.get(plain);
    if (found == null && plain.endsWith("s")) {
      found = KNOWN.get(plain.substring(0, plain.length() - 1));
    }
    return found;
  }

  private UnitText times(UnitText other, int power) {
    return new UnitText(
        factor * Math.pow(other.factor, power),
        length + power * other.length,
        time + power * other.time,
        mass + power * other.mass,
        amount + power * other.amount);
  }

  /** Whether it is of some powers of length, time and mass, and of no amount. */
  boolean isOf(int lengths, int times, int masses) {
    return length == lengths
        && time == times
        && mass == masses
        && amount == 0
        && factor > 0
        && factor < 1e30;
  }
}
