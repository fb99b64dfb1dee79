package org.chikei.landscape.passage;

import java.util.Arrays;

/**
 * The cores of basins: around each minimum, the stretch that lies below half the height of the
 * basin's lowest barrier. A system that has come to the core of a basin has arrived; one that turns
 * round before has not.
 *
 * @param coreOf the basin in whose core each bin lies, −1 for none
 * @param first the first bin of each core in the direction of the coordinate
 * @param last its last bin; before the first where a core lies across the cut of a circle
 */
public record Cores(int[] coreOf, int[] first, int[] last) {

  /**
   * Finds the cores.
   *
   * @param basins the basins
   * @param y the landscape in which they were found
   * @param circle whether the last bin borders on the first
   * @return the cores
   */
  public static Cores of(Basins basins, double[] y, boolean circle) {
    int n = basins.minima().length;
    double[] limit = new double[n];
    Arrays.fill(limit, Double.POSITIVE_INFINITY);
    for (Basins.Barrier barrier : basins.barriers()) {
      for (int basin : new int[] {barrier.left(), barrier.right()}) {
        double bottom = y[basins.minima()[basin]];
        limit[basin] = Math.min(limit[basin], bottom + (y[barrier.top()] - bottom) / 2);
      }
    }
    int[] coreOf = new int[y.length];
    Arrays.fill(coreOf, -1);
    int[] first = new int[n];
    int[] last = new int[n];
    for (int basin = 0; basin < n; basin++) {
      first[basin] = reach(basins, y, circle, basin, -1, limit[basin], coreOf);
      last[basin] = reach(basins, y, circle, basin, 1, limit[basin], coreOf);
    }
    return new Cores(coreOf, first, last);
  }

  /** Marks bins from a minimum on, and tells the last one. */
  private static int reach(
      Basins basins, double[] y, boolean circle, int basin, int side, double limit, int[] coreOf) {
    int end = basins.minima()[basin];
    coreOf[end] = basin;
    for (int i = 1; i < y.length; i++) {
      int bin = basins.minima()[basin] + side * i;
      bin = circle ? Math.floorMod(bin, y.length) : bin;
      boolean inside =
          bin >= 0 && bin < y.length && basins.basinOf()[bin] == basin && y[bin] <= limit;
      if (!inside) {
        break;
      }
      coreOf[bin] = basin;
      end = bin;
    }
    return end;
  }
}
