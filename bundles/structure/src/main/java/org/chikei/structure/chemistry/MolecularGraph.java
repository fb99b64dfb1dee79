package org.chikei.structure.chemistry;

import java.util.ArrayList;
import java.util.List;
import org.chikei.api.structure.Structure;
import org.openscience.cdk.config.Elements;

/**
 * Atoms of a structure and the bonds among them. Atoms have places from 0 within the graph. Bond
 * orders and charges are filled in by {@link BondOrders}.
 */
public class MolecularGraph {

  /** A bond between two places. */
  public static final class Line {
    /** The one place. */
    public final int first;

    /** The other place. */
    public final int second;

    /** The order: 1 to 3, 0 where it is not known, 4 for an aromatic bond that is undecided. */
    public int order;

    Line(int first, int second, int order) {
      this.first = first;
      this.second = second;
      this.order = order;
    }

    /**
     * The place at the other end.
     *
     * @param place one of the two places
     * @return the other one
     */
    public int other(int place) {
      return place == first ? second : first;
    }
  }

  private final Structure structure;
  private final int[] atoms;
  private final int[] numbers;
  private final List<Line> lines = new ArrayList<>();
  private final List<List<Line>> linesOf = new ArrayList<>();

  /** How many hydrogens of each atom are bonded to it and not in the graph. */
  public final int[] hidden;

  /** How many other bonds of each atom lead out of the graph. */
  public final int[] cut;

  /** The formal charge of each atom. */
  public final int[] charge;

  /**
   * Makes a graph without bonds.
   *
   * @param structure the structure
   * @param atoms the indices of the atoms in the structure, by place
   */
  public MolecularGraph(Structure structure, int[] atoms) {
    this.structure = structure;
    this.atoms = atoms.clone();
    hidden = new int[atoms.length];
    cut = new int[atoms.length];
    charge = new int[atoms.length];
    numbers = new int[atoms.length];
    for (int i = 0; i < atoms.length; i++) {
      linesOf.add(new ArrayList<>());
      String symbol = symbol(i);
      numbers[i] =
          symbol.equals("D") || symbol.equals("T") ? 1 : Elements.ofString(symbol).number();
    }
  }

  /**
   * Adds a bond; a second one between the same atoms says nothing more.
   *
   * @param first the one place
   * @param second the other place
   * @param order the order, as {@link Line#order} says
   */
  public final void addLine(int first, int second, int order) {
    for (Line line : linesOf.get(first)) {
      if (line.other(first) == second) {
        return;
      }
    }
    Line line = new Line(first, second, order);
    lines.add(line);
    linesOf.get(first).add(line);
    linesOf.get(second).add(line);
  }

  /**
   * The number of atoms.
   *
   * @return the number
   */
  public final int size() {
    return atoms.length;
  }

  /**
   * The atom at a place.
   *
   * @param place from 0
   * @return its index in the structure
   */
  public final int atom(int place) {
    return atoms[place];
  }

  /**
   * The bonds.
   *
   * @return all of them, in the order in which they were added
   */
  public final List<Line> lines() {
    return lines;
  }

  /**
   * The bonds of an atom.
   *
   * @param place from 0
   * @return its bonds
   */
  public final List<Line> linesOf(int place) {
    return linesOf.get(place);
  }

  /**
   * The symbol of an element.
   *
   * @param place from 0
   * @return the symbol, empty for a particle that is no element
   */
  public final String symbol(int place) {
    return structure.atom(atoms[place]).element();
  }

  /**
   * The atomic number.
   *
   * @param place from 0
   * @return the number; 1 for deuterium and tritium, 0 for a particle that is no element
   */
  public final int number(int place) {
    return numbers[place];
  }

  /**
   * How many atoms are bonded to one, in the graph or not.
   *
   * @param place from 0
   * @return the number
   */
  public final int degree(int place) {
    return linesOf.get(place).size() + hidden[place] + cut[place];
  }

  /**
   * How many hydrogens are bonded to an atom, in the graph or not.
   *
   * @param place from 0
   * @return the number
   */
  public final int hydrogens(int place) {
    int hydrogens = hidden[place];
    for (Line line : linesOf.get(place)) {
      hydrogens += number(line.other(place)) == 1 ? 1 : 0;
    }
    return hydrogens;
  }
}
