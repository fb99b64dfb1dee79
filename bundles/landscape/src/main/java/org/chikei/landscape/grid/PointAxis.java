package org.chikei.landscape.grid;

import org.chikei.api.analysis.CoordinateInfo;
import org.chikei.api.analysis.StepFailure;
import org.chikei.landscape.words.Places;

/**
 * One coordinate under a kernel: samples fall into cells much narrower than the kernel, and results
 * are made at points, the centres of the bins that the same job would have without a kernel. A
 * range says where the points are; samples beyond it are still under the kernel, as far as half the
 * range goes to either side, a quarter in space.
 *
 * @param cells how samples fall into cells
 * @param split how many cells lie from one point to the next
 * @param first the bin of the first point, counted from the origin of the cells; of an open axis
 *     that of the first sample
 * @param points how many points there are; 0 of an open axis: as far as samples go
 */
public record PointAxis(BinAxis cells, int split, int first, int points) {
  /** Cells that an axis aims at where the bandwidth is not known yet: one, two, three axes. */
  private static final int[] CELLS = {1024, 256, 64};

  /** And as many as it may have where the job says how narrow the kernel is. */
  private static final int[] MOST_CELLS = {16_384, 1024, 160};

  /**
   * Divides the bins of a job.
   *
   * @param bins the bins
   * @param bandwidth the bandwidth that the job asks for, 0 for one chosen from the data
   * @param dimensions how many coordinates the step has
   * @param info the coordinate
   * @return cells of at most half the bandwidth
   * @throws StepFailure if the bandwidth is too narrow for the range
   */
  public static PointAxis of(BinAxis bins, double bandwidth, int dimensions, CoordinateInfo info)
      throws StepFailure {
    double length = bins.count() * bins.width();
    double finest = bandwidth > 0 ? bandwidth / 2 : length / CELLS[dimensions - 1];
    int split = 1;
    while (bins.width() / split > finest * (1 + 1e-9)) {
      split *= 2;
      if (bandwidth > 0 && (long) bins.count() * split > MOST_CELLS[dimensions - 1]) {
        throw new StepFailure(
            "a bandwidth of "
                + Places.width(info, bandwidth)
                + " is too narrow for a range of "
                + Places.in(info, length)
                + " along '"
                + info.name()
                + "'; give a wider one, a shorter range, or leave it to the data");
      }
    }
    double width = bins.width() / split;
    if (bins.kind() != BinAxis.Kind.INTERVAL) {
      BinAxis cells =
          new BinAxis(bins.kind(), bins.origin(), width, bins.count() * split, bins.period());
      return new PointAxis(cells, split, 0, bins.kind() == BinAxis.Kind.CIRCLE ? bins.count() : 0);
    }
    double turn = bins.period() / bins.width();
    if (turn > 0 && Math.abs(turn - Math.rint(turn)) < 1e-9 * turn) {
      int whole = (int) Math.rint(turn) * split;
      BinAxis circle =
          new BinAxis(
              BinAxis.Kind.CIRCLE, bins.origin(), bins.period() / whole, whole, bins.period());
      return new PointAxis(circle, split, 0, bins.count());
    }
    int margin = (bins.count() + 1) / (dimensions < 3 ? 2 : 4);
    if (turn > 0) {
      margin = Math.min(margin, (int) ((turn - bins.count()) / 2));
    }
    BinAxis interval =
        new BinAxis(
            BinAxis.Kind.INTERVAL,
            bins.origin() - margin * bins.width(),
            width,
            (bins.count() + 2 * margin) * split,
            bins.period());
    return new PointAxis(interval, split, margin, bins.count());
  }
}
