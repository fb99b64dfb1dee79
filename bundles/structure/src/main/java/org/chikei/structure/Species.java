package org.chikei.structure;

import java.util.Locale;
import java.util.Optional;
import javax.vecmath.Point3d;
import org.openscience.cdk.config.Elements;
import org.openscience.cdk.interfaces.IAtom;
import org.openscience.cdk.silent.PDBAtom;

/**
 * What an atom is: an element, or one isotope of it.
 *
 * @param element the element; {@link Elements#Unknown} for a site that is no atom
 * @param massNumber the isotope's mass number; 0 for the natural composition
 */
record Species(Elements element, int massNumber) {

  /** A massless site of a force field, such as the fourth point of TIP4P water. */
  static final Species SITE = new Species(Elements.Unknown, 0);

  /**
   * The element or hydrogen isotope with a symbol, in any case.
   *
   * @param symbol such as {@code C}, {@code CL}, {@code D}
   * @return the species, or empty if no element has that symbol
   */
  static Optional<Species> ofSymbol(String symbol) {
    if (symbol.isEmpty() || symbol.length() > 2) {
      return Optional.empty();
    }
    String upper = symbol.toUpperCase(Locale.ROOT);
    if (upper.equals("D")) {
      return Optional.of(new Species(Elements.Hydrogen, 2));
    }
    if (upper.equals("T")) {
      return Optional.of(new Species(Elements.Hydrogen, 3));
    }
    Elements element = Elements.ofString(symbol);
    return element == Elements.Unknown || !element.symbol().equalsIgnoreCase(symbol)
        ? Optional.empty()
        : Optional.of(new Species(element, 0));
  }

  /**
   * The element with an atomic number.
   *
   * @param number the atomic number
   * @return the species, or empty if there is no such element
   */
  static Optional<Species> ofNumber(int number) {
    return number < 1 || number > 118
        ? Optional.empty()
        : Optional.of(new Species(Elements.ofNumber(number), 0));
  }

  /**
   * What an atom of a molecule is.
   *
   * @param atom the atom
   * @return the species; {@link #SITE} if CDK gives no element
   */
  static Species of(IAtom atom) {
    Integer number = atom.getAtomicNumber();
    if (number == null || number < 1 || number > 118) {
      return SITE;
    }
    Integer mass = atom.getMassNumber();
    return new Species(Elements.ofNumber(number), mass == null ? 0 : mass);
  }

  /**
   * Whether it is a massless site.
   *
   * @return true if it is no atom
   */
  boolean isSite() {
    return element == Elements.Unknown;
  }

  /**
   * The symbol, with the names that chemists use for the isotopes of hydrogen.
   *
   * @return such as {@code C} or {@code D}; empty for a site that is no atom
   */
  String symbol() {
    if (isSite()) {
      return "";
    }
    if (element == Elements.Hydrogen && massNumber == 2) {
      return "D";
    }
    if (element == Elements.Hydrogen && massNumber == 3) {
      return "T";
    }
    return element.symbol();
  }

  /**
   * A new CDK atom with room for a residue.
   *
   * @param position where it is, in ångström
   * @return the atom
   */
  PDBAtom newAtom(Point3d position) {
    PDBAtom atom = new PDBAtom(element.toIElement());
    atom.setPoint3d(position);
    applyTo(atom);
    return atom;
  }

  /**
   * Makes an atom this species.
   *
   * @param atom the atom
   */
  void applyTo(IAtom atom) {
    atom.setAtomicNumber(element.number());
    if (massNumber != 0) {
      atom.setMassNumber(massNumber);
    }
  }
}
