package org.chikei.structure;

import java.util.ArrayList;
import java.util.List;
import org.chikei.api.InputException;

/** The checked table of atoms and bonds of a molfile, and a text of it that CDK can read. */
final class MolfileTable {
  private static final int MOST_TYPES = 10;

  private final TextLines lines;
  private final List<Species> species = new ArrayList<>();
  private final List<Integer> types = new ArrayList<>();
  private final StringBuilder text = new StringBuilder();

  MolfileTable(TextLines lines) {
    this.lines = lines;
  }

  /**
   * Adds an atom.
   *
   * @param symbol its symbol as it is written
   * @return its symbol as CDK takes it
   * @throws InputException if it is no element
   */
  String addAtom(String symbol) throws InputException {
    Species known = Species.ofSymbol(symbol).orElse(null);
    if (known == null) {
      throw lines.fault(
          "atom "
              + (species.size() + 1)
              + " is '"
              + TextLines.shown(symbol)
              + "', which is no element; write an element's symbol");
    }
    species.add(known);
    return known.element().symbol();
  }

  /**
   * Adds a bond.
   *
   * @param type its type: 1 to 3 as orders, 4 aromatic, others of queries and coordination
   * @return its type as CDK takes it for an ordinary bond
   * @throws InputException if there is no such type
   */
  int addBond(int type) throws InputException {
    if (type < 1 || type > MOST_TYPES) {
      throw lines.fault(
          "bond "
              + (types.size() + 1)
              + " has the type "
              + type
              + "; there are types 1 to "
              + MOST_TYPES);
    }
    types.add(type);
    return type > 3 ? 1 : type;
  }

  /**
   * Adds a line for CDK.
   *
   * @param line the line
   */
  void addLine(String line) {
    text.append(line).append('\n');
  }

  /**
   * The atoms.
   *
   * @return what they are, in order
   */
  List<Species> species() {
    return species;
  }

  /**
   * The bonds.
   *
   * @return the types that the file gives, in order
   */
  List<Integer> types() {
    return types;
  }

  /**
   * The table for CDK.
   *
   * @return its lines, from the line of counts on
   */
  CharSequence text() {
    return text;
  }
}
