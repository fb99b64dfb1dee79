package org.chikei.api.structure;

import org.osgi.annotation.versioning.ProviderType;

/** Finds atoms by what a person calls them. Provided by the structure bundle. */
@ProviderType
public interface AtomSelector {

  /**
   * The atoms that an expression names: a number from 1 ({@code 9}), a range ({@code 5-9}), a name
   * ({@code CA}), or a residue's name or number with an atom's name ({@code ALA.CA}, {@code 2.CA}).
   *
   * @param structure the structure to look in
   * @param expression what a person wrote
   * @return the indices from 0, ascending; never empty
   * @throws SelectionException if nothing matches or the expression cannot be read; says what there
   *     is
   */
  int[] select(Structure structure, String expression) throws SelectionException;

  /**
   * The one atom that an expression names, for a place where one atom is meant.
   *
   * @param structure the structure to look in
   * @param expression what a person wrote
   * @return the index from 0
   * @throws SelectionException if nothing or more than one atom matches or the expression cannot be
   *     read; says what there is, and of several atoms which they are
   */
  int selectOne(Structure structure, String expression) throws SelectionException;
}
