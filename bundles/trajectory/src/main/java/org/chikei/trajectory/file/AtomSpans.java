package org.chikei.trajectory.file;

import java.util.Arrays;

/**
 * Wanted atoms in runs: atoms with few unwanted ones between them are read together, so that a
 * handful of atoms out of a million costs a handful of short reads.
 */
public final class AtomSpans {
  private static final int GAP = 512;
  private static final int LONGEST = 1 << 20;

  private final int[] atoms;
  private final int[] firsts;

  /**
   * Groups atoms.
   *
   * @param atoms indices from 0, ascending
   */
  public AtomSpans(int[] atoms) {
    this.atoms = atoms.clone();
    int[] found = new int[atoms.length + 1];
    int spans = 0;
    for (int k = 0; k < atoms.length; k++) {
      if (k == 0
          || atoms[k] - atoms[k - 1] > GAP
          || atoms[k] - atoms[found[spans - 1]] >= LONGEST) {
        found[spans++] = k;
      }
    }
    found[spans] = atoms.length;
    firsts = Arrays.copyOf(found, spans + 1);
  }

  /**
   * The number of runs.
   *
   * @return the number
   */
  public int size() {
    return firsts.length - 1;
  }

  /**
   * The first of the wanted atoms that are in a run.
   *
   * @param span the run; {@link #size} for the end of the last
   * @return its place in the list of wanted atoms
   */
  public int first(int span) {
    return firsts[span];
  }

  /**
   * A wanted atom.
   *
   * @param k its place in the list of wanted atoms
   * @return its index in the file, from 0
   */
  public int atom(int k) {
    return atoms[k];
  }

  /**
   * Where a run begins.
   *
   * @param span the run
   * @return the index of its first atom
   */
  public int start(int span) {
    return atoms[firsts[span]];
  }

  /**
   * How long a run is.
   *
   * @param span the run
   * @return the number of atoms in it, the unwanted ones between included
   */
  public int length(int span) {
    return atoms[firsts[span + 1] - 1] + 1 - start(span);
  }
}
