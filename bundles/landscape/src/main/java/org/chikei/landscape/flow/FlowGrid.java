package org.chikei.landscape.flow;

import java.util.ArrayList;
import java.util.List;
import org.chikei.api.analysis.CoordinateInfo;
import org.chikei.landscape.error.IndependentSamples;
import org.chikei.landscape.grid.BinAxis;
import org.chikei.landscape.grid.GridSums;
import org.chikei.landscape.words.Places;

/**
 * The grid of a flow and which of its cells are sampled well enough.
 *
 * @param centres the centres of the bins of all coordinates
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
    int dimensions = axes.length;
    boolean[] circle = new boolean[dimensions];
    double[] widths = new double[dimensions];
    double[][] centres = new double[dimensions][];
    for (int a = 0; a < dimensions; a++) {
      circle[a] = axes[a].kind() == BinAxis.Kind.CIRCLE;
      widths[a] = sums.width(a);
      centres[a] = sums.centres(a);
    }
    FlowRegion region = new FlowRegion(sums.shape(), widths, circle, sampled);
    return new FlowGrid(centres, axes, independent, region);
  }

  int dimensions() {
    return axes.length;
  }

  /** Where a cell is along a coordinate. */
  double place(int cell, int a) {
    return centres[a][region.bin(cell, a)];
  }

  /** A cell in words. */
  String words(int cell, List<CoordinateInfo> coordinates) {
    List<String> words = new ArrayList<>();
    for (int a = 0; a < axes.length; a++) {
      CoordinateInfo info = coordinates.get(a);
      words.add(info.name() + " = " + Places.in(info, place(cell, a)));
    }
    return String.join(", ", words);
  }
}
