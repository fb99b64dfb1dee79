package org.chikei.landscape.passage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * The basins of a landscape and the barriers between neighbours, told apart by persistence: a basin
 * counts if one must climb more than a threshold from its minimum to reach a deeper one.
 *
 * @param minima the bin of each basin's minimum, in the direction of the coordinate
 * @param prominences how far one must climb from each minimum to reach a deeper one; infinite for
 *     the deepest
 * @param basinOf the basin of each bin, −1 for an empty bin
 * @param barriers the barriers between basins that border on each other
 */
public record Basins(int[] minima, double[] prominences, int[] basinOf, List<Barrier> barriers) {

  /**
   * A barrier.
   *
   * @param left the basin before it in the direction of the coordinate
   * @param right the basin behind it
   * @param top the bin of its maximum
   */
  public record Barrier(int left, int right, int top) {}

  /**
   * Finds basins and barriers.
   *
   * @param y the landscape by bin; NaN for an empty bin, which nothing crosses
   * @param circle whether the last bin borders on the first
   * @param trusted which bins are sampled well enough to be the minimum of a basin; the lowest bin
   *     of all always is
   * @param threshold the smallest prominence of a basin, by bin of its minimum and bin of the
   *     saddle
   * @return the basins
   */
  public static Basins find(double[] y, boolean circle, boolean[] trusted, Threshold threshold) {
    int n = y.length;
    int[] parent = new int[n];
    Arrays.fill(parent, -1);
    Integer[] order = new Integer[n];
    Arrays.setAll(order, k -> k);
    Arrays.sort(order, Comparator.<Integer>comparingDouble(k -> y[k]).thenComparing(k -> k));
    double[] prominence = new double[n];
    Arrays.fill(prominence, Double.POSITIVE_INFINITY);
    boolean[] kept = new boolean[n];
    for (int bin : order) {
      if (Double.isNaN(y[bin])) {
        continue;
      }
      parent[bin] = bin;
      for (int side = -1; side <= 1; side += 2) {
        int next = neighbour(bin, side, n, circle);
        if (next < 0 || parent[next] < 0) {
          continue;
        }
        int a = root(parent, bin);
        int b = root(parent, next);
        if (a == b) {
          continue;
        }
        int shallow = y[a] > y[b] || y[a] == y[b] && a > b ? a : b;
        int deep = shallow == a ? b : a;
        prominence[shallow] = y[bin] - y[shallow];
        kept[shallow] = prominence[shallow] > threshold.at(shallow, bin);
        parent[shallow] = deep;
      }
    }
    for (int bin = 0; bin < n; bin++) {
      kept[bin] |= parent[bin] == bin && !Double.isNaN(y[bin]);
      kept[bin] &= trusted[bin] || bin == order[0];
    }
    return assemble(y, circle, kept, prominence);
  }

  /**
   * How prominent a basin must be, given the bins of its minimum and of the saddle to a deeper one.
   */
  @FunctionalInterface
  public interface Threshold {
    /** The smallest difference that counts. */
    double at(int minimum, int saddle);
  }

  private static Basins assemble(double[] y, boolean circle, boolean[] kept, double[] prominence) {
    int n = y.length;
    List<Integer> minima = new ArrayList<>();
    for (int bin = 0; bin < n; bin++) {
      if (kept[bin]) {
        minima.add(bin);
      }
    }
    int[] basinOf = new int[n];
    Arrays.fill(basinOf, -1);
    List<Barrier> barriers = new ArrayList<>();
    int count = minima.size();
    for (int k = 0; k < count; k++) {
      basinOf[minima.get(k)] = k;
    }
    int pairs = circle && count > 1 ? count : count - 1;
    for (int k = 0; k < pairs; k++) {
      int from = minima.get(k);
      int to = minima.get((k + 1) % count);
      int steps = Math.floorMod(to - from, n);
      int top = -1;
      for (int i = 1; i < steps; i++) {
        int bin = (from + i) % n;
        if (Double.isNaN(y[bin])) {
          top = -1;
          break;
        }
        top = top < 0 || y[bin] > y[top] ? bin : top;
      }
      if (top >= 0) {
        barriers.add(new Barrier(k, (k + 1) % count, top));
      }
      fill(y, basinOf, from, 1, n, top, steps, k);
      fill(y, basinOf, to, -1, n, top, steps, (k + 1) % count);
    }
    if (count > 0 && pairs < count) {
      // the ends of an interval, or a circle with one basin
      fill(y, basinOf, minima.get(0), -1, n, -1, circle ? n : minima.get(0) + 1, 0);
      int last = minima.get(count - 1);
      fill(y, basinOf, last, 1, n, -1, circle ? n : n - last, count - 1);
    }
    return new Basins(
        minima.stream().mapToInt(Integer::intValue).toArray(),
        minima.stream().mapToDouble(bin -> prominence[bin]).toArray(),
        basinOf,
        List.copyOf(barriers));
  }

  /** Gives the bins on one side of a minimum to its basin, up to a top or the first empty bin. */
  private static void fill(
      double[] y, int[] basinOf, int from, int side, int n, int top, int steps, int basin) {
    for (int i = 1; i < steps; i++) {
      int bin = Math.floorMod(from + side * i, n);
      if (Double.isNaN(y[bin]) || basinOf[bin] >= 0) {
        return;
      }
      basinOf[bin] = basin;
      if (bin == top) {
        return;
      }
    }
  }

  private static int neighbour(int bin, int side, int n, boolean circle) {
    int next = bin + side;
    if (next >= 0 && next < n) {
      return next;
    }
    return circle ? Math.floorMod(next, n) : -1;
  }

  private static int root(int[] parent, int bin) {
    int root = bin;
    while (parent[root] != root) {
      root = parent[root];
    }
    return root;
  }
}
