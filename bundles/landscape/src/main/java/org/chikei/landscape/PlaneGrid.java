package org.chikei.landscape;

import java.util.Arrays;

/**
 * A grid of two coordinates with the cells where a landscape is known. Places on it are measured in
 * cells: the centre of the first cell is (0, 0).
 *
 * @param shape the number of bins of each coordinate
 * @param low the centre of the first bin of each coordinate
 * @param widths the widths of the bins
 * @param circle whether the last bin of a coordinate borders on its first
 * @param piece which piece a cell belongs to; −1 where nothing is known. What is known of different
 *     pieces is not joined
 * @param independent how many independent samples each cell has
 */
record PlaneGrid(
    int[] shape,
    double[] low,
    double[] widths,
    boolean[] circle,
    int[] piece,
    double[] independent) {

  /** The grid of a density: one piece, of all cells that have samples. */
  static PlaneGrid of(GridSums sums, boolean[] circle, double[] values, double[] independent) {
    int[] piece =
        Arrays.stream(values).mapToInt(value -> Double.isFinite(value) ? 0 : -1).toArray();
    return new PlaneGrid(
        sums.shape(),
        new double[] {sums.centres(0)[0], sums.centres(1)[0]},
        new double[] {sums.width(0), sums.width(1)},
        circle,
        piece,
        independent);
  }

  /** The number of all cells. */
  int cells() {
    return piece.length;
  }

  /** The cell of two bins, −1 beyond the end of a coordinate that does not close. */
  int cell(int i, int k) {
    int a = circle[0] ? Math.floorMod(i, shape[0]) : i;
    int b = circle[1] ? Math.floorMod(k, shape[1]) : k;
    return a < 0 || a >= shape[0] || b < 0 || b >= shape[1] ? -1 : a * shape[1] + b;
  }

  /** The cell that a place in cells lies in. */
  int cellAt(double[] place) {
    return cell((int) Math.rint(place[0]), (int) Math.rint(place[1]));
  }

  /** The centre of a cell, in cells. */
  double[] centre(int cell) {
    return new double[] {cell / shape[1], cell % shape[1]};
  }

  /** The known cells of the same piece that touch a cell, corners included. */
  int[] neighbours(int cell) {
    int[] found = new int[8];
    int count = 0;
    for (int n = 0; n < 9; n++) {
      int other = cell(cell / shape[1] + n / 3 - 1, cell % shape[1] + n % 3 - 1);
      if (other >= 0 && other != cell && piece[other] == piece[cell]) {
        found[count++] = other;
      }
    }
    return Arrays.copyOf(found, count);
  }

  /** A place in cells as values of the coordinates; on a circle within the turn of the grid. */
  double[] values(double[] place) {
    double[] r = new double[2];
    for (int a = 0; a < 2; a++) {
      double u = place[a];
      if (circle[a]) {
        u -= shape[a] * Math.floor((u + 0.5) / shape[a]);
      }
      r[a] = low[a] + u * widths[a];
    }
    return r;
  }

  /** The image of a place that is nearest to another, in cells. */
  double[] nearest(double[] place, double[] to) {
    double[] image = place.clone();
    for (int a = 0; a < 2; a++) {
      if (circle[a]) {
        image[a] -= shape[a] * Math.rint((place[a] - to[a]) / shape[a]);
      }
    }
    return image;
  }
}
