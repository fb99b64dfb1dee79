package org.chikei.structure.cdk;

import org.chikei.api.InputException;
import org.chikei.api.structure.Structure;
import org.openscience.cdk.interfaces.IAtomContainer;
import org.osgi.annotation.versioning.ProviderType;

/** A service that turns CDK molecules into structures; provided by the structure bundle. */
@ProviderType
public interface MoleculeConverter {

  /**
   * The structure of a molecule: its atoms in the same order, masses of the natural composition or
   * of the isotopes that it states, and its bonds; where it has none, they are told from the
   * distances. Positions are copied from ångström to nm; a molecule without them, such as one made
   * from SMILES, gives a structure without positions. Nothing of the molecule is kept or changed.
   *
   * @param molecule the molecule
   * @return the structure
   * @throws InputException if an atom is no element, its mass is not known, its position is no
   *     finite number, or a bond joins it to itself; the message numbers atoms from 1
   */
  Structure structure(IAtomContainer molecule) throws InputException;
}
