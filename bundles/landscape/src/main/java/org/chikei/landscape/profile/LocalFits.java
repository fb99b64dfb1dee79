package org.chikei.landscape.profile;

import java.util.Arrays;
import java.util.function.IntPredicate;
import org.chikei.api.analysis.JoinedWindows;
import org.chikei.api.analysis.Kinetics;
import org.chikei.api.analysis.StepFailure;
import org.chikei.landscape.error.BlockTerms;
import org.chikei.landscape.grid.BinAxis;
import org.chikei.landscape.grid.Binning;
import org.chikei.landscape.grid.CellAccumulator;
import org.chikei.landscape.grid.GridSums;
import org.chikei.landscape.grid.PointAxis;
import org.chikei.landscape.kernel.FineGrid;
import org.chikei.landscape.kernel.LocalLinearMeans;
import org.chikei.landscape.kernel.Observed;

/**
 * D and the mean force of a comparison at the centres of its bins, each fitted by a straight line
 * under a kernel of its own, with what each block of frames moves them by.
 */
public final class LocalFits {
  private final FineGrid grid;
  private final SampleLayout layout;
  private final Kinetics kinetics;
  private final double kT;
  private final JoinedWindows windows;

  /** Null where there is none. */
  private final LocalLinearMeans square;

  private final LocalLinearMeans force;

  private LocalFits(
      FineGrid grid,
      SampleLayout layout,
      Kinetics kinetics,
      double kT,
      JoinedWindows windows,
      double[] ofSquare,
      double[] ofForce) {
    this.grid = grid;
    this.layout = layout;
    this.kinetics = kinetics;
    this.kT = kT;
    this.windows = windows;
    int weight = layout.squareWeight(kinetics);
    square = weight < 0 ? null : fit(new Observed(weight, layout.square(kinetics), -1), ofSquare);
    int own = kinetics == null ? -1 : layout.kinetics(kinetics);
    force = own < 0 ? null : fit(new Observed(own, own + SampleLayout.ACCELERATION, -1), ofForce);
  }

  private LocalLinearMeans fit(Observed observed, double[] bandwidth) {
    IntPredicate unweighted =
        q -> q == CellAccumulator.COUNT || layout.biasAlong() && q >= CellAccumulator.observed(0);
    return LocalLinearMeans.of(grid, bandwidth, observed, 0, 0, windows, unweighted);
  }

  /**
   * Fits.
   *
   * @param points the cells and the points of the job
   * @param collected what was collected; its bins are laid out
   * @param layout which sums there are
   * @param kinetics where accelerations come from; null for nowhere
   * @param kT the thermal energy
   * @param windows the windows that were joined; null where there are none
   * @param bandwidth the bandwidth that the job gives; null for those that the data tell
   * @throws StepFailure if the cells are too many
   */
  public static LocalFits of(
      PointAxis points,
      LocalComparisonAccumulator collected,
      SampleLayout layout,
      Kinetics kinetics,
      double kT,
      JoinedWindows windows,
      double[] bandwidth)
      throws StepFailure {
    FineGrid grid = grid(points, collected);
    return new LocalFits(grid, layout, kinetics, kT, windows, bandwidth, bandwidth);
  }

  /** The cells, so that points are the centres of the bins also where an open axis has grown. */
  private static FineGrid grid(PointAxis points, LocalComparisonAccumulator collected)
      throws StepFailure {
    ComparisonAccumulator fine = collected.cells();
    Binning cells = fine.binning();
    boolean open = points.cells().kind() == BinAxis.Kind.OPEN;
    int split = points.split() << collected.bins().binning().level(0);
    while (open
        && cells.high(0) - cells.low(0) + 1 > 1.5 * points.cells().count()
        && split >> (cells.level(0) + 1) > 0) {
      cells.coarsen(0, fine.sums());
    }
    PointAxis axis =
        new PointAxis(points.cells(), split >> cells.level(0), points.first(), points.points());
    if (cells.level(0) > 0 && split >> cells.level(0) == 0) {
      throw new StepFailure(
          "samples go so far apart that no cell is narrower than a bin; give a range");
    }
    double[] extremes = {fine.moments().smallest(), fine.moments().largest()};
    return new FineGrid(new PointAxis[] {axis}, cells, fine.sums(), new double[][] {extremes});
  }

  /** The same of some blocks, as if no others had come, under the same kernels. */
  LocalFits part(int[] kept) {
    return new LocalFits(
        grid.part(kept),
        layout,
        kinetics,
        kT,
        windows,
        square == null ? null : square.bandwidth(),
        force == null ? null : force.bandwidth());
  }

  public FineGrid grid() {
    return grid;
  }

  /** The fit of what D is made of; null where there is none. */
  public LocalLinearMeans square() {
    return square;
  }

  /** The fit of the mean force; null where there is none. */
  public LocalLinearMeans force() {
    return force;
  }

  /** What the fit of {@link #square} is multiplied by to be D. */
  double squareFactor() {
    return layout.squareFactor(kinetics, kT);
  }

  /** By how much smoothing shifts D; NaN where it is not fitted. */
  public double[] squareShift(int bins) {
    return shift(square, bins, squareFactor());
  }

  /** By how much smoothing shifts the mean force; NaN where it is not fitted. */
  public double[] forceShift(int bins) {
    return shift(force, bins, 1);
  }

  private static double[] shift(LocalLinearMeans fit, int bins, double factor) {
    double[] shift = new double[bins];
    Arrays.fill(shift, Double.NaN);
    for (int k = 0; fit != null && k < bins; k++) {
      shift[k] = factor * fit.shift()[k];
    }
    return shift;
  }

  /** Puts D and the mean force in the place of what was found from means over bins. */
  void put(double[] d, double[] f) {
    put(square, squareFactor(), d);
    put(force, 1, f);
  }

  private static void put(LocalLinearMeans fit, double factor, double[] to) {
    for (int k = 0; fit != null && k < to.length; k++) {
      double mean = fit.means().mean()[k];
      to[k] = Double.isNaN(mean) ? to[k] : factor * mean;
    }
  }

  /**
   * Puts their influences in the place of those of means over bins.
   *
   * @param independent the number of independent samples of each bin
   * @param dd the influences on D, by bin and block
   * @param df the influences on the mean force
   */
  void putInfluences(double[] independent, double[][] dd, double[][] df) {
    putInfluences(square, squareFactor(), independent, dd);
    putInfluences(force, 1, independent, df);
  }

  private void putInfluences(
      LocalLinearMeans fit, double factor, double[] independent, double[][] to) {
    if (fit == null) {
      return;
    }
    GridSums sums = fit.sums();
    int at = CellAccumulator.observed(0);
    double[] whole = sums.quantity(at + CellAccumulator.OBSERVED_WEIGHT);
    double[][] weights = sums.byBlock(at + CellAccumulator.OBSERVED_WEIGHT);
    double[][] values = sums.byBlock(at + CellAccumulator.OBSERVED_SUM);
    // a kernel narrower than a bin sees but a part of its samples
    double seen = 2 * Math.sqrt(Math.PI) * fit.bandwidth()[0] / sums.width(0);
    for (int k = 0; k < to.length; k++) {
      double mean = fit.means().mean()[k];
      if (!Double.isNaN(mean)) {
        double n = independent[k] * seen;
        double leverage = n > 1 ? Math.sqrt(n / (n - 1)) : 1;
        double multiple = factor * leverage / whole[k];
        to[k] = BlockTerms.multiple(multiple, values[k]);
        BlockTerms.add(to[k], -multiple * mean, weights[k]);
      }
    }
  }
}
