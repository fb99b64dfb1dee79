package org.chikei.landscape.kernel;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.chikei.api.analysis.JoinedWindows;
import org.chikei.landscape.error.FreeEnergyErrors;
import org.chikei.landscape.grid.CellAccumulator;
import org.chikei.landscape.grid.GridSums;

/**
 * A free energy under a kernel, in the form that one in bins has: sums at points whose total is the
 * density, and whose parts by block are what each block adds to it. The fit is not linear in the
 * samples; its derivative along them is, and is what a block counts by.
 *
 * @param sums the sums, {@link CellAccumulator#COUNT} the number of samples under the kernel
 * @param errors the standard errors of ln ρ − ⟨ln ρ⟩
 * @param bandwidth the bandwidths
 * @param shift by how much smoothing raises ln ρ at each point beyond its mean over the samples:
 *     what a bandwidth √2 times as wide adds
 * @param ends where axes end, infinite where they do not
 */
public record KernelDensity(
    GridSums sums, double[] errors, double[] bandwidth, double[] shift, double[][] ends) {

  /**
   * Estimates. A bandwidth from the data is narrowed as long as what it shifts exceeds the errors.
   *
   * @param grid the samples
   * @param bandwidth the bandwidths; null for those that the data tell
   * @param windows the windows that were joined; null where there are none
   */
  public static KernelDensity of(FineGrid grid, double[] bandwidth, JoinedWindows windows) {
    if (bandwidth != null) {
      return with(grid, bandwidth, windows);
    }
    double[] used = new BandwidthSearch(grid, windows != null).ofDensity();
    KernelDensity estimate = with(grid, used, windows);
    for (int round = 0; round < SmoothingShift.MOST_ROUNDS; round++) {
      used = SmoothingShift.narrower(grid, used);
      if (used == null || estimate.shifted() <= SmoothingShift.MUCH) {
        break;
      }
      estimate = with(grid, used, windows);
    }
    return estimate;
  }

  /** The part of the samples that lie where smoothing shifts G by more than its error. */
  public double shifted() {
    return SmoothingShift.share(
        shift, errors, sums.quantity(CellAccumulator.WEIGHT), bandwidth.length);
  }

  private static KernelDensity with(FineGrid grid, double[] used, JoinedWindows windows) {
    Fit fit = Fit.of(grid, used);
    double[] density = fit.local.density();
    double[] wide = Fit.of(grid, KernelBand.wider(used)).local.density();
    GridSums sums = fit.sums(grid).joined(windows, q -> false);
    double[] errors = FreeEnergyErrors.of(sums, CellAccumulator.COUNT, CellAccumulator.WEIGHT, 1);
    return new KernelDensity(sums, errors, used, shift(density, wide), fit.ends);
  }

  private static double[] shift(double[] density, double[] wide) {
    double[] shift = new double[density.length];
    double mean = 0;
    double all = 0;
    for (int p = 0; p < shift.length; p++) {
      shift[p] = Math.log(wide[p] / density[p]);
      if (!Double.isNaN(shift[p])) {
        mean += density[p] * shift[p];
        all += density[p];
      }
    }
    for (int p = 0; p < shift.length; p++) {
      shift[p] -= mean / all;
    }
    return shift;
  }

  /** One fit to all samples. */
  private record Fit(
      JoinedCells cells, KernelBand[] bands, double[][] ends, double[] frames, LocalDensity local) {

    static Fit of(FineGrid grid, double[] bandwidth) {
      int dimensions = grid.dimensions();
      double[][] ends = new double[dimensions][];
      for (int a = 0; a < dimensions; a++) {
        ends[a] = KernelDomain.ends(grid, a, bandwidth[a]);
      }
      JoinedCells cells = JoinedCells.toPoints(grid, bandwidth);
      KernelBand[] bands = cells.bands(bandwidth);
      double[] frames =
          LocalMoments.of(cells.total(CellAccumulator.COUNT), cells.shape(), bands, 0)[0];
      double peak = KernelBand.peak(bands);
      for (int p = 0; p < frames.length; p++) {
        frames[p] /= peak;
      }
      double[][] moments =
          LocalMoments.of(cells.total(CellAccumulator.WEIGHT), cells.shape(), bands, 1);
      LocalDensity local =
          LocalDensity.of(moments, frames, cells.domains(bands, ends), cells.points());
      return new Fit(cells, bands, ends, frames, local);
    }

    GridSums sums(FineGrid grid) {
      double[] density = local.density();
      double[][] factors = local.factors();
      int[] known = IntStream.range(0, density.length).filter(p -> density[p] > 0).toArray();
      double[] total = new double[(density.length + 1) * 2];
      // a mean of squares under a Gaussian: half as wide a kernel
      double squared = Math.pow(2, grid.dimensions() / 2.0);
      int everything = density.length;
      for (int p : known) {
        total[2 * p + CellAccumulator.COUNT] = squared * frames[p];
        total[2 * p + CellAccumulator.WEIGHT] = density[p];
        total[2 * everything + CellAccumulator.COUNT] += squared * frames[p];
        total[2 * everything + CellAccumulator.WEIGHT] += density[p];
      }
      int[][] blockCells = new int[grid.blocks()][];
      double[][] blockSums = new double[grid.blocks()][];
      KernelSpread spread = new KernelSpread(cells.shape(), bands);
      double[] part = new double[density.length];
      for (int b = 0; b < grid.blocks(); b++) {
        Arrays.fill(part, 0);
        addParts(grid, b, spread, part);
        IntStream moved = IntStream.of(known).filter(p -> part[p] != 0);
        blockCells[b] = IntStream.concat(moved, IntStream.of(everything)).toArray();
        int last = blockCells[b].length - 1;
        blockSums[b] = new double[2 * blockCells[b].length];
        for (int k = 0; k < last; k++) {
          blockSums[b][2 * k + CellAccumulator.WEIGHT] = part[blockCells[b][k]];
          blockSums[b][2 * last + CellAccumulator.WEIGHT] += part[blockCells[b][k]];
        }
      }
      return grid.bins().withSums(2, total, blockCells, blockSums);
    }

    private void addParts(FineGrid grid, int block, KernelSpread spread, double[] part) {
      int dimensions = grid.dimensions();
      double[] own = local.factors()[0];
      double[] first = local.factors()[1];
      double[] second = local.factors()[Math.min(2, dimensions)];
      double[] third = local.factors()[Math.min(3, dimensions)];
      int[] seen = grid.cells(block);
      for (int k = 0; k < seen.length; k++) {
        double weight = grid.sums(block)[k * grid.quantities() + CellAccumulator.WEIGHT];
        if (seen[k] < grid.cells() && weight != 0) {
          // along an axis that is not there z is zero
          spread.around(
              cells.place(seen[k]),
              (p, kernel, z0, z1, z2) ->
                  part[p] +=
                      weight * kernel * (own[p] + first[p] * z0 + second[p] * z1 + third[p] * z2));
        }
      }
    }
  }
}
