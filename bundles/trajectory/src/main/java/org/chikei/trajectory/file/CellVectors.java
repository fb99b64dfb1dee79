package org.chikei.trajectory.file;

/** Makes the vectors of a cell from its lengths and angles. */
public final class CellVectors {

  private CellVectors() {}

  /**
   * The vectors: a along x, b in the plane of x and y, c above it. NaN where the angles are those
   * of no cell.
   *
   * @param a the length of a; 0 for a direction that is not periodic
   * @param b the length of b
   * @param c the length of c
   * @param alpha the cosine of the angle between b and c
   * @param beta the cosine of the angle between a and c
   * @param gamma the cosine of the angle between a and b
   * @param vectors where to put the vectors, each x, y, z
   */
  public static void of(
      double a, double b, double c, double alpha, double beta, double gamma, double[] vectors) {
    double sine = Math.sqrt(1 - gamma * gamma);
    double along = (alpha - beta * gamma) / sine;
    vectors[0] = a;
    vectors[1] = 0;
    vectors[2] = 0;
    vectors[3] = product(b, gamma);
    vectors[4] = product(b, sine);
    vectors[5] = 0;
    vectors[6] = product(c, beta);
    vectors[7] = product(c, along);
    vectors[8] = product(c, Math.sqrt(1 - beta * beta - along * along));
  }

  /** A length of zero has no part in any direction, whatever the angles. */
  private static double product(double length, double factor) {
    return length == 0 ? 0 : length * factor;
  }
}
