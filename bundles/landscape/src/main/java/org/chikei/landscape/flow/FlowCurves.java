package org.chikei.landscape.flow;

import java.util.ArrayList;
import java.util.List;
import org.chikei.landscape.grid.SymmetricMatrix;
import org.chikei.landscape.words.Places;

/**
 * The numbers that a flow's curves go by: mean forces, flows, products of velocities, then
 * potentials.
 *
 * @param dimensions how many coordinates there are
 */
record FlowCurves(int dimensions) {
  int force(int a) {
    return a;
  }

  int flow(int a) {
    return dimensions + a;
  }

  /** Of an entry of ⟨ṘṘᵀ; r⟩ in the order of {@link SymmetricMatrix}. */
  int square(int entry) {
    return 2 * dimensions + entry;
  }

  int vm() {
    return 2 * dimensions + SymmetricMatrix.size(dimensions);
  }

  int gChing() {
    return vm() + 1;
  }

  /** Vm − G. */
  int difference() {
    return vm() + 2;
  }

  /** G_ching − G. */
  int residual() {
    return vm() + 3;
  }

  int count() {
    return vm() + 4;
  }

  /** The names of the curves before the potentials, as columns of a table. */
  List<String> names() {
    List<String> names = new ArrayList<>();
    for (String kind : List.of("f_", "v_")) {
      for (int a = 0; a < dimensions; a++) {
        names.add(kind + Places.letter(a));
      }
    }
    for (int a = 0; a < dimensions; a++) {
      for (int b = a; b < dimensions; b++) {
        names.add("D_" + Places.letter(a) + Places.letter(b));
      }
    }
    return names;
  }
}
