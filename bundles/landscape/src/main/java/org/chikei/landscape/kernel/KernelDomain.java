package org.chikei.landscape.kernel;

import java.util.Arrays;
import org.apache.commons.math3.analysis.integration.gauss.GaussIntegrator;
import org.apache.commons.math3.analysis.integration.gauss.GaussIntegratorFactory;
import org.chikei.landscape.error.CorrelatedError;
import org.chikei.landscape.grid.CellAccumulator;

/**
 * Where the kernels of one axis find an end, and how a kernel answers to a tilt there. An end is
 * where cells end that could hold samples, or the least or greatest value of all if the samples
 * within one bandwidth of it are many: a density that went on beyond would have shown there.
 */
final class KernelDomain {
  /** Independent samples within a bandwidth of the last one that make it an end. */
  private static final double MANY = 25;

  private static final int MOST_STEPS = 60;

  /** The logarithm of a density changes by less than this within a bandwidth. */
  private static final double STEEPEST = 100;

  /** With more cells than this under a kernel its integrals are taken by quadrature. */
  private static final int MANY_CELLS = 80;

  private static final GaussIntegrator LEGENDRE = new GaussIntegratorFactory().legendre(24);

  /** By point, of those that see an end: places z and what they weigh; empty beyond an end. */
  private final double[][] nodes;

  private final double[][] weights;
  private double mass;
  private double spread;

  private KernelDomain(double[][] nodes, double[][] weights) {
    this.nodes = nodes;
    this.weights = weights;
  }

  /**
   * Finds the ends of an axis.
   *
   * @param grid the samples
   * @param a the axis
   * @param bandwidth the bandwidth
   * @return the lower and the upper end, infinite where there is none
   */
  static double[] ends(FineGrid grid, int a, double bandwidth) {
    double[] ends = {Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY};
    if (grid.circle(a)) {
      return ends;
    }
    double[] limits = grid.limits(a);
    double[] extremes = grid.extremes(a);
    double[][] weight = grid.along(a, CellAccumulator.WEIGHT);
    double[][] count = grid.along(a, CellAccumulator.COUNT);
    for (int side = 0; side < 2; side++) {
      boolean within = side == 0 ? extremes[0] > limits[0] : extremes[1] < limits[1];
      int cells = Math.min(grid.shape()[a], (int) Math.ceil(bandwidth / grid.width(a)));
      int from = side == 0 ? 0 : grid.shape()[a] - cells;
      if (!within) {
        ends[side] = limits[side];
      } else if (independent(weight, count, from, from + cells) >= MANY) {
        ends[side] = extremes[side];
      }
    }
    // between ends that close nothing in there is no density to speak of
    return ends[1] - ends[0] > grid.width(a)
        ? ends
        : new double[] {Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY};
  }

  /** How many independent samples some cells hold. */
  private static double independent(double[][] weight, double[][] count, int from, int to) {
    int blocks = weight.length;
    double[] influence = new double[blocks];
    double[] all = new double[blocks];
    double frames = 0;
    for (int b = 0; b < blocks; b++) {
      all[b] = Arrays.stream(weight[b]).sum();
      for (int k = from; k < to; k++) {
        influence[b] += weight[b][k];
        frames += count[b][k];
      }
    }
    double part = Arrays.stream(influence).sum();
    double whole = Arrays.stream(all).sum();
    if (!(part > 0)) {
      return 0;
    }
    for (int b = 0; b < blocks; b++) {
      influence[b] = influence[b] / part - all[b] / whole;
    }
    CorrelatedError error = new CorrelatedError();
    error.of(influence, 0, blocks);
    return 1 / Math.max(blocks < 2 ? 1 : error.variance(), 1 / frames);
  }

  /**
   * Looks at the points of an axis.
   *
   * @param band the kernels
   * @param ends the ends of the axis
   * @param begin where the first cell begins
   * @param width the width of a cell
   */
  static KernelDomain of(KernelBand band, double[] ends, double begin, double width) {
    double[][] nodes = new double[band.points()][];
    double[][] weights = new double[band.points()][];
    for (int t = 0; t < nodes.length; t++) {
      double point = begin + band.place(t) * width;
      double low = begin + band.first(t) * width;
      int cells = band.profile(0, t).length;
      double high = low + cells * width;
      if (point < ends[0] || point > ends[1]) {
        nodes[t] = new double[0];
      } else if (low < ends[0] || high > ends[1]) {
        double from = Math.max(low, ends[0]);
        double to = Math.min(high, ends[1]);
        if (cells > MANY_CELLS) {
          quadrature(band, point, from, to, nodes, weights, t);
        } else {
          cells(band, low, width, from, to, nodes, weights, t);
        }
      }
    }
    return new KernelDomain(nodes, weights);
  }

  /** Sums over cells, as the samples in them are summed. */
  private static void cells(
      KernelBand band,
      double low,
      double width,
      double from,
      double to,
      double[][] nodes,
      double[][] weights,
      int t) {
    double[] k = band.profile(0, t);
    nodes[t] = new double[k.length];
    weights[t] = new double[k.length];
    for (int j = 0; j < k.length; j++) {
      double covered = Math.min(to, low + (j + 1) * width) - Math.max(from, low + j * width);
      nodes[t][j] = band.profile(1, t)[j] / k[j];
      weights[t][j] = Math.max(covered, 0) * k[j];
    }
  }

  private static void quadrature(
      KernelBand band,
      double point,
      double from,
      double to,
      double[][] nodes,
      double[][] weights,
      int t) {
    nodes[t] = new double[LEGENDRE.getNumberOfPoints()];
    weights[t] = new double[nodes[t].length];
    for (int j = 0; j < nodes[t].length; j++) {
      double x = (from + to) / 2 + LEGENDRE.getPoint(j) * (to - from) / 2;
      double z = (x - point) / band.deviation();
      nodes[t][j] = z;
      weights[t][j] =
          LEGENDRE.getWeight(j)
              * (to - from)
              / 2
              * Math.exp(-z * z / 2)
              / (band.deviation() * Math.sqrt(2 * Math.PI));
    }
  }

  /** Whether a point lies within the ends. */
  boolean inside(int point) {
    return nodes[point] == null || nodes[point].length > 0;
  }

  /**
   * Tilts the kernel by the exponential e^(bz) that gives z a mean.
   *
   * @param point the point
   * @param mean the mean of z
   */
  void tilt(int point, double mean) {
    if (nodes[point] == null) {
      mass = Math.exp(mean * mean / 2);
      spread = 1;
      return;
    }
    double b = mean;
    double low = -STEEPEST;
    double high = STEEPEST;
    for (int round = 0; round < MOST_STEPS; round++) {
      double found = weigh(nodes[point], weights[point], b);
      low = found < mean ? b : low;
      high = found > mean ? b : high;
      double next = b + (mean - found) / spread;
      if (!(next > low && next < high)) {
        next = (low + high) / 2;
      }
      if (Math.abs(next - b) <= 1e-10 * (1 + Math.abs(b))) {
        return;
      }
      b = next;
    }
  }

  /** Finds mass and spread under a tilt, and returns the mean. */
  private double weigh(double[] node, double[] weight, double b) {
    double sum = 0;
    double first = 0;
    double second = 0;
    for (int j = 0; j < node.length; j++) {
      double part = weight[j] * Math.exp(b * node[j]);
      sum += part;
      first += part * node[j];
      second += part * node[j] * node[j];
    }
    double found = first / sum;
    mass = sum;
    spread = Math.max(second / sum - found * found, 1e-6);
    return found;
  }

  /** The integral of the kernel times the exponential. */
  double mass() {
    return mass;
  }

  /** The variance of z under it. */
  double spread() {
    return spread;
  }
}
