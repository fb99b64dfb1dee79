package org.chikei.landscape.comparison;

import org.chikei.api.analysis.Accumulator;
import org.chikei.api.analysis.Collector;
import org.chikei.api.analysis.DataOverview;
import org.chikei.api.analysis.FinishContext;
import org.chikei.api.analysis.NoSampleFailure;
import org.chikei.api.analysis.StepFailure;
import org.chikei.api.result.StepResult;
import org.chikei.api.text.Words;
import org.chikei.landscape.grid.BinAxis;
import org.chikei.landscape.grid.CellBlocks;
import org.chikei.landscape.grid.GridSums;
import org.chikei.landscape.grid.PointAxis;
import org.chikei.landscape.profile.Comparison;
import org.chikei.landscape.profile.ComparisonAccumulator;
import org.chikei.landscape.profile.ComparisonSettings;
import org.chikei.landscape.profile.KineticsChoice;
import org.chikei.landscape.profile.LocalComparisonAccumulator;
import org.chikei.landscape.profile.LocalFits;
import org.chikei.landscape.profile.MassShares;
import org.chikei.landscape.profile.SampleLayout;

/** Collects the samples of a comparison and turns them into a result. */
final class ComparisonCollector implements Collector {
  private final ComparisonSettings settings;
  private final DataOverview overview;
  private final BinAxis axis;
  private final SampleLayout layout;
  private final int atoms;

  /** The cells under a kernel; null where D and mean force are means over bins. */
  private final PointAxis points;

  ComparisonCollector(
      ComparisonSettings settings,
      DataOverview overview,
      BinAxis axis,
      SampleLayout layout,
      int atoms,
      PointAxis points) {
    this.settings = settings;
    this.overview = overview;
    this.axis = axis;
    this.layout = layout;
    this.atoms = atoms;
    this.points = points;
  }

  @Override
  public Accumulator accumulator() {
    long length = CellBlocks.baseLength(overview);
    ComparisonAccumulator bins = new ComparisonAccumulator(axis, layout, atoms, length);
    return points == null
        ? bins
        : new LocalComparisonAccumulator(
            bins, ComparisonAccumulator.untracked(points.cells(), layout, length));
  }

  @Override
  public StepResult finish(Accumulator all, FinishContext context) throws StepFailure {
    LocalComparisonAccumulator local = all instanceof LocalComparisonAccumulator both ? both : null;
    ComparisonAccumulator accumulator = local == null ? (ComparisonAccumulator) all : local.bins();
    accumulator.close();
    CellBlocks shares = accumulator.shares();
    GridSums sums =
        (shares == null
                ? GridSums.of(accumulator.binning(), accumulator.sums())
                : GridSums.of(accumulator.binning(), accumulator.sums(), shares))
            .joined(context.windows(), layout::unweighted);
    double inRange = 0;
    for (double count : sums.quantity(SampleLayout.COUNT)) {
      inRange += count;
    }
    if (inRange == 0) {
      throw new NoSampleFailure(
          "no sample of '"
              + settings.coordinate().name()
              + "' lies in the range from "
              + Words.number(axis.origin(), 6)
              + " to "
              + Words.number(axis.origin() + axis.count() * axis.width(), 6)
              + "; leave the range out to see where the samples are");
    }
    KineticsChoice choice =
        KineticsChoice.choose(sums, layout, settings.coordinate(), overview, context);
    LocalFits fits = null;
    if (local != null) {
      local.cells().close();
      fits =
          LocalFits.of(
              points,
              local,
              layout,
              choice.used(),
              overview.kT(),
              context.windows(),
              settings.kernel().bandwidth());
    }
    Comparison comparison =
        new Comparison(settings, overview, layout, axis, sums, accumulator, choice, fits, context);
    double[][] byAtom =
        shares == null ? null : MassShares.byAtom(accumulator.binning(), shares, sums, atoms);
    return new ComparisonResult(comparison, byAtom).toResult();
  }
}
