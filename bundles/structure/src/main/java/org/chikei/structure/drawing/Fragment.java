package org.chikei.structure.drawing;

import java.util.ArrayList;
import java.util.List;
import org.chikei.api.structure.Structure;
import org.openscience.cdk.config.Elements;

/**
 * Atoms that are drawn in one piece: first its skeleton, then the hydrogens that hang on it. Atoms
 * have places from 0 within the fragment. Bond orders, charges and coordinates are filled in step
 * by step.
 */
final class Fragment {

  /** A bond between two places, its order as drawn: 4 for an aromatic bond that stays undecided. */
  static final class Line {
    final int first;
    final int second;
    int order;

    Line(int first, int second, int order) {
      this.first = first;
      this.second = second;
      this.order = order;
    }

    int other(int place) {
      return place == first ? second : first;
    }
  }

  private final Structure structure;
  private final int[] atoms;
  private final int skeletonSize;
  private final List<Line> lines = new ArrayList<>();
  private final List<List<Line>> linesOf = new ArrayList<>();

  /** How many hydrogens of each atom are not drawn. */
  final int[] hidden;

  /** How many bonds of each atom lead to atoms that are not drawn. */
  final int[] cut;

  /** The charge to draw at each atom. */
  final int[] charge;

  /** The coordinates of each atom, in bond lengths, y upwards. */
  final double[] x;

  /** See {@link #x}. */
  final double[] y;

  /** Ends of the strokes that stand for bonds to what is not drawn: place, x, y. */
  final List<double[]> stubs = new ArrayList<>();

  Fragment(Structure structure, int[] atoms, int skeletonSize) {
    this.structure = structure;
    this.atoms = atoms;
    this.skeletonSize = skeletonSize;
    hidden = new int[atoms.length];
    cut = new int[atoms.length];
    charge = new int[atoms.length];
    x = new double[atoms.length];
    y = new double[atoms.length];
    for (int i = 0; i < atoms.length; i++) {
      linesOf.add(new ArrayList<>());
    }
  }

  /** Adds a bond; a second one between the same atoms says nothing more. */
  void addLine(int first, int second, int order) {
    if (linesOf.get(first).stream().anyMatch(line -> line.other(first) == second)) {
      return;
    }
    Line line = new Line(first, second, order);
    lines.add(line);
    linesOf.get(first).add(line);
    linesOf.get(second).add(line);
  }

  int size() {
    return atoms.length;
  }

  int skeletonSize() {
    return skeletonSize;
  }

  /** The index in the structure of the atom at a place. */
  int atom(int place) {
    return atoms[place];
  }

  List<Line> lines() {
    return lines;
  }

  List<Line> linesOf(int place) {
    return linesOf.get(place);
  }

  /** The symbol as it is drawn, empty for a particle that is no element. */
  String symbol(int place) {
    return structure.atom(atoms[place]).element();
  }

  /** The atomic number; 1 for deuterium and tritium, 0 for a particle that is no element. */
  int number(int place) {
    String symbol = symbol(place);
    return symbol.equals("D") || symbol.equals("T") ? 1 : Elements.ofString(symbol).number();
  }

  /** How many atoms are bonded to the one at a place, drawn or not. */
  int degree(int place) {
    return linesOf.get(place).size() + hidden[place] + cut[place];
  }

  /** How many hydrogens are bonded to the atom at a place, drawn or not. */
  int hydrogens(int place) {
    int hydrogens = hidden[place];
    for (Line line : linesOf.get(place)) {
      hydrogens += number(line.other(place)) == 1 ? 1 : 0;
    }
    return hydrogens;
  }
}
