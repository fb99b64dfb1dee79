package org.chikei.structure.drawing;

import java.util.ArrayList;
import java.util.List;
import org.chikei.api.structure.Structure;
import org.chikei.structure.chemistry.MolecularGraph;

/**
 * Atoms that are drawn in one piece: first its skeleton, then the hydrogens that hang on it. What
 * is hidden in the graph or cut off is not drawn. Bond orders, charges and coordinates are filled
 * in step by step.
 */
final class Fragment extends MolecularGraph {

  private final int skeletonSize;

  /** The coordinates of each atom, in bond lengths, y upwards. */
  final double[] x;

  /** See {@link #x}. */
  final double[] y;

  /** Ends of the strokes that stand for bonds to what is not drawn: place, x, y. */
  final List<double[]> stubs = new ArrayList<>();

  Fragment(Structure structure, int[] atoms, int skeletonSize) {
    super(structure, atoms);
    this.skeletonSize = skeletonSize;
    x = new double[atoms.length];
    y = new double[atoms.length];
  }

  int skeletonSize() {
    return skeletonSize;
  }
}
