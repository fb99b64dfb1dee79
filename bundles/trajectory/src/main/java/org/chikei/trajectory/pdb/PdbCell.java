package org.chikei.trajectory.pdb;

import java.util.Arrays;
import org.chikei.api.Units;
import org.chikei.trajectory.text.Lines;

/** The box of a {@code CRYST1} record: three edges and three angles. */
final class PdbCell {
  private static final int[] EDGES = {6, 15, 24, 33};
  private static final int[] ANGLES = {33, 40, 47, 54};

  private final double[] vectors = new double[9];

  /**
   * Reads the line at hand. A cell of edges 0, or of 1 Å as in files of no crystal, is none.
   *
   * @return whether it can be understood
   */
  boolean read(Lines lines) {
    Arrays.fill(vectors, 0);
    double a = edge(lines, 0);
    double b = edge(lines, 1);
    double c = edge(lines, 2);
    double cosAlpha = cosine(lines, 0);
    double cosBeta = cosine(lines, 1);
    double cosGamma = cosine(lines, 2);
    if (Double.isNaN(a + b + c)) {
      return false;
    }
    boolean unit = a == 1 && b == 1 && c == 1;
    if (unit || a == 0 && b == 0 && c == 0) {
      return true;
    }
    double sinGamma = Math.sqrt(1 - cosGamma * cosGamma);
    double y = (cosAlpha - cosBeta * cosGamma) / sinGamma;
    vectors[0] = a * Units.ANGSTROM;
    vectors[3] = b * cosGamma * Units.ANGSTROM;
    vectors[4] = b * sinGamma * Units.ANGSTROM;
    vectors[6] = c * cosBeta * Units.ANGSTROM;
    vectors[7] = c * y * Units.ANGSTROM;
    vectors[8] = c * Math.sqrt(1 - cosBeta * cosBeta - y * y) * Units.ANGSTROM;
    return !Double.isNaN(vectors[4] + vectors[7] + vectors[8]);
  }

  /** Says that the line at hand is no box. */
  static String fault(Lines lines) {
    return "the record '%s' has no three edges and three angles of a box".formatted(lines.shown());
  }

  private static double edge(Lines lines, int k) {
    return lines.number(EDGES[k], EDGES[k + 1]);
  }

  private static double cosine(Lines lines, int k) {
    double angle = lines.number(ANGLES[k], ANGLES[k + 1]);
    return angle == 90 ? 0 : Math.cos(Math.toRadians(angle));
  }

  /** The vectors one after the other in nm; all zero where there is no box. */
  double[] vectors() {
    return vectors;
  }
}
