package org.chikei.structure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.OptionalDouble;
import org.openscience.cdk.config.Elements;
import org.openscience.cdk.config.IsotopeFactory;
import org.openscience.cdk.config.Isotopes;
import org.openscience.cdk.interfaces.IIsotope;

/**
 * Masses of atoms in amu, from CDK's table of isotopes: the mean over the natural composition, or
 * the mass of one isotope. Elements without a natural composition have the mass of the isotope by
 * which IUPAC quotes them.
 */
final class NaturalMasses {
  /** Read once: the table is a resource of CDK and never changes. */
  private static final IsotopeFactory ISOTOPES = isotopes();

  /** Mass numbers of the longest-lived isotopes of the elements from polonium to lawrencium. */
  private static final int[] AFTER_BISMUTH = {
    209, 210, 222, 223, 226, 227, 232, 231, 238, 237, 244, 243, 247, 247, 251, 252, 257, 258, 259,
    262
  };

  private static final double[] BY_NUMBER = new double[119];

  static {
    for (int number = 1; number < BY_NUMBER.length; number++) {
      BY_NUMBER[number] = mean(number);
    }
  }

  private NaturalMasses() {}

  private static IsotopeFactory isotopes() {
    try {
      return Isotopes.getInstance();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static double mean(int number) {
    double mean = ISOTOPES.getNaturalMass(number);
    return mean > 0 ? mean : ofIsotope(number, longestLived(number)).orElse(Double.NaN);
  }

  private static int longestLived(int number) {
    if (number == Elements.Technetium.number()) {
      return 98;
    }
    if (number == Elements.Promethium.number()) {
      return 145;
    }
    int place = number - Elements.Polonium.number();
    return place < 0 || place >= AFTER_BISMUTH.length ? 0 : AFTER_BISMUTH[place];
  }

  private static OptionalDouble ofIsotope(int number, int massNumber) {
    return Optional.ofNullable(ISOTOPES.getIsotope(Elements.ofNumber(number).symbol(), massNumber))
        .map(IIsotope::getExactMass)
        .map(OptionalDouble::of)
        .orElse(OptionalDouble.empty());
  }

  /**
   * The mass of an atom.
   *
   * @param species what it is
   * @return its mass in amu, 0 for a site that is no atom; empty where CDK has none
   */
  static OptionalDouble of(Species species) {
    if (species.isSite()) {
      return OptionalDouble.of(0);
    }
    int number = species.element().number();
    if (species.massNumber() != 0) {
      return ofIsotope(number, species.massNumber());
    }
    return Double.isNaN(BY_NUMBER[number])
        ? OptionalDouble.empty()
        : OptionalDouble.of(BY_NUMBER[number]);
  }
}
