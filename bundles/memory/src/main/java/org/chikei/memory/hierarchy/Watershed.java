package org.chikei.memory.hierarchy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * The basins of a density by persistence: from the highest peak down, every cell joins the basin of
 * its neighbours; where two basins meet, the shallower ends in the deeper if it is no deeper than
 * noise and a little, and else goes on for itself.
 *
 * @param density the density
 * @param of the number of the basin of each cell; −1 where there is none
 * @param bottoms the cell of each basin's bottom, the deepest first
 * @param prominences the prominence of each, in kT
 * @param errors their standard errors
 */
record Watershed(Density density, int[] of, int[] bottoms, double[] prominences, double[] errors) {
  /** In standard errors. */
  private static final double SURE = 2;

  /** What is rarer than this part of the samples is a ripple of the tails. */
  private static final double LEAST_POPULATION = 0.005;

  /**
   * Finds them.
   *
   * @param density the density
   * @param shallow prominences in kT that are not above this make no basin
   */
  static Watershed of(Density density, double shallow) {
    Cells cells = density.cells();
    double[] rho = density.values();
    Integer[] order = inside(cells, rho);
    Arrays.sort(order, Comparator.comparingDouble((Integer c) -> -rho[c]).thenComparing(c -> c));
    double enough = LEAST_POPULATION * Arrays.stream(order).mapToDouble(c -> rho[c]).sum();
    double[] mass = new double[rho.length];
    int[] parent = new int[rho.length];
    Arrays.fill(parent, -1);
    List<int[]> merged = new ArrayList<>();
    List<double[]> depth = new ArrayList<>();
    for (int cell : order) {
      parent[cell] = cell;
      mass[cell] = rho[cell];
      for (int neighbour : neighbours(cells, cell)) {
        if (parent[neighbour] < 0) {
          continue;
        }
        int own = root(parent, cell);
        int other = root(parent, neighbour);
        if (own == other) {
          continue;
        }
        int deep = rho[own] > rho[other] || rho[own] == rho[other] && own < other ? own : other;
        int shallower = deep == own ? other : own;
        double prominence = Math.log(rho[shallower] / rho[cell]);
        if (mass[shallower] > enough && mass[deep] > enough && prominence > shallow) {
          double error = density.error(shallower, cell);
          if (prominence > SURE * error) {
            merged.add(new int[] {shallower, deep});
            depth.add(new double[] {prominence, error});
          }
        }
        parent[shallower] = deep;
        mass[deep] += mass[shallower];
      }
    }
    // what never meets another lies at least as deep as the emptiest cell is empty
    double least = rho[order[order.length - 1]];
    for (int cell : order) {
      if (parent[cell] == cell && cell != order[0] && mass[cell] > enough) {
        merged.add(new int[] {cell, order[0]});
        depth.add(new double[] {Math.log(rho[cell] / least), Double.NaN});
      }
    }
    return assign(density, order, merged, depth);
  }

  /** Once more from the top, with the bottoms known: each cell goes uphill to one of them. */
  private static Watershed assign(
      Density density, Integer[] order, List<int[]> merged, List<double[]> depth) {
    double[] rho = density.values();
    int count = merged.size() + 1;
    Integer[] rank = new Integer[count];
    int[] bottoms = new int[count];
    double[] prominences = new double[count];
    double[] errors = new double[count];
    bottoms[0] = order[0];
    prominences[0] = Double.POSITIVE_INFINITY;
    errors[0] = Double.NaN;
    for (int k = 1; k < count; k++) {
      bottoms[k] = merged.get(k - 1)[0];
      prominences[k] = depth.get(k - 1)[0];
      errors[k] = depth.get(k - 1)[1];
    }
    Arrays.setAll(rank, k -> k);
    Arrays.sort(rank, Comparator.comparingDouble((Integer k) -> -rho[bottoms[k]]));
    int[] sorted = new int[count];
    double[] sortedProminences = new double[count];
    double[] sortedErrors = new double[count];
    int[] of = new int[rho.length];
    Arrays.fill(of, -1);
    for (int k = 0; k < count; k++) {
      sorted[k] = bottoms[rank[k]];
      sortedProminences[k] = prominences[rank[k]];
      sortedErrors[k] = errors[rank[k]];
      of[sorted[k]] = k;
    }
    int[] parent = new int[rho.length];
    Arrays.fill(parent, -1);
    for (int cell : order) {
      parent[cell] = cell;
      for (int neighbour : neighbours(density.cells(), cell)) {
        if (parent[neighbour] < 0) {
          continue;
        }
        int own = root(parent, cell);
        int other = root(parent, neighbour);
        if (own == other) {
          continue;
        }
        if (of[own] < 0 || of[other] < 0) {
          int named = of[own] < 0 ? other : own;
          parent[named == own ? other : own] = named;
        }
      }
    }
    int[] result = new int[rho.length];
    Arrays.fill(result, -1);
    for (int cell : order) {
      result[cell] = of[root(parent, cell)];
    }
    return new Watershed(density, result, sorted, sortedProminences, sortedErrors);
  }

  /** The cells that are no copies and that samples are near. */
  private static Integer[] inside(Cells cells, double[] rho) {
    List<Integer> inside = new ArrayList<>();
    double most = Arrays.stream(rho).max().orElse(0);
    for (int c = 0; c < rho.length; c++) {
      int along = cells.along(c, 0);
      boolean copy =
          cells.period() > 0
              && (along < cells.margin() || along >= cells.counts()[0] - cells.margin());
      if (!copy && rho[c] > 1e-9 * most) {
        inside.add(c);
      }
    }
    return inside.toArray(Integer[]::new);
  }

  private static int root(int[] parent, int cell) {
    int root = cell;
    while (parent[root] != root) {
      root = parent[root];
    }
    int at = cell;
    while (parent[at] != root) {
      int next = parent[at];
      parent[at] = root;
      at = next;
    }
    return root;
  }

  /** All cells that touch a cell, corners included; across the ends of a circle, too. */
  private static int[] neighbours(Cells cells, int cell) {
    int dimensions = cells.dimensions();
    int total = (int) Math.round(Math.pow(3, dimensions));
    int[] found = new int[total - 1];
    int n = 0;
    for (int code = 0; code < total; code++) {
      int rest = code;
      int neighbour = 0;
      boolean inside = true;
      for (int a = 0; a < dimensions; a++) {
        int along = cells.along(cell, a) + rest % 3 - 1;
        rest /= 3;
        if (a == 0 && cells.period() > 0) {
          int inner = cells.counts()[0] - 2 * cells.margin();
          along = cells.margin() + Math.floorMod(along - cells.margin(), inner);
        }
        inside &= along >= 0 && along < cells.counts()[a];
        neighbour += along * cells.stride(a);
      }
      if (inside && neighbour != cell) {
        found[n++] = neighbour;
      }
    }
    return Arrays.copyOf(found, n);
  }

  /**
   * The density half way down from a peak to its pass: that to a higher peak, and from the highest
   * the highest of all, or 0 where there is none.
   */
  double halfWay(int basin) {
    double pass = basin > 0 ? pass(basin) : 0;
    for (int other = 1; basin == 0 && other < bottoms.length; other++) {
      pass = Math.max(pass, pass(other));
    }
    return (density.values()[bottoms[basin]] + pass) / 2;
  }

  private double pass(int basin) {
    return density.values()[bottoms[basin]] * Math.exp(-prominences[basin]);
  }

  /** The basin of a frame; −1 where it has none. */
  int basin(double[][] columns, int j) {
    int cell = Cells.defined(columns, j) ? density.cells().cell(columns, j) : -1;
    return cell < 0 ? -1 : of[cell];
  }
}
