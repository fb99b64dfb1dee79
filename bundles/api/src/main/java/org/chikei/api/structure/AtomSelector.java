package org.chikei.api.structure;

import org.osgi.annotation.versioning.ProviderType;

/**
 * Finds atoms by what a person calls them. Provided by the structure bundle.
 *
 * <p>An expression is one or more parts between commas. A part is a number from 1 ({@code 9}), a
 * range ({@code 5-9}, {@code 1-100:2}), a name ({@code CA}, {@code H*}), a residue's name or number
 * with an atom's name ({@code ALA.CA}, {@code 2.CA}), a {@linkplain NamedGroups named group},
 * {@code all}, {@code protein}, {@code backbone}, {@code water}, one of {@code name}, {@code
 * resname}, {@code resid}, {@code element}, {@code chain}, {@code index} followed by one or more
 * values, names with wildcards {@code *} and {@code ?} and numbers as {@code 3}, {@code 3-8} or
 * {@code 3 to 8}, or {@code within 0.5 of …}, a distance in nm in the structure's own positions;
 * combined by {@code not}, {@code and}, {@code or} and parentheses, which bind in this order.
 */
@ProviderType
public interface AtomSelector {

  /**
   * The atoms that an expression names.
   *
   * @param structure the structure to look in
   * @param expression what a person wrote
   * @return the indices from 0, none twice and never empty: ascending within each part, the parts
   *     between commas in the order in which they are written
   * @throws SelectionException if nothing matches or the expression cannot be read; says what there
   *     is
   */
  default int[] select(Structure structure, String expression) throws SelectionException {
    return select(structure, NamedGroups.NONE, expression);
  }

  /**
   * The atoms that an expression names, which may name groups.
   *
   * @param structure the structure to look in
   * @param groups the groups
   * @param expression what a person wrote
   * @return the indices as {@link #select(Structure, String)} gives them
   * @throws SelectionException if nothing matches or the expression cannot be read; says what there
   *     is
   */
  int[] select(Structure structure, NamedGroups groups, String expression)
      throws SelectionException;

  /**
   * Why a word cannot be the name of a group, since an expression would not know what it means.
   *
   * @param structure the structure
   * @param name the name
   * @return the reason; empty where the name will do
   */
  default String refusal(Structure structure, String name) {
    return "";
  }
}
