package org.chikei.landscape.words;

import org.chikei.api.analysis.CoordinateInfo;
import org.chikei.api.text.Words;

/**
 * Values of a coordinate and units that follow from its own, as they stand in sentences and
 * headers.
 */
public final class Places {
  /** The unit of lengths in mass-weighted coordinates. */
  private static final String ARC_LENGTH = "amu^1/2 nm";

  private Places() {}

  /** A value with its unit; an angle in degrees. */
  public static String in(CoordinateInfo coordinate, double value) {
    if ("rad".equals(coordinate.unit())) {
      return Words.fixed(Math.toDegrees(value), 1) + "°";
    }
    String number = Words.number(value, 4);
    return coordinate.unit().isEmpty() ? number : number + " " + coordinate.unit();
  }

  /** The unit of a mass of the coordinate, amu nm²/u². */
  public static String massUnit(String unit, boolean reduced) {
    if (reduced) {
      return "";
    }
    return switch (unit) {
      case "nm" -> "amu";
      case "rad", "" -> "amu nm^2";
      case ARC_LENGTH -> "";
      case "nm^2" -> "amu/nm^2";
      default -> "amu nm^2/" + square(unit);
    };
  }

  /** The unit of an element of a mass matrix, amu nm²/(u v). */
  public static String massUnit(String one, String other, boolean reduced) {
    if (reduced || one.equals(other)) {
      return massUnit(one, reduced);
    }
    boolean plain = isPlain(one);
    String left = plain ? other : one;
    if (!plain && !isPlain(other)) {
      return "amu nm^2/(" + one + " " + other + ")";
    }
    return switch (left) {
      case "rad", "" -> "amu nm^2";
      case "nm" -> "amu nm";
      default -> "amu nm^2/" + (left.contains(" ") || left.contains("/") ? "(" + left + ")" : left);
    };
  }

  private static boolean isPlain(String unit) {
    return unit.isEmpty() || unit.equals("rad");
  }

  /** The unit of Ṙ². */
  public static String squareUnit(String unit, boolean reduced) {
    return reduced ? "" : square(unit) + "/ps^2";
  }

  /** The square of a unit; 1 of none. */
  private static String square(String unit) {
    return switch (unit) {
      case "" -> "1";
      case ARC_LENGTH -> "amu nm^2";
      default -> unit.chars().allMatch(Character::isLetter) ? unit + "^2" : "(" + unit + ")^2";
    };
  }

  /** The unit of R̈. */
  public static String accelerationUnit(String unit, boolean reduced) {
    return reduced ? "" : (unit.isEmpty() ? "1" : unit) + "/ps^2";
  }

  /** The unit of energies. */
  public static String energyUnit(boolean reduced) {
    return reduced ? "" : "kJ/mol";
  }

  /** The unit of rates. */
  public static String rateUnit(boolean reduced) {
    return reduced ? "" : "1/ps";
  }

  /** The unit of times. */
  public static String timeUnit(boolean reduced) {
    return reduced ? "" : "ps";
  }

  /** A width along a coordinate with its unit, an angle in degrees. */
  public static String width(CoordinateInfo info, double width) {
    boolean angle = info.unit().equals("rad");
    String number = Words.number(angle ? Math.toDegrees(width) : width, 2);
    return angle ? number + "°" : info.unit().isEmpty() ? number : number + " " + info.unit();
  }

  /** What a coordinate of several is called in the headers of tables: a, b, c. */
  public static String letter(int coordinate) {
    return String.valueOf((char) ('a' + coordinate));
  }
}
