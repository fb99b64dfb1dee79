package org.chikei.landscape;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Where the border between two basins dips again beside its lowest place, as on both sides of a
 * circle: by flooding the cells of the border alone, a dip counts if one must climb more than a
 * threshold along the border from there to a lower one, or cannot reach one along it.
 */
final class PlaneBorders {
  private final PlaneGrid grid;
  private final double[] y;
  private final Basins.Threshold threshold;
  private final Map<Integer, Integer> parent = new HashMap<>();
  private final List<Integer> dips = new ArrayList<>();

  private PlaneBorders(PlaneGrid grid, double[] y, Basins.Threshold threshold) {
    this.grid = grid;
    this.y = y;
    this.threshold = threshold;
  }

  /**
   * Finds the further dips.
   *
   * @param grid the grid
   * @param y the landscape by cell
   * @param order the known cells, the lowest first
   * @param basinOf the basin of each cell
   * @param minimumSamples how many independent samples the cell of a dip needs
   * @param threshold the smallest rise from a dip along the border that counts, by the cells of the
   *     dip and of the top
   * @return a pass for each dip but the lowest of each two basins
   */
  static List<PlaneBasins.Pass> furtherPasses(
      PlaneGrid grid,
      double[] y,
      Integer[] order,
      int[] basinOf,
      double minimumSamples,
      Basins.Threshold threshold) {
    Map<List<Integer>, PlaneBorders> borders =
        new TreeMap<>(
            Comparator.<List<Integer>>comparingInt(pair -> pair.get(0))
                .thenComparingInt(pair -> pair.get(1)));
    Set<Integer> flooded = new HashSet<>();
    for (int cell : order) {
      int own = basinOf[cell];
      Set<Integer> others = new HashSet<>();
      for (int next : grid.neighbours(cell)) {
        if (flooded.contains(next) && own >= 0 && basinOf[next] >= 0 && basinOf[next] != own) {
          others.add(basinOf[next]);
        }
      }
      for (int other : others) {
        borders
            .computeIfAbsent(
                List.of(Math.min(own, other), Math.max(own, other)),
                pair -> new PlaneBorders(grid, y, threshold))
            .flood(cell);
      }
      flooded.add(cell);
    }
    List<PlaneBasins.Pass> passes = new ArrayList<>();
    borders.forEach(
        (pair, border) -> {
          for (int dip : border.dips.subList(1, border.dips.size())) {
            if (grid.independent()[dip] >= minimumSamples) {
              passes.add(new PlaneBasins.Pass(pair.get(0), pair.get(1), dip, false));
            }
          }
        });
    return passes;
  }

  private void flood(int cell) {
    Set<Integer> near = new HashSet<>();
    for (int next : grid.neighbours(cell)) {
      near.add(next);
      for (int further : grid.neighbours(next)) {
        near.add(further);
      }
    }
    Set<Integer> roots = new HashSet<>();
    for (int other : near) {
      if (parent.containsKey(other)) {
        roots.add(root(other));
      }
    }
    if (roots.isEmpty()) {
      parent.put(cell, cell);
      dips.add(cell);
      return;
    }
    int lowest = Collections.min(roots, Comparator.comparingInt(dips::indexOf));
    parent.put(cell, lowest);
    for (int root : roots) {
      if (root != lowest) {
        parent.put(root, lowest);
        if (!(y[cell] - y[root] > threshold.at(root, cell))) {
          dips.remove(Integer.valueOf(root));
        }
      }
    }
  }

  private int root(int cell) {
    int root = cell;
    while (parent.get(root) != root) {
      root = parent.get(root);
    }
    return root;
  }
}
