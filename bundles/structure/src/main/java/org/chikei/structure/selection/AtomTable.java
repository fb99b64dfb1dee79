package org.chikei.structure.selection;

import java.util.BitSet;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;
import org.chikei.api.structure.Atom;
import org.chikei.api.structure.SelectionException;
import org.chikei.api.structure.Structure;
import org.chikei.structure.Neighbourhood;

/** What can be asked of the atoms of a structure. */
final class AtomTable {
  private final Structure structure;

  AtomTable(Structure structure) {
    this.structure = structure;
  }

  int size() {
    return structure.size();
  }

  String source() {
    return structure.source();
  }

  BitSet where(IntPredicate condition) {
    BitSet found = new BitSet(size());
    for (int i = 0; i < size(); i++) {
      if (condition.test(i)) {
        found.set(i);
      }
    }
    return found;
  }

  /** A property of an atom that is text. */
  String text(String property, int index) {
    Atom atom = structure.atom(index);
    return switch (property) {
      case "name" -> atom.name();
      case "resname" -> atom.residueName();
      case "element" -> atom.element();
      default -> atom.chain();
    };
  }

  static String inWords(String property) {
    return switch (property) {
      case "name" -> "atom's name";
      case "resname" -> "residue's name";
      default -> property;
    };
  }

  int residueNumber(int index) {
    return structure.atom(index).residueNumber();
  }

  boolean hasResidue(int index) {
    return !structure.atom(index).residueName().isEmpty();
  }

  /** The pattern of a name with wildcards; a quoted name has none. */
  static Pattern pattern(String name, boolean quoted) {
    if (quoted) {
      return Pattern.compile(Pattern.quote(name));
    }
    StringBuilder regex = new StringBuilder();
    for (char c : name.toCharArray()) {
      regex.append(c == '*' ? ".*" : c == '?' ? "." : Pattern.quote(String.valueOf(c)));
    }
    return Pattern.compile(regex.toString());
  }

  /** Atoms of a name; the name itself goes before what its wildcards mean. */
  BitSet named(String name, boolean quoted) {
    BitSet exactly = where(i -> structure.atom(i).name().equals(name));
    if (!exactly.isEmpty() || quoted || name.indexOf('*') < 0 && name.indexOf('?') < 0) {
      return exactly;
    }
    Pattern pattern = pattern(name, false);
    return where(i -> pattern.matcher(structure.atom(i).name()).matches());
  }

  /** The atoms of residues of a name or a number. */
  BitSet inResidue(String residue) {
    Pattern pattern = pattern(residue, false);
    return where(
        i ->
            hasResidue(i)
                && (pattern.matcher(structure.atom(i).residueName()).matches()
                    || String.valueOf(residueNumber(i)).equals(residue)));
  }

  BitSet protein() {
    return where(i -> Names.PROTEIN.contains(structure.atom(i).residueName()));
  }

  BitSet backbone() {
    BitSet found = protein();
    found.and(where(i -> Names.BACKBONE.contains(structure.atom(i).name())));
    return found;
  }

  /** Residues with a name of water, and oxygens with two hydrogens and nothing else. */
  BitSet water() {
    BitSet found = where(i -> Names.WATER.contains(structure.atom(i).residueName()));
    int[][] neighbours = Neighbourhood.of(structure);
    for (int i = 0; i < size(); i++) {
      if (structure.atom(i).element().equals("O")
          && neighbours[i].length == 2
          && isHydrogen(neighbours[i][0])
          && isHydrogen(neighbours[i][1])) {
        found.set(i);
        found.set(neighbours[i][0]);
        found.set(neighbours[i][1]);
      }
    }
    return found;
  }

  private boolean isHydrogen(int index) {
    String element = structure.atom(index).element();
    return element.equals("H") || element.equals("D") || element.equals("T");
  }

  /** Atoms near others, themselves included, in the positions of the structure. */
  BitSet within(double distance, BitSet others) throws SelectionException {
    double[] positions =
        structure
            .positions()
            .orElseThrow(
                () ->
                    new SelectionException(
                        "'within' asks for distances, and " + source() + " has no positions"));
    int[] targets = others.stream().toArray();
    return where(i -> others.get(i) || isNear(positions, i, targets, distance));
  }

  private static boolean isNear(double[] positions, int atom, int[] targets, double distance) {
    for (int target : targets) {
      double x = positions[3 * atom] - positions[3 * target];
      double y = positions[3 * atom + 1] - positions[3 * target + 1];
      double z = positions[3 * atom + 2] - positions[3 * target + 2];
      if (x * x + y * y + z * z <= distance * distance) {
        return true;
      }
    }
    return false;
  }

  Collection<String> distinct(String property) {
    Collection<String> distinct = new LinkedHashSet<>();
    for (int i = 0; i < size(); i++) {
      distinct.add(text(property, i));
    }
    distinct.remove("");
    return distinct;
  }

  /** Number and name of each residue. */
  Collection<String> residues() {
    Collection<String> distinct = new LinkedHashSet<>();
    for (Atom atom : structure.atoms()) {
      if (!atom.residueName().isEmpty()) {
        distinct.add(atom.residueNumber() + " " + atom.residueName());
      }
    }
    return distinct;
  }
}
