package org.chikei.api;

/**
 * The units of Chikei and the constants that go with them.
 *
 * <p>Everything inside Chikei is in the coherent units of molecular dynamics: nm, ps, amu, K, rad
 * and kJ/mol, so that 1 amu nm²/ps² is 1 kJ/mol and no factor stands in any formula. Readers
 * convert what a file carries; the factors for that are here, so that no two readers disagree.
 */
public final class Units {

  /** Boltzmann's constant in kJ/mol/K (CODATA 2018, exact). */
  public static final double BOLTZMANN = 0.00831446261815324;

  /** One ångström in nm. */
  public static final double ANGSTROM = 0.1;

  /** One femtosecond in ps. */
  public static final double FEMTOSECOND = 0.001;

  /** One thermochemical kilocalorie in kJ. */
  public static final double KILOCALORIE = 4.184;

  /** One electronvolt a particle in kJ/mol (CODATA 2018). */
  public static final double ELECTRONVOLT = 96.48533212331;

  /** One bohr in nm (CODATA 2018). */
  public static final double BOHR = 0.0529177210903;

  private Units() {}
}
