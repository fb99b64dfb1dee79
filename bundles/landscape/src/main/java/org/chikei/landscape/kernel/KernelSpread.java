package org.chikei.landscape.kernel;

import java.util.Arrays;

/**
 * Lays a product of kernels around single cells, to find what the few cells of one block add to the
 * points near them.
 */
final class KernelSpread {
  /** Takes the kernel of one cell at one point. */
  interface Term {
    /**
     * Takes a term.
     *
     * @param point the point
     * @param k the product of the kernels
     * @param z0 the distance from the point over the bandwidth, along the first axis
     * @param z1 along the second, 0 where there is none
     * @param z2 along the third, 0 where there is none
     */
    void add(int point, double k, double z0, double z1, double z2);
  }

  private static final int AXES = 3;

  private final int[] shape = new int[AXES];
  private final int[] points = new int[AXES];
  private final int[][][] targets = new int[AXES][][];
  private final double[][][] kernels = new double[AXES][][];
  private final double[][][] distances = new double[AXES][][];

  /**
   * Prepares.
   *
   * @param cells how many cells there are along each axis, of which there are at most three
   * @param bands the kernels
   */
  KernelSpread(int[] cells, KernelBand[] bands) {
    for (int a = 0; a < AXES; a++) {
      boolean used = a < cells.length;
      shape[a] = used ? cells[a] : 1;
      points[a] = used ? bands[a].points() : 1;
      targets[a] = new int[shape[a]][];
      kernels[a] = new double[shape[a]][];
      distances[a] = new double[shape[a]][];
      for (int i = 0; i < shape[a]; i++) {
        if (used) {
          around(a, i, bands[a]);
        } else {
          targets[a][i] = new int[1];
          kernels[a][i] = new double[] {1};
          distances[a][i] = new double[1];
        }
      }
    }
  }

  private void around(int a, int cell, KernelBand band) {
    int[] near = new int[points[a]];
    double[] k = new double[points[a]];
    double[] z = new double[points[a]];
    int count = 0;
    for (int t = 0; t < points[a]; t++) {
      int j = band.offset(cell, t);
      if (j >= 0) {
        near[count] = t;
        k[count] = band.profile(0, t)[j];
        z[count] = band.profile(1, t)[j] / k[count];
        count++;
      }
    }
    targets[a][cell] = Arrays.copyOf(near, count);
    kernels[a][cell] = Arrays.copyOf(k, count);
    distances[a][cell] = Arrays.copyOf(z, count);
  }

  /**
   * Goes through the points around a cell.
   *
   * @param cell the cell
   * @param term takes the terms
   */
  void around(int cell, Term term) {
    int i2 = cell % shape[2];
    int i1 = cell / shape[2] % shape[1];
    int i0 = cell / shape[2] / shape[1];
    int[] near0 = targets[0][i0];
    int[] near1 = targets[1][i1];
    int[] near2 = targets[2][i2];
    for (int t0 = 0; t0 < near0.length; t0++) {
      for (int t1 = 0; t1 < near1.length; t1++) {
        double k = kernels[0][i0][t0] * kernels[1][i1][t1];
        int row = (near0[t0] * points[1] + near1[t1]) * points[2];
        for (int t2 = 0; t2 < near2.length; t2++) {
          term.add(
              row + near2[t2],
              k * kernels[2][i2][t2],
              distances[0][i0][t0],
              distances[1][i1][t1],
              distances[2][i2][t2]);
        }
      }
    }
  }
}
