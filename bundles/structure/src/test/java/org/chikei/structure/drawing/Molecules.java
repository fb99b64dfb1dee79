package org.chikei.structure.drawing;

import java.util.ArrayList;
import java.util.List;
import org.chikei.api.structure.Atom;
import org.chikei.api.structure.Bond;
import org.chikei.api.structure.Structure;

/** Small structures for tests, their bond orders unknown. */
public final class Molecules {
  private Molecules() {}

  /**
   * A structure without positions.
   *
   * @param elements such as {@code "C O H H"}
   * @param bonds pairs of numbers from 1, such as {@code "1-2 1-3 1-4"}
   */
  public static Structure of(String elements, String bonds) {
    return of(elements, bonds, null);
  }

  public static Structure of(String elements, String bonds, double[] positions) {
    List<Atom> atoms = new ArrayList<>();
    for (String element : elements.split(" ")) {
      atoms.add(new Atom(atoms.size() + 1, element, element, "", 0, "", 1));
    }
    List<Bond> list = new ArrayList<>();
    for (String bond : bonds.isEmpty() ? new String[0] : bonds.split(" ")) {
      String[] ends = bond.split("-");
      list.add(new Bond(Integer.parseInt(ends[0]) - 1, Integer.parseInt(ends[1]) - 1, 0));
    }
    return new Structure(atoms, list, true, positions, "test");
  }

  /** The one fragment of a small structure. */
  static Fragment fragment(Structure structure) {
    return new Excerpt(structure, List.of(0)).fragments().get(0);
  }

  /** A chain of carbon atoms, each with a keto group: {@code C(=O)} again and again. */
  public static Structure longChain(int length) {
    StringBuilder elements = new StringBuilder("C O");
    StringBuilder bonds = new StringBuilder("1-2");
    for (int i = 1; i < length; i++) {
      int carbon = 2 * i + 1;
      elements.append(" C O");
      bonds.append(" ").append(carbon - 2).append("-").append(carbon);
      bonds.append(" ").append(carbon).append("-").append(carbon + 1);
    }
    return of(elements.toString(), bonds.toString());
  }
}
