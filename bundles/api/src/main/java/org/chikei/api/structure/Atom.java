package org.chikei.api.structure;

/**
 * One atom of a structure.
 *
 * @param number its number from 1, as a person counts
 * @param element the element's symbol, such as {@code C}; empty for a particle that is no element
 * @param name its name in the file, such as {@code CA}; the element's symbol where the file has
 *     none
 * @param residueName the name of its residue, such as {@code ALA}; empty where there is none
 * @param residueNumber the number of its residue as the file has it; 0 where there is none
 * @param chain the chain's identifier; empty where there is none
 * @param mass its mass in amu
 */
public record Atom(
    int number,
    String element,
    String name,
    String residueName,
    int residueNumber,
    String chain,
    double mass) {

  /**
   * The same atom with another mass.
   *
   * @param newMass the mass in amu
   * @return a copy
   */
  public Atom withMass(double newMass) {
    return new Atom(number, element, name, residueName, residueNumber, chain, newMass);
  }

  /**
   * What a person would call it.
   *
   * @return for instance {@code 9 ALA.CA}, or {@code 3 O} without a residue
   */
  public String label() {
    return residueName.isEmpty() ? number + " " + name : number + " " + residueName + "." + name;
  }
}
