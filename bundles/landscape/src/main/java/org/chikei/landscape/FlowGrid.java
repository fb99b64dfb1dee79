package org.chikei.landscape;

import java.util.List;
import org.chikei.api.analysis.CoordinateInfo;

/**
 * The grid of a flow and which of its cells are sampled well enough.
 *
 * @param centres the centres of the bins of both coordinates
 * @param axes how values fell into bins
 * @param independent how many independent samples each cell has
 * @param region the cells that are sampled well enough
 */
record FlowGrid(double[][] centres, BinAxis[] axes, double[] independent, FlowRegion region) {

  static FlowGrid of(GridSums sums, BinAxis[] axes, double minimumSamples) {
    double[] independent = IndependentSamples.byCell(sums, FlowLayout.COUNT, FlowLayout.WEIGHT);
    boolean[] sampled = new boolean[independent.length];
    for (int k = 0; k < sampled.length; k++) {
      sampled[k] = independent[k] >= minimumSamples;
    }
    boolean[] circle = new boolean[2];
    for (int a = 0; a < 2; a++) {
      circle[a] = axes[a].kind() == BinAxis.Kind.CIRCLE;
    }
    FlowRegion region =
        new FlowRegion(sums.shape(), new double[] {sums.width(0), sums.width(1)}, circle, sampled);
    return new FlowGrid(
        new double[][] {sums.centres(0), sums.centres(1)}, axes, independent, region);
  }

  /** Where a cell is along a coordinate. */
  double place(int cell, int a) {
    int n = centres[1].length;
    return a == 0 ? centres[0][cell / n] : centres[1][cell % n];
  }

  /** A cell in words. */
  String words(int cell, List<CoordinateInfo> coordinates) {
    return coordinates.get(0).name()
        + " = "
        + Places.in(coordinates.get(0), place(cell, 0))
        + ", "
        + coordinates.get(1).name()
        + " = "
        + Places.in(coordinates.get(1), place(cell, 1));
  }
}
