package org.chikei.trajectory.dcd;

import org.chikei.trajectory.file.CellVectors;

/** The six numbers of a cell, in the conventions that programs write. */
enum DcdCell {
  /** a, cos γ, b, cos β, cos α, c: NAMD and most others. */
  COSINES("lengths and cosines of angles, as NAMD writes"),
  /** a, γ, b, β, α, c in degrees: OpenMM, MDAnalysis, old NAMD. */
  DEGREES("lengths and angles in degrees, as OpenMM writes"),
  /**
   * The lower triangle xx, xy, yy, xz, yz, zz of a symmetric matrix of the three vectors: CHARMM.
   */
  SHAPE("the symmetric matrix of its vectors, as CHARMM writes");

  private static final int A = 0;
  private static final int GAMMA = 1;
  private static final int B = 2;
  private static final int BETA = 3;
  private static final int ALPHA = 4;
  private static final int C = 5;

  /** No simulation has a cell with a sharper angle; as elements of a matrix these are usual. */
  private static final double SHARPEST = 30;

  private final String words;

  DcdCell(String words) {
    this.words = words;
  }

  /** The convention in words. */
  String words() {
    return words;
  }

  /**
   * Tells the convention from one cell.
   *
   * @param cell six numbers as they stand in the file
   * @param version the version in the header: CHARMM's own files have the matrix
   * @return the convention, or null if it is none
   */
  static DcdCell of(double[] cell, int version) {
    boolean charmm = version != DcdHeader.USUAL_VERSION;
    if (charmm && isShape(cell)) {
      return SHAPE;
    }
    if (areAngles(cell, -1, 1)) {
      return COSINES;
    }
    if (areAngles(cell, SHARPEST, 180 - SHARPEST)) {
      return DEGREES;
    }
    if (isShape(cell)) {
      return SHAPE;
    }
    return areAngles(cell, 0, 180) ? DEGREES : null;
  }

  /** Whether there is an angle that is not right, so that the convention matters. */
  boolean matters(double[] cell) {
    double right = this == DEGREES ? 90 : 0;
    return cell[GAMMA] != right || cell[BETA] != right || cell[ALPHA] != right;
  }

  private static boolean areAngles(double[] cell, double least, double most) {
    for (int k : new int[] {GAMMA, BETA, ALPHA}) {
      if (!(cell[k] >= least && cell[k] <= most)) {
        return false;
      }
    }
    return true;
  }

  /** Whether the matrix has three positive eigenvalues, as the root of a metric has. */
  private static boolean isShape(double[] h) {
    double minor = h[0] * h[2] - h[1] * h[1];
    double determinant =
        h[0] * (h[2] * h[5] - h[4] * h[4])
            - h[1] * (h[1] * h[5] - h[4] * h[3])
            + h[3] * (h[1] * h[4] - h[2] * h[3]);
    return h[0] > 0 && minor > 0 && determinant > 0;
  }

  /**
   * The three vectors of a cell.
   *
   * @param cell six numbers as they stand in the file
   * @param unit the unit of length in nm
   * @param vectors where to put a, b and c in nm, each x, y, z; zero for a length of zero
   */
  void vectors(double[] cell, double unit, double[] vectors) {
    if (this == SHAPE) {
      int[] places = {0, 1, 3, 1, 2, 4, 3, 4, 5};
      for (int k = 0; k < 9; k++) {
        vectors[k] = cell[places[k]] * unit;
      }
      return;
    }
    CellVectors.of(
        cell[A] * unit,
        cell[B] * unit,
        cell[C] * unit,
        cosine(cell[ALPHA]),
        cosine(cell[BETA]),
        cosine(cell[GAMMA]),
        vectors);
  }

  private double cosine(double angle) {
    if (this == COSINES) {
      return angle;
    }
    return angle == 90 ? 0 : Math.cos(Math.toRadians(angle));
  }
}
