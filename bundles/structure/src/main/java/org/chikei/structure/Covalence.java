package org.chikei.structure;

import org.openscience.cdk.config.Elements;

/**
 * What atoms of an element do when bonds are told from distances: how far they reach and how many
 * neighbours they take. Radii are CDK's covalent radii.
 */
public final class Covalence {
  private static final int ANY = 8;

  /** Covalent radius in nm by atomic number; 0 for what takes no part in bonds. */
  private static final double[] RADIUS = new double[119];

  private static final int[] MOST_NEIGHBOURS = new int[119];
  private static final boolean[] METAL = new boolean[119];

  static {
    for (int number = 1; number < RADIUS.length; number++) {
      Elements element = Elements.ofNumber(number);
      Double radius = element.covalentRadius();
      RADIUS[number] = radius == null || staysAlone(element) ? 0 : radius / 10;
      MOST_NEIGHBOURS[number] = mostNeighbours(element);
      METAL[number] = isMetal(element);
    }
  }

  private Covalence() {}

  /** Alkali and alkaline-earth metals are ions in all that a force field describes. */
  private static boolean staysAlone(Elements element) {
    return switch (element) {
      case Lithium, Sodium, Potassium, Rubidium, Caesium -> true;
      case Beryllium, Magnesium, Calcium, Strontium, Barium -> true;
      case Helium, Neon, Argon, Krypton, Xenon, Radon -> true;
      default -> false;
    };
  }

  private static int mostNeighbours(Elements element) {
    return switch (element) {
      case Hydrogen, Fluorine -> 1;
      case Oxygen -> 3;
      case Carbon, Nitrogen, Boron, Chlorine, Bromine -> 4;
      default -> ANY;
    };
  }

  private static boolean isMetal(Elements element) {
    return switch (element) {
      case Aluminium, Gallium, Indium, Thallium, Tin, Lead, Bismuth, Polonium -> true;
      default -> element.group() >= 3 && element.group() <= 12;
    };
  }

  /**
   * The covalent radius.
   *
   * @param number the atomic number; 0 for a site that is no atom
   * @return in nm; 0 if the element takes no part in bonds
   */
  static double radius(int number) {
    return RADIUS[number];
  }

  /**
   * How many neighbours an atom takes.
   *
   * @param number the atomic number
   * @return the largest number
   */
  static int mostNeighbours(int number) {
    return MOST_NEIGHBOURS[number];
  }

  /**
   * Whether an element is a metal that bonds.
   *
   * @param number the atomic number
   * @return true if so
   */
  public static boolean isMetal(int number) {
    return METAL[number];
  }
}
