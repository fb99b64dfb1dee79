package org.chikei.landscape.kernel;

/**
 * A Gaussian kernel along one axis, from cells to points: for each point the cells within five
 * bandwidths, with K(z) zᵖ, z the distance over the bandwidth, for p = 0, 1, 2. Samples stand at
 * the centres of their cells, whose own variance, a twelfth of the width squared, is taken out of
 * the kernel's: with cells of at most half a bandwidth what is left is of the order of 10⁻⁵.
 */
final class KernelBand {
  private static final double REACH = 5;

  private final int cells;
  private final boolean circle;
  private final int points;
  private final double step;
  private final double place;
  private final double reach;

  /** By power, and by point up to where points stand alike among the cells again. */
  private final double[][][] profile;

  private final int[] firsts;

  private final double deviation;

  /**
   * Makes a kernel.
   *
   * @param bandwidth its standard deviation
   * @param width the width of a cell
   * @param cells how many there are
   * @param circle whether the last cell borders on the first
   * @param place the place of the first point, in cells from where the first begins
   * @param step how many cells lie from one point to the next: a whole number, or one over a power
   *     of two
   * @param points how many points there are
   */
  KernelBand(
      double bandwidth,
      double width,
      int cells,
      boolean circle,
      double place,
      double step,
      int points) {
    this.cells = cells;
    this.circle = circle;
    this.points = points;
    this.place = place;
    this.step = step;
    double cellsReached = REACH * bandwidth / width;
    reach = circle ? Math.min(cellsReached, (cells - 1) / 2.0) : cellsReached;
    deviation = Math.sqrt(Math.max(0.5, 1 - square(width / bandwidth) / 12)) * bandwidth;
    int alike = step < 1 ? (int) Math.rint(1 / step) : 1;
    profile = new double[3][alike][];
    firsts = new int[alike];
    for (int t = 0; t < alike; t++) {
      firsts[t] = (int) Math.ceil(place(t) - reach - 0.5);
      int size = (int) Math.floor(place(t) + reach - 0.5) - firsts[t] + 1;
      for (double[][] each : profile) {
        each[t] = new double[size];
      }
      for (int j = 0; j < size; j++) {
        double z = (firsts[t] + j + 0.5 - place(t)) * width / deviation;
        double k = Math.exp(-z * z / 2) / (deviation * Math.sqrt(2 * Math.PI));
        profile[0][t][j] = k;
        profile[1][t][j] = k * z;
        profile[2][t][j] = k * z * z;
      }
    }
  }

  private static double square(double x) {
    return x * x;
  }

  /** Bandwidths √2 times as wide, whose bias is twice as large. */
  static double[] wider(double[] bandwidth) {
    double[] wide = new double[bandwidth.length];
    for (int a = 0; a < wide.length; a++) {
      wide[a] = Math.sqrt(2) * bandwidth[a];
    }
    return wide;
  }

  /** The greatest value of a product of kernels. */
  static double peak(KernelBand[] bands) {
    double peak = 1;
    for (KernelBand band : bands) {
      peak /= band.deviation * Math.sqrt(2 * Math.PI);
    }
    return peak;
  }

  /** The standard deviation of the kernel, less that of a cell. */
  double deviation() {
    return deviation;
  }

  /** How many points there are. */
  int points() {
    return points;
  }

  /** The place of a point, in cells from where the first begins. */
  double place(int point) {
    return place + (double) point * step;
  }

  /** The first cell under the kernel of a point; there may be none such. */
  int first(int point) {
    int like = point % firsts.length;
    return firsts[like] + (int) Math.rint((point - like) * step);
  }

  /** Which of the cells under the kernel of a point a cell is; −1 where it is none. */
  int offset(int cell, int point) {
    int offset = cell - first(point);
    if (circle) {
      offset = Math.floorMod(offset, cells);
    }
    return offset < profile(0, point).length ? Math.max(offset, -1) : -1;
  }

  /** K(z) zᵖ of the cells under the kernel of a point. */
  double[] profile(int power, int point) {
    return profile[power][point % profile[power].length];
  }

  /**
   * Sums over the cells of one axis.
   *
   * @param in numbers by {@code [before][cell][behind]}
   * @param before how many combinations of cells come before
   * @param behind how many come behind
   * @param power the power of z
   * @return sums by {@code [before][point][behind]}
   */
  double[] sum(double[] in, int before, int behind, int power) {
    double[] out = new double[before * points * behind];
    int piece = Math.min(behind, 64);
    for (int o = 0; o < before; o++) {
      for (int i = 0; i < cells; i++) {
        int from = (o * cells + i) * behind;
        for (int at = 0; at < behind; at += piece) {
          int to = Math.min(behind, at + piece);
          if (isZero(in, from + at, from + to)) {
            continue;
          }
          for (int turn = circle ? -1 : 0; turn <= (circle ? 1 : 0); turn++) {
            spread(in, from, at, to, i + turn * cells, power, out, o * points * behind, behind);
          }
        }
      }
    }
    return out;
  }

  private static boolean isZero(double[] in, int from, int to) {
    for (int k = from; k < to; k++) {
      if (in[k] != 0) {
        return false;
      }
    }
    return true;
  }

  /** Adds a piece of one cell to all points under whose kernel it is. */
  private void spread(
      double[] in,
      int from,
      int at,
      int to,
      int cell,
      int power,
      double[] out,
      int base,
      int behind) {
    if (step >= 1) {
      spreadAlike(in, from, at, to, cell, profile[power][0], out, base, behind);
      return;
    }
    int lowest = Math.max(0, (int) Math.floor((cell + 0.5 - reach - place) / step));
    int highest = Math.min(points - 1, (int) Math.ceil((cell + 0.5 + reach - place) / step));
    for (int t = lowest; t <= highest; t++) {
      double[] k = profile(power, t);
      int offset = cell - first(t);
      if (offset >= 0 && offset < k.length) {
        double factor = k[offset];
        int target = base + t * behind;
        for (int q = at; q < to; q++) {
          out[target + q] += factor * in[from + q];
        }
      }
    }
  }

  /** The same where all points stand alike among the cells. */
  private void spreadAlike(
      double[] in,
      int from,
      int at,
      int to,
      int cell,
      double[] k,
      double[] out,
      int base,
      int behind) {
    int between = (int) Math.rint(step);
    int offset = cell - firsts[0];
    int lowest = Math.max(0, -Math.floorDiv(-(offset - k.length + 1), between));
    int highest = Math.min(points - 1, Math.floorDiv(offset, between));
    if (behind == 1) {
      double value = in[from];
      for (int t = lowest; t <= highest; t++) {
        out[base + t] += value * k[offset - t * between];
      }
      return;
    }
    for (int t = lowest; t <= highest; t++) {
      double factor = k[offset - t * between];
      int target = base + t * behind;
      for (int q = at; q < to; q++) {
        out[target + q] += factor * in[from + q];
      }
    }
  }
}
