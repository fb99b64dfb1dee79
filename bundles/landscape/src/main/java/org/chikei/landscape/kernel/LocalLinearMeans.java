package org.chikei.landscape.kernel;

import java.util.Arrays;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.chikei.api.analysis.JoinedWindows;
import org.chikei.landscape.grid.CellAccumulator;
import org.chikei.landscape.grid.GridSums;

/**
 * The conditional mean of one observed coordinate fitted locally, in the form that one in bins has:
 * sums at points, and their parts by block, the value of a sample taken less the slope times its
 * distance from the point.
 *
 * @param sums the sums, laid out as by {@link CellAccumulator} for one observed coordinate, whose
 *     weights add up to 1 at each point
 * @param means the means at the points
 * @param bandwidth the bandwidths
 * @param shift by how much smoothing shifts each mean: what a bandwidth √2 times as wide adds
 */
public record LocalLinearMeans(
    GridSums sums, ConditionalMeans means, double[] bandwidth, double[] shift) {
  private static final int FIRST = CellAccumulator.observed(0);
  private static final int QUANTITIES = CellAccumulator.observed(1);

  /**
   * Estimates. A bandwidth from the data is narrowed as long as what it shifts exceeds the errors.
   *
   * @param grid the samples
   * @param bandwidth the bandwidths; null for those that the data tell
   * @param observed where the sums of the observed quantity are
   * @param period its period, 0 where it has none
   * @param low where the period begins
   * @param windows the windows that were joined; null where there are none
   * @param unweighted which sums carry no weight
   */
  public static LocalLinearMeans of(
      FineGrid grid,
      double[] bandwidth,
      Observed observed,
      double period,
      double low,
      JoinedWindows windows,
      IntPredicate unweighted) {
    Request request = new Request(grid, observed, period, low, windows, unweighted);
    if (bandwidth != null) {
      return request.with(bandwidth);
    }
    double[] used = new BandwidthSearch(grid, windows != null).ofMean(observed);
    LocalLinearMeans estimate = request.with(used);
    for (int round = 0; round < SmoothingShift.MOST_ROUNDS; round++) {
      used = SmoothingShift.narrower(grid, used);
      if (used == null || estimate.shifted() <= SmoothingShift.MUCH) {
        break;
      }
      estimate = request.with(used);
    }
    return estimate;
  }

  /** The part of the samples that lie where smoothing shifts the mean by more than its error. */
  public double shifted() {
    return SmoothingShift.share(
        shift, means.error(), sums.quantity(CellAccumulator.WEIGHT), bandwidth.length);
  }

  /** What is asked for but the bandwidth. */
  private record Request(
      FineGrid grid,
      Observed observed,
      double period,
      double low,
      JoinedWindows windows,
      IntPredicate unweighted) {

    LocalLinearMeans with(double[] bandwidth) {
      boolean circle = period > 0;
      Fit wide = new Fit(grid, KernelBand.wider(bandwidth), observed);
      GridSums sums = new Fit(grid, bandwidth, observed).sums().joined(windows, unweighted);
      ConditionalMeans means = ConditionalMeans.of(sums, 0, period, low);
      double[] shift = wide.first.mean();
      for (int p = 0; p < shift.length; p++) {
        double wider =
            circle ? ConditionalMeans.turn(shift[p], wide.second.mean()[p], period, low) : shift[p];
        double off = wider - means.mean()[p];
        shift[p] = circle ? off - period * Math.rint(off / period) : off;
      }
      return new LocalLinearMeans(sums, means, bandwidth, shift);
    }
  }

  /** A fit with one bandwidth. */
  private static final class Fit {
    private final FineGrid grid;
    private final JoinedCells cells;
    private final KernelBand[] bands;
    private final Observed observed;
    private final LocalMean first;

    /** Of the sines; null where there is no circle. */
    private final LocalMean second;

    Fit(FineGrid grid, double[] bandwidth, Observed observed) {
      this.grid = grid;
      this.observed = observed;
      cells = JoinedCells.toPoints(grid, bandwidth);
      bands = cells.bands(bandwidth);
      double peak = KernelBand.peak(bands);
      double[] frames =
          Arrays.stream(moments(cells.total(CellAccumulator.COUNT), 0)[0])
              .map(sum -> sum / peak)
              .toArray();
      double[][] weights = moments(cells.total(observed.weight()), 2);
      first = fit(weights, observed.sum(), frames);
      second = observed.sine() < 0 ? null : fit(weights, observed.sine(), frames);
    }

    private LocalMean fit(double[][] weights, int sum, double[] frames) {
      return LocalMean.of(weights, moments(cells.total(sum), 1), frames);
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
        int at = k * grid.quantities();
        double weight = sums[at + observed.weight()];
        double sum = sums[at + observed.sum()];
        double sine = second == null ? 0 : sums[at + observed.sine()];
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
