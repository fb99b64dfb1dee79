package org.chikei.landscape.flow;

import org.chikei.landscape.grid.SymmetricMatrix;

/** A symmetric matrix for every cell, or one for all. */
final class CellMatrices {
  private final double[] same;

  /** By entry, in the order of {@link SymmetricMatrix}, and cell; null where all are the same. */
  private final double[][] entries;

  private CellMatrices(double[] same, double[][] entries) {
    this.same = same;
    this.entries = entries;
  }

  static CellMatrices same(double[] matrix) {
    return new CellMatrices(matrix, null);
  }

  /** Matrices whose entries are columns by cell. */
  static CellMatrices byCell(double[][] entries) {
    return new CellMatrices(null, entries);
  }

  boolean areSame() {
    return same != null;
  }

  double entry(int entry, int cell) {
    return same != null ? same[entry] : entries[entry][cell];
  }

  /** Σ M_ab x_b in a cell for one a. */
  double row(int cell, int a, double[] x) {
    double sum = 0;
    for (int b = 0; b < x.length; b++) {
      sum += entry(SymmetricMatrix.place(x.length, a, b), cell) * x[b];
    }
    return sum;
  }
}
