package org.chikei.landscape.kernel;

/**
 * Sums Σ c K(z) zᵖ over cells under a product of kernels, at every point, of all products of powers
 * up to a total of one or two: first of no power, then of z along each axis, then of z z along each
 * pair of axes.
 */
final class LocalMoments {
  private LocalMoments() {}

  /** How many sums there are. */
  static int count(int dimensions, int order) {
    return 1 + dimensions + (order > 1 ? dimensions * (dimensions + 1) / 2 : 0);
  }

  /** Which of the sums is that of z along two axes. */
  static int pair(int dimensions, int a, int b) {
    int low = Math.min(a, b);
    int high = Math.max(a, b);
    return 1 + dimensions + low * dimensions - low * (low - 1) / 2 + high - low;
  }

  /**
   * Sums.
   *
   * @param cells numbers by cell
   * @param shape how many cells there are along each axis
   * @param bands the kernels
   * @param order 1 or 2
   * @return {@code [sum][point]}
   */
  static double[][] of(double[] cells, int[] shape, KernelBand[] bands, int order) {
    double[][] sums = new double[count(shape.length, order)][];
    along(cells, shape, bands, 0, new int[shape.length], order, sums);
    return sums;
  }

  private static void along(
      double[] in,
      int[] shape,
      KernelBand[] bands,
      int axis,
      int[] powers,
      int left,
      double[][] sums) {
    if (axis == shape.length) {
      sums[number(powers)] = in;
      return;
    }
    int before = 1;
    int behind = 1;
    for (int a = 0; a < shape.length; a++) {
      before *= a < axis ? bands[a].points() : 1;
      behind *= a > axis ? shape[a] : 1;
    }
    for (int power = 0; power <= left; power++) {
      powers[axis] = power;
      double[] out = bands[axis].sum(in, before, behind, power);
      along(out, shape, bands, axis + 1, powers, left - power, sums);
    }
    powers[axis] = 0;
  }

  private static int number(int[] powers) {
    int first = -1;
    int second = -1;
    for (int a = 0; a < powers.length; a++) {
      if (powers[a] > 0) {
        second = powers[a] == 2 || first >= 0 ? a : second;
        first = first < 0 ? a : first;
      }
    }
    return first < 0 ? 0 : second < 0 ? 1 + first : pair(powers.length, first, second);
  }
}
