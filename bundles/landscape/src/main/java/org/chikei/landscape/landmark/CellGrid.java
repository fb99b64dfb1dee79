package org.chikei.landscape.landmark;

import org.chikei.landscape.grid.GridSums;

/**
 * A grid of one to three coordinates with the cells where a landscape is known. Places on it are
 * measured in cells: the centre of the first cell is 0 along every coordinate.
 */
public final class CellGrid {
  private final int[] shape;
  private final int[] strides;
  private final double[] low;
  private final double[] widths;
  private final boolean[] circle;
  private final int[] piece;
  private final double[] independent;

  /**
   * Makes a grid; the arrays are kept.
   *
   * @param shape the number of bins of each coordinate
   * @param low the centre of the first bin of each coordinate
   * @param widths the widths of the bins
   * @param circle whether the last bin of a coordinate borders on its first
   * @param piece which piece a cell belongs to, the last coordinate changing first; −1 where
   *     nothing is known. What is known of different pieces is not joined
   * @param independent how many independent samples each cell has
   */
  CellGrid(
      int[] shape,
      double[] low,
      double[] widths,
      boolean[] circle,
      int[] piece,
      double[] independent) {
    this.shape = shape;
    this.low = low;
    this.widths = widths;
    this.circle = circle;
    this.piece = piece;
    this.independent = independent;
    strides = new int[shape.length];
    for (int a = shape.length - 1, stride = 1; a >= 0; a--) {
      strides[a] = stride;
      stride *= shape[a];
    }
  }

  /** The grid of sums. */
  public static CellGrid of(GridSums sums, boolean[] circle, int[] piece, double[] independent) {
    int dimensions = sums.shape().length;
    double[] low = new double[dimensions];
    double[] widths = new double[dimensions];
    for (int a = 0; a < dimensions; a++) {
      low[a] = sums.centres(a)[0];
      widths[a] = sums.width(a);
    }
    return new CellGrid(sums.shape(), low, widths, circle, piece, independent);
  }

  int dimensions() {
    return shape.length;
  }

  int[] shape() {
    return shape;
  }

  double[] low() {
    return low;
  }

  double[] widths() {
    return widths;
  }

  boolean[] circle() {
    return circle;
  }

  public int[] piece() {
    return piece;
  }

  double[] independent() {
    return independent;
  }

  /** The number of all cells. */
  public int cells() {
    return piece.length;
  }

  /** The bin of a cell along a coordinate. */
  int bin(int cell, int a) {
    return cell / strides[a] % shape[a];
  }

  /**
   * What a bin along a coordinate adds to the number of a cell, −1 beyond the end of a coordinate
   * that does not close.
   */
  int part(int a, int bin) {
    int inside = circle[a] ? Math.floorMod(bin, shape[a]) : bin;
    return inside < 0 || inside >= shape[a] ? -1 : inside * strides[a];
  }

  /** The cell of a bin of each coordinate, −1 beyond the end of one that does not close. */
  int cell(int... bins) {
    int cell = 0;
    for (int a = 0; a < bins.length; a++) {
      int part = part(a, bins[a]);
      if (part < 0) {
        return -1;
      }
      cell += part;
    }
    return cell;
  }

  /** The cell that a place in cells lies in. */
  int cellAt(double[] place) {
    int cell = 0;
    for (int a = 0; a < place.length; a++) {
      int part = part(a, (int) Math.rint(place[a]));
      if (part < 0) {
        return -1;
      }
      cell += part;
    }
    return cell;
  }

  /** The centre of a cell, in cells. */
  double[] centre(int cell) {
    double[] centre = new double[shape.length];
    for (int a = 0; a < centre.length; a++) {
      centre[a] = bin(cell, a);
    }
    return centre;
  }

  /** A place in cells as values of the coordinates; on a circle within the turn of the grid. */
  double[] values(double[] place) {
    double[] r = new double[shape.length];
    for (int a = 0; a < r.length; a++) {
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
    for (int a = 0; a < image.length; a++) {
      if (circle[a]) {
        image[a] -= shape[a] * Math.rint((place[a] - to[a]) / shape[a]);
      }
    }
    return image;
  }

  /** How far two places are apart, in cells. */
  static double distance(double[] p, double[] q) {
    double square = 0;
    for (int a = 0; a < p.length; a++) {
      square += (p[a] - q[a]) * (p[a] - q[a]);
    }
    return Math.sqrt(square);
  }
}
