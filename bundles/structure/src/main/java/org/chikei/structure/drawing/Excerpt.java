package org.chikei.structure.drawing;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.chikei.api.structure.Bond;
import org.chikei.api.structure.Structure;

/**
 * The part of a structure that is worth drawing: the molecules that hold the atoms asked for, or of
 * large molecules and of many the surroundings of these atoms. Hydrogens that nobody asked for are
 * hidden where there are many atoms.
 */
final class Excerpt {
  private static final int MOST_WHOLE = 60;
  private static final int MOST_CUT = 40;
  private static final int MOST_WITH_HYDROGENS = 40;

  private final Structure structure;
  private final List<Bond> bonds;
  private final int[][] bondsOf;
  private final BitSet skeleton = new BitSet();
  private final BitSet asked = new BitSet();
  private final int leftOut;
  private final boolean hidesHydrogens;

  /**
   * Picks what to draw.
   *
   * @param structure the structure
   * @param wanted indices of the atoms that shall be seen, the most important first
   */
  Excerpt(Structure structure, Collection<Integer> wanted) {
    this.structure = structure;
    bonds = structure.bonds();
    bondsOf = bondsOf();
    wanted.forEach(asked::set);
    leftOut = growFrom(wanted);
    hidesHydrogens = size() > MOST_WITH_HYDROGENS;
  }

  /** The bonds of each atom, by their places in the list of bonds. */
  private int[][] bondsOf() {
    int[] degree = new int[structure.size()];
    for (Bond bond : bonds) {
      degree[bond.first()]++;
      degree[bond.second()]++;
    }
    int[][] bondsOf = new int[degree.length][];
    for (int i = 0; i < bondsOf.length; i++) {
      bondsOf[i] = new int[degree[i]];
    }
    for (int k = bonds.size() - 1; k >= 0; k--) {
      bondsOf[bonds.get(k).first()][--degree[bonds.get(k).first()]] = k;
      bondsOf[bonds.get(k).second()][--degree[bonds.get(k).second()]] = k;
    }
    return bondsOf;
  }

  private int other(int bond, int atom) {
    Bond both = bonds.get(bond);
    return both.first() == atom ? both.second() : both.first();
  }

  /** Whether an atom is a hydrogen that hangs on one other atom; of two hydrogens the second is. */
  private boolean hangs(int atom) {
    if (!isHydrogen(atom) || bondsOf[atom].length != 1) {
      return false;
    }
    int holder = other(bondsOf[atom][0], atom);
    return !isHydrogen(holder) || bondsOf[holder].length > 1 || holder < atom;
  }

  private boolean isHydrogen(int atom) {
    return "HDT".contains(structure.atom(atom).element())
        && !structure.atom(atom).element().isEmpty();
  }

  /** Takes bonds as steps away from the atoms wanted; returns how many of these found no room. */
  private int growFrom(Collection<Integer> wanted) {
    List<List<Integer>> shells = new ArrayList<>();
    List<Integer> shell = new ArrayList<>();
    BitSet seen = new BitSet();
    for (int atom : wanted) {
      int holder = hangs(atom) ? other(bondsOf[atom][0], atom) : atom;
      if (!seen.get(holder)) {
        seen.set(holder);
        shell.add(holder);
      }
    }
    int total = 0;
    while (!shell.isEmpty() && total <= MOST_WHOLE) {
      shells.add(shell);
      total += shell.size();
      shell = beyond(shell, seen);
    }
    int room = total > MOST_WHOLE ? MOST_CUT : MOST_WHOLE;
    for (List<Integer> each : shells) {
      if (skeleton.isEmpty() || skeleton.cardinality() + each.size() <= room) {
        each.stream().limit(room).forEach(skeleton::set);
      } else {
        break;
      }
    }
    addEnds();
    return Math.max(0, shells.get(0).size() - room);
  }

  /** An atom with one neighbour, such as the oxygen of a carbonyl group, comes with it. */
  private void addEnds() {
    for (int atom : skeleton.stream().toArray()) {
      for (int bond : bondsOf[atom]) {
        int neighbour = other(bond, atom);
        if (bondsOf[neighbour].length == 1 && !hangs(neighbour)) {
          skeleton.set(neighbour);
        }
      }
    }
  }

  private List<Integer> beyond(List<Integer> shell, BitSet seen) {
    List<Integer> next = new ArrayList<>();
    for (int atom : shell) {
      for (int bond : bondsOf[atom]) {
        int neighbour = other(bond, atom);
        if (!seen.get(neighbour) && !hangs(neighbour)) {
          seen.set(neighbour);
          next.add(neighbour);
        }
      }
    }
    return next;
  }

  private int size() {
    int size = skeleton.cardinality();
    for (int atom = skeleton.nextSetBit(0); atom >= 0; atom = skeleton.nextSetBit(atom + 1)) {
      for (int bond : bondsOf[atom]) {
        size += hangs(other(bond, atom)) ? 1 : 0;
      }
    }
    return size;
  }

  /**
   * How many of the atoms wanted are not drawn for want of room.
   *
   * @return the number
   */
  int leftOut() {
    return leftOut;
  }

  /**
   * What is drawn.
   *
   * @return the fragments in ascending order of their first atoms
   */
  List<Fragment> fragments() {
    List<Fragment> fragments = new ArrayList<>();
    BitSet left = (BitSet) skeleton.clone();
    for (int first = left.nextSetBit(0); first >= 0; first = left.nextSetBit(first)) {
      BitSet piece = new BitSet();
      ArrayDeque<Integer> open = new ArrayDeque<>(List.of(first));
      left.clear(first);
      while (!open.isEmpty()) {
        int atom = open.remove();
        piece.set(atom);
        for (int bond : bondsOf[atom]) {
          int neighbour = other(bond, atom);
          if (left.get(neighbour)) {
            left.clear(neighbour);
            open.add(neighbour);
          }
        }
      }
      fragments.add(fragment(piece));
    }
    return fragments;
  }

  private Fragment fragment(BitSet piece) {
    Map<Integer, Integer> places = new LinkedHashMap<>();
    piece.stream().forEach(atom -> places.put(atom, places.size()));
    int skeletonSize = places.size();
    piece.stream().forEach(atom -> addHydrogens(atom, places));
    int[] atoms = places.keySet().stream().mapToInt(Integer::intValue).toArray();
    Fragment fragment = new Fragment(structure, atoms, skeletonSize);
    for (int k = 0; k < skeletonSize; k++) {
      for (int bond : bondsOf[atoms[k]]) {
        int neighbour = other(bond, atoms[k]);
        Integer place = places.get(neighbour);
        if (place == null) {
          int[] counts = hangs(neighbour) ? fragment.hidden : fragment.cut;
          counts[k]++;
        } else if (place > k) {
          fragment.addLine(k, place, bonds.get(bond).order());
        }
      }
    }
    return fragment;
  }

  private void addHydrogens(int atom, Map<Integer, Integer> places) {
    for (int bond : bondsOf[atom]) {
      int neighbour = other(bond, atom);
      boolean plain = structure.atom(neighbour).element().equals("H");
      if (hangs(neighbour) && (!hidesHydrogens || asked.get(neighbour) || !plain)) {
        places.put(neighbour, places.size());
      }
    }
  }
}
