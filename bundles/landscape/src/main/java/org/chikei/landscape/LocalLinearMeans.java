package org.chikei.landscape;

import java.util.Arrays;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.chikei.api.analysis.JoinedWindows;

/**
 * The conditional mean of one observed coordinate fitted locally, in the form that one in bins has:
 * sums at points, and their parts by block, the value of a sample taken less the slope times its
 * distance from the point.
 *
 * @param sums the sums, laid out as by {@link CellAccumulator} for one observed coordinate, whose
 *     weights add up to 1 at each point
 * @param bandwidth the bandwidths
 * @param wider the means under kernels √2 times as wide, whose shift by smoothing is twice as large
 */
record LocalLinearMeans(GridSums sums, double[] bandwidth, double[] wider) {
  private static final int FIRST = CellAccumulator.observed(0);
  private static final int QUANTITIES = CellAccumulator.observed(1);

  /**
   * Estimates.
   *
   * @param grid the samples
   * @param bandwidth the bandwidths; null for those that the data tell
   * @param observed the number of the observed coordinate
   * @param period its period, 0 where it has none
   * @param low where the period begins
   * @param windows the windows that were joined; null where there are none
   * @param unweighted which sums carry no weight
   */
  static LocalLinearMeans of(
      FineGrid grid,
      double[] bandwidth,
      int observed,
      double period,
      double low,
      JoinedWindows windows,
      IntPredicate unweighted) {
    boolean circle = period > 0;
    double[] used =
        bandwidth != null
            ? bandwidth
            : new BandwidthSearch(grid, windows != null).ofMean(observed, circle);
    Fit wide = new Fit(grid, KernelBand.wider(used), observed, circle);
    double[] wider = wide.first.mean();
    for (int p = 0; circle && p < wider.length; p++) {
      wider[p] = ConditionalMeans.turn(wider[p], wide.second.mean()[p], period, low);
    }
    GridSums sums = new Fit(grid, used, observed, circle).sums();
    return new LocalLinearMeans(sums.joined(windows, unweighted), used, wider);
  }

  /** A fit with one bandwidth. */
  private static final class Fit {
    private final FineGrid grid;
    private final JoinedCells cells;
    private final KernelBand[] bands;
    private final int quantity;
    private final LocalMean first;

    /** Of the sines; null where there is no circle. */
    private final LocalMean second;

    Fit(FineGrid grid, double[] bandwidth, int observed, boolean circle) {
      this.grid = grid;
      cells = JoinedCells.toPoints(grid, bandwidth);
      bands = cells.bands(bandwidth);
      quantity = CellAccumulator.observed(observed);
      double peak = KernelBand.peak(bands);
      double[] frames =
          Arrays.stream(moments(cells.total(CellAccumulator.COUNT), 0)[0])
              .map(sum -> sum / peak)
              .toArray();
      double[][] weights = moments(cells.total(quantity + CellAccumulator.OBSERVED_WEIGHT), 2);
      first = fit(weights, CellAccumulator.OBSERVED_SUM, frames);
      second = circle ? fit(weights, CellAccumulator.OBSERVED_SINE, frames) : null;
    }

    private LocalMean fit(double[][] weights, int sum, double[] frames) {
      return LocalMean.of(weights, moments(cells.total(quantity + sum), 1), frames);
    }

    private double[][] moments(double[] column, int order) {
      return LocalMoments.of(column, cells.shape(), bands, order);
    }

    GridSums sums() {
      double[] bins = grid.bins().quantity(CellAccumulator.WEIGHT);
      int[] known =
          IntStream.range(0, bins.length).filter(p -> !Double.isNaN(first.mean()[p])).toArray();
      double[] total = new double[(bins.length + 1) * QUANTITIES];
      for (int p : known) {
        int at = p * QUANTITIES;
        total[at + CellAccumulator.WEIGHT] = bins[p];
        total[at + FIRST + CellAccumulator.OBSERVED_WEIGHT] = 1;
        total[at + FIRST + CellAccumulator.OBSERVED_SUM] = first.mean()[p];
        total[at + FIRST + CellAccumulator.OBSERVED_SINE] = second == null ? 0 : second.mean()[p];
      }
      int[][] blockCells = new int[grid.blocks()][];
      double[][] blockSums = new double[grid.blocks()][];
      KernelSpread spread = new KernelSpread(cells.shape(), bands);
      double[][] part = new double[3][bins.length];
      for (int b = 0; b < grid.blocks(); b++) {
        for (double[] column : part) {
          Arrays.fill(column, 0);
        }
        addParts(b, spread, part);
        blockCells[b] =
            IntStream.of(known)
                .filter(p -> part[CellAccumulator.OBSERVED_WEIGHT][p] != 0)
                .toArray();
        blockSums[b] = new double[blockCells[b].length * QUANTITIES];
        for (int k = 0; k < blockCells[b].length; k++) {
          for (int q = 0; q < part.length; q++) {
            blockSums[b][k * QUANTITIES + FIRST + q] = part[q][blockCells[b][k]];
          }
        }
      }
      return grid.bins().withSums(QUANTITIES, total, blockCells, blockSums);
    }

    private void addParts(int block, KernelSpread spread, double[][] part) {
      int[] seen = grid.cells(block);
      double[] sums = grid.sums(block);
      for (int k = 0; k < seen.length; k++) {
        int at = k * grid.quantities() + quantity;
        double weight = sums[at + CellAccumulator.OBSERVED_WEIGHT];
        double sum = sums[at + CellAccumulator.OBSERVED_SUM];
        double sine = sums[at + CellAccumulator.OBSERVED_SINE];
        if (seen[k] < grid.cells() && weight != 0) {
          spread.around(
              cells.place(seen[k]),
              (p, kernel, z0, z1, z2) -> {
                double factor = kernel * first.factor(p, z0, z1, z2);
                part[CellAccumulator.OBSERVED_WEIGHT][p] += factor * weight;
                part[CellAccumulator.OBSERVED_SUM][p] +=
                    factor * (sum - weight * first.slope(p, z0, z1, z2));
                if (second != null) {
                  part[CellAccumulator.OBSERVED_SINE][p] +=
                      factor * (sine - weight * second.slope(p, z0, z1, z2));
                }
              });
        }
      }
    }
  }
}
