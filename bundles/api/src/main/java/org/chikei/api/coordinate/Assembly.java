package org.chikei.api.coordinate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.chikei.api.structure.Bond;
import org.chikei.api.structure.Structure;

/**
 * How the atoms of a group are brought together where a periodic box has broken it: atoms in an
 * order, each put at the image nearest to one that stands before it, its anchor. The first stays
 * where it is. Immutable; equal where order and anchors are.
 *
 * <p>The image nearest to an anchor is the right one as long as the two are nearer to each other
 * than half of the box. Along bonds that is always so, and {@link #alongBonds} needs no other
 * condition within a molecule, however large: where the bonds of a group lead over atoms outside of
 * it, those stand in the order, too.
 */
public final class Assembly {
  private final int[] atoms;
  private final int[] anchors;
  private final int pieces;

  private Assembly(int[] atoms, int[] anchors, int pieces) {
    this.atoms = atoms;
    this.anchors = anchors;
    this.pieces = pieces;
  }

  /**
   * Each atom nearest to the one before it.
   *
   * @param atoms indices from 0, none twice
   * @return the assembly
   * @throws IllegalArgumentException if there are no atoms or one stands twice
   */
  public static Assembly inOrder(int... atoms) {
    int[] anchors = new int[atoms.length];
    for (int k = 0; k < anchors.length; k++) {
      anchors[k] = k - 1;
    }
    return of(atoms, anchors, atoms.length);
  }

  /**
   * Each atom nearest to one that it is bonded to. Of several molecules each is whole in itself,
   * and its first atom of the group is nearest to that of the molecule before.
   *
   * @param structure the structure with the bonds
   * @param atoms indices from 0, none twice
   * @return the assembly
   * @throws IllegalArgumentException if there are no atoms or one stands twice
   */
  public static Assembly alongBonds(Structure structure, int... atoms) {
    int[][] neighbours = neighbours(structure);
    boolean[] wanted = new boolean[structure.size()];
    int[] parent = new int[structure.size()];
    int[] place = new int[structure.size()];
    Arrays.fill(parent, -2);
    Arrays.fill(place, -1);
    for (int atom : atoms) {
      wanted[atom] = true;
    }
    List<Integer> order = new ArrayList<>();
    List<Integer> anchors = new ArrayList<>();
    int pieces = 0;
    int lastRoot = -1;
    for (int root : atoms) {
      if (parent[root] != -2) {
        continue;
      }
      pieces++;
      int[] reached = reach(root, neighbours, parent);
      markWays(reached, parent, wanted);
      for (int atom : reached) {
        if (wanted[atom]) {
          place[atom] = order.size();
          order.add(atom);
          anchors.add(atom == root ? lastRoot : place[parent[atom]]);
        }
      }
      lastRoot = place[root];
    }
    return of(
        order.stream().mapToInt(Integer::intValue).toArray(),
        anchors.stream().mapToInt(Integer::intValue).toArray(),
        pieces);
  }

  private static int[][] neighbours(Structure structure) {
    int[] degree = new int[structure.size()];
    for (Bond bond : structure.bonds()) {
      degree[bond.first()]++;
      degree[bond.second()]++;
    }
    int[][] neighbours = new int[degree.length][];
    for (int i = 0; i < neighbours.length; i++) {
      neighbours[i] = new int[degree[i]];
    }
    for (int k = structure.bonds().size() - 1; k >= 0; k--) {
      Bond bond = structure.bonds().get(k);
      neighbours[bond.first()][--degree[bond.first()]] = bond.second();
      neighbours[bond.second()][--degree[bond.second()]] = bond.first();
    }
    return neighbours;
  }

  /** The atoms of a molecule by their distance in bonds; sets from where each is reached. */
  private static int[] reach(int root, int[][] neighbours, int[] parent) {
    int[] queue = {root};
    int size = 1;
    parent[root] = -1;
    for (int next = 0; next < size; next++) {
      for (int neighbour : neighbours[queue[next]]) {
        if (parent[neighbour] == -2) {
          parent[neighbour] = queue[next];
          if (size == queue.length) {
            queue = Arrays.copyOf(queue, 2 * size);
          }
          queue[size++] = neighbour;
        }
      }
    }
    return Arrays.copyOf(queue, size);
  }

  private static void markWays(int[] reached, int[] parent, boolean[] wanted) {
    for (int k = reached.length - 1; k > 0; k--) {
      if (wanted[reached[k]]) {
        wanted[parent[reached[k]]] = true;
      }
    }
  }

  private static Assembly of(int[] atoms, int[] anchors, int pieces) {
    if (atoms.length == 0) {
      throw new IllegalArgumentException("no atoms to bring together");
    }
    int[] sorted = atoms.clone();
    Arrays.sort(sorted);
    for (int k = 1; k < sorted.length; k++) {
      if (sorted[k] == sorted[k - 1]) {
        throw new IllegalArgumentException("atom index " + sorted[k] + " stands twice");
      }
    }
    return new Assembly(atoms.clone(), anchors, pieces);
  }

  /**
   * The number of atoms, those on the way included.
   *
   * @return at least 1
   */
  public int size() {
    return atoms.length;
  }

  /**
   * One of the atoms.
   *
   * @param k its place in the order, from 0
   * @return its index from 0 in the structure
   */
  public int atom(int k) {
    return atoms[k];
  }

  /**
   * What an atom is brought next to.
   *
   * @param k the place of the atom in the order
   * @return the place of its anchor, which is below {@code k}; -1 for the first atom
   */
  public int anchor(int k) {
    return anchors[k];
  }

  /**
   * How many pieces are put side by side without a bond between them.
   *
   * @return 1 for atoms of one molecule; where only the order counts, the number of atoms
   */
  public int pieces() {
    return pieces;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Assembly assembly
        && Arrays.equals(atoms, assembly.atoms)
        && Arrays.equals(anchors, assembly.anchors);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(atoms) + Arrays.hashCode(anchors);
  }
}
