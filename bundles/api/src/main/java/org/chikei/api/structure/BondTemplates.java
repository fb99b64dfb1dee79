package org.chikei.api.structure;

import org.osgi.annotation.versioning.ProviderType;

/**
 * Takes bond orders from a description of the molecules. Provided by the structure bundle. A
 * template fits every molecule with the same elements joined in the same way, hydrogens included
 * where the molecule has any.
 */
@ProviderType
public interface BondTemplates {

  /**
   * The structure with the bond orders of a SMILES string.
   *
   * @param structure the structure
   * @param smiles one molecule, or several between dots
   * @return a copy with bond orders
   * @throws SelectionException if the string cannot be read or fits no molecule; says what there is
   */
  Structure withOrders(Structure structure, String smiles) throws SelectionException;

  /**
   * The structure with the bond orders of another one.
   *
   * @param structure the structure
   * @param template another structure of the molecules
   * @return a copy with bond orders
   * @throws SelectionException if the template has no bond orders or fits no molecule; says what
   *     there is
   */
  Structure withOrders(Structure structure, Structure template) throws SelectionException;
}
